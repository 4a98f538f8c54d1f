"""From a text to the code of its language, and from what people write for a language to that code."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from facta.codebook import Codebook
from facta.codebook.function_words import FunctionWords

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_ENOUGH = 400  # more change no decision
_HITS_ENOUGH = 4
_SURE = 0.35  # names alone get 0.1 to 0.2 for the best of twenty languages, a sentence of four words 0.8
_MARGIN = 1.4  # Spanish against Galician or Catalan reaches 1.6 in a sentence, a headline of names alone stays below


def detect(text: str, codebook: Codebook) -> str | None:
    """The language of the text, by its small words where they decide, else by a model; `None` without words.

    >>> detect("Мер повідомив про двох загиблих.", Codebook.load("en"))
    'uk'
    """
    words = _first_words(text)
    if not words:
        return None
    ranked = _hits(words, codebook).most_common(2)
    if ranked and ranked[0][1] >= _HITS_ENOUGH:
        second = ranked[1][1] if len(ranked) > 1 else 0
        if ranked[0][1] >= _MARGIN * second:
            return ranked[0][0]
    return _by_model(" ".join(words), codebook)


def code(name: str, codebook: Codebook) -> str:
    """The ISO 639-1 code for "es", "es-MX", "Spanish" or "español"; anything else is given back in lower case."""
    plain = name.strip().casefold()
    for tongue, known in codebook.common("function_words", FunctionWords).languages.items():
        if plain in {known.name.casefold(), *known.names}:
            return tongue
    return re.split(r"[-_]", plain)[0]


def name_of(language: str, codebook: Codebook) -> str:
    """The English name and the code, "Polish (pl)", or the code alone."""
    known = codebook.common("function_words", FunctionWords).languages.get(language)
    return f"{known.name} ({language})" if known else repr(language)


def _first_words(text: str) -> list[str]:
    words: list[str] = []
    for match in _WORD.finditer(text):
        words.append(match.group().casefold())
        if len(words) == _WORDS_ENOUGH:
            break
    return words


def _hits(words: list[str], codebook: Codebook) -> Counter[str]:
    """How many of the words are small words of each language, or hold a letter that marks it."""
    hits: Counter[str] = Counter()
    tongues = codebook.common("function_words", FunctionWords).languages
    counted = Counter(words)
    for language, tongue in tongues.items():
        letters = set(tongue.letters)
        hits[language] = sum(n for word, n in counted.items() if word in tongue.words or letters.intersection(word))
    return +hits


@lru_cache(maxsize=1)
def _identifier(candidates: tuple[str, ...]) -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # takes most of a second, and is seldom needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(candidates)
    return identifier


def _by_model(text: str, codebook: Codebook) -> str | None:
    candidates = tuple(codebook.common("function_words", FunctionWords).languages)
    language, confidence = _identifier(candidates).classify(text)
    return str(language) if confidence >= _SURE else None
