"""From files, folders and standard input to reports. Reading their sentences is left to `facta.reading`."""

from __future__ import annotations

from facta.sources.known import Known
from facta.sources.loading import load
from facta.sources.passages import passages

__all__ = ["Known", "load", "passages"]
