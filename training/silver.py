"""Adds to trees what earlier models and the trees together tell: names, and the roles of languages without role data.

    python -m training.silver --work WORK --model FOLDER [--model FOLDER …]

Rewrites WORK/train.jsonl (the old file is kept as train.first.jsonl). The first model is believed in doers and things
done, the others in what else they see; what a tree makes certain (`certain_roles.py`) is believed before any model.
Needs the installed product, whose reader runs the models.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facta.model import Model
from facta.reading.decode import decode
from facta.reading.lemmas import lemma
from facta.reading.windows import MOST_WORDS, inputs, windows
from facta.records import NamedSpan, NameKind, Role, Token
from training.certain_roles import completed
from training.counts import spans
from training.samples import NO_ROLE, UNKNOWN_ROLE, Sample, read, write
from training.silver_names import KINDS, Chances, Votes, candidates, chances, guessed, tags

_CORE = ("ARG0", "ARG1")
_NAME_KINDS = {"PER": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "LOC": NameKind.PLACE}
_SURELY_PREDICATE = "VERB"
_THREADS = 2
Names = set[tuple[int, int, str]]
Cells = dict[tuple[int, int], str]


class Guesses:
    """What one model says of a sentence of given words."""

    def __init__(self, folder: Path) -> None:
        self.model = Model.load(1, folder)

    def of(self, words: Sequence[str]) -> tuple[NDArray[np.float32], list[int], Cells]:
        """Scores of name tags [w, 7], predicates, roles by predicate and argument; raises ValueError if too long."""
        (window,) = windows(0, [self.model.pieces(word) for word in words])
        arrays = self.model.run(**inputs([window]))
        analysis = decode(arrays, 0, window, self.model.labels)
        roles = {(role.predicate, role.argument): role.label for role in analysis.roles}
        return arrays["ner"][0, : len(words)], analysis.predicates, roles


def with_roles(sample: Sample, guesses: Sequence[tuple[list[int], Cells]]) -> None:
    """Gives the sample roles of all its predicates; `?` where the models differ and the tree is silent."""
    upos, heads = sample.upos or [], sample.heads or []
    predicates = sorted(set(guesses[0][0]) | {i for i, tag in enumerate(upos) if tag == _SURELY_PREDICATE})
    known = {(p, j): label for p, told in sample.preds or [] for j, label in told if label != NO_ROLE}
    cells = dict[tuple[int, int], str]()
    for pair in sorted({pair for _, found in guesses for pair in found}):
        if pair[0] in predicates:
            cells[pair] = _agreed(pair, [found.get(pair, NO_ROLE) for _, found in guesses], heads)
    certain = _certain(sample, predicates, known)
    cells |= certain
    for pair, label in known.items():
        cells.setdefault(pair, label)
    sample.preds = [(p, [(j, label) for (q, j), label in sorted(cells.items()) if q == p]) for p in predicates]
    sample.partial = False


def _agreed(pair: tuple[int, int], labels: Sequence[str], heads: Sequence[int]) -> str:
    first, others = labels[0], labels[1:]
    for label in others:
        direct = heads[pair[1]] == pair[0] + 1
        if label not in (NO_ROLE, first) and label not in _CORE:
            return label if direct else UNKNOWN_ROLE
    return first if first != NO_ROLE else UNKNOWN_ROLE


def _certain(sample: Sample, predicates: list[int], known: Cells) -> Cells:
    heads, relations, upos = sample.heads or [], sample.relations or [], sample.upos or []
    tokens = [
        Token(0, 0, form, lemma(form, upos[i], sample.language), upos[i], heads[i] - 1, relations[i])
        for i, form in enumerate(sample.words)
    ]
    told = [Role(p, j, label) for (p, j), label in known.items()]
    places = [NamedSpan(a, b, NameKind.PLACE) for a, b, kind in sample_names(sample) if kind == "LOC"]
    found = completed(tokens, predicates, told, places, sample.language)
    return {(role.predicate, role.argument): role.label for role in found}


def sample_names(sample: Sample) -> Names:
    """Names of a sample whose kind is known."""
    return {name for name in spans(sample.names or []) if name[2] in _NAME_KINDS}


def with_silver(samples: list[Sample], models: Sequence[Guesses]) -> None:
    """Adds names to all trees without names, and roles to all trees that have partial ones."""
    votes, waiting = Votes(), list[tuple[Sample, list[tuple[int, int]], list[Chances], Names]]()
    for sample in samples:
        for first, last, kind in sample_names(sample):
            votes.add(" ".join(sample.words[first:last]), np.eye(len(KINDS))[KINDS.index(kind)])
    trees = [s for s in samples if s.heads is not None and len(s.words) <= MOST_WORDS and (s.partial or not s.names)]
    with ThreadPoolExecutor(_THREADS) as threads:
        every = threads.map(lambda s: [m.of(s.words) for m in (models if s.partial else models[:1])], trees)
    for sample, guesses in zip(trees, every, strict=True):
        if sample.names is None:
            seen = guessed(guesses[0][0])
            places = list(candidates(sample, seen))
            kinds = chances(guesses[0][0])
            own = [kinds[a:b].mean(0) for a, b in places]
            for (a, b), chance in zip(places, own, strict=True):
                votes.add(" ".join(sample.words[a:b]), chance)
            waiting.append((sample, places, own, seen))
        if sample.partial:
            with_roles(sample, [(predicates, cells) for _, predicates, cells in guesses])
    for sample, places, own, seen in waiting:
        sample.names = tags(sample, places, own, votes, seen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--model", type=Path, action="append", required=True, help="folder of an exported model")
    given = parser.parse_args()
    old = given.work / "train.first.jsonl"
    if not old.exists():
        shutil.copyfile(given.work / "train.jsonl", old)
    samples = read(old)
    with_silver(samples, [Guesses(folder) for folder in given.model])
    print(f"{write(given.work / 'train.jsonl', samples)} sentences")


if __name__ == "__main__":
    main()
