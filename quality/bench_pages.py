"""Time of the list of stories and of a large story's dossier in a large ledger, beside the queries alone: `make bench`.

    python -m quality.bench_pages [LEDGER] [--reports 50000]

LEDGER is one that `quality.big_ledger` filled; where there is none, it is filled first. The pages are asked of the real
application in this process, made ready as `facta serve` makes it, after one request; each row is the median of some.
CPU time tells what the server does; the time on the clock says the same on a machine that does nothing else."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fastapi.testclient import TestClient

from facta.ledger import Ledger, StoryFilter
from facta.views.server import app
from facta.views.server.warm import warm
from quality.big_ledger import fill

TIMES = 7
Row = tuple[str, str, Callable[[], object]]  # the address, what is asked of the ledger alone for it, and that


def lists() -> list[tuple[str, StoryFilter]]:
    return [
        ("/", StoryFilter()),
        ("/?sort=contested", StoryFilter(sort="contested")),
        ("/?place=Khartoum&verdict=denied", StoryFilter(place="Khartoum", verdict="denied")),
        ("/?q=rockets+kabul", StoryFilter(words="rockets kabul")),
        ("/?language=uk&sort=contested", StoryFilter(language="uk", sort="contested")),
    ]


def rows(ledger: Ledger) -> list[Row]:
    """The pages, each with the queries that it needs."""
    found: list[Row] = [(path, "story_page", partial(ledger.story_page, asked)) for path, asked in lists()]
    story = max(ledger.story_page(limit=100_000).lines, key=lambda line: line.reports).story

    def dossier() -> None:
        ledger.check(story.id)
        ledger.claims_of_many(story.reports, bare=True)
        ledger.entities_of(story.reports)

    found.append((f"/stories/{story.id}", f"{len(story.reports)} reports", dossier))
    found.append(("/search?q=rockets+kabul", "search", lambda: ledger.search("rockets kabul")))
    found.append((f"/reports/{story.reports[0]}", "claims_of", lambda: ledger.claims_of(story.reports[0])))
    return found


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the clock and of CPU: the median of some turns after one that warms up."""
    work()
    clock, cpu = [], []
    for _ in range(TIMES):
        began, spent = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - began)
        cpu.append(time.process_time() - spent)
    return 1_000 * statistics.median(clock), 1_000 * statistics.median(cpu)


def run(path: Path) -> None:
    with Ledger.open(str(path), create=False) as ledger:
        counts = ledger.counts()
        print(f"{counts['reports']} reports, {counts['claims']} claims, {counts['stories']} stories")
        with TestClient(app(str(path)), base_url="http://localhost") as client:
            warm()
            print(f"{'page':34}{'ms':>7}{'CPU ms':>8}{'kB':>7}   queries alone: ms, CPU ms")
            for address, what, queries in rows(ledger):
                answer = client.get(address)
                answer.raise_for_status()
                page, alone = measured(partial(client.get, address)), measured(queries)
                shown = address if len(address) < 34 else address[:30] + "…"
                print(f"{shown:34}{page[0]:7.0f}{page[1]:8.0f}{len(answer.content) / 1e3:7.0f}"
                      f"   {what}: {alone[0]:.0f}, {alone[1]:.0f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path, nargs="?")
    parser.add_argument("--reports", type=int, default=50_000)
    arguments = parser.parse_args()
    if arguments.ledger and arguments.ledger.exists():
        run(arguments.ledger)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.ledger or Path(folder) / "big.db"
        began = time.perf_counter()
        fill(str(path), arguments.reports)
        print(f"a ledger filled in {time.perf_counter() - began:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        run(path)


if __name__ == "__main__":
    main()
