"""A ledger in, a file for other programs out. Adding a format is a module with one function and a line in `EXPORTS`.

`DEED_EXPORTS` are those of them that write deeds, and so can write a row a claim as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facta.codebook import Codebook
from facta.ledger import Ledger
from facta.views.exports.acled import acled
from facta.views.exports.geojson import geojson
from facta.views.exports.hxl import hxl
from facta.views.exports.jsonl import jsonl, restore
from facta.views.exports.plover import plover
from facta.views.exports.reviewed import review_jsonl
from facta.views.exports.table import csv

Export = Callable[[Ledger], Iterator[str]]  # pieces of the file's text, in order
DeedExport = Callable[[Ledger, Codebook | None, bool], Iterator[str]]  # true for a row a claim in place of a deed

EXPORTS: dict[str, Export] = {
    "jsonl": jsonl,
    "csv": csv,
    "geojson": geojson,
    "plover": plover,
    "acled": acled,
    "hxl": hxl,
    "review-jsonl": review_jsonl,
}
DEED_EXPORTS: dict[str, DeedExport] = {"plover": plover, "acled": acled, "hxl": hxl}

__all__ = ["DEED_EXPORTS", "EXPORTS", "DeedExport", "Export", "restore"]
