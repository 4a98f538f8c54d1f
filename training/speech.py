"""Composes sentences with reported speech from treebank sentences, with their trees and roles, as news has them.

Web treebanks hold little inverted speech ("…, said Governor X") and few "according to X". Each pattern is a small tree
whose slot S (s: with a small first letter) takes a whole sentence, and whose slot N takes a subject noun phrase.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from training.samples import NO_ROLE, Sample

Row = tuple[str, str, int, str]  # form, part of speech, head in the pattern (from 1, 0 root), relation
Pattern = list[Row]
WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_QUOTES = frozenset('“”"«»„') | {"``", "''"}
_LONGEST_NAME, _SHORTEST_CLAUSE, _LONGEST_CLAUSE = 7, 5, 28  # words


def patterns(language: str, verb: str) -> list[tuple[Pattern, int | None]]:
    """Patterns with the position (from 1) of the verb of speech, or None where there is none."""
    opening, closing = WORDS["quotes"][language]
    comma, stop = (",", "PUNCT"), (".", "PUNCT")
    found: list[tuple[Pattern, int | None]] = [
        ([("S", "S", 3, "ccomp"), (*comma, 3, "punct"), (verb, "VERB", 0, "root"), ("N", "N", 3, "nsubj"),
          (*stop, 3, "punct")], 3),
        ([(opening, "PUNCT", 2, "punct"), ("S", "S", 5, "ccomp"), (*comma, 2, "punct"), (closing, "PUNCT", 2, "punct"),
          (verb, "VERB", 0, "root"), ("N", "N", 5, "nsubj"), (*stop, 5, "punct")], 5),
        ([(opening, "PUNCT", 2, "punct"), ("S", "S", 6, "ccomp"), (closing, "PUNCT", 2, "punct"), (*comma, 6, "punct"),
          ("N", "N", 6, "nsubj"), (verb, "VERB", 0, "root"), (*stop, 6, "punct")], 6),
        (_that(language, verb), 2),
    ]  # fmt: skip
    if language == "en":
        front: Pattern = [("S", "S", 4, "ccomp"), (*comma, 4, "punct"), ("N", "N", 4, "nsubj")]
        found.append(([*front, (verb, "VERB", 0, "root"), (*stop, 4, "punct")], 4))
    return [*found, (_according_first(language), None), (_according_last(language), None)]


def _that(language: str, verb: str) -> Pattern:
    """ "N said that s", with a comma before the conjunction where the language writes one."""
    comma: Pattern = [(",", "PUNCT", 5, "punct")] if language in WORDS["comma_before_that"]["languages"] else []
    mark = (WORDS["that"][language], "SCONJ", len(comma) + 4, "mark")
    front: Pattern = [("N", "N", 2, "nsubj"), (verb, "VERB", 0, "root"), *comma, mark]
    return [*front, ("s", "S", 2, "ccomp"), (".", "PUNCT", 2, "punct")]


def _according_first(language: str) -> Pattern:
    words = WORDS["according"][language]
    name = len(words) + 1
    front: Pattern = [(form, upos, name if k == 0 else 1, relation) for k, (form, upos, relation) in enumerate(words)]
    middle: Pattern = [("N", "N", name + 2, "obl"), (",", "PUNCT", name, "punct")]
    return [*front, *middle, ("s", "S", 0, "root"), (".", "PUNCT", name + 2, "punct")]


def _according_last(language: str) -> Pattern:
    words = WORDS["according"][language]
    name = len(words) + 3
    back: Pattern = [
        (form.lower() if k == 0 else form, upos, name if k == 0 else 3, relation)
        for k, (form, upos, relation) in enumerate(words)
    ]
    return [
        ("S", "S", 0, "root"),
        (",", "PUNCT", name, "punct"),
        *back,
        ("N", "N", 1, "obl"),
        (".", "PUNCT", 1, "punct"),
    ]


def fill(pattern: Pattern, verb_at: int | None, sentence: Sample, name: Sample) -> Sample:
    """The pattern with its slots filled. The verb's roles are known: who speaks, and what."""
    slots = {"S": sentence, "s": lowered(sentence), "N": name}
    starts, roots, size = list[int](), list[int](), 0
    for form, *_ in pattern:
        piece = slots.get(form)
        starts.append(size)
        roots.append(size + ((piece.heads or []).index(0) if piece else 0))
        size += len(piece.words) if piece else 1
    words, heads, relations, upos = list[str](), list[int](), list[str](), list[str]()
    preds = list[tuple[int, list[tuple[int, str]]]]()
    for (form, part, head, relation), start in zip(pattern, starts, strict=True):
        outer = roots[head - 1] + 1 if head else 0
        piece = slots.get(form) or Sample(sentence.language, [form], [0], [relation], [part])
        words += piece.words
        heads += [own + start if own else outer for own in piece.heads or []]
        relations += [
            own if above else relation for own, above in zip(piece.relations or [], piece.heads or [], strict=True)
        ]
        upos += piece.upos or []
        preds += [(p + start, [(a + start, r) for a, r in arguments]) for p, arguments in piece.preds or []]
    if verb_at is not None:
        ends = {form.upper(): root for (form, *_), root in zip(pattern, roots, strict=True)}
        preds.append((starts[verb_at - 1], _speech_roles(pattern, starts, slots, ends, sentence.partial)))
    known = preds if sentence.preds is not None else None
    return Sample(sentence.language, words, heads, relations, upos, known, partial=sentence.partial)


