"""Which readings of the names of one report lie near each other: names with scored entries go in, what speaks for each
entry because of the places around it comes out. Which entry is meant is left to `placechoice`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from facta.gazetteer import Entry, Kind

Numbers = NDArray[np.float64]

NEAR_KM = 60.0  # at this distance two places speak for each other a third as much as side by side
SAME_DIVISION = 0.3  # how much a place of the same state or province does
DIVISION_KM = 300.0  # and at this distance a third as much
WEIGHT = 2.5  # orders of magnitude for each tenfold of support
SHARPNESS = 40.0  # support at which a place gains something over one that stands alone
ROUNDS = (
    3.0,
    2.0,
    1.0,
    1.0,
)  # orders of magnitude that count as one: first nearly all readings speak, then the likelier
MOST = 24  # readings of one name that are compared, the likeliest
EARTH_KM = 6371.0


def supports(names: Sequence[tuple[str, Mapping[Entry, float]]]) -> list[dict[Entry, float]]:
    """What the other names of the report add to the score of each entry of each name, in orders of magnitude. Entries
    of countries neither give nor take; names of one spelling do not speak for each other."""
    rows = [(n, spelling, e, score) for n, (spelling, scores) in enumerate(names) for e, score in _likeliest(scores)]
    if not rows:
        return [{} for _ in names]
    spellings = sorted({spelling for _, spelling, _, _ in rows})
    owner = np.array([n for n, *_ in rows])
    spelled = np.array([spellings.index(spelling) for _, spelling, *_ in rows])
    base = np.array([score for *_, score in rows])
    nearness = _nearness([e for _, _, e, _ in rows])
    nearness[spelled[:, None] == spelled[None, :]] = 0.0
    share = _spellings_share(owner, spelled)
    gained = np.zeros(len(rows))
    for spread in ROUNDS:
        likely = _likelihood((base + gained) / spread, owner) * share
        gained = WEIGHT * np.log10(1.0 + SHARPNESS * (nearness @ likely))
    found: list[dict[Entry, float]] = [{} for _ in names]
    for (n, _, entry, _), gain in zip(rows, gained.tolist(), strict=True):
        found[n][entry] = gain
    return found


def _likeliest(scores: Mapping[Entry, float]) -> list[tuple[Entry, float]]:
    places = [(e, score) for e, score in scores.items() if e.kind is not Kind.COUNTRY]
    return sorted(places, key=lambda row: (-row[1], row[0].geonameid or 0, row[0].name))[:MOST]


def _spellings_share(owner: NDArray[np.int64], spelled: NDArray[np.int64]) -> Numbers:
    """A spelling speaks once, in however many senses the report uses it."""
    senses = {int(s): len(set(owner[spelled == s].tolist())) for s in set(spelled.tolist())}
    return np.array([1.0 / senses[int(s)] for s in spelled])


def _likelihood(scores: Numbers, owner: NDArray[np.int64]) -> Numbers:
    """How likely each reading is among those of its name."""
    likely = np.zeros(len(scores))
    for n in sorted(set(owner.tolist())):
        own = owner == n
        weights = np.power(10.0, scores[own] - scores[own].max())
        likely[own] = weights / weights.sum()
    return likely


def _nearness(entries: list[Entry]) -> Numbers:
    """From 1 side by side towards 0 far apart."""
    lat = np.radians([e.lat for e in entries])
    lon = np.radians([e.lon for e in entries])
    half = (
        np.sin((lat[:, None] - lat) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    )
    far = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    divisions: list[tuple[str | None, str] | None] = [(e.country, e.admin1) if e.admin1 else None for e in entries]
    codes = {d: n for n, d in enumerate(dict.fromkeys(divisions))}
    numbers = np.array([codes[d] for d in divisions])
    known = np.array([d is not None for d in divisions])
    same = (numbers[:, None] == numbers[None, :]) & known[:, None]
    result: Numbers = np.maximum(np.exp(-far / NEAR_KM), SAME_DIVISION * same * np.exp(-far / DIVISION_KM))
    return result
