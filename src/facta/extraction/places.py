"""Place mentions of a report, resolved against the gazetteer where exactly one reading remains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from anyascii import anyascii

from facta.codebook.demonyms import Demonyms
from facta.extraction.atlas import Atlas
from facta.extraction.context import Context
from facta.extraction.neighbours import supports
from facta.extraction.placechoice import Countries, Wanted, choose, narrowed, score
from facta.extraction.placenames import names_treaty
from facta.extraction.placewords import DISTRICTS, REGIONS, TOWNS, WATERS, Setting, is_near, settings
from facta.extraction.placing import place_of, places_of
from facta.extraction.toponyms import Candidate, candidates, given
from facta.gazetteer import Entry, Kind, key
from facta.records import NameKind, Place, Precision, Span
from facta.text import fold

__all__ = ["find_places", "place_of", "places_of", "resolve_places"]

Sense = tuple[str, frozenset[Kind]]  # a name as it is compared, and the kinds of place that its words ask for

PRECISION = {
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.REGION: Precision.REGION,
    Kind.AREA: Precision.REGION,
    Kind.WATER: Precision.REGION,
    Kind.DISTRICT: Precision.DISTRICT,
}
BEYOND = 3  # words between "border" and the country on its other side
SURE_TOWN = 500_000  # inhabitants; the country of such a town counts as one the report speaks of


def find_places(context: Context) -> tuple[Place, ...]:
    """All place mentions in text order, metonymic ones among them: `place_of` tells them from locations."""
    atlas = Atlas.of(context)
    found = [c for tree in context.trees for c in candidates(context, atlas, tree)]
    countries = _countries(context, atlas, found)
    return tuple(
        sorted(
            [*_located(context, atlas, found, countries), *_unknown(context, atlas, found, countries)], key=_position
        )
    )


def resolve_places(context: Context, spans: Iterable[Span]) -> tuple[Place, ...]:
    """The places of names that somebody else has found, in text order; a name nobody knows stays unresolved."""
    atlas = Atlas.of(context)
    found = [c for tree in context.trees for span in spans if (c := given(context, atlas, tree, span))]
    known = [c for c in found if c.entries]
    located = _located(context, atlas, known, _countries(context, atlas, known))
    unknown = (Place(c.span, c.span.of(context.text)) for c in found if not c.entries)
    return tuple(sorted([*located, *unknown], key=_position))


def _position(place: Place) -> Span:
    return place.span


def _located(context: Context, atlas: Atlas, found: list[Candidate], countries: Countries) -> list[Place]:
    """The candidates as places, one sense for a name in all the report unless its own words ask for another."""
    around = settings(atlas, found)
    senses = _senses(context, found, [setting.wanted for setting in around], countries)
    places = []
    for candidate, setting in zip(found, around, strict=True):
        known, near = senses[_sense(context, candidate, setting.wanted)]
        asked = _joined(setting.wanted, known)
        chosen = choose(_text(context, candidate), candidate.entries, asked, countries, near)
        places.append(_place(context, atlas, candidate, setting, chosen))
    return places


def _sense(context: Context, candidate: Candidate, wanted: Wanted) -> Sense:
    return key(_text(context, candidate)), wanted.kinds


def _joined(asked: Wanted, known: Wanted) -> Wanted:
    """What the mention's own words ask for, or what they ask for elsewhere in the report."""
    own = asked.country is not None or asked.admin1 is not None
    return asked if own else replace(asked, country=known.country, admin1=known.admin1)


