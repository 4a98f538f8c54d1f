"""From a deed told to the words by which it is compared with others: of its clause, its verb, its parties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from facta.codebook.same_deed import SameDeed
from facta.records import Actor, Claims, Incident, Span
from facta.stories.spelling import latin


@dataclass(frozen=True, slots=True)
class Terms:
    """Beginnings of words, in Latin letters, so that inflected forms and scripts meet."""

    language: str
    clause: frozenset[str]
    trigger: frozenset[str]
    acts: frozenset[int]  # rows of `acts` that its words are of
    actor: frozenset[str]
    recipient: frozenset[str]
    numbers: frozenset[float]
    tolls: frozenset[tuple[str, float]]  # what is counted, and how many

    @classmethod
    def of(cls, claims: Claims, incident: Incident, limits: SameDeed) -> Terms:
        report = claims.report

        def stems(text: str) -> frozenset[str]:
            return frozenset(w[: limits.stem] for w in latin(text).split() if len(w) >= limits.letters)

        def words_in(span: Span) -> list[str]:
            return [word for word in latin(span.of(report.text)).split() if len(word) >= limits.told_letters]

        def written(spans: tuple[Span, ...]) -> frozenset[str]:
            return frozenset(stem for span in spans for stem in stems(span.of(report.text)))

        def named(actor: Actor | None) -> frozenset[str]:
            return stems(actor.name) if actor else frozenset()

        told = [word for span in (incident.trigger, *incident.evidence) for word in words_in(span)]
        figures = [f for f in claims.figures if f.value and incident.text.covers(f.text)]
        parts = named(incident.actor) | named(incident.recipient)  # which are compared by themselves
        return cls(
            language=report.language,
            clause=written((incident.text,)) - parts - frozenset(word[: limits.stem] for word in told),
            trigger=frozenset(word[: limits.stem] for word in told),
            acts=frozenset(row for word in told if (row := _act_of(word, limits.acts)) is not None),
            actor=named(incident.actor),
            recipient=named(incident.recipient),
            numbers=frozenset(f.value for f in figures if f.value),
            tolls=frozenset((f.counts, f.value) for f in figures if f.value and f.counts),
        )

    def counts_other_than(self, other: Terms, ratio: float) -> bool:
        """Whether both count the same thing, and one far more of it: the dead of a day and those of a year."""
        both = ((a, b) for kind, a in self.tolls for other_kind, b in other.tolls if kind == other_kind)
        return any(max(a, b) > ratio * min(a, b) for a, b in both)

    def alike(self, other: Terms) -> float:
        """Share of the words of both clauses that stand in both; 0 between languages."""
        if self.language != other.language:
            return 0.0
        return len(self.clause & other.clause) / max(1, len(self.clause | other.clause))


@lru_cache(maxsize=8)
def _beginnings(acts: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """The beginnings of words for acts in Latin letters, with the number of their row."""
    return {latin(start): row for row, starts in enumerate(acts) for start in starts}


def _act_of(word: str, acts: tuple[tuple[str, ...], ...]) -> int | None:
    """The row with the longest beginning that the word has."""
    known = _beginnings(acts)
    return next((known[word[:size]] for size in range(len(word), 0, -1) if word[:size] in known), None)