def _speech_roles(
    pattern: Pattern, starts: list[int], slots: dict[str, Sample], ends: dict[str, int], partial: bool
) -> list[tuple[int, str]]:
    known = {ends["N"]: "ARG0", ends["S"]: "ARG1"}
    if partial:
        rows = [(start, slots[form]) for (form, *_), start in zip(pattern, starts, strict=True) if form in slots]
        inner = {start + i for start, piece in rows for i in range(len(piece.words))} - set(known)
        known |= dict.fromkeys(sorted(inner), NO_ROLE)
    return sorted(known.items())


def lowered(sample: Sample) -> Sample:
    """The sentence as it stands inside another: its first word small unless it is a name or one letter."""
    first = sample.words[0]
    if sample.upos is None or sample.upos[0] == "PROPN" or len(first) == 1 or first.isupper():
        return sample
    return replace(sample, words=[first[0].lower() + first[1:], *sample.words[1:]])


def clause(sample: Sample) -> Sample | None:
    """The sentence without its final mark, if it has the length of a clause, a fit root and no quotation marks."""
    heads, relations, upos, n = sample.heads, sample.relations, sample.upos, len(sample.words)
    if heads is None or relations is None or upos is None or not _SHORTEST_CLAUSE <= n <= _LONGEST_CLAUSE:
        return None
    if sample.words[-1] not in ".!" or n in heads or not _QUOTES.isdisjoint(sample.words):
        return None
    if upos[heads.index(0)] not in ("VERB", "NOUN", "ADJ"):
        return None
    last = slice(0, n - 1)
    parts = (sample.words[last], heads[last], relations[last], upos[last])
    return Sample(sample.language, *parts, sample.preds, partial=sample.partial)


def names(sample: Sample) -> Iterator[Sample]:
    """Subject noun phrases without clauses, punctuation, pronouns or a preposition in front."""
    heads, relations, upos = sample.heads, sample.relations, sample.upos
    if heads is None or relations is None or upos is None:
        return
    for i, relation in enumerate(relations):
        if not relation.startswith("nsubj") or upos[i] not in ("PROPN", "NOUN"):
            continue
        members = _below(heads, i)
        first = members[0]
        whole = all(b == a + 1 for a, b in pairwise(members)) and len(members) <= _LONGEST_NAME
        if (
            whole
            and relations[first] != "case"
            and not any(upos[j] in ("VERB", "SCONJ", "PUNCT", "PRON") for j in members)
        ):
            own = [0 if j == i else heads[j] - first for j in members]
            words, kinds, parts = ([column[j] for j in members] for column in (sample.words, relations, upos))
            yield Sample(sample.language, words, own, kinds, parts)


def _below(heads: list[int], top: int) -> list[int]:
    """Indices of the word and of all below it, in order."""
    found, waiting = list[int](), [top]
    while waiting:
        j = waiting.pop()
        found.append(j)
        waiting += [k for k, head in enumerate(heads) if head == j + 1]
    return sorted(found)


def compose(samples: list[Sample], language: str, count: int, seed: int) -> list[Sample]:
    """`count` sentences with reported speech in the language; none where the samples hold nothing to compose from."""
    draw = random.Random(seed)
    own = [s for s in samples if s.language == language and s.heads]
    clauses = [c for s in own if (s.preds is not None or language != "en") and (c := clause(s))]
    bearers = [name for s in own for name in names(s)]
    found = []
    for _ in range(count if clauses and bearers else 0):
        pattern, verb_at = draw.choice(patterns(language, draw.choice(WORDS["verbs"][language])))
        sample = fill(pattern, verb_at, draw.choice(clauses), draw.choice(bearers))
        sample.words[0] = sample.words[0][:1].upper() + sample.words[0][1:]
        found.append(sample)
    return found
