"""From mentions in one report to one incident a deed, the rest as its evidence. Sees no other report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facta.extraction.placing import is_finer
from facta.records import Actor, Incident, PassageRole, Place, Precision, Span, Status, When

REACH = 1500  # characters; "the attack" further on points to another one, or to all of them
ROOT = 4  # letters that two words of one root share at least
SAME_ROOT = 0.6  # and of the shorter one: "затримати" and "затримання" share seven of nine
_TOLD = frozenset({Status.REPORTED, Status.ATTRIBUTED})
_AREAS = frozenset({Precision.COUNTRY, Precision.REGION, Precision.DISTRICT})


@dataclass(frozen=True, slots=True)
class Mention:
    """An incident with what helps to recognise the deed again."""

    incident: Incident
    word: str  # the trigger's lemma
    definite: bool  # "the attack", "these talks"
    role: PassageRole
    causes: tuple[Span, ...] = ()  # triggers beside it whose harm it is: the strike of "the strike killed two"
    articled: bool = True  # without articles a noun points back only to what has its root: "обстріляли … обстріл"


def fold_mentions(mentions: list[Mention]) -> tuple[Incident, ...]:
    """One incident a deed in text order; a deed told in headline and body keeps the body's words."""
    deeds: list[list[Mention]] = []
    for mention in mentions:
        same = next((deed for deed in reversed(deeds) if is_same(deed, mention)), None)
        if same is None:
            deeds.append([mention])
        else:
            same.append(mention)
    found = [joined(deed) for deed in deeds]
    return tuple(sorted(found, key=lambda incident: incident.trigger))


def joined(deed: list[Mention]) -> Incident:
    """The fullest mention in the body, completed from the others; their triggers become its evidence."""
    body = [m for m in deed if m.role is not PassageRole.HEADLINE] or deed
    main = body[0].incident
    others = [m.incident for m in deed if m.incident is not main]
    triggers = [m.incident.trigger for m in deed]
    main = replace(main, actor=_party(main.actor, triggers))
    for other in others:
        main = replace(
            main,
            mode=main.mode or other.mode,
            actor=main.actor or _party(other.actor, triggers),
            recipient=main.recipient or other.recipient,
            place=_finer(main.place, other.place),
            when=_known(main.when, other.when),
            contexts=tuple(dict.fromkeys((*main.contexts, *other.contexts))),
        )
    return replace(main, evidence=tuple(sorted(other.trigger for other in others)))


def _known(own: When | None, other: When | None) -> When | None:
    """The time that is known to the day, where only one is: "a day after the talks" alone tells no day."""
    return own if own is not None and (own.start is not None or other is None) else other


def _finer(own: Place | None, other: Place | None) -> Place | None:
    """The place that says more exactly where: "the shelling of the region killed two in the town"."""
    return other if own is None or (other is not None and is_finer(other, own)) else own


def _party(actor: Actor | None, triggers: list[Span]) -> Actor | None:
    """The actor, unless it is the deed itself: "the air strike killed two"."""
    own = actor is not None and actor.span is not None and any(actor.span.covers(t) for t in triggers)
    return None if own else actor


def is_same(deed: list[Mention], mention: Mention) -> bool:
    """Whether the mention tells the deed again: nothing speaks against it, and something speaks for it."""
    if any(_is_harm(known, mention) for known in deed):
        return True
    if any(differs(known.incident, mention.incident) for known in deed):
        return False
    return any(_resembles(known, mention) for known in deed)


def _is_harm(a: Mention, b: Mention) -> bool:
    """Whether one of the two is the harm that the other did."""
    if kind_of(a.incident.status) != kind_of(b.incident.status):
        return False
    return b.incident.trigger in a.causes or a.incident.trigger in b.causes


def differs(a: Incident, b: Incident) -> bool:
    """Whether two mentions cannot be of one deed."""
    if a.type != b.type or kind_of(a.status) != kind_of(b.status) or a.historical != b.historical:
        return True
    if (
        a.mode
        and b.mode
        and a.mode != b.mode
        and not {a.mode, b.mode} <= {"aerial", "heavy-weapons", "destroy", "explosives", "drone"}
    ):
        return True
    return (
        other_actor(a.actor, b.actor)
        or other_actor(a.recipient, b.recipient)
        or _apart(a.place, b.place)
        or _at_other_time(a.when, b.when)
    )


def kind_of(status: Status) -> str:
    """Statuses that may be told of one deed: the outlet's voice and somebody's word count as one."""
    return "told" if status in _TOLD else status.value


def other_actor(a: Actor | None, b: Actor | None) -> bool:
    """Whether the two can share no party: "Chad and Niger" may be told again as "Niger"."""
    if a is None or b is None:
        return False
    return all(_other_party(one, two) for one in a.parties for two in b.parties)


def _other_party(a: Actor, b: Actor) -> bool:
    if (a.entity is not None and a.entity == b.entity) or a.name == b.name:
        return False
    if a.side and b.side:
        return a.side.split()[0] != b.side.split()[0]
    return a.entity is not None and b.entity is not None


def _apart(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.name == b.name:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    if Precision.COUNTRY in (a.precision, b.precision):
        return False
    return not (a.admin1 and a.admin1 == b.admin1 and (a.precision in _AREAS or b.precision in _AREAS))


def _at_other_time(a: When | None, b: When | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return a.end < b.start or b.end < a.start


def _resembles(known: Mention, mention: Mention) -> bool:
    a, b = known.incident, mention.incident
    shared = sum(
        (
            _one_actor(a.actor, b.actor),
            _one_actor(a.recipient, b.recipient),
            a.place is not None and b.place is not None and a.place.name == b.place.name,
        )
    )
    back = mention.definite and (mention.articled or _of_one_root(known.word, mention.word))
    if back and (b.actor is None or b.recipient is None) and _points_to(a, b):
        return True
    return shared >= 2 or (shared == 1 and known.word == mention.word)


def _of_one_root(one: str, other: str) -> bool:
    """Whether the two words begin alike for most of the shorter one."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(ROOT, round(min(len(one), len(other)) * SAME_ROOT))


def _points_to(a: Incident, b: Incident) -> bool:
    """Whether "the attack" may mean the deed: told shortly before, and not of a kind of its own."""
    return b.trigger.start - a.trigger.end < REACH and (b.mode is None or b.mode == a.mode)


def _one_actor(a: Actor | None, b: Actor | None) -> bool:
    return a is not None and b is not None and not other_actor(a, b)
