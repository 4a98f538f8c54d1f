"""The name of a party as a person gives it, in; who that is in the report, with the nearest mention, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facta.errors import UsageError
from facta.records import Actor, Claims, Span, Statement
from facta.stories.bearers import actors
from facta.text import fold
from facta.views.review.words import occurrences

SHOWN = 8  # how many names an error lists


def party(everything: Sequence[Claims], name: str, near: Span, field: str) -> Actor | None:
    """Who the report calls so; `None` for no name. Somebody whom the report does not name is nobody's evidence.
    `everything` is the report's claims as they stand, and as the machine reads them: rejected ones know people too."""
    claims = everything[0]
    wanted = fold(" ".join(name.split()))
    if not wanted:
        return None
    known = [actor for actor in _cast(everything) if wanted in (fold(actor.name), _mention(claims, actor))]
    if known:
        nearest = min(known, key=lambda a: (not a.entity, _distance(a.span, near), a.span or near))
        return replace(nearest, joined=())
    places = occurrences(claims.report.text, name, loosely=True)
    if not places:
        raise UsageError(f"{field}: the report does not name {name[:60]!r}", _remedy(everything))
    span = min(places, key=lambda one: (_distance(one, near), one))
    return _named(everything, span) or Actor(span, " ".join(span.of(claims.report.text).split()))


def statement_of(claims: Claims, name: str, near: Span, field: str) -> Statement | None:
    """The statement of this speaker in which the words stand: a claim stands on somebody's word through it."""
    if not name.strip():
        return None
    wanted = fold(" ".join(name.split()))
    own = [s for s in claims.statements if s.speaker and wanted in (fold(s.speaker.name), _mention(claims, s.speaker))]
    holding = [s for s in own if any(content.covers(near) for content in s.content)]
    touching = holding or [s for s in own if any(content.overlaps(near) for content in s.content)]
    fitting = touching or own
    if touching or len(fitting) == 1:
        return min(fitting, key=lambda s: sum(map(len, s.content)))  # the innermost of several that hold the words
    if not own:
        raise UsageError(
            f"{field}: nothing in the report is read as said by {name[:60]!r}", "add the statement as missed first"
        )
    raise UsageError(
        f"{field}: the words are in none of the {len(own)} statements of {name[:60]!r}", "correct the statement first"
    )


def _cast(everything: Sequence[Claims]) -> Iterator[Actor]:
    for actor in (actor for claims in everything for actor in actors(claims)):
        yield from actor.parties


def _mention(claims: Claims, actor: Actor) -> str:
    return fold(" ".join(actor.span.of(claims.report.text).split())) if actor.span else ""


def _named(everything: Sequence[Claims], span: Span) -> Actor | None:
    """Whoever a name of the report stands for, as the report's other claims know him or her."""
    claims = everything[0]
    name = next((n for n in claims.names if n.span.overlaps(span)), None)
    if name is None:
        return None
    known = next((actor for actor in _cast(everything) if actor.entity == name.entity), None)
    written = " ".join(name.span.of(claims.report.text).split())
    return Actor(span, known.name if known else written, name.entity, known.side if known else None)


def _distance(span: Span | None, near: Span) -> int:
    if span is None:
        return 1 << 30
    return max(0, span.start - near.end, near.start - span.end)


def _remedy(everything: Sequence[Claims]) -> str:
    names = dict.fromkeys(actor.name for actor in _cast(everything))
    listed = ", ".join(list(names)[:SHOWN])
    return "write the name as the report does" + (f"; it has: {listed}" if listed else "")
