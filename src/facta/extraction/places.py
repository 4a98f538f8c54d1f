"""Place mentions of a report, resolved against the gazetteer where exactly one reading remains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from facta.codebook.demonyms import Demonyms
from facta.extraction.atlas import Atlas
from facta.extraction.context import Context
from facta.extraction.placechoice import Countries, Wanted, choose
from facta.extraction.placing import place_of, places_of
from facta.extraction.toponyms import Candidate, candidates
from facta.gazetteer import Entry, Kind, key
from facta.records import NameKind, Place, Precision, Span
from facta.text import fold

__all__ = ["find_places", "place_of", "places_of"]

TOWNS = frozenset({Kind.TOWN, Kind.CAPITAL})
REGIONS = frozenset({Kind.REGION, Kind.AREA})
DISTRICTS = frozenset({Kind.DISTRICT})
PRECISION = {
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.REGION: Precision.REGION,
    Kind.AREA: Precision.REGION,
    Kind.WATER: Precision.REGION,
    Kind.DISTRICT: Precision.DISTRICT,
}
SURE_TOWN = 500_000  # inhabitants; the country of such a town counts as one the report speaks of


@dataclass(frozen=True, slots=True)
class Setting:
    """The words around a name: the tokens that belong to the place, and what they ask for."""

    first: int
    last: int
    wanted: Wanted
    near: bool = False
    part: bool = False


def find_places(context: Context) -> tuple[Place, ...]:
    """All place mentions in text order, metonymic ones among them: `place_of` tells them from locations."""
    atlas = Atlas.of(context)
    found = [c for tree in context.trees for c in candidates(context, atlas, tree)]
    countries = _countries(context, found)
    settings = _shared([_setting(atlas, c) for c in found], found)
    senses: dict[tuple[str, frozenset[Kind]], tuple[Entry, ...]] = {}
    places = []
    for number, (candidate, setting) in enumerate(zip(found, settings, strict=True)):
        wanted = _within(context, found, number, setting.wanted, countries)
        sense = (key(_text(context, candidate)), wanted.kinds)
        if sense not in senses or wanted != setting.wanted:
            senses[sense] = choose(_text(context, candidate), candidate.entries, wanted, countries)
        places.append(_place(context, atlas, candidate, setting, senses[sense]))
    return tuple(sorted([*places, *_unknown(context, atlas, found, countries)], key=lambda place: place.span))


def _text(context: Context, candidate: Candidate) -> str:
    tokens = candidate.tree.tokens
    return context.text[tokens[candidate.first].start : tokens[candidate.last - 1].end]


def _countries(context: Context, found: list[Candidate]) -> Countries:
    """Countries named, by people or things of theirs, and by their great towns."""
    demonyms = context.codebook.page("demonyms", Demonyms)
    counts: Counter[str] = Counter()
    for tree in context.trees:
        words = [t for t in tree.tokens if t.upos in ("ADJ", "NOUN", "PROPN") and len(t.form) > 3]
        counts.update(code for t in words if (code := demonyms.country(t.form, t.lemma)))
    for candidate in found:
        great = [e for e in candidate.entries if e.kind is Kind.COUNTRY or e.population >= SURE_TOWN]
        codes = {e.country for e in great if e.country}
        if len(codes) == 1:
            counts.update(codes)
    divisions = (max(c.entries, key=lambda e: (e.population, -(e.geonameid or 0))) for c in found)
    named = {(e.country, e.admin1) for e in divisions if e.kind is Kind.REGION and e.country and e.admin1}
    return Countries(counts, frozenset(named))


def _setting(atlas: Atlas, candidate: Candidate) -> Setting:
    """Reads the words before and after a name, and the noun it modifies."""
    tokens, words = candidate.tree.tokens, atlas.words
    first, last, part = candidate.first, candidate.last, False
    asked = _asked(atlas, candidate)
    if last < len(tokens) and (kinds := _kinds(atlas, tokens[last].form, tokens[last].lemma)):
        last += 1
    elif first and (kinds := _kinds(atlas, tokens[first - 1].form, tokens[first - 1].lemma)):
        first -= 1
    elif first > 1 and words.has("joining_words", tokens[first - 1].form) and not _has_country(candidate):
        kinds = _kinds(atlas, tokens[first - 2].form, tokens[first - 2].lemma)
        first -= 2 if kinds else 0
    kinds = kinds or asked
    if first and words.has("part_words", tokens[first - 1].form, tokens[first - 1].lemma):
        first, part = first - 1, True
    elif first > 1 and words.has("joining_words", tokens[first - 1].form) and _has_country(candidate):
        part = words.has("part_words", tokens[first - 2].form)
        first -= 2 if part else 0
    before = [t.form for t in tokens[max(0, first - 4) : first] if t.upos != "DET"]
    return Setting(first, last, Wanted(kinds), _is_near(atlas, before) and not part, part)


def _shared(settings: list[Setting], found: list[Candidate]) -> list[Setting]:
    """Lets a plural after the last of joined names count for all of them: "the Kyiv, Sumy and Kharkiv regions"."""
    shared = list(settings)
    for n in range(len(found) - 2, -1, -1):
        here, after, tokens = found[n], found[n + 1], found[n].tree.tokens
        follows = shared[n + 1].last > after.last or not after.tree.tokens[after.last - 1].form[0].isupper()
        between = tokens[here.last : after.first]
        joined = 0 < len(between) <= 3 and all(t.form == "," or t.upos in ("CCONJ", "DET") for t in between)
        if here.tree is after.tree and joined and follows and not shared[n].wanted.kinds:
            noun = tokens[min(shared[n + 1].last, len(tokens)) - 1]
            if fold(noun.form) != fold(noun.lemma):
                shared[n] = replace(shared[n], wanted=shared[n + 1].wanted)
    return shared


def _is_near(atlas: Atlas, before: list[str]) -> bool:
    """Do the words before a place lead to it and not into it: "near X", "10 km north of X", "cerca de X"?"""
    if before and atlas.words.has("joining_words", before[-1]):
        return len(before) > 1 and any(atlas.words.has(w, before[-2]) for w in ("near_words", "part_words"))
    return bool(before) and atlas.words.has("near_words", before[-1])


def _has_country(candidate: Candidate) -> bool:
    """Only countries have parts by such words: "the south of Sudan"; "south of Juba" is near it."""
    return any(e.kind is Kind.COUNTRY for e in candidate.entries)


def _kinds(atlas: Atlas, *forms: str) -> frozenset[Kind]:
    """The kinds of place that a common noun stands for."""
    if atlas.words.has("town_words", *forms):
        return TOWNS
    if atlas.words.has("district_words", *forms):
        return DISTRICTS
    if atlas.words.has("region_words", *forms):
        return REGIONS
    return frozenset({Kind.WATER}) if atlas.words.has("water_words", *forms) else frozenset()


def _asked(atlas: Atlas, candidate: Candidate) -> frozenset[Kind]:
    """What the noun asks for that the name and those joined with it modify: "the Kyiv and Sumy regions"."""
    tree, i = candidate.tree, candidate.head
    while tree.relation(i) == "conj":
        i = tree.tokens[i].head
    head = tree.tokens[i].head
    if head < 0 or tree.relation(i) not in ("compound", "amod", "nmod", "appos", "flat") or head < candidate.last:
        return frozenset()
    return _kinds(atlas, tree.tokens[head].form, tree.tokens[head].lemma)


def _within(context: Context, found: list[Candidate], number: int, wanted: Wanted, countries: Countries) -> Wanted:
    """Adds the region or country that follows after a comma: "Trostyanets, Sumy region", "Paris, Texas"."""
    here = found[number]
    if number + 1 == len(found) or found[number + 1].tree is not here.tree:
        return wanted
    after, tokens = found[number + 1], here.tree.tokens
    between = [t.form for t in tokens[here.last : after.first]]
    if between not in ([","], ["("]):
        return wanted
    for holder in sorted(after.entries, key=lambda e: -e.population):
        if holder.kind is Kind.COUNTRY and any(e.country == holder.country for e in here.entries):
            return replace(wanted, country=holder.country)
        if holder.kind is Kind.REGION and any(e.admin1 == holder.admin1 and e is not holder for e in here.entries):
            return replace(wanted, country=holder.country, admin1=holder.admin1)
    return wanted


def _place(context: Context, atlas: Atlas, candidate: Candidate, setting: Setting, chosen: tuple[Entry, ...]) -> Place:
    tokens = candidate.tree.tokens
    span = Span(tokens[setting.first].start, tokens[setting.last - 1].end)
    if len(chosen) > 1:
        names = tuple(", ".join(filter(None, (e.name, e.admin1, e.country))) for e in chosen)
        return Place(span, _text(context, candidate), candidates=names)
    entry = _holder(atlas, chosen[0]) if setting.wanted.kinds == REGIONS else chosen[0]
    precision = PRECISION.get(entry.kind, Precision.TOWN)
    if setting.near and precision is Precision.TOWN:
        precision = Precision.NEAR
    if setting.wanted.kinds == DISTRICTS and precision is Precision.TOWN:
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
            if any(_may_name(atlas, form) for form in forms):
                span = Span(tree.tokens[name.first].start, tree.tokens[name.last - 1].end)
                places.append(_alike(context, span, countries))
    return places


def _may_name(atlas: Atlas, form: str) -> bool:
    """Is the word more than a capitalised common one, a letter, a people or a body such as "Hamás"?"""
    if fold(form) in atlas.bodies:
        return False
    common = any(atlas.words.has(w, form) for w in ("not_places", "feature_words")) or len(form) == 1
    return form[0].isupper() and not common and not atlas.demonyms.country(form)


def _alike(context: Context, span: Span, countries: Countries) -> Place:
    """The one place of the story's country whose name sounds so, else a place that nobody knows."""
    name = span.of(context.text)
    entries = context.gazetteer.lookup_alike(name, countries.main) if countries.main else ()
    if not entries:
        return Place(span, name)
    entry, *others = choose(name, entries, Wanted(), countries)
    if others:
        return Place(span, name)
    precision = PRECISION.get(entry.kind, Precision.TOWN)
    return Place(span, entry.name, entry.country, entry.lat, entry.lon, precision, entry.geonameid, entry.admin1)
