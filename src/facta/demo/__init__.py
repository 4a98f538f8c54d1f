"""The bundled demo reports: text files and their `reports.toml`. Publishers, people and events in them are invented."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def reports_folder() -> Path:
    """The folder of the demo reports, to be read like any other folder."""
    return Path(str(files("facta.demo") / "reports"))
