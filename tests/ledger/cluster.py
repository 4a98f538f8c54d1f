"""A private PostgreSQL server for the tests: in a folder of its own, reached by a socket in it, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def program(name: str) -> str | None:
    """Where one of PostgreSQL's programs is, on the path or where Debian keeps it."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(debian[-1]) if debian else None)


def owner() -> str | None:
    """The user to run the server as: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


def missing() -> str | None:
    """Why there can be no server here, if so."""
    if not all(program(name) for name in ("initdb", "pg_ctl", "postgres")):
        return "PostgreSQL is not installed (Debian: apt-get install postgresql)"
    return "no user to run PostgreSQL as but root" if os.getuid() == 0 and owner() is None else None


@contextmanager
def server() -> Iterator[str]:
    """A running server; gives the folder of its socket. Its superuser is `facta`, without a password."""
    user = owner()
    folder = Path(tempfile.mkdtemp(prefix="facta-pg-", dir="/tmp"))
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    data = folder / "data"
    try:
        _run(user, "initdb", "-D", data, "-A", "trust", "-U", "facta", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -F"
        _run(user, "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        try:
            yield str(folder)
        finally:
            _run(user, "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, name: str, *arguments: object) -> None:
    command = [str(program(name)), *map(str, arguments)]
    subprocess.run(command, user=user, check=True, cwd="/tmp", stdout=subprocess.DEVNULL, timeout=120)
