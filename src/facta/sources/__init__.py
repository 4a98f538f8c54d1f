"""From files, folders, standard input and what was handed over to reports. Reading sentences is left to `reading`."""

from __future__ import annotations

from facta.sources.known import Known
from facta.sources.loading import given, load
from facta.sources.passages import passages

__all__ = ["Known", "given", "load", "passages"]
