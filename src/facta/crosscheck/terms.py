"""From a deed told to the words by which it is compared with others: of its clause, its verb, its parties."""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook.same_deed import SameDeed
from facta.records import Actor, Claims, Incident, Span
from facta.stories.spelling import latin


@dataclass(frozen=True, slots=True)
class Terms:
    """Beginnings of words, in Latin letters, so that inflected forms and scripts meet."""

    language: str
    clause: frozenset[str]
    trigger: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    numbers: frozenset[float]

    @classmethod
    def of(cls, claims: Claims, incident: Incident, limits: SameDeed) -> Terms:
        report = claims.report

        def stems(text: str) -> frozenset[str]:
            return frozenset(w[: limits.stem] for w in latin(text).split() if len(w) >= limits.letters)

        def written(spans: tuple[Span, ...]) -> frozenset[str]:
            return frozenset(stem for span in spans for stem in stems(span.of(report.text)))

        def named(actor: Actor | None) -> frozenset[str]:
            return stems(actor.name) if actor else frozenset()

        return cls(
            language=report.language,
            clause=written((incident.text,)),
            trigger=written((incident.trigger, *incident.evidence)),
            actor=named(incident.actor),
            recipient=named(incident.recipient),
            numbers=frozenset(f.value for f in claims.figures if f.value and incident.text.covers(f.text)),
        )

    def alike(self, other: Terms) -> float:
        """Share of the words of both clauses that stand in both; 0 between languages."""
        if self.language != other.language:
            return 0.0
        return len(self.clause & other.clause) / max(1, len(self.clause | other.clause))
