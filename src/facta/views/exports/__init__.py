"""A ledger in, a file for other programs out. Adding a format is a module with one function and a line in `EXPORTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facta.ledger import Ledger
from facta.views.exports.geojson import geojson
from facta.views.exports.jsonl import jsonl, restore
from facta.views.exports.table import csv

Export = Callable[[Ledger], Iterator[str]]  # pieces of the file's text, in order

EXPORTS: dict[str, Export] = {
    "jsonl": jsonl,
    "csv": csv,
    "geojson": geojson,
}

__all__ = ["EXPORTS", "Export", "restore"]
