"""Names of places and what is known of them (GeoNames, Unicode CLDR, ISO 3166), from one compact bundled file.

A name in any Latin or Cyrillic spelling goes in, entries come out; which of them a text means is left to extraction.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from facta.gazetteer.entry import Entry, Kind
from facta.gazetteer.keys import key
from facta.gazetteer.variants import skeleton

__all__ = ["Entry", "Gazetteer", "Kind", "key"]

_KINDS = tuple(Kind)
NOTED = 20_000  # inhabitants of a place that is looked for under spellings no list has
SHORTEST = 5  # letters of such a spelling; shorter ones are alike by chance


class _Lines:
    """A sequence of byte strings kept as one block."""

    def __init__(self, block: NDArray[np.uint8]) -> None:
        self.bytes = block.tobytes()
        ends = np.flatnonzero(block == 10).astype(np.int64)
        self.starts = np.concatenate([[0], ends + 1])
        self.ends = np.concatenate([ends, [len(block)]])

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, i: int) -> bytes:
        return self.bytes[self.starts[i] : self.ends[i]]


class Gazetteer:
    """Looks up places by any spelling. Loaded once, never changed."""

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        self._keys = _Lines(arrays["keys"].astype(np.uint8))
        self._names = _Lines(arrays["names"].astype(np.uint8))
        self._admin1 = _Lines(arrays["admin1_names"].astype(np.uint8))
        self._codes = bytes(arrays["codes"]).decode().split("\n")
        self._columns = arrays
        pairs = [pair.split() for pair in bytes(arrays["alpha3"]).decode().split("\n")]
        self._alpha3 = {pair[0]: pair[1] for pair in pairs}
        self._alpha2 = {pair[1]: pair[0] for pair in pairs}

    @staticmethod
    def load() -> Gazetteer:
        """The gazetteer that ships with facta."""
        return _load()

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of that name, spelling folded: countries first, then by level and population."""
        wanted = key(name).encode("utf-8", "replace")
        i = bisect_left(self._keys, wanted)
        if not wanted or i == len(self._keys) or self._keys[i] != wanted:
            return ()
        starts = self._columns["starts"]
        return tuple(self._entry(int(n)) for n in self._columns["rows"][int(starts[i]) : int(starts[i + 1])])

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every folded form under which the best known place of that name can be looked up: "kyiv", "kiev", "київ"."""
        wanted = key(name).encode("utf-8", "replace")
        i = bisect_left(self._keys, wanted)
        if not wanted or i == len(self._keys) or self._keys[i] != wanted:
            return ()
        starts, rows = self._columns["starts"], self._columns["rows"]
        positions = np.flatnonzero(rows == rows[int(starts[i])])
        numbers = np.searchsorted(starts, positions, side="right") - 1
        return tuple(self._keys[int(number)].decode() for number in numbers)

    def numbered(self, geonameid: int) -> Entry | None:
        """The place with this GeoNames number."""
        found = np.flatnonzero(self._columns["geonameid"] == geonameid)
        return self._entry(int(found[0])) if len(found) else None

    def lookup_alike(self, name: str, country: str) -> tuple[Entry, ...]:
        """The larger places of a country whose names differ by habits of transcription only: a last resort."""
        wanted = skeleton(name)
        return self._alike(country).get(wanted, ()) if len(wanted) >= SHORTEST else ()

    @lru_cache(maxsize=16)  # noqa: B019
    def _alike(self, country: str) -> dict[str, tuple[Entry, ...]]:
        if country not in self._codes:
            return {}
        column = self._columns
        populous = column["population"].astype(np.int64) >= NOTED
        large = populous & (column["country"] == self._codes.index(country)) & (column["kind"] != 0)
        positions = np.flatnonzero(large[column["rows"]])
        keys = np.searchsorted(column["starts"], positions, side="right") - 1
        found: dict[str, dict[Entry, None]] = {}
        for position, number in zip(positions, keys, strict=True):
            spelling = self._keys[int(number)]
            if not spelling.isascii():  # other scripts have habits of their own
                continue
            sound = skeleton(spelling.decode())
            found.setdefault(sound, {})[self._entry(int(column["rows"][position]))] = None
        return {sound: tuple(entries) for sound, entries in found.items()}

    def country(self, name: str) -> Entry | None:
        """The country of that name or alpha-2 or alpha-3 code."""
        found = next((e for e in self.lookup(name) if e.kind is Kind.COUNTRY), None)
        return found or self.country_by_code(name)

    def country_by_code(self, code: str) -> Entry | None:
        """The country with an alpha-2 or alpha-3 code."""
        return self._countries().get(self._alpha2.get(code, code))

    def alpha3(self, code: str) -> str | None:
        """The alpha-3 code of a country: "UKR" for "UA"."""
        return self._alpha3.get(code)

    def alpha2(self, code: str) -> str | None:
        """The alpha-2 code of a country: "UA" for "UKR"."""
        return self._alpha2.get(code)

    @lru_cache(maxsize=1)  # noqa: B019
    def _countries(self) -> dict[str, Entry]:
        numbers = np.flatnonzero(self._columns["kind"] == 0)
        return {e.country: e for e in (self._entry(int(n)) for n in numbers) if e.country}

    @lru_cache(maxsize=16_384)  # noqa: B019
    def _entry(self, n: int) -> Entry:
        column = self._columns
        admin1, geonameid = int(column["admin1"][n]), int(column["geonameid"][n])
        return Entry(
            name=self._names[n].decode(),
            kind=_KINDS[int(column["kind"][n])],
            lat=int(column["lat"][n]) / 1e4,
            lon=int(column["lon"][n]) / 1e4,
            country=self._codes[int(column["country"][n])],
            admin1=self._admin1[admin1].decode() if admin1 >= 0 else None,
            geonameid=geonameid or None,
            population=int(column["population"][n]),
        )


@lru_cache(maxsize=1)
def _load() -> Gazetteer:
    with (files("facta.gazetteer") / "data" / "gazetteer.npz").open("rb") as file, np.load(file) as archive:
        return Gazetteer({name: archive[name] for name in archive.files})
