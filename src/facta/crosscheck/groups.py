"""From deeds told to groups: claims about the same deed, with the reason for each that joined and three counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facta.codebook.thresholds import DeedThresholds
from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.same_deed import fits, is_vague
from facta.records import Counts, Group, Origin, Place, Stance, When, digest


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
    """All deeds in groups: first those with a point on the map, then the vague ones where only one group fits."""
    limits = case.rules.deeds
    groups: list[list[tuple[Deed, str]]] = []
    for deed in [d for d in deeds if not is_vague(d)]:
        fitting = _fitting(groups, deed, limits)
        _join(groups, deed, fitting[0] if fitting else None)
    for deed in [d for d in deeds if is_vague(d)]:
        fitting = _fitting(groups, deed, limits)
        _join(groups, deed, fitting[0] if len(fitting) == 1 or (fitting and _equal(fitting, deed)) else None)
    told = [_told(case, sorted(members, key=lambda pair: pair[0].order)) for members in groups]
    return sorted(told, key=lambda t: t.deeds[0].order)


Fit = tuple[list[tuple[Deed, str]], str]


def _fitting(groups: list[list[tuple[Deed, str]]], deed: Deed, limits: DeedThresholds) -> list[Fit]:
    """Groups of which every member can be the deed, those that agree on most first."""
    found: list[Fit] = []
    for members in groups:
        reasons = [fits(member, deed, limits) for member, _ in members]
        if all(reasons):
            found.append((members, reasons[0] or ""))
    return sorted(found, key=lambda fit: -_agreement(fit[1]))


def _agreement(reason: str) -> int:
    return sum(word in reason for word in ("the same place", "the same days", "the same actor"))


def _equal(fitting: list[Fit], deed: Deed) -> bool:
    """Whether the best group names the very area that the vague deed names, and no other does."""
    exact = [reason for _, reason in fitting if deed.incident.place and "the same place" in reason]
    return len(exact) == 1 and exact[0] == fitting[0][1]


def _join(groups: list[list[tuple[Deed, str]]], deed: Deed, fit: Fit | None) -> None:
    if fit:
        fit[0].append((deed, fit[1]))
    else:
        groups.append([(deed, "")])


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
        counts=counts(case, deeds, len(independent(counted))),
        place=place,
        when=_when(deeds),
        reasons=tuple(dict.fromkeys(reason for _, reason in members if reason)),
    )
    return Told(group, deeds)


def independent(deeds: Sequence[Deed]) -> list[Origin]:
    """One origin a source. An outlet that also cites somebody for the deed adds no voice of its own, nor does hearsay
    beside a named source, nor do a state or unnamed officials beside a named speaker of their side, or of no known
    other: "the mayor" may be that speaker."""
    cited = {deed.report.id for deed in deeds if not _is_silent(deed)}
    named = {deed.source.side for deed in deeds if not deed.source.collective and deed.source.entity}
    first: dict[str, Origin] = {}
    for deed in deeds:
        if _is_silent(deed) and (deed.report.id in cited or (cited and deed.source.key.startswith("unnamed "))):
            continue
        if deed.source.collective and (deed.source.side in named or (named and _may_be_named(deed))):
            continue
        first.setdefault(deed.source.key, deed.origin)
    return list(first.values())


def _may_be_named(deed: Deed) -> bool:
    """Whether a speaker without a name may be one who is named elsewhere: nothing is known of the side."""
    return deed.source.side is None and deed.source.stance is Stance.UNKNOWN and not _is_silent(deed)


def _is_silent(deed: Deed) -> bool:
    """Whether nobody is named for it: the outlet's own voice, a copied wire, an unnamed source."""
    return deed.source.key.startswith(("own ", "wire ", "unnamed "))


def counts(case: Case, deeds: Sequence[Deed], origins: int) -> Counts:
    reports = {deed.report.id for deed in deeds}
    return Counts(len(reports), len({case.publisher(report) for report in reports}), origins)


def _place(deeds: tuple[Deed, ...]) -> Place | None:
    """The narrowest place that a member names."""
    named = [deed for deed in deeds if deed.incident.place]
    return min(named, key=lambda d: (is_vague(d), d.order)).incident.place if named else None


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
