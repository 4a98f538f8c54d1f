"""From a word and its part of speech to its lemma: dictionaries, and forms that need the part of speech."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import simplemma

_KNOWN = frozenset({"en", "es", "uk", "ru", "fr", "de", "pl", "pt", "it", "tr"})
_INFLECTED_NAMES = frozenset({"uk", "ru", "pl"})
_CAPITAL_NOUNS = frozenset({"de"})  # "Angriffe" is a form of "Angriff", "angriffe" one of "angreifen"
_AS_WRITTEN = frozenset({"PUNCT", "SYM", "NUM", "X"})
_APOSTROPHES = str.maketrans("’ʼ`", "'''")


@cache
def _special(language: str) -> dict[str, str]:
    """Forms whose lemma depends on the part of speech, `VERB:left` to `leave`, and clitics, `n't` to `not`."""
    path = files("facta.reading") / "data" / "lemmas.toml"
    tables: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables.get(language, {})


@lru_cache(maxsize=200_000)
def lemma(form: str, upos: str, language: str) -> str:
    """The dictionary form: lower case for common words, the written form for what no dictionary knows."""
    flat = form.translate(_APOSTROPHES)
    special = _special(language)
    found = special.get(f"{upos}:{flat.lower()}") or special.get(flat.lower())
    if found:
        return found
    if upos in _AS_WRITTEN or language not in _KNOWN:
        return form if upos in ("PUNCT", "SYM", "X", "PROPN") else form.lower()
    if upos == "PROPN":
        return _name(form, flat, language)
    known = flat if upos == "NOUN" and language in _CAPITAL_NOUNS and not flat.isupper() else flat.lower()
    found = simplemma.lemmatize(known, lang=language).lower()
    return _infinitive(known, found, language) if upos in ("VERB", "AUX") else found


def _infinitive(form: str, found: str, language: str) -> str:
    """The lemma of a verb, where word lists give participles as they are: "arrêté" is "arrêter", "menace" "menacer"."""
    endings = _special(f"{language}-verbs")
    if not endings or (found != form and found.endswith(tuple(set(endings.values())))):
        return found
    for ending in sorted(endings, key=len, reverse=True):
        verb = form.removesuffix(ending) + endings[ending]
        long_enough = form.endswith(ending) and len(form) > len(ending) + 1
        if long_enough and simplemma.is_known(verb, lang=language):
            return verb
    return found


def _name(form: str, flat: str, language: str) -> str:
    """A name's nominative where names inflect and the dictionary knows it as a name, else the name as written."""
    if language not in _INFLECTED_NAMES or not flat[:1].isupper() or not simplemma.is_known(flat, lang=language):
        return form
    found = simplemma.lemmatize(flat, lang=language)
    return found if found[:1].isupper() else form
