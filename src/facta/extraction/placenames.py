"""Is a name that the gazetteer knows used as the name of a place? The words, the parse and what the reader saw go in,
yes or no comes out: persons, organisations, common words and pieces of longer names are none."""

from __future__ import annotations

from facta.extraction.atlas import Atlas
from facta.extraction.tree import Tree
from facta.gazetteer import Entry, Kind
from facta.records import NamedSpan, NameKind
from facta.text import fold

NOTED = 15_000  # inhabitants of a town that is recognised although the reader saw no name there
CITY = 50_000  # of a town taken at its word where the reader saw a person or organisation
METROPOLIS = 1_000_000  # below it, "Jackson" and "Austin" are persons
ACRONYM = 4  # letters of a word in capitals that is rather an office or firm than a town
GREAT = frozenset({Kind.COUNTRY, Kind.CAPITAL, Kind.AREA, Kind.WATER})


def is_name_of_place(
    atlas: Atlas, tree: Tree, i: int, j: int, named: list[NamedSpan], entries: tuple[Entry, ...]
) -> bool:
    """Not part of a person's or organisation's name, and well enough known where the reader saw no name."""
    great = any(e.kind in GREAT for e in entries)
    if _is_word(atlas, tree, i, j, named, great) or _is_piece(atlas, tree, i, j, named, great):
        return False
    for name in named:
        whole = name.first >= i and (name.last <= j or _is_owner(tree, j))
        known = great or _stands_as_place(atlas, tree, i, name, entries) or _is_shelled(atlas, tree, i)
        if name.kind is NameKind.PLACE or (whole and known):
            continue
        return False
    return _is_known_enough(atlas, tree, i, j, bool(named), entries)


def _is_owner(tree: Tree, j: int) -> bool:
    """Does a mark of possession part the name from what belongs to it: "the United Kingdom's Health Ministry"?"""
    return j < len(tree.tokens) and tree.relation(j) == "case" and tree.tokens[j].form in ("'s", "’s", "'", "’")


def _stands_as_place(atlas: Atlas, tree: Tree, i: int, name: NamedSpan, entries: tuple[Entry, ...]) -> bool:
    """Towns that the reader took for people or organisations: great ones, and others behind "in", "near" or "on"."""
    people = max(e.population for e in entries)
    placed = _is_placed(atlas, tree, i)
    if name.kind is NameKind.PERSON:
        here = name.last == name.first + 1 and _is_at_home(atlas, tree, i, entries)
        return people >= METROPOLIS or (placed and people >= CITY) or here
    return people >= (NOTED if placed else CITY)


def _is_at_home(atlas: Atlas, tree: Tree, i: int, entries: tuple[Entry, ...]) -> bool:
    """Is the lone word a town of a country that the report speaks of, and neither who acts nor behind a title? So
    readers err on names of other scripts: "ont pris Goma", "griffen Kobane an"."""
    noted = any(e.population >= NOTED and e.country in atlas.lands for e in entries)
    if not noted or fold(tree.tokens[i].form) in atlas.usage.people:
        return False
    chain = (i, *tree.ancestors(i))
    head = next((k for k in chain if tree.relation(k) != "conj"), i)
    beside = tree.tokens[i - 1] if i else None
    tied = tree.tokens[i].head == i - 1 or (beside is not None and beside.head == i)
    titled = beside is not None and tied and beside.upos in ("NOUN", "PROPN") and not _is_kind(atlas, tree, i - 1)
    acts = tree.tokens[head].deprel in ("nsubj", "vocative", "flat", "flat:name", "appos", "iobj")
    return not titled and not acts


def _is_shelled(atlas: Atlas, tree: Tree, i: int) -> bool:
    """Whether the word is the object of shelling or bombing, or stands under a noun of it: "обстріл Херсона"."""
    head = tree.tokens[i].head
    bound = tree.relation(i) in ("obj", "nmod", "appos") or tree.tokens[i].deprel == "nsubj:pass"
    return head >= 0 and bound and atlas.shelling is not None and atlas.shelling.has(tree.tokens[head])


