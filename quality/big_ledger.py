"""Fills a large ledger with invented reports, for measuring how fast the pages are: see `bench_pages`.

    python -m quality.big_ledger PATH [--reports 50000]

Twenty claims a report; stories from one report to some dozens, and one of 300. The rows are those that the ledger
itself writes, put in by thousands; the findings are invented as well, since a cross-check of so many takes hours."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import insert

from facta.ledger import Ledger, checks, rows, search, tables
from facta.ledger.opened import Opened
from facta.records import Claims, CrossCheck
from quality.invented import World
from quality.invented_checks import cross_check

LARGEST = 300  # reports of the story whose dossier is measured
_AT_ONCE = 1_000  # reports in one transaction


class Bulk(Opened):
    """A ledger that takes many reports in one transaction."""

    def put(self, many: list[Claims]) -> None:
        with self._writing() as connection:
            connection.execute(insert(tables.reports), [rows.report_row(claims, "invented") for claims in many])
            for table, made in (
                (tables.passages, lambda claims: rows.passage_rows(claims.report)),
                (tables.names, rows.name_rows),
                (tables.places, rows.place_rows),
                (tables.claims, rows.claim_rows),
            ):
                connection.execute(insert(table), [row for claims in many for row in made(claims)])
            search.add(connection, ((claims.report.id, claims.report.text) for claims in many))

    def check(self, world: World, links: list[checks.Link], found: list[CrossCheck]) -> None:
        with self._writing() as connection:
            checks.replace(connection, world.entities, links, found)


def sizes(count: int, chance: random.Random) -> Iterator[int]:
    """How many reports each story has, the largest first, together `count`."""
    size = min(count, LARGEST)
    while count > 0:
        yield size
        count -= size
        size = min(count, int(chance.paretovariate(1.1)), 60)


def fill(where: str, reports: int) -> None:
    world, chance = World(people=max(100, reports // 5)), random.Random(11)
    known = {entity.id: entity for entity in world.entities}
    waiting: list[Claims] = []
    links: list[checks.Link] = []
    found: list[CrossCheck] = []
    with Bulk.open(where) as ledger:
        for size in sizes(reports, chance):
            tale = world.tale(deeds=2 + size)
            told = list(world.reports(tale, size))
            links += sorted({(c.report.id, name.entity, name.entity) for c in told for name in c.names})
            found.append(cross_check(tale.title, told, known))
            waiting += told
            if len(waiting) >= _AT_ONCE:
                ledger.put(waiting)
                waiting = []
        if waiting:
            ledger.put(waiting)
        ledger.check(world, links, found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--reports", type=int, default=50_000)
    arguments = parser.parse_args()
    began, cpu = time.perf_counter(), time.process_time()
    fill(str(arguments.path), arguments.reports)
    with Ledger.open(str(arguments.path)) as ledger:
        counts = ledger.counts()
    print(", ".join(f"{counts[name]} {name}" for name in ("reports", "claims", "entities", "stories")))
    print(f"{time.perf_counter() - began:.0f} s, {time.process_time() - cpu:.0f} s of CPU; "
          f"{arguments.path.stat().st_size / 1e6:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
