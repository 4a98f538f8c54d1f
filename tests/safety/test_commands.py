"""`facta user` and the rules by which `facta serve` is shared."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from typer.testing import CliRunner

from facta.errors import FactaError, UsageError
from facta.views.cli import app as cli
from facta.views.cli.serve import sharing_of
from tests.safety.site import PASSWORD, Made
from tests.views.command import FACTA, environment, facta


@pytest.fixture
def folder(plain: Made, tmp_path: Path) -> Path:
    """A folder with a ledger."""
    shutil.copy(plain.where, str(tmp_path / "facta.db"))
    return tmp_path


@dataclass(frozen=True)
class Said:
    """What a command said and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str, stdin: str = "") -> Said:
    """The command in this process, with the exit code that `main` gives."""
    result = CliRunner().invoke(cli, [*arguments, "--ledger", str(folder / "facta.db")], input=stdin)
    if isinstance(result.exception, FactaError):
        return Said(result.exception.exit_code, result.stdout, str(result.exception))
    return Said(result.exit_code, result.stdout, result.stderr)


def user(folder: Path, *arguments: str, stdin: str = "") -> Said:
    return run(folder, "user", *arguments, stdin=stdin)


def test_an_account_is_added_changed_listed_and_removed(folder: Path) -> None:
    assert "no accounts" in user(folder, "list").stderr
    added = user(folder, "add", "Ada", "--role", "admin", "--password-stdin", stdin=f"{PASSWORD}\n")
    assert added.returncode == 0, added.stderr
    assert user(folder, "role", "ada", "reviewer").returncode == 0
    assert user(folder, "password", "ada", "--password-stdin", stdin="another fine heron").returncode == 0
    listed = json.loads(user(folder, "list", "--json").stdout)
    assert [(one["name"], one["role"]) for one in listed] == [("ada", "reviewer")]
    assert set(listed[0]) == {"name", "role", "made_at"}
    assert user(folder, "remove", "ada").returncode == 0
    assert PASSWORD not in added.stdout + added.stderr


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("add", "ada", "--password-stdin"), "short", "too short"),
        (("add", "ada", "--password-stdin"), "aaaaaaaaaaaaaa", "easy to guess"),
        (("add", "adalovelace", "--password-stdin"), "AdaLovelace", "easy to guess"),
        (("add", "ada", "--password-stdin"), "x" * 1001, "too"),
        (("add", "ada:x", "--password-stdin"), PASSWORD, "cannot be the name"),
        (("add", "ada", "--role", "chief", "--password-stdin"), PASSWORD, "one of"),
        (("add", "ada"), "", "--password-stdin"),
        (("password", "ada", "--password-stdin"), PASSWORD, "no account ada"),
        (("role", "ada", "admin"), "", "no account ada"),
        (("remove", "ada"), "", "no account ada"),
        (("add", "ada", "--password", PASSWORD), "", "No such option"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    folder: Path, arguments: tuple[str, ...], stdin: str, said: str
) -> None:
    done = user(folder, *arguments, stdin=stdin)
    assert done.returncode == 2
    assert said in done.stderr
    assert user(folder, "list").stdout == ""


@pytest.mark.parametrize(
    ("host", "names", "tls", "proxy", "expected"),
    [
        ("127.0.0.1", (), False, False, (False, False, ())),
        ("localhost", (), True, False, (False, True, ())),
        ("127.0.0.1", ("monitor.example.org",), False, True, (True, True, ("monitor.example.org",))),
        ("0.0.0.0", ("monitor.example.org",), True, False, (True, True, ("monitor.example.org",))),
        ("192.0.2.7", (), True, False, (True, True, ("192.0.2.7",))),
        ("2001:db8::7", (), True, False, (True, True, ("[2001:db8::7]",))),
        ("127.0.0.1", ("monitor.example.org",), False, False, (True, False, ("monitor.example.org",))),
    ],
)
def test_who_may_reach_the_pages_follows_from_how_they_are_served(
    host: str, names: tuple[str, ...], tls: bool, proxy: bool, expected: tuple[bool, bool, tuple[str, ...]]
) -> None:
    found = sharing_of(host, names, tls, proxy)
    assert (found.shared, found.secure, found.names) == expected


@pytest.mark.parametrize(
    ("host", "names", "tls", "proxy", "said"),
    [
        ("0.0.0.0", ("monitor.example.org",), False, False, "no TLS"),
        ("monitor.example.org", (), False, False, "no TLS"),
        ("0.0.0.0", (), True, False, "--name"),
        ("::", (), True, False, "--name"),
        ("127.0.0.1", (), False, True, "--name"),
        ("127.0.0.1", ("https://monitor.example.org/",), False, True, "not the name"),
        ("127.0.0.1", ("monitor.example.org:8000",), False, True, "not the name"),
        ("127.0.0.1", ("*",), False, True, "not the name"),
    ],
)
def test_what_would_send_passwords_in_the_clear_or_answer_to_any_name_is_refused(
    host: str, names: tuple[str, ...], tls: bool, proxy: bool, said: str
) -> None:
    with pytest.raises(UsageError, match=said.replace("*", r"\*")):
        sharing_of(host, names, tls, proxy)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--host", "0.0.0.0"), "no TLS"),
        (("--behind-proxy", "--name", "monitor.example.org"), "no accounts"),
        (("--tls-certificate", "none.pem"), "and its key"),
        (("--tls-certificate", __file__, "--tls-key", __file__), "cannot be used"),
        (("--tls-certificate", "none.pem", "--tls-key", "none.pem"), "cannot be used"),
    ],
)
def test_serve_refuses_before_it_listens(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(folder, "serve", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_shared_site_answers_over_the_network_as_it_should(folder: Path) -> None:
    """The real server behind a pretended proxy: the address of a failed sign-in is the one that the proxy names."""
    added = facta("user", "add", "ada", "--role", "admin", "--password-stdin", cwd=folder, stdin=PASSWORD)
    assert added.returncode == 0, added.stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--port", str(port), "--behind-proxy", "--name", "monitor.example.org", "--quiet"]
    with subprocess.Popen([FACTA, "serve", *options], cwd=folder, env=environment(), stderr=subprocess.PIPE) as server:
        try:
            headers = {"host": "monitor.example.org", "x-forwarded-for": "192.0.2.44", "x-forwarded-proto": "https"}
            assert _asked(port, "/", headers) == (303, "/sign-in?next=%2F")
            assert _asked(port, "/", {**headers, "host": "other.example.org"})[0] == 421
            status = [
                _asked(port, "/api/v1/stories", {**headers, "authorization": "Basic YWRhOndyb25n"})[0] for _ in range(6)
            ]
            assert status == [401] * 5 + [429]
        finally:
            server.terminate()
            said = server.stderr.read().decode() if server.stderr else ""
    assert "ada from 192.0.2.44: refused" in said
    assert "wrong" not in said


def _asked(port: int, path: str, headers: dict[str, str]) -> tuple[int, str]:
    """Status and location of an answer; waits until the server listens."""
    for _ in range(200):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers.get("location", "")
        except ConnectionRefusedError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise AssertionError("the server does not listen")