def _is_known_enough(atlas: Atlas, tree: Tree, i: int, j: int, named: bool, entries: tuple[Entry, ...]) -> bool:
    """Nothing that follows makes it part of an organisation's name, and the reader or the census vouches for it."""
    great = any(e.kind in GREAT for e in entries)
    after = tree.tokens[j] if j < len(tree.tokens) else None
    if names_treaty(atlas, tree, i, j):
        return False
    if after and after.form[0].isupper() and atlas.words.has("organisation_words", after.form):
        return False
    first = tree.tokens[i]
    if j == i + 1 and first.upos != "PROPN" and atlas.demonyms.country(first.form):
        return False
    if named:
        return True
    if j == i + 1 and first.upos not in ("PROPN", "ADJ", "X") and not great:
        return False
    return great or any(e.population >= NOTED for e in entries)


def names_treaty(atlas: Atlas, tree: Tree, i: int, j: int) -> bool:
    """Is the place only what an agreement is called by: "the Minsk agreements", "les accords d'Arusha"?"""
    inside = range(i, j)
    head = next((tree.tokens[k].head for k in inside if tree.tokens[k].head not in inside), -1)
    beside = [tree.tokens[k] for k in (head, j) if 0 <= k < len(tree.tokens)]
    called = any(tree.relation(k) in ("compound", "nmod", "amod", "flat", "appos") for k in inside)
    cases = [tree.tokens[c].form for k in inside for c in tree.all_children(k, "case")]
    if any(atlas.words.has("locative_words", form) for form in cases):  # "an agreement in Geneva"
        return False
    return called and any(atlas.words.has("treaty_words", token.form, token.lemma) for token in beside)


def _is_word(atlas: Atlas, tree: Tree, i: int, j: int, named: list[NamedSpan], great: bool) -> bool:
    """Is it a word for a thing, a person's name, a people or an abbreviation, that is some town's name as well?"""
    token, form = tree.tokens[i], tree.tokens[i].form
    if atlas.words.has("feature_words", " ".join(t.form for t in tree.tokens[i:j])):
        return True
    if j > i + 1 or not form[0].isupper():
        return False
    itself = any(n.kind is NameKind.PLACE and (n.first, n.last) == (i, j) for n in named)
    if len(form) == 1 or (not great and len(form) <= ACRONYM and form.isupper()):
        return True
    if not great and atlas.demonyms.country(form, token.lemma):
        return True
    if not great and fold(form) in atlas.usage.people and not (itself and _is_placed(atlas, tree, i)):
        return True
    shouted = all(t.form.isupper() for t in tree.tokens if t.form.isalpha())
    return (
        not (shouted or form.isupper())
        and atlas.usage.is_common(form)
        and not (itself and fold(form) not in atlas.usage.lower)
    )


def _is_placed(atlas: Atlas, tree: Tree, i: int) -> bool:
    before = tree.tokens[i - 1].form if i else ""
    return any(atlas.words.has(w, before) for w in ("locative_words", "target_words"))


def _is_piece(atlas: Atlas, tree: Tree, i: int, j: int, named: list[NamedSpan], great: bool) -> bool:
    """Does the name go on before or behind: "Hood" of "Fort Hood", "Star" of "Star Lake"?"""
    longer = next((n for n in named if n.kind is NameKind.PLACE and (n.first < i or j < n.last)), None)
    first, last = (longer.first, longer.last) if longer else (max(0, i - 1), min(len(tree.tokens), j + 1))
    for k in (i - 1, j):
        if not first <= k < last or not _is_name_part(atlas, tree, k, i if k < i else j - 1):
            continue
        if atlas.words.has("water_words", tree.tokens[k].form) or (longer and not _is_kind(atlas, tree, k)):
            return True
        if not named and not great and not _is_kind(atlas, tree, k):
            return True
    return False


def _is_name_part(atlas: Atlas, tree: Tree, k: int, beside: int) -> bool:
    """Is the neighbour a capitalised word of the same noun phrase, and no part word, people or day?"""
    token, other = tree.tokens[k], tree.tokens[beside]
    if not token.form[0].isupper() or token.upos not in ("PROPN", "NOUN", "ADJ"):
        return False
    if any(atlas.words.has(w, token.form) for w in ("part_words", "not_places", "joining_words")):
        return False
    if atlas.demonyms.country(token.form, token.lemma) or (k == 0 and token.upos != "PROPN"):
        return False
    return token.head == beside or other.head == k or token.head == other.head


def _is_kind(atlas: Atlas, tree: Tree, k: int) -> bool:
    """Words that say what kind of place it is do not change the name: "Sumy Oblast", "Mexico City"."""
    words = ("region_words", "district_words", "town_words")
    return any(atlas.words.has(w, tree.tokens[k].form, tree.tokens[k].lemma) for w in words)
