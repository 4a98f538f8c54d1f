"""From a parsed German sentence to one whose verbs bear the particle parted from them in their lemma: "kündigte … an"
is `ankündigen`. Verbs that stand in one piece, and languages that write no such verbs, are left as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import simplemma

from facta.records import Token

_LANGUAGES = frozenset({"de"})
_LOOSE = ("compound", "advmod", "xcomp", "obl", "case", "mark", "ccomp", "dep", "obj", "appos", "nmod")
# fmt: off
_PARTICLES = frozenset((
    "ab", "an", "auf", "aus", "bei", "bekannt", "bereit", "dar", "deutlich", "durch", "ein", "entgegen", "fehl",
    "fest", "fort", "frei", "gefangen", "gegenüber", "geltend", "heim", "her", "heran", "heraus", "hervor", "hin",
    "hinaus", "hinein", "hinzu", "klar", "kund", "los", "mit", "nach", "nahe", "nieder", "preis", "stand", "statt",
    "teil", "um", "unter", "verantwortlich", "vor", "voran", "voraus", "vorbei", "vorher", "vorüber", "weg",
    "weiter", "wider", "wieder", "zu", "zurück", "zusammen", "über",
))
# fmt: on
# These stand right before their verb as well: "bekannt gegeben".
_APART = frozenset({"bekannt", "bereit", "deutlich", "fest", "frei", "gefangen", "geltend", "klar", "verantwortlich"})
_WHOLE = frozenset({"bereiterklären", "deutlichmachen", "geltendmachen", "klarmachen", "verantwortlichmachen"})
_PARTS_CLAUSE = frozenset({"PUNCT", "CCONJ", "SCONJ"})


def joined(tokens: Sequence[Token], language: str) -> tuple[Token, ...]:
    """The tokens, with whole lemmas for verbs whose particle closes their clause."""
    found = list(tokens)
    if language in _LANGUAGES:
        for i, token in enumerate(tokens):
            if token.form in _PARTICLES and (verb := _verb_of(tokens, i)) is not None:
                found[verb] = replace(found[verb], lemma=token.form + tokens[verb].lemma)
                if verb < i and not _is_above(tokens, i, verb):
                    _hang(found, i, verb)
    return tuple(found)


def _hang(found: list[Token], i: int, verb: int) -> None:
    """Hang on the verb the clause that hung on its particle, "machte geltend, dass …", and a particle hung amiss."""
    for j, token in enumerate(found):
        if token.head == i and token.deprel.partition(":")[0] == "ccomp":
            found[j] = replace(token, head=verb)
    if found[i].deprel == "compound:prt":
        found[i] = replace(found[i], head=verb)


def _is_above(tokens: Sequence[Token], i: int, below: int) -> bool:
    """Whether token `below` hangs on token `i`, by whatever way."""
    for _ in tokens:
        if below == i:
            return True
        if below < 0:
            return False
        below = tokens[below].head
    return True


def _verb_of(tokens: Sequence[Token], i: int) -> int | None:
    """The verb to whose lemma the particle belongs: its head, the verb behind, or the next before it in the clause."""
    if tokens[i].form in _APART and i + 1 < len(tokens) and _goes(tokens, i, i + 1):
        return i + 1
    marked = tokens[i].deprel == "compound:prt"
    closes = i + 1 == len(tokens) or tokens[i + 1].upos in _PARTS_CLAUSE
    head = tokens[i].head
    if marked and 0 <= head < i and _is_verb(tokens[i].form + tokens[head].lemma):
        return head
    if not (marked or closes) or tokens[i].deprel.partition(":")[0] not in _LOOSE:
        return None
    for j in range(i - 1, -1, -1):
        if tokens[j].upos in ("VERB", "AUX"):
            return j if _goes(tokens, i, j) else None
        if tokens[j].form in (";", ":"):
            return None
    return None


def _goes(tokens: Sequence[Token], i: int, verb: int) -> bool:
    return tokens[verb].upos in ("VERB", "AUX") and _is_verb(tokens[i].form + tokens[verb].lemma)


@lru_cache(maxsize=4_096)
def _is_verb(lemma: str) -> bool:
    """Whether the dictionary has the verb."""
    return lemma in _WHOLE or simplemma.is_known(lemma, lang="de")
