"""From the direct words of one speaker in several reports to quotations: one utterance in several wordings, shown side
by side where the words differ within a language. Translations are one utterance, whatever their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facta.crosscheck import verdicts
from facta.crosscheck.casefile import Case
from facta.crosscheck.origins import Origins
from facta.crosscheck.words import listed, sentence
from facta.records import Claims, Counts, Evidence, Finding, Form, Group, NameKind, Report, Span, Statement, digest
from facta.stories.spelling import latin


@dataclass(frozen=True, slots=True)
class Quoted:
    """One report's version of what somebody said, in their own words."""

    report: Report
    statement: Statement
    span: Span
    speaker: str  # the entity's name
    origin: str
    words: frozenset[str]
    marks: frozenset[str]  # numbers and names, which translators keep

    @property
    def day(self) -> date | None:
        when = self.statement.when
        return (when.start if when else None) or self.report.published


@dataclass(frozen=True, slots=True)
class Quotation:
    """A group and its versions, earliest first."""

    group: Group
    versions: tuple[Quoted, ...]


def group_quotations(case: Case, origins: Origins) -> list[Quotation]:
    """Quotations that at least two reports carry."""
    groups: list[list[Quoted]] = []
    for quoted in (q for claims in case.everything for q in _quoted(case, claims, origins)):
        fitting = (members for members in groups if all(_one(case, member, quoted) for member in members))
        if (members := next(fitting, None)) is not None:
            members.append(quoted)
        else:
            groups.append([quoted])
    return [_quotation(case, tuple(g)) for g in groups if len({q.report.id for q in g}) > 1]


def _quoted(case: Case, claims: Claims, origins: Origins) -> Iterator[Quoted]:
    limits = case.rules.quotations
    for statement in claims.statements:
        speaker = case.entity(claims.report.id, statement.speaker)
        if statement.form is not Form.DIRECT or speaker is None or speaker.kind is not NameKind.PERSON:
            continue
        for span in statement.content:
            words = latin(span.of(claims.report.text)).split()
            stems = frozenset(w[: limits.stem] for w in words if len(w) >= limits.letters)
            if len(words) >= limits.least_words and stems:
                origin = origins.by_claim[statement.id].id
                yield Quoted(claims.report, statement, span, speaker.id, origin, stems, _marks(case, claims, span))


def _marks(case: Case, claims: Claims, span: Span) -> frozenset[str]:
    """Numbers as reckoned, and bearers of names, within the span."""
    numbers = {str(f.value) for f in claims.figures if f.value and span.overlaps(f.text)}
    numbers |= {w for w in span.of(claims.report.text).split() if w.isdigit()}
    named = [case.entities.of(claims.report.id, n.entity) for n in claims.names if span.covers(n.span)]
    return frozenset(numbers | {entity.id for entity in named if entity})


def _one(case: Case, one: Quoted, other: Quoted) -> bool:
    """Whether two versions are of one utterance: one speaker, days side by side, most words or marks in common."""
    limits = case.rules.quotations
    if one.report.id == other.report.id or one.speaker != other.speaker:
        return False
    if one.day and other.day and abs((one.day - other.day).days) > limits.days_apart:
        return False
    if one.report.language == other.report.language:
        return _share(one.words, other.words) >= limits.likeness
    return len(one.marks & other.marks) >= limits.marks and _share(one.marks, other.marks) >= limits.likeness


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / max(1, min(len(some), len(others)))


def _quotation(case: Case, versions: tuple[Quoted, ...]) -> Quotation:
    first = versions[0]
    reports = {q.report.id for q in versions}
    publishers = {case.publisher(report) for report in reports}
    name = first.statement.speaker.name if first.statement.speaker else ""
    group = Group(
        id=digest("group", "quotation", first.statement.id, first.span.start),
        kind="quotation",
        type=str(first.statement.act),
        label=name,
        claims=tuple(q.statement.id for q in versions),
        origins=tuple(dict.fromkeys(q.origin for q in versions)),
        counts=Counts(len(reports), len(publishers), 1, 1),
        reasons=("the same speaker, days side by side, and like words or the same numbers and names",),
    )
    return Quotation(group, versions)


def quotation_finding(quotation: Quotation) -> Finding | None:
    """The wordings of one utterance where they differ within a language."""
    told = {q: _normal(q) for q in quotation.versions}
    differing = [q for q in told if any(_differ(q, other) for other in told)]
    if not differing:
        return None
    words = listed([f'"{" ".join(q.span.of(q.report.text).split()).rstrip(",")}"' for q in differing])
    return Finding(
        id=digest("finding", quotation.group.id, "quotation"),
        group=quotation.group.id,
        kind="wording",
        verdict=verdicts.WORDING,
        reason=sentence(f"the reports word one quotation as {words}"),
        evidence=tuple(Evidence(q.report.id, q.span, q.statement.id) for q in differing),
        counts=quotation.group.counts,
    )


def _differ(one: Quoted, other: Quoted) -> bool:
    """Whether two versions in one language say it in other words; one that only stops earlier does not."""
    if one.report.language != other.report.language or one.report.id == other.report.id:
        return False
    a, b = _normal(one), _normal(other)
    return a not in b and b not in a


def _normal(quoted: Quoted) -> str:
    return " ".join(latin(quoted.span.of(quoted.report.text)).split())
