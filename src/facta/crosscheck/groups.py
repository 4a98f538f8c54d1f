"""From deeds told to groups: claims about the same deed, with the reason for each that joined and three counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.independence import independent, utterances
from facta.crosscheck.linking import Members, linked
from facta.crosscheck.same_deed import is_vague
from facta.crosscheck.unsure import tied
from facta.records import Counts, Group, Place, When, digest


@dataclass(frozen=True, slots=True)
class Told:
    """A group and the deeds in it, earliest first."""

    group: Group
    deeds: tuple[Deed, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody whom somebody names as the one who did it."""
        return tuple(sorted({deed.actor for deed in self.deeds if deed.actor and deed.affirmed}))


def group_deeds(case: Case, deeds: list[Deed]) -> list[Told]:
    """All deeds in groups, each family of types by itself; people join what the machine left apart."""
    by_type: dict[str, list[Deed]] = {}
    for deed in sorted(deeds, key=lambda d: (is_vague(d), d.order)):
        by_type.setdefault(case.same_deed.family(deed.incident.type), []).append(deed)
    groups = confirmed(case, [members for same in by_type.values() for members in linked(case, same)])
    told = [_told(case, sorted(members, key=lambda pair: pair[0].order)) for members in groups]
    return sorted(told, key=lambda t: t.deeds[0].order)


def confirmed(case: Case, groups: list[Members]) -> list[Members]:
    """The groups, those joined of which a person said that they are one deed."""
    kept: list[Members] = []
    for members in groups:
        deeds = [deed for deed, _ in members]
        one = next((m for m in kept if tied(case.judged, [deed for deed, _ in m], deeds)), None)
        if one is None:
            kept.append(members)
        else:
            one += [(members[0][0], "a person says that it is the same deed"), *members[1:]]
    return kept


def _told(case: Case, members: list[tuple[Deed, str]]) -> Told:
    deeds = tuple(deed for deed, _ in members)
    first = deeds[0]
    place = _place(deeds)
    counted = [d for d in deeds if d.affirmed] or list(deeds)
    group = Group(
        id=digest("group", "incident", first.id),
        kind="incident",
        type=first.incident.type,
        label=_label(first, place),
        claims=tuple(deed.id for deed in deeds),
        origins=tuple(origin.id for origin in independent(counted)),
        counts=counts(case, deeds, counted),
        place=place,
        when=_when(deeds),
        reasons=tuple(dict.fromkeys(reason for _, reason in members if reason)),
    )
    return Told(group, deeds)


def counts(case: Case, deeds: Sequence[Deed], counted: Sequence[Deed]) -> Counts:
    """Reports and publishers of all the deeds, origins and utterances of those that count."""
    reports = {deed.report.id for deed in deeds}
    publishers = {case.publisher(report) for report in reports}
    return Counts(len(reports), len(publishers), len(independent(counted)), utterances(counted))


def _place(deeds: tuple[Deed, ...]) -> Place | None:
    """The narrowest place that a member names."""
    named = [deed for deed in deeds if deed.place]
    return min(named, key=lambda d: (is_vague(d), d.order)).place if named else None


def _when(deeds: tuple[Deed, ...]) -> When | None:
    """All the days that members name; `None` when no member names one."""
    dated = [d for d in deeds if d.incident.when and d.incident.when.start and d.first and d.last]
    if not dated:
        return None
    return When(None, min(d.first for d in dated if d.first), max(d.last for d in dated if d.last))


def _label(first: Deed, place: Place | None) -> str:
    """The PLOVER type in plain letters, as "Assault (heavy weapons), Machala"."""
    mode = f" ({first.incident.mode.replace('-', ' ')})" if first.incident.mode else ""
    kind = first.incident.type.capitalize() + mode
    return f"{kind}, {place.name}" if place else kind
