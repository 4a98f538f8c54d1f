"""From reports whose names are marked and identified by hand (SlavicNER) to how well facta tells who is who.

Measured is entity resolution alone: the names of each report are the annotators' (persons, organisations and, as
evidence, places: the characters as written, inflected, with their report's text), not the reader's. They go the
product's own way: `extraction.bearers` joins the names within a report, `stories.resolve` joins them across reports,
of all topics, in Russian and Ukrainian together. Roles and sides, which the product reads from the parse, are not
known here, and there is no date; so the product has more to go by than is measured.

An item is one form of a name in one report, once, however often it is written there. Two items of one kind are a pair;
a pair is right when both have the same id by hand and the same entity by facta. F1, precision and recall are over all
pairs of persons and organisations together; over pairs of a Russian and a Ukrainian report alone ("across ru/uk");
and over spellings, where every form of an id counts once in the whole set, however many reports use it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facta.extraction.bearers import bearers
from facta.records import Claims, Name, NameKind, Report, Span
from facta.stories import resolve

KINDS = {"PER": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "LOC": NameKind.PLACE}
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Marked:
    """One name as marked: its span, kind, and the annotators' id."""

    span: Span
    kind: NameKind
    id: str


@dataclass(frozen=True, slots=True)
class Item:
    """One form of a name in one report; `gold` by hand, `found` by facta."""

    language: str
    kind: NameKind
    form: str
    gold: str
    found: str


def marked_reports(folder: Path) -> Iterator[tuple[Report, list[Marked]]]:
    """Each report that has both a text and marks, in order of path."""
    for marks in sorted((folder / "ner").glob("*/*/*.tsv")):
        language, topic = marks.parent.name, marks.parent.parent.name
        text = folder / "raw" / topic / language / marks.with_suffix(".txt").name
        if text.exists():
            report = Report.of(text.read_text(encoding="utf-8"), language, path=f"{topic}/{language}/{marks.stem}")
            yield report, list(_marks(marks))


def _marks(path: Path) -> Iterator[Marked]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 6 and fields[4] in KINDS:
            yield Marked(Span(int(fields[0]), int(fields[1])), KINDS[fields[4]], fields[5])


def claims_of(report: Report, marks: list[Marked]) -> Claims:
    """What extraction hands on of these names: each with its bearer within the report."""
    found = bearers([(mark.kind, mark.span.of(report.text)) for mark in marks])
    names = (Name(mark.span, mark.kind, bearer.entity) for mark, bearer in zip(marks, found, strict=True))
    return Claims(report, tuple(names))


def items(folder: Path) -> list[Item]:
    """Every form of a person's or organisation's name in every report, with both ids."""
    reports = list(marked_reports(folder))
    everything = [claims_of(report, marks) for report, marks in reports]
    entities = resolve(everything)
    found: dict[tuple[str, str, str], Item] = {}
    for claims, (report, marks) in zip(everything, reports, strict=True):
        for name, mark in zip(claims.names, marks, strict=True):
            form, entity = " ".join(mark.span.of(report.text).split()), entities.of(report.id, name.entity)
            if mark.kind is not NameKind.PLACE and entity:
                item = Item(report.language, mark.kind, form, mark.id, entity.id)
                found.setdefault((report.id, form, mark.id), item)
    return list(found.values())


def pairs(keys: Iterable[Hashable]) -> int:
    """How many pairs of items share a key."""
    return sum(n * (n - 1) // 2 for n in Counter(keys).values())


def score(found: list[Item]) -> Scores:
    """Precision, recall and F1 over pairs."""
    within = {(i.kind, i.form, i.gold, i.found) for i in found}
    spellings = [Item("", *each) for each in sorted(within)]
    return {
        **_named("", _pairwise(found)),
        **_named("persons ", _pairwise([i for i in found if i.kind is NameKind.PERSON])),
        **_named("organisations ", _pairwise([i for i in found if i.kind is NameKind.ORGANISATION])),
        **_named("across ru/uk ", _across(found)),
        **_named("spellings ", _pairwise(spellings)),
    }


def _pairwise(found: list[Item]) -> tuple[int, int, int]:
    """Pairs that are right, found, and marked."""
    both = pairs((i.kind, i.gold, i.found) for i in found)
    return both, pairs((i.kind, i.found) for i in found), pairs((i.kind, i.gold) for i in found)


def _across(found: list[Item]) -> tuple[int, int, int]:
    """The same over pairs of two languages: all pairs less those within one."""
    every = _pairwise(found)
    single = [
        _pairwise([i for i in found if i.language == language]) for language in sorted({i.language for i in found})
    ]
    right, had, wanted = (total - sum(each) for total, *each in zip(every, *single, strict=True))
    return right, had, wanted


def _named(what: str, counts: tuple[int, int, int]) -> Scores:
    right, had, wanted = counts
    precision, recall = right / max(1, had), right / max(1, wanted)
    f1 = 2 * right / max(1, had + wanted)
    return {f"{what}pairs P": precision, f"{what}pairs R": recall, f"{what}pairs F1": f1}


def score_entities(folder: Path) -> Scores:
    """Pairwise scores of the whole folder."""
    return score(items(folder))
