"""The name of a place as a person gives it, in; the one place of the gazetteer and where the report names it, out.
Of several places of one name it takes none and lists them."""

from __future__ import annotations

from collections.abc import Sequence

from facta.errors import UsageError
from facta.extraction.places import PRECISION
from facta.gazetteer import Entry, Gazetteer, Kind, key
from facta.records import Claims, Place, Precision, Span
from facta.views.review.words import occurrences

SHOWN = 8  # how many places of one name an error lists


def places(claims: Claims, names: str, numbers: str, before: Sequence[Place], near: Span) -> tuple[Place, ...]:
    """The places named, with semicolons between them; `numbers` are their GeoNames numbers, where they are given."""
    listed = [name.strip() for name in names.split(";") if name.strip()]
    given = [number.strip() for number in numbers.split(";")] if numbers.strip() else []
    if given and not listed:
        listed = [_numbered(number).name for number in given if number]
    if len(given) > len(listed):
        raise UsageError(f"geonameid: {len(given)} numbers for {len(listed)} places", "give one for each, or none")
    return tuple(
        _place(claims, name, given[n] if n < len(given) else "", before, near, n) for n, name in enumerate(listed)
    )


def _place(claims: Claims, name: str, number: str, before: Sequence[Place], near: Span, at: int) -> Place:
    same = [place for place in before if key(place.name) == key(name) and number in ("", str(place.geonameid or ""))]
    if same:
        return same[0]
    entry = _numbered(number) if number else _entry(claims, name)
    span = _mention(claims, entry, name, near) or (before[at].span if at < len(before) else None)
    if span is None:
        raise UsageError(f"place: the report does not name {name[:60]!r}", "name the place as the report does")
    return _resolved(span, entry)


def _resolved(span: Span, entry: Entry) -> Place:
    precision = PRECISION.get(entry.kind, Precision.TOWN)
    return Place(span, entry.name, entry.country, entry.lat, entry.lon, precision, entry.geonameid, entry.admin1)


def _numbered(number: str) -> Entry:
    found = Gazetteer.load().numbered(int(number)) if number.isdecimal() and len(number) < 10 else None
    if found is None:
        raise UsageError(
            f"geonameid: {number[:20]!r} is no place of the gazetteer", "leave it out to see those there are"
        )
    return found


def _entry(claims: Claims, name: str) -> Entry:
    """The one place of that name. A country, division or kind of place behind a comma says which ("Goma, town"), and so
    does the report where it is sure."""
    gazetteer = Gazetteer.load()
    entries = gazetteer.lookup(name)
    if not entries and "," in name:
        bare, *behind = (part.strip() for part in name.split(","))
        entries = tuple(e for e in gazetteer.lookup(bare) if all(_is_such(gazetteer, e, word) for word in behind))
    entries = tuple(dict.fromkeys(entries))
    if len(entries) > 1:
        read = {place.geonameid for place in claims.places if place.geonameid}
        entries = tuple(e for e in entries if e.geonameid in read) or entries
    if len(entries) == 1:
        return entries[0]
    if not entries:
        raise UsageError(f"place: no place {name[:60]!r} in the gazetteer", "give another spelling, or its geonameid")
    listed = "; ".join(map(_told, entries[:SHOWN]))
    more = f"; and {len(entries) - SHOWN} more" if len(entries) > SHOWN else ""
    raise UsageError(
        f"place: {len(entries)} places are called {name[:60]!r}",
        f"say which by its geonameid, or add town or region, or a country: {listed}{more}",
    )


def _is_such(gazetteer: Gazetteer, entry: Entry, word: str) -> bool:
    """Whether the place lies in the country or division, or is of the kind; a capital is a town."""
    country = gazetteer.country(word) or gazetteer.country(word.upper())
    in_country = country is not None and country.country == entry.country
    kinds = (entry.kind, Kind.TOWN) if entry.kind is Kind.CAPITAL else (entry.kind,)
    return in_country or key(entry.admin1 or "") == key(word) or word.casefold() in kinds


def _told(entry: Entry) -> str:
    where = ", ".join(part for part in (entry.admin1, entry.country) if part)
    return f"{entry.geonameid} {entry.name} ({entry.kind}{f', {where}' if where else ''})"


def _mention(claims: Claims, entry: Entry, name: str, near: Span) -> Span | None:
    """The mention nearest to the claim: one that was read as this place or has its name."""
    text, bare = claims.report.text, name.partition(",")[0]
    spans = {p.span for p in claims.places if p.geonameid == entry.geonameid or key(p.span.of(text)) == key(bare)}
    spans |= {span for form in (bare, entry.name) for span in occurrences(text, form, loosely=True)}
    return min(spans, key=lambda s: (max(0, s.start - near.end, near.start - s.end), s), default=None)
