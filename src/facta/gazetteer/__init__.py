"""Names of places and what is known of them (GeoNames, Unicode CLDR, ISO 3166), from one compact bundled file."""

from __future__ import annotations


class Gazetteer:
    """Looks up places by any spelling. Loaded once, never changed."""

    @classmethod
    def load(cls) -> Gazetteer:
        return cls()
