"""A ledger as JSON Lines without loss, and back: one record a line, `record` says which kind it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from facta.errors import BadRecord
from facta.ledger import Ledger
from facta.ledger.bodies import KINDS, from_values, pack, to_values, unpack
from facta.records import (
    Claims,
    CrossCheck,
    Entity,
    Finding,
    Group,
    Name,
    Origin,
    Place,
    Report,
    Review,
    Story,
)
from facta.stories.corrections import claim_from

FORMAT = "facta 1"
_LISTS = {"statement": "statements", "incident": "incidents", "pledge": "pledges", "figure": "figures"}
_OF_REPORT: dict[str, tuple[str, type[Any]]] = {
    "name": ("names", Name),
    "place": ("places", Place),
    **{kind: (_LISTS[kind], record_type) for kind, record_type in KINDS.items()},
}
_OF_STORY: dict[str, tuple[str, type[Any]]] = {
    "origin": ("origins", Origin),
    "group": ("groups", Group),
    "finding": ("findings", Finding),
}


def jsonl(ledger: Ledger) -> Iterator[str]:
    """A line a record: the format, reports with their claims, entities, stories with their findings, reviews."""
    yield _line("format", {"format": FORMAT})
    makers = ledger.makers()
    for claims in ledger.claims():
        known = {"made_by": makers[claims.report.id], "vector": pack(claims.vector)}
        yield _line("report", to_values(claims.report) | known)
        for kind, (name, _) in _OF_REPORT.items():
            for record in getattr(claims, name):
                yield _line(kind, {"report": claims.report.id, "value": to_values(record)})
    for entity in ledger.entities():
        yield _line("entity", to_values(entity))
    for report, own, entity_id in ledger.entity_links():
        yield _line("link", {"report": report, "own": own, "entity": entity_id})
    for check in ledger.checks():
        yield _line("story", to_values(check.story))
        for kind, (name, _) in _OF_STORY.items():
            for record in getattr(check, name):
                yield _line(kind, {"story": check.story.id, "value": to_values(record)})
    for review in ledger.reviews():
        yield _line("review", to_values(review))


def _line(kind: str, values: dict[str, Any]) -> str:
    return json.dumps({"record": kind, **values}, ensure_ascii=False) + "\n"


@dataclass(slots=True)
class Archive:
    """What the lines of an export hold."""

    claims: dict[str, Claims] = field(default_factory=dict)
    makers: dict[str, str] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    checks: dict[str, CrossCheck] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)

    def take(self, kind: str, values: dict[str, Any]) -> None:
        """Add one record; `KeyError` or `ValueError` when it is none."""
        if kind == "report":
            made_by, vector = values.pop("made_by"), values.pop("vector")
            report = from_values(Report, values)
            self.claims[report.id] = Claims(report, vector=unpack(vector))
            self.makers[report.id] = made_by
        elif kind in _OF_REPORT:
            self.claims[values["report"]] = _with(self.claims[values["report"]], *_OF_REPORT[kind], values["value"])
        elif kind in _OF_STORY:
            self.checks[values["story"]] = _with(self.checks[values["story"]], *_OF_STORY[kind], values["value"])
        elif kind == "story":
            self.checks[values["id"]] = CrossCheck(from_values(Story, values))
        elif kind == "entity":
            self.entities.append(from_values(Entity, values))
        elif kind == "link":
            self.links.append((values["report"], values["own"], values["entity"]))
        elif kind == "review":
            self.reviews.append(_review(values))
        elif kind != "format" or values.get("format") != FORMAT:
            raise ValueError(f"unknown record {kind!r}")


def _review(values: dict[str, Any]) -> Review:
    """A decision; what it says of a claim must make one."""
    review = from_values(Review, values)
    for body in (review.before, review.after):
        if body is not None and review.kind in KINDS:
            claim_from(review.kind, body)
    return review


def _with(owner: Any, name: str, record_type: type[Any], values: Any) -> Any:
    return replace(owner, **{name: (*getattr(owner, name), from_values(record_type, values))})


def restore(lines: Iterable[str], source: str, ledger: Ledger) -> int:
    """Put an export back into a ledger and give the number of its reports. Reports and reviews are added; findings are
    those of the export."""
    archive = Archive()
    for number, line in enumerate(lines, 1):
        try:
            values = json.loads(line)
            archive.take(values.pop("record"), values)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            reason = f"not a line of facta's own export: {error}"
            raise BadRecord(
                f"{source}:{number}", reason, "give a file that facta export --format jsonl wrote"
            ) from error
    for report, claims in archive.claims.items():
        ledger.add(claims, archive.makers[report])
    ledger.replace_checks(archive.entities, list(archive.checks.values()), archive.links)
    for review in archive.reviews:
        ledger.add_review(review)
    return len(archive.claims)
