"""Runs the real `facta` command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FACTA = str(Path(sys.executable).with_name("facta"))
Done = subprocess.CompletedProcess[str]


def environment() -> dict[str, str]:
    """The environment without anybody's settings of facta."""
    return {name: value for name, value in os.environ.items() if not name.startswith("FACTA_")} | {"COLUMNS": "120"}


def facta(*arguments: object, cwd: Path, stdin: str = "", **variables: str) -> Done:
    """What `facta` printed and its exit code."""
    return subprocess.run(
        [FACTA, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment() | variables,
        timeout=300,
        check=False,
    )
