"""From deeds told to the origins that count: each source once, and nobody twice under two names."""

from __future__ import annotations

from collections.abc import Sequence

from facta.crosscheck.deeds import Deed
from facta.crosscheck.origins import Source
from facta.records import Origin, Stance

_STATE = (None, "GOV")  # a state, or officials of whom no more is known
_ARMED = ("MIL", "COP", "SPY")  # "police" may be the colonel whose force is not named


def independent(deeds: Sequence[Deed]) -> list[Origin]:
    """One origin a source. An outlet that also cites somebody for the deed adds no voice of its own, nor does hearsay
    beside a named source, nor do unnamed officials beside a named speaker who may be one of them: "the mayor"."""
    first: dict[str, Origin] = {}
    for deed in _counting(deeds):
        first.setdefault(_voice(deed.source), deed.origin)
    return list(first.values())


def _voice(source: Source) -> str:
    """Whom the source counts as: "Sudan's army" and "the Sudanese army" are one, as no name tells them apart."""
    unnamed = source.collective and source.side and source.stance in (Stance.PARTY, Stance.THIRD_PARTY)
    return f"side {source.side} {source.sector}" if unnamed else source.key


def utterances(deeds: Sequence[Deed]) -> int:
    """How many utterances, wires and observations stand behind the sources that count."""
    return len({deed.origin.id for deed in _counting(deeds)})


def _counting(deeds: Sequence[Deed]) -> list[Deed]:
    cited = {deed.report.id for deed in deeds if not _is_silent(deed)}
    named = [deed.source for deed in deeds if deed.source.entity and not deed.source.collective]
    told = [deed for deed in deeds if not _is_hearsay(deed, cited) and not _may_be_one(deed.source, named)]
    first: dict[tuple[str, str], str] = {}
    for deed in told:
        first.setdefault((deed.report.id, _voice(deed.source)), deed.source.key)
    return [deed for deed in told if first[deed.report.id, _voice(deed.source)] == deed.source.key]


def _is_hearsay(deed: Deed, cited: set[str]) -> bool:
    """Whether the outlet, or somebody it does not name, tells what the report also cites somebody for."""
    return _is_silent(deed) and (deed.report.id in cited or (bool(cited) and deed.source.key.startswith("unnamed ")))


def _may_be_one(source: Source, named: Sequence[Source]) -> bool:
    """Whether people without a name may be somebody who is named: of one side, or of no known other, and of one
    sector, as far as is known."""
    if not source.collective or source.stance is Stance.OBSERVER:
        return False
    return any(_one_side(source, other) and _one_sector(source.sector, other.sector) for other in named)


def _one_side(source: Source, other: Source) -> bool:
    """Whether both can be of one side: the same, or one of whom no side is known; an official is of some state."""
    if source.side is None:
        return source.stance is Stance.UNKNOWN
    return source.side == other.side or (other.side is None and other.sector in ("GOV", *_ARMED))


def _one_sector(one: str | None, other: str | None) -> bool:
    return one in _STATE or other in _STATE or one == other or (one in _ARMED and other in _ARMED)


def _is_silent(deed: Deed) -> bool:
    """Whether nobody is named for it: the outlet's own voice, a copied wire, an unnamed source."""
    return deed.source.key.startswith(("own ", "wire ", "unnamed "))
