"""What all checks of one story share: its claims in a fixed order, who is who, who is party, and whose word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facta.codebook import Codebook
from facta.codebook.publishers import Publishers
from facta.codebook.same_deed import SameDeed, same_deed
from facta.codebook.thresholds import Thresholds, thresholds
from facta.crosscheck.locals import local_sides
from facta.crosscheck.naming import agreed
from facta.crosscheck.parties import Parties, Sides, only_causes, parties
from facta.gazetteer import Gazetteer
from facta.records import Actor, Claims, Entity, Figure, NameKind, Place, Report, Span, Statement, Story
from facta.stories import Entities
from facta.stories.spelling import latin


def sourced(claims: Claims) -> Claims:
    """The claims with each figure of a headline on the word of whoever gives it below."""
    figures = tuple(_sourced(claims, figure) for figure in claims.figures)
    return claims if figures == claims.figures else replace(claims, figures=figures)


def _sourced(claims: Claims, figure: Figure) -> Figure:
    if figure.source or not figure.evidence:
        return figure
    giving = (s for s in claims.statements if any(c.covers(e) for c in s.content for e in figure.evidence))
    statement = next(giving, None)
    return replace(figure, source=statement.id) if statement else figure


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """One story, opened."""

    story: Story
    everything: tuple[Claims, ...]  # by day of publication, then id
    entities: Entities
    codebook: Codebook
    rules: Thresholds
    same_deed: SameDeed
    sides: Sides
    parties: Parties
    reports: dict[str, Report]
    claims: dict[str, Claims]  # by report
    statements: dict[str, Statement]
    judged: Mapping[str, tuple[str, bool]]  # what people said of pairs of deeds, as `unsure.judged` gives it

    @classmethod
    def of(
        cls,
        story: Story,
        claims: Sequence[Claims],
        entities: Entities,
        codebook: Codebook,
        judged: Mapping[str, tuple[str, bool]] | None = None,
    ) -> Case:
        ordered = sorted(claims, key=lambda c: (c.report.published or date.max, c.report.id))
        everything = agreed([sourced(each) for each in ordered])
        rules = thresholds(codebook)
        sides = Sides(rules.parties, entities, Gazetteer.load())
        sides = replace(sides, locals=local_sides(everything, sides))
        sides = replace(sides, only=only_causes(everything, sides))
        return cls(
            story,
            everything,
            entities,
            codebook,
            rules,
            same_deed(codebook),
            sides,
            parties(everything, sides),
            {c.report.id: c.report for c in everything},
            {c.report.id: c for c in everything},
            {s.id: s for c in everything for s in c.statements},
            judged or {},
        )

    @property
    def last_day(self) -> date | None:
        """The latest day of publication: what the story knows, it knows as of this day."""
        return max((r.published for r in self.reports.values() if r.published), default=None)

    def places_in(self, report: str, span: Span) -> tuple[Place, ...]:
        """The places that the report names within the span."""
        return tuple(place for place in self.claims[report].places if span.covers(place.span))

    def words_in(self, report: str, span: Span) -> Iterator[Span]:
        """The words of the report within the span."""
        for match in _WORD.finditer(self.reports[report].text, span.start, span.end):
            yield Span(*match.span())

    def entity(self, report: str, actor: Actor | None) -> Entity | None:
        return self.entities.of(report, actor.entity) if actor else None

    def cause(self, report: str, actor: Actor | None) -> str | None:
        return self.sides.cause(self.sides.of(report, actor))

    def is_later(self, report: str) -> bool:
        """Whether the report is of a later story of the thread."""
        return report not in self.story.reports

    def publisher(self, report: str) -> str:
        """The owner of the outlet; an unknown publisher is nobody else's."""
        this = self.reports[report]
        return self.codebook.common("publishers", Publishers).family(this.publisher, this.url) or f"report {report}"

    def naming(self, report: str, actor: Actor) -> Span | None:
        """Where the report names the actor: the mention at hand if it is a name, else the first mention that is one."""
        text = self.reports[report].text
        last = latin(actor.name).split()[-1:]
        if actor.span and last and last[0] in latin(actor.span.of(text)).split():
            return actor.span
        named = [name.span for name in self.claims[report].names if actor.entity and name.entity == actor.entity]
        return max(named, key=lambda span: (len(span), -span.start), default=actor.span)

    def is_collective(self, report: str, actor: Actor) -> bool:
        """A state, or people without a name: it may be the same voice as a named one of its side."""
        entity = self.entity(report, actor)
        return entity is None or entity.kind in (NameKind.PLACE, NameKind.GROUP)
