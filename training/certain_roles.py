"""From a parsed sentence and the model's roles to roles completed by what the tree makes certain, in languages whose
roles the model did not learn from role data. English, which it did, and languages without a word list stay as they are.

The words by which a tree tells ("nunca" denies, "viernes" is a time) are in `certain_roles.toml`. `silver.py` labels
training data with it; nothing of it runs in the product.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from facta.records import NamedSpan, NameKind, Role, Token

Words = dict[str, frozenset[str]]
_CLAUSES = (("when", "ARGM-TMP"), ("because", "ARGM-CAU"), ("in_order", "ARGM-PRP"))
Found = dict[tuple[int, int], str]  # label by predicate and argument


@cache
def _words(language: str) -> Words | None:
    path = Path(__file__).with_name("certain_roles.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8")).get(language)
    return {kind: frozenset(listed) for kind, listed in table.items()} if table else None


def completed(
    tokens: Sequence[Token], predicates: Sequence[int], roles: Sequence[Role], names: Sequence[NamedSpan], language: str
) -> tuple[Role, ...]:
    """The roles with those that the tree makes certain; a certain role takes the place of the model's."""
    words = _words(language)
    if words is None or not predicates:
        return tuple(roles)
    found: Found = {(role.predicate, role.argument): role.label for role in roles}
    below: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head >= 0:
            below[token.head].append(i)
    known = frozenset(predicates)
    places = {i for name in names if name.kind is NameKind.PLACE for i in range(name.first, name.last)}
    for verb in predicates:
        _antecedent(tokens, verb, words, found)
        if tokens[verb].upos == "VERB":
            _doer(tokens, verb, below, known, found)
            _modal(tokens, verb, words, found)
        if tokens[verb].upos == "NOUN":
            _of_act(tokens, verb, below, words, found)
        if tokens[verb].upos in ("VERB", "AUX"):
            for i in below[verb]:
                if label := _label(tokens, verb, i, below, words, places, found):
                    found[verb, i] = label
    return tuple(Role(verb, i, label) for (verb, i), label in sorted(found.items()))


def _relation(token: Token) -> str:
    return token.deprel.partition(":")[0]


def _antecedent(tokens: Sequence[Token], verb: int, words: Words, found: Found) -> None:
    """Gives the role of a relative pronoun to the noun it stands for as well: "soldiers who fled"."""
    noun = tokens[verb].head
    if tokens[verb].deprel != "acl:relcl" or (verb, noun) in found:
        return
    for i in range(noun + 1, verb):
        if tokens[i].form.lower() in words["relative"] and (label := found.get((verb, i))):
            found[verb, noun] = label
            return


def _doer(
    tokens: Sequence[Token], verb: int, below: Sequence[Sequence[int]], known: frozenset[int], found: Found
) -> None:
    """Gives a verb without a subject its doer: the subject of the verb it is joined to, or whom that verb makes act."""
    above, relation = tokens[verb].head, _relation(tokens[verb])
    if above not in known or relation not in ("conj", "xcomp"):
        return
    passive = any(tokens[i].deprel == "aux:pass" for i in below[verb])
    own = any(_relation(tokens[i]) in ("nsubj", "csubj") for i in below[verb])
    if passive or own or any(p == verb and label == "ARG0" for (p, _), label in found.items()):
        return
    doers = [i for i in below[above] if found.get((above, i)) == "ARG0" and _relation(tokens[i]) == "nsubj"]
    if relation == "xcomp":
        doers = [i for i in below[above] if _relation(tokens[i]) in ("obj", "iobj")] or doers
    if doers and (verb, doers[0]) not in found:
        found[verb, doers[0]] = "ARG0"


def _modal(tokens: Sequence[Token], verb: int, words: Words, found: Found) -> None:
    """Gives a verb the modal word that it hangs on, where that is the head: "може відновити"."""
    above = tokens[verb].head
    if _relation(tokens[verb]) == "xcomp" and {tokens[above].form.lower(), tokens[above].lemma} & words["modal"]:
        found[verb, above] = "ARGM-MOD"


def _of_act(tokens: Sequence[Token], act: int, below: Sequence[Sequence[int]], words: Words, found: Found) -> None:
    """Gives a noun of an act its doer and aim by their prepositions: "attack of X on Y", "shelling of X by Y"."""
    bare, label = list[int](), ""
    for i in below[act]:
        token, form = tokens[i], tokens[i].form.lower()
        cases = {tokens[k].form.lower() for k in below[i] if _relation(tokens[k]) == "case"}
        if _relation(token) == "det" and form in words["own"]:
            found.setdefault((act, i), "ARG0")
        elif _relation(token) not in ("nmod", "obl") or form in words["time"]:
            continue
        elif cases & words["by"] or (bare and not cases and form.endswith(tuple(words["by_endings"]))):
            found[act, i], label = "ARG0", "ARG1"
        elif cases & words["against"]:
            found[act, i], label = "ARG1", "ARG0"
        elif not cases or cases & words["of"]:
            bare.append(i)
    if bare and label and not any(found.get((act, i)) == label for i in below[act] if i not in bare):
        found[act, bare[0]] = label


def _label(
    tokens: Sequence[Token],
    verb: int,
    i: int,
    below: Sequence[Sequence[int]],
    words: Words,
    places: set[int],
    found: Found,
) -> str | None:
    """The label of word i, which hangs on the verb, if it is certain."""
    token, relation, form = tokens[i], _relation(tokens[i]), tokens[i].form.lower()
    if relation == "iobj":
        shared = any(_relation(tokens[k]) in ("obj", "ccomp", "xcomp") for k in below[verb])
        return "ARG2" if shared else None
    if relation == "aux" and (form in words["modal"] or token.lemma in words["modal"]):
        return "ARGM-MOD"
    if relation == "advcl":
        marks = {tokens[k].form.lower() for k in below[i] if _relation(tokens[k]) in ("mark", "advmod")}
        return next((label for kind, label in _CLAUSES if marks & words[kind]), None)
    if relation == "advmod":
        return "ARGM-NEG" if form in words["negation"] else "ARGM-TMP" if form in words["time"] else None
    if relation != "obl":
        return None
    if form in words["time"] or token.lemma.lower() in words["time"]:
        return "ARGM-TMP"
    cases = {tokens[k].form.lower() for k in below[i] if _relation(tokens[k]) in ("case", "mark")}
    if cases & words["source"] or form in words["source"]:
        return "ARGM-ADV"
    if i in places and cases & words["at"] and found.get((verb, i), "ARG1") == "ARG1":
        return "ARGM-LOC"
    return None
