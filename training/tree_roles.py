"""Adds to trees the roles that the tree alone makes certain, for languages without role data.

An active verb with an object has its doer and its object in the tree, a passive one its patient and its agent. The
words that surely are no argument of the verb count as well: all below an argument, and all far from the verb.
"""

from __future__ import annotations

from collections.abc import Iterable

from training.samples import NO_ROLE, Arguments, Sample

SURELY_NO_PREDICATE = frozenset(["ADP", "PUNCT", "DET", "CCONJ", "SCONJ", "NUM", "PRON", "PROPN", "AUX", "PART", "SYM"])
_NEAR = 2  # steps in the tree within which a word may be an argument although it does not hang on the verb


def with_tree_roles(samples: Iterable[Sample]) -> list[Sample]:
    """The samples, those with a tree and without roles given partial ones."""
    found = list(samples)
    for sample in found:
        if sample.heads is not None and sample.preds is None:
            verbs = [i for i, upos in enumerate(sample.upos or []) if upos == "VERB"]
            sample.preds = [(verb, known) for verb in verbs if (known := _roles(sample, verb))]
            sample.partial = True
    return found


def _roles(sample: Sample, verb: int) -> Arguments:
    heads, relations = sample.heads or [], sample.relations or []
    below: dict[str, list[int]] = {}
    for j, head in enumerate(heads):
        if head == verb + 1:
            below.setdefault(relations[j], []).append(j)
    roles: dict[int, str] = {}
    if "nsubj:pass" in below:
        roles = dict.fromkeys(below["nsubj:pass"], "ARG1") | dict.fromkeys(below.get("obl:agent", []), "ARG0")
    elif "obj" in below:
        roles = dict.fromkeys(below.get("nsubj", []), "ARG0") | dict.fromkeys(below["obj"], "ARG1")
    if not roles:
        return []
    arguments = set(roles)
    for j, relation in enumerate(relations):
        if j not in roles and (relation == "punct" or _inside(heads, j, arguments) or _far(heads, j, verb)):
            roles[j] = NO_ROLE
    return sorted(roles.items())


def _inside(heads: list[int], j: int, tops: set[int]) -> bool:
    """Whether word j is below one of `tops`."""
    j = heads[j] - 1
    while j >= 0 and j not in tops:
        j = heads[j] - 1
    return j >= 0


def _far(heads: list[int], j: int, verb: int) -> bool:
    """Whether word j is more than a few steps from the verb and from what governs it."""
    above, near = verb, {verb}
    for _ in range(_NEAR):
        above = heads[above] - 1 if above >= 0 else -1
        near.add(above)
    for _ in range(_NEAR):
        if j < 0 or j in near:
            return False
        j = heads[j] - 1
    return j not in near
