"""From deeds told to groups: claims about the same deed, with the reason for each that joined and three counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.fitting import Fit, Members, can_be_one, confirmed, fits, merged
from facta.crosscheck.independence import independent, utterances
from facta.crosscheck.same_deed import is_vague
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
    """All deeds in groups: first those with a point on the map, then the vague ones where one group fits best."""
    groups: list[Members] = []
    for deed in sorted(deeds, key=lambda d: (is_vague(d), d.order)):
        fitting = fits(case, groups, deed)
        if fitting and _is_joined(case, deed, fitting):
            fitting[0].members.append((deed, fitting[0].likeness.sentence))
        else:
            groups.append([(deed, "")])
    groups = confirmed(case, merged(case, groups))
    told = [_told(case, sorted(members, key=lambda pair: pair[0].order)) for members in groups]
    return sorted(told, key=lambda t: t.deeds[0].order)


def _is_joined(case: Case, deed: Deed, fitting: list[Fit]) -> bool:
    """Whether the best of the groups is the deed's: likely enough, and for a vague deed clearly likelier than any other
    that cannot be the same deed as the best."""
    best, others = fitting[0], fitting[1:]
    if best.score < case.same_deed.join:
        return False
    near = [other for other in others if best.score - other.score < case.same_deed.margin]
    return not is_vague(deed) or all(can_be_one(case, best.members, other.members) for other in near)


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
