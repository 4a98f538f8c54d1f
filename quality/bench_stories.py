"""Time and memory of finding who is who in many reports and of grouping them into stories, after reading: `make bench`.

    python -m quality.bench_stories [--reports 10000]

The reports are invented: words, names, places and numbers of a story with a common vocabulary around them, and a vector
near the story's own; stories have from one report to some hundreds, over two years. People are named in full or by
their surnames alone, and beside those of the story come leaders, whom a great part of all reports name. The demo's
reports, really read, are among them and must come out as they do alone. B-cubed F1 is against the stories that were
invented; who is who is timed only, since the grouping is given the invented bearers.
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
        given, surnames = vocabulary(self.chance, 1_500, 2), vocabulary(self.chance, 15_000, 4)
        self.people = [f"{self.chance.choice(given)} {self.chance.choice(surnames)}" for _ in range(20_000)]
        self.leaders = [f"{self.chance.choice(given)} {word}" for word in vocabulary(self.chance, 300, 4)]
        self.fame = [1 / (rank + 3) for rank in range(len(self.leaders))]
        self.bodies = [f"{word} council" for word in vocabulary(self.chance, 3_000, 3)]
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
        towns, body = self.chance.sample(self.towns, 3), self.chance.choice(self.bodies)
        numbers = [str(self.chance.randint(11, 90_000)) for _ in range(4)]
        day = _FIRST_DAY + timedelta(days=self.chance.randrange(730))
        centre = self.noise.normal(size=self.dimensions)
        for number in range(size):
            said = self.chance.sample(own, 15) + self.chance.choices(self.common, self.weights, k=90)
            said += self.chance.sample(numbers, 2)
            self.chance.shuffle(said)
            named = [*self.chance.sample(cast, 3), *self.chance.sample(towns, 2)]
            beside = [*self.chance.choices(self.leaders, self.fame), body]
            vector = centre + self.noise.normal(size=self.dimensions)
            published = day + timedelta(days=self.chance.randrange(6))
            yield self._claims(f"{name} {number}", name, named, beside, said, published, vector)

    def _claims(
        self, url: str, story: str, named: list[str], beside: list[str], said: list[str], day: date, vector: Floats
    ) -> Claims:
        kinds = [NameKind.PERSON] * 3 + [NameKind.PLACE] * 2 + [NameKind.PERSON, NameKind.ORGANISATION]
        bearers = list(zip([*named, *beside], kinds, strict=True))
        written = [self._written(name, kind) for name, kind in bearers]
        report = Report.of(" ".join([*written, *said]), "en", url=url, published=day)
        names, at = [], 0
        for (name, kind), form in zip(bearers, written, strict=True):
            names.append(Name(Span(at, at + len(form)), kind, name))
            at += len(form) + 1
        self.links += ((report.id, name, name) for name in named)
        self.gold[report.id] = story
        return Claims(report, tuple(names), vector=(vector / np.linalg.norm(vector)).astype(np.float32))

    def _written(self, name: str, kind: NameKind) -> str:
        """The name as a report writes it: two in five people by their surnames."""
        alone = kind is NameKind.PERSON and self.chance.random() < 0.4
        return (name.split()[-1] if alone else name).title()

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
    print(f"before: {megabytes():.0f} MB")
    began, cpu = time.perf_counter(), time.process_time()
    known = resolve(everything)
    print(f"{len(everything)} reports: {len(known.links)} names of {len(known.entities)} bearers in "
          f"{time.perf_counter() - began:.0f} s, {time.process_time() - cpu:.0f} s of CPU; most memory at once "
          f"{megabytes():.0f} MB")  # fmt: skip
    del known
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