def _senses(
    context: Context, found: list[Candidate], wanted: list[Wanted], countries: Countries
) -> dict[Sense, tuple[Wanted, Mapping[Entry, float]]]:
    """For each name and kind asked for: where the report says it lies, and what the other places add to its entries."""
    texts: dict[Sense, tuple[Candidate, Wanted]] = {}
    for candidate, asked in zip(found, wanted, strict=True):
        sense = _sense(context, candidate, asked)
        if sense not in texts or (texts[sense][1].country is None and asked.country is not None):
            texts[sense] = candidate, asked
    scored = []
    for (spelling, _), (candidate, asked) in texts.items():
        name = _text(context, candidate)
        scored.append((spelling, {e: score(name, e, countries) for e in narrowed(candidate.entries, asked)}))
    near = supports(scored)
    return {sense: (asked, near[n]) for n, (sense, (_, asked)) in enumerate(texts.items())}


def _text(context: Context, candidate: Candidate) -> str:
    tokens = candidate.tree.tokens
    return context.text[tokens[candidate.first].start : tokens[candidate.last - 1].end]


def _countries(context: Context, atlas: Atlas, found: list[Candidate]) -> Countries:
    """Countries named, by people or things of theirs, and by their great towns; regions named. What a name says of
    countries does not speak for the name itself."""
    demonyms = context.codebook.page("demonyms", Demonyms)
    counts: Counter[tuple[str, str]] = Counter()
    for tree in context.trees:
        words = [t for t in tree.tokens if t.upos in ("ADJ", "NOUN", "PROPN") and len(t.form) > 3]
        counts.update(("", code) for t in words if (code := demonyms.country(t.form, t.lemma)))
    divisions: set[tuple[str, str, str]] = set()
    for candidate in found:
        spelling = key(_text(context, candidate))
        if _is_beyond(atlas, candidate):
            continue
        great = [e for e in candidate.entries if e.kind is Kind.COUNTRY or e.population >= SURE_TOWN]
        codes = {e.country for e in great if e.country}
        if len(codes) == 1:
            counts.update((spelling, code) for code in codes)
        largest = max(candidate.entries, key=lambda e: (e.population, -(e.geonameid or 0)))
        if largest.kind is Kind.REGION and largest.country and largest.admin1:
            divisions.add((spelling, largest.country, largest.admin1))
    return Countries(counts, frozenset(divisions))


def _is_beyond(atlas: Atlas, candidate: Candidate) -> bool:
    """Is the name only what lies beyond a border: "on the border with Venezuela"?"""
    before = candidate.tree.tokens[max(0, candidate.first - BEYOND) : candidate.first]
    return any(atlas.words.has("border_words", token.form, token.lemma) for token in before)


def _place(context: Context, atlas: Atlas, candidate: Candidate, setting: Setting, chosen: tuple[Entry, ...]) -> Place:
    tokens = candidate.tree.tokens
    span = Span(tokens[setting.first].start, tokens[setting.last - 1].end)
    if len(chosen) > 1:
        names = tuple(", ".join(filter(None, (e.name, e.admin1, e.country))) for e in chosen)
        return Place(span, _text(context, candidate), candidates=names)
    if setting.wanted.kinds == WATERS and chosen[0].kind not in (Kind.WATER, Kind.AREA):
        return Place(span, _text(context, candidate))  # the river is none of the towns of its name
    around = setting.wanted.kinds == REGIONS
    entry = _holder(atlas, chosen[0]) if around else _seat(atlas, candidate, setting, chosen[0])
    precision = PRECISION.get(entry.kind, Precision.TOWN)
    if setting.near and precision is Precision.TOWN:
        precision = Precision.NEAR
    if setting.wanted.kinds >= DISTRICTS and precision is Precision.TOWN:
        precision = Precision.DISTRICT
    if setting.part and entry.kind is Kind.COUNTRY:
        precision = Precision.REGION
    return Place(span, entry.name, entry.country, entry.lat, entry.lon, precision, entry.geonameid, entry.admin1)


def _holder(atlas: Atlas, entry: Entry) -> Entry:
    """The first-level division around a town: "the Kyiv region" is not Kyiv."""
    if entry.kind not in TOWNS or not entry.admin1:
        return entry
    regions = (e for e in atlas.find(entry.admin1) if e.kind is Kind.REGION and e.country == entry.country)
    return next(regions, entry)


