"""From groups of deeds to findings: corroborated, told by one side, single, disputed or denied, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facta.crosscheck import verdicts
from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.evidence import PLURAL, of_deeds, voice, written
from facta.crosscheck.groups import Told, counts
from facta.crosscheck.independence import independent
from facta.crosscheck.words import listed, many, sentence
from facta.records import Finding, Origin, digest


def deed_finding(case: Case, told: Told) -> Finding:
    """What the reports' agreement on one deed amounts to."""
    affirming = [deed for deed in told.deeds if deed.affirmed]
    denying = [deed for deed in told.deeds if not deed.affirmed]
    origins = independent(affirming)
    verdict = _verdict(told, affirming, denying, origins)
    return Finding(
        id=digest("finding", told.group.id, "deed"),
        group=told.group.id,
        kind="deed",
        verdict=verdict,
        reason=_reason(case, told, verdict, affirming, denying, origins),
        evidence=of_deeds(case, told.deeds),
        counts=counts(case, told.deeds, affirming or denying),
    )


def _verdict(told: Told, affirming: list[Deed], denying: list[Deed], origins: list[Origin]) -> str:
    if not affirming:
        return verdicts.DENIED
    if denying or len(told.actors) > 1:
        return verdicts.DISPUTED
    if len(origins) < 2:
        return verdicts.SINGLE
    return verdicts.CORROBORATED if len(verdicts.sides(origins)) > 1 else verdicts.ONE_SIDE


def _reason(
    case: Case, told: Told, verdict: str, affirming: list[Deed], denying: list[Deed], origins: list[Origin]
) -> str:
    if verdict == verdicts.DENIED:
        return sentence(f"only its denial is reported: by {voices(case, denying)}")
    if verdict == verdicts.DISPUTED and len(told.actors) > 1:
        return sentence("; ".join(_accusations(case, told, affirming)))
    if verdict == verdicts.DISPUTED:
        return sentence(f"reported by {voices(case, affirming, origins)}; denied by {voices(case, denying)}")
    if verdict == verdicts.SINGLE:
        return sentence(f"known from one origin: {voices(case, affirming, origins)}")
    of_sides = "all of one side" if verdict == verdicts.ONE_SIDE else "not all of one side"
    return sentence(f"told by {many(len(origins), 'origin')}, {of_sides}: {voices(case, affirming, origins)}")


def _accusations(case: Case, told: Told, affirming: list[Deed]) -> list[str]:
    """For each actor named: who names it."""
    found = []
    for cause in told.actors:
        naming = [deed for deed in affirming if deed.actor == cause]
        names = [written(case, deed.report, deed.incident.actor) for deed in naming if deed.incident.actor]
        found.append(f"{voices(case, naming)} says that it was {names[0]}")
    return found


def voices(case: Case, deeds: Sequence[Deed], origins: Sequence[Origin] | None = None) -> str:
    """Who tells of the deeds, each source once, as their reports name them; only the given origins when given."""
    chosen = {origin.id for origin in origins} if origins is not None else None
    named: dict[str, str] = {}
    for deed in deeds:
        if chosen is None or deed.origin.id in chosen:
            named.setdefault(deed.source.key, voice(case, deed.report, deed.incident.source, deed.source.kind))
    times = Counter(named.values())
    return listed([name if times[name] == 1 or name not in PLURAL else PLURAL[name] for name in named.values()])
