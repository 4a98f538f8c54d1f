"""Time and memory of grouping many reports into stories, after reading: `make bench`.

    python -m quality.bench_stories [--reports 10000]

The reports are invented: words, names, places and numbers of a story with a common vocabulary around them, and a vector
near the story's own; stories have from one report to some hundreds, over two years. The demo's reports, really read,
are among them and must come out as they do alone. B-cubed F1 is against the stories that were invented.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from facta.demo import reports_folder
from facta.pipeline import Pipeline
from facta.records import Claims, Entity, Name, NameKind, Report, Span
from facta.settings import Settings
from facta.sources import Known, load
from facta.stories import Entities, group, resolve
from quality.score_stories import bcubed

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
_FIRST_DAY = date(2023, 1, 1)
Floats = NDArray[np.float64]


def vocabulary(chance: random.Random, size: int, syllables: int) -> list[str]:
    return ["".join(chance.choices(_SYLLABLES, k=syllables)) for _ in range(size)]


class Invented:
    """Reports on invented stories, in an order that mixes them."""

    def __init__(self, count: int, dimensions: int) -> None:
        self.chance = random.Random(7)
        self.noise = np.random.default_rng(7)
        self.dimensions = dimensions
        self.common = vocabulary(self.chance, 30_000, 3)
        self.people = vocabulary(self.chance, 20_000, 4)
        self.towns = vocabulary(self.chance, 8_000, 4)
        self.weights = [1 / (rank + 20) for rank in range(len(self.common))]
        self.gold: dict[str, str] = {}
        self.links: list[tuple[str, str, str]] = []
        self.everything = list(self._reports(count))
        self.chance.shuffle(self.everything)

    def _reports(self, count: int) -> Iterator[Claims]:
        made = story = 0
        while made < count:
            size = min(count - made, int(self.chance.paretovariate(0.9)), 400)
            yield from self._story(f"story {story}", size)
            made, story = made + size, story + 1

    def _story(self, name: str, size: int) -> Iterator[Claims]:
        own = self.chance.choices(self.common, k=25) + vocabulary(self.chance, 5, 5)
        cast = self.chance.sample(self.people, 5)
        towns = self.chance.sample(self.towns, 3)
        numbers = [str(self.chance.randint(11, 90_000)) for _ in range(4)]
        day = _FIRST_DAY + timedelta(days=self.chance.randrange(730))
        centre = self.noise.normal(size=self.dimensions)
        for number in range(size):
            said = self.chance.sample(own, 15) + self.chance.choices(self.common, self.weights, k=90)
            said += self.chance.sample(numbers, 2)
            self.chance.shuffle(said)
            named = [*self.chance.sample(cast, 3), *self.chance.sample(towns, 2)]
            vector = centre + self.noise.normal(size=self.dimensions)
            published = day + timedelta(days=self.chance.randrange(6))
            yield self._claims(f"{name} {number}", name, named, said, published, vector)

    def _claims(self, url: str, story: str, named: list[str], said: list[str], day: date, vector: Floats) -> Claims:
        text = " ".join([*(name.title() for name in named), *said])
        report = Report.of(text, "en", url=url, published=day)
        names, at = [], 0
        for place, name in enumerate(named):
            kind = NameKind.PERSON if place < 3 else NameKind.PLACE
            names.append(Name(Span(at, at + len(name)), kind, name))
            self.links.append((report.id, name, name))
            at += len(name) + 1
        self.gold[report.id] = story
        return Claims(report, tuple(names), vector=(vector / np.linalg.norm(vector)).astype(np.float32))

    def entities(self, real: Entities) -> Entities:
        """The invented people and towns, beside the real ones."""
        known = {name: Entity(name, name, NameKind.PERSON) for name in self.people}
        known |= {name: Entity(name, name, NameKind.PLACE) for name in self.towns}
        by_link = {(report, own): known[entity] for report, own, entity in self.links}
        by_link |= {(r, own): entity for r, own, _ in real.links if (entity := real.of(r, own))}
        return Entities((*known.values(), *real.entities), (*self.links, *real.links), by_link)


def real() -> list[Claims]:
    """The demo's reports, read."""
    pipeline = Pipeline(Settings())
    items = load([str(reports_folder())], Known(), Settings())
    return [pipeline.claims(item) for item in items if isinstance(item, Report)]


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    arguments = parser.parse_args()
    demo = real()
    found = resolve(demo)
    alone = {frozenset(story.reports) for story in group(demo, found)}
    dimensions = next((len(claims.vector) for claims in demo if claims.vector is not None), 64)
    invented = Invented(arguments.reports - len(demo), dimensions)
    everything = [*invented.everything, *demo]
    entities = invented.entities(found)
    print(f"before grouping: {megabytes():.0f} MB")
    began, cpu = time.perf_counter(), time.process_time()
    stories = group(everything, entities)
    print(f"{len(everything)} reports: {len(stories)} stories in {time.perf_counter() - began:.0f} s, "
          f"{time.process_time() - cpu:.0f} s of CPU; most memory at once {megabytes():.0f} MB")  # fmt: skip
    placed = {report: story.id for story in stories for report in story.reports}
    print("B-cubed precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*bcubed(invented.gold, placed)))
    kept = {frozenset(story.reports) for story in stories} >= alone
    print(f"the demo's reports are grouped as they are alone: {'yes' if kept else 'no'}")


if __name__ == "__main__":
    main()
