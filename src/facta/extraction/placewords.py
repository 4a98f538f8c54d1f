"""What the words around the name of a place ask for: candidates go in, kinds of place and holders come out, and which
tokens belong to the place. Which entry is meant is left to `placechoice`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facta.extraction.atlas import Atlas
from facta.extraction.placechoice import Wanted, narrowed, standing
from facta.extraction.toponyms import Candidate
from facta.gazetteer import Entry, Kind
from facta.records import Token
from facta.text import fold

TOWNS = frozenset({Kind.TOWN, Kind.CAPITAL})
REGIONS = frozenset({Kind.REGION, Kind.AREA})
DISTRICTS = frozenset({Kind.DISTRICT})
WATERS = frozenset({Kind.WATER})
AREAS = frozenset({Kind.COUNTRY, Kind.REGION})
LEADING = ("holding_words", "part_words", "region_words", "district_words", "town_words", "near_words")
BETWEEN = 6  # words at most between a place and the region or country that holds it
ACTORS = ("nsubj", "obj", "iobj", "vocative")  # "…, Ukraine said" holds nothing


@dataclass(frozen=True, slots=True)
class Setting:
    """The words around a name: the tokens that belong to the place, and what they ask for."""

    first: int
    last: int
    wanted: Wanted
    near: bool = False
    part: bool = False


def settings(atlas: Atlas, found: list[Candidate]) -> list[Setting]:
    """What the words around each name ask for, holders that follow among them."""
    own = [_setting(atlas, c) for c in found]
    for n in range(1, len(found)):  # "область" is the one before's in "Ошской области Киргизии"
        if found[n].tree is found[n - 1].tree and own[n].first < found[n - 1].last:
            own[n] = Setting(found[n].first, own[n].last, Wanted())
    shared = _shared(own, found)
    return [replace(s, wanted=_within(atlas, found, shared, number)) for number, s in enumerate(shared)]


def _setting(atlas: Atlas, candidate: Candidate) -> Setting:
    """Reads the words before and after a name, and the noun it modifies."""
    tokens, words = candidate.tree.tokens, atlas.words
    first, last, part = candidate.first, candidate.last, False
    kinds: frozenset[Kind] = frozenset()
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
    return Setting(first, last, Wanted(kinds), is_near(atlas, before) and not part, part)


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


def is_near(atlas: Atlas, before: list[str]) -> bool:
    """Do the words before a place lead to it and not into it: "near X", "10 km north of X", "cerca de X"?"""
    if not before:
        return False
    if len(before) > 1 and any(atlas.words.has(w, before[-1]) for w in ("joining_words", "target_words")):
        return any(atlas.words.has(w, before[-2]) for w in ("near_words", "part_words"))
    return atlas.words.has("near_words", before[-1])


def _has_country(candidate: Candidate) -> bool:
    """Only countries have parts by such words: "the south of Sudan"; "south of Juba" is near it."""
    return any(e.kind is Kind.COUNTRY for e in candidate.entries)


def _kinds(atlas: Atlas, *forms: str) -> frozenset[Kind]:
    """The kinds of place that a common noun stands for; a county is a region in one country, a district in another."""
    if atlas.words.has("town_words", *forms):
        return TOWNS
    divided = DISTRICTS if atlas.words.has("district_words", *forms) else frozenset()
    if atlas.words.has("region_words", *forms):
        return REGIONS | divided
    if divided:
        return divided
    return WATERS if atlas.words.has("water_words", *forms) else frozenset()


def _asked(atlas: Atlas, candidate: Candidate) -> frozenset[Kind]:
    """What the noun asks for that the name and those joined with it modify: "the Kyiv and Sumy regions"."""
    tree, i = candidate.tree, candidate.head
    own = i
    while tree.relation(i) == "conj":
        i = tree.tokens[i].head
    head = tree.tokens[i].head
    if head < 0 or tree.relation(i) not in ("compound", "amod", "nmod", "appos", "flat") or head < candidate.last:
        return frozenset()
    if tree.tokens[i].deprel == "nmod:poss" or (own == i and _has_another(candidate, head)):
        return frozenset()
    return _kinds(atlas, tree.tokens[head].form, tree.tokens[head].lemma)


def _has_another(candidate: Candidate, noun: int) -> bool:
    """Does another name stand right before the noun: "Энгельсе Саратовской области"?"""
    token = candidate.tree.tokens[noun - 1]
    return noun - 1 >= candidate.last and token.form[0].isupper() and token.head == noun


def _within(atlas: Atlas, found: list[Candidate], shared: list[Setting], number: int) -> Wanted:
    """Adds the region or country that follows: "Trostyanets, Sumy region", "Paris, Texas", "Belgrade in central
    Minnesota"; the name that follows must rather be an area than a town."""
    here, wanted = found[number], shared[number].wanted
    if number + 1 == len(found) or not _leads(atlas, here, found[number + 1]):
        return wanted
    holder = _likeliest(found[number + 1], shared[number + 1].wanted)
    if _likeliest(here, wanted).kind in AREAS and _in_list(found, number):
        return wanted
    if holder.kind is Kind.COUNTRY and any(e.country == holder.country and e is not holder for e in here.entries):
        return replace(wanted, country=holder.country)
    if holder.kind in (Kind.REGION, Kind.DISTRICT) and any(_holds(holder, e) for e in here.entries):
        return replace(wanted, country=holder.country, admin1=holder.admin1)
    return wanted


def _likeliest(candidate: Candidate, wanted: Wanted) -> Entry:
    return max(narrowed(candidate.entries, wanted), key=lambda e: (standing(e), -(e.geonameid or 0)))


def _leads(atlas: Atlas, here: Candidate, after: Candidate) -> bool:
    """Do the words between lead from one name to the next as to what holds it, and does the next do nothing?"""
    if after.tree is not here.tree or here.tree.relation(after.head) in ACTORS:
        return False
    return _leads_out(atlas, here.tree.tokens[here.last : after.first])


def _in_list(found: list[Candidate], number: int) -> bool:
    """Is the name one of several areas: "Alabama, Georgia, Idaho and Ohio"? "Jordan, Minnesota" is not."""
    joined = [number - 1, number + 1]
    pairs = [(found[n], found[n + 1]) for n in joined if n >= 0 and n + 1 < len(found)]
    return any(one.tree is two.tree and _is_joint(one.tree.tokens[one.last : two.first]) for one, two in pairs)


def _is_joint(between: tuple[Token, ...]) -> bool:
    return 0 < len(between) <= 2 and all(t.form == "," or t.upos == "CCONJ" for t in between)


def _holds(holder: Entry, entry: Entry) -> bool:
    same = entry.country == holder.country and entry.admin1 is not None and entry.admin1 == holder.admin1
    return same and entry is not holder and entry.kind is not Kind.REGION


def _leads_out(atlas: Atlas, between: tuple[Token, ...]) -> bool:
    """Do the words between two names lead from a place to what holds it: ", in the province of", "in central", none?"""
    if len(between) > BETWEEN:
        return False
    for token in between:
        listed = (atlas.words.has(words, token.form) for words in LEADING)
        if token.form not in (",", "(") and token.upos != "DET" and not any(listed):
            return bool(atlas.demonyms.country(token.form, token.lemma)) and token.upos == "ADJ"
    return True