def _seat(atlas: Atlas, candidate: Candidate, setting: Setting, entry: Entry) -> Entry:
    """The town after which a division is named, where the bare name is written: "Hodeida" is the port."""
    inside = candidate.tree.tokens[candidate.first : candidate.last]
    called = any(atlas.words.has(w, t.form, t.lemma) for t in inside for w in ("region_words", "district_words"))
    if called or setting.wanted.kinds or entry.kind not in (Kind.REGION, Kind.DISTRICT):
        return entry
    if any(e.kind in TOWNS and e.country == entry.country for e in candidate.entries):
        return entry
    here = (entry.country, entry.admin1)
    towns = (e for e in atlas.find(entry.name) if e.kind in TOWNS and key(e.name) == key(entry.name))
    named = [e for e in towns if (e.country, e.admin1) == here]
    return max(named, key=lambda e: (e.population, -(e.geonameid or 0)), default=entry)


def _unknown(context: Context, atlas: Atlas, found: Iterable[Candidate], countries: Countries) -> list[Place]:
    """Names that the reader takes for places and the gazetteer does not know in this spelling."""
    known: dict[int, list[Candidate]] = {}
    for candidate in found:
        known.setdefault(candidate.tree.index, []).append(candidate)
    people = {
        fold(token.form)
        for tree in context.trees
        for name in tree.sentence.names
        if name.kind is NameKind.PERSON
        for token in tree.tokens[name.first : name.last]
    }
    places = []
    for tree in context.trees:
        for name in tree.sentence.names:
            forms = [t.form for t in tree.tokens[name.first : name.last]]
            overlapping = any(c.first < name.last and name.first < c.last for c in known.get(tree.index, ()))
            if name.kind is not NameKind.PLACE or overlapping or people.intersection(map(fold, forms)):
                continue
            if names_treaty(atlas, tree, name.first, name.last):
                continue
            if any(_may_name(atlas, form) for form in forms):
                before = [t.form for t in tree.tokens[max(0, name.first - 4) : name.first] if t.upos != "DET"]
                span = Span(tree.tokens[name.first].start, tree.tokens[name.last - 1].end)
                places.append(_alike(context, atlas, span, countries, is_near(atlas, before)))
    return places


def _may_name(atlas: Atlas, form: str) -> bool:
    """Is the word more than a capitalised common one, a letter, a people or a body such as "Hamás"?"""
    if fold(form) in atlas.bodies:
        return False
    common = any(atlas.words.has(w, form) for w in ("not_places", "feature_words")) or len(form) == 1
    return form[0].isupper() and not common and not atlas.demonyms.country(form)


def _alike(context: Context, atlas: Atlas, span: Span, countries: Countries, near: bool) -> Place:
    """The one place of the story's country whose name sounds so, else a place that nobody knows."""
    name = span.of(context.text)
    entries = _sounding(context, atlas, name, countries.main) if countries.main else ()
    if not entries:
        return Place(span, name)
    entry, *others = choose(name, entries, Wanted(), countries)
    if others:
        return Place(span, name)
    precision = PRECISION.get(entry.kind, Precision.TOWN)
    if near and precision is Precision.TOWN:
        precision = Precision.NEAR
    return Place(span, entry.name, entry.country, entry.lat, entry.lon, precision, entry.geonameid, entry.admin1)


def _sounding(context: Context, atlas: Atlas, name: str, country: str) -> tuple[Entry, ...]:
    """The places of a country that sound like the name, in the dictionary form of its last word as well."""
    *first, last = key(name).split() or [""]
    forms = dict.fromkeys([name, *(" ".join((*first, form)) for form in atlas.dictionary_forms(last))])
    spelled = (atlas.transcribed(form) if form.isascii() else anyascii(form) for form in forms)
    return next(filter(None, (context.gazetteer.lookup_alike(form, country) for form in spelled)), ())
