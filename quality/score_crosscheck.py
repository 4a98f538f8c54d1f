"""Checks the stories of `quality/crosscheck/` and prints how many origins and verdicts are right, and pairs of deeds.

    python quality/score_crosscheck.py [--keep FOLDER] [--only NAME …]

A finding is the right one when its group holds most of the characters that the story names; `--keep` keeps what the
reader read, so that rules can be tried without it.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claim, Claims, CrossCheck, Finding, Group, Incident, Reading, Report, Span, Statement, Story
from facta.stories import resolve
from facta.stories.spelling import latin
from quality.crosscheck_set import Expected, Mention, Tale, tales

GROUPED = {"deed": "incident", "pledge": "pledge", "figure": "figure"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was expected beside what was found for it."""

    tale: str
    expected: Expected
    found: Finding | None
    group: Group | None

    @property
    def verdict(self) -> bool:
        parts = {latin(part.label): part.verdict for part in self.found.parts} if self.found else {}
        as_parts = all(parts.get(latin(label)) == verdict for label, verdict in self.expected.parts)
        return self.found is not None and self.found.verdict == self.expected.verdict and as_parts

    @property
    def counted(self) -> bool:
        return self.group is not None and self.group.counts == self.expected.counts


@dataclass(frozen=True, slots=True)
class Checked:
    """A story's claims and cross-check, and its outcomes."""

    tale: Tale
    everything: tuple[Claims, ...]
    result: CrossCheck
    outcomes: tuple[Outcome, ...]


def checked(tale: Tale, read: Sequence[Claims]) -> Checked:
    result = cross_check(tale, read)
    return Checked(tale, tuple(read), result, tuple(_outcome(tale.name, e, result, read) for e in tale.expected))


def cross_check(tale: Tale, read: Sequence[Claims]) -> CrossCheck:
    """What is found in the tale's stories, put together."""
    entities, codebook = resolve(read), Codebook.load("en")
    told = [[claims for claims in read if claims.report.id in reports] for reports in tale.stories]
    later = [[claims for each in told[number + 1 :] for claims in each] for number in range(len(told))]
    found = [
        check(Story(f"story {number}", tale.name, reports), told[number], entities, codebook, (), later[number])
        for number, reports in enumerate(tale.stories)
    ]
    return CrossCheck(
        found[0].story,
        tuple(origin for each in found for origin in each.origins),
        tuple(group for each in found for group in each.groups),
        tuple(finding for each in found for finding in each.findings),
    )


def _outcome(name: str, expected: Expected, result: CrossCheck, read: Sequence[Claims]) -> Outcome:
    if expected.kind in GROUPED:
        groups = [g for g in result.groups if g.kind == GROUPED[expected.kind]]
        of_type = [g for g in groups if expected.type in (g.type, None)] or groups
        held = [(sum(holds(g, m, read) for m in expected.mentions), g) for g in of_type]
        most = max((count for count, _ in held), default=0)
        group = next((g for count, g in held if count == most > 0), None)
        found = next((f for f in result.findings if group and f.group == group.id and f.kind == expected.kind), None)
        return Outcome(name, expected, found, group)
    fitting = [f for f in result.findings if f.kind == expected.kind and all(shown(f, m) for m in expected.mentions)]
    return Outcome(name, expected, fitting[0] if fitting else None, None)


def shown(finding: Finding, mention: Mention) -> bool:
    return any(e.report == mention.report and e.span.overlaps(mention.span) for e in finding.evidence)


def holds(group: Group, mention: Mention, read: Sequence[Claims]) -> bool:
    """Whether a claim of the group is told by the mention's characters."""
    claims = next(c for c in read if c.report.id == mention.report)
    rows: list[Claim] = [*claims.incidents, *claims.pledges, *claims.figures]
    return any(row.id in group.claims and any(s.overlaps(mention.span) for s in telling(row)) for row in rows)


def telling(claim: Claim) -> Iterator[Span]:
    """The characters by which a claim is known: the trigger of a deed, the words of a pledge or figure."""
    if isinstance(claim, Incident):
        yield claim.trigger
    elif not isinstance(claim, Statement):
        yield claim.text
    yield from getattr(claim, "evidence", ())


def pairs(done: Checked) -> tuple[int, int, int]:
    """Right, found and expected pairs of deeds in different reports."""
    deeds = [e for e in done.tale.expected if e.kind == "deed"]
    told = [(number, mention) for number, deed in enumerate(deeds) for mention in deed.mentions]
    groups = [g for g in done.result.groups if g.kind == "incident"]
    found = {i: next((g.id for g in groups if holds(g, m, done.everything)), None) for i, (_, m) in enumerate(told)}
    across = [(i, j) for i, j in combinations(range(len(told)), 2) if told[i][1].report != told[j][1].report]
    gold = {(i, j) for i, j in across if told[i][0] == told[j][0]}
    joined = {(i, j) for i, j in across if found[i] and found[i] == found[j]}
    return len(gold & joined), len(joined), len(gold)


def read_all(chosen: Sequence[Tale], keep: Path | None) -> list[list[Claims]]:
    gazetteer = Gazetteer.load()
    return [[extract(reading(r, keep), Codebook.load(r.language), gazetteer) for r in tale.reports] for tale in chosen]


def reading(report: Report, keep: Path | None) -> Reading:
    file = keep / f"{report.id}.pickle" if keep else None
    if file and file.exists():
        kept: Reading = pickle.loads(file.read_bytes())
        return kept
    read = Reader.load().read(report)
    if file:
        file.write_bytes(pickle.dumps(read))
    return read


def scores(done: Sequence[Checked]) -> dict[str, float]:
    outcomes = [outcome for each in done for outcome in each.outcomes]
    counted = [o for o in outcomes if o.expected.counts]
    right, found, gold = (sum(column) for column in zip(*map(pairs, done), strict=True))
    precision, recall = right / max(1, found), right / max(1, gold)
    return {
        "origins counted right": sum(o.counted for o in counted) / len(counted),
        "verdicts right": sum(o.verdict for o in outcomes) / len(outcomes),
        "pairs of deeds P": precision,
        "pairs of deeds R": recall,
        "pairs of deeds F1": 2 * precision * recall / max(1e-9, precision + recall),
    }


def score_crosscheck(chosen: Sequence[Tale] | None = None, keep: Path | None = None) -> dict[str, float]:
    every = list(chosen or tales())
    return scores([checked(tale, read) for tale, read in zip(every, read_all(every, keep), strict=True)])


def _complaints(outcome: Outcome) -> Iterator[str]:
    e, found, group = outcome.expected, outcome.found, outcome.group
    if not outcome.verdict:
        yield f"{outcome.tale}: {e.kind} is {found.verdict if found else 'not found'}, should be {e.verdict}"
        if found:
            yield f"    {found.reason} {[(p.label, p.verdict) for p in found.parts]}"
    if e.counts and not outcome.counted:
        yield f"{outcome.tale}: {e.kind} has {group.counts if group else None}, should have {e.counts}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    chosen = [tale for tale in tales() if not arguments.only or tale.name in arguments.only]
    done = [checked(t, read) for t, read in zip(chosen, read_all(chosen, arguments.keep), strict=True)]
    for each in done:
        for outcome in each.outcomes:
            print(*_complaints(outcome), sep="\n", end="\n" if any(_complaints(outcome)) else "")
    for name, value in scores(done).items():
        print(f"{name:<24} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
