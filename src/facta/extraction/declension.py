"""From a word of a name as written to the forms its nominative can have. Endings of the Cyrillic languages are undone;
any other word is its own nominative. Which of the forms is meant is left to whoever sees more of them."""

from __future__ import annotations

import re
from functools import lru_cache

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HUSHING = "жшчщц"  # behind them the soft endings are those of hard nouns: "Сашей"
_SHORTEST = 2  # letters that an ending leaves: "Мэй" and "Ким" have none
# Each ending with the endings that may stand in its place in the nominative, the longest first. Feminine adjectives
# ("Зеленская", "Зеленська") are given one ending.
_ENDINGS = (
    ("ией", ("ия",)), ("ією", ("ія",)), ("иею", ("ия",)), ("ого", ("ий", "ый", "ой")), ("его", ("ий",)),
    ("ому", ("ий", "ый", "ой")), ("ему", ("ий",)), ("ові", ("", "о")), ("еві", ("ь", "й", "")), ("єві", ("й",)),
    ("ыми", ("ые",)), ("ими", ("ие", "і")), ("ами", ("ы", "и", "а")), ("ями", ("и",)),
    ("ии", ("ия", "ий")), ("ію", ("ія", "ій")), ("ию", ("ия", "ий")), ("ії", ("ія", "ій")), ("ая", ("а",)),
    ("ої", ("а",)), ("ую", ("а",)), ("ою", ("а",)), ("ой", ("а",)), ("ей", ("я", "ь")), ("ею", ("я", "ь")),
    ("єю", ("я",)), ("ым", ("", "ый")), ("им", ("", "ий", "ый")), ("ім", ("ий", "")), ("ом", ("", "ий", "ый", "о")),
    ("ем", ("ь", "й", "")), ("ём", ("ь", "й", "")), ("єм", ("й", "ь")), ("ья", ("ей",)),
    ("а", ("", "о")), ("я", ("ь", "й", "")), ("у", ("", "а", "о")), ("ю", ("ь", "й", "я")), ("е", ("", "а", "ь", "о")),
    ("и", ("", "а", "ь", "я")), ("ы", ("", "а")), ("і", ("", "а", "о", "ь", "я")), ("ї", ("я", "й")),
)  # fmt: skip
_CASES = (
    *("ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ією", "ией", "иею", "ові", "еві", "єві"),
    *("их", "ых", "ій", "ий", "ый", "ой", "ей", "ою", "ею", "єю", "ую", "юю", "ая", "яя", "ое", "ее", "ие", "ые"),
    *("ії", "ию", "ію", "ия", "ія", "ии", "им", "ым", "ом", "ем", "ём", "єм", "ім", "ам", "ям", "ах", "ях"),
    *("ов", "ев", "їв", "ів", "єв", "ої", "і", "ї", "и", "ы", "а", "я", "у", "ю", "е", "є", "о", "ь", "й"),
)


@lru_cache(maxsize=65_536)
def nominatives(word: str) -> frozenset[str]:
    """The word in small letters, and every form of which it can be a case: "Путиным" gives "путин" as well."""
    form = word.lower().replace("’", "").replace("'", "").replace("ʼ", "")
    if not _CYRILLIC.search(form):
        return frozenset({form})
    if form.endswith(("ская", "ська")):
        return frozenset({form[:-2] + "а" if form.endswith("ая") else form})
    for ending, others in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) >= _SHORTEST:
            return frozenset({form, *_restored(stem, others)})
    return frozenset({form})


def _restored(stem: str, endings: tuple[str, ...]) -> list[str]:
    """The stem with each ending; "Кравца" has lost the vowel of "Кравец"."""
    forms = [stem + ("а" if ending == "я" and stem[-1] in _HUSHING else ending) for ending in endings]
    if "" in endings and len(stem) > _SHORTEST and stem[-1] == "ц" and stem[-2] not in "аеєиіоуыюя":
        forms.append(stem[:-1] + "ец")
    return forms


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word in small letters without the ending of its case, number and gender: a key for words of bodies' names."""
    form = word.lower().replace("’", "").replace("'", "").replace("ʼ", "")
    if not _CYRILLIC.search(form):
        return form
    for ending in _CASES:
        if form.endswith(ending) and len(form) - len(ending) > _SHORTEST:
            form = form.removesuffix(ending)
            break
    return form[:-2] + "ц" if form.endswith("ец") and len(form) > 4 else form
