"""The unit of training: one sentence with what its corpus says of it, and its form as a line of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

ROLES = (
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-ADV", "ARGM-CAU", "ARGM-COM", "ARGM-DIR", "ARGM-DIS", "ARGM-EXT",
    "ARGM-GOL", "ARGM-LOC", "ARGM-MNR", "ARGM-MOD", "ARGM-NEG", "ARGM-PRD", "ARGM-PRP", "ARGM-TMP",
)  # fmt: skip
NO_ROLE, UNKNOWN_ROLE, UNKNOWN_NAME = "-", "?", "?"
NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip

Arguments = list[tuple[int, str]]  # (index of an argument's head word, role)


@dataclass(slots=True)
class Sample:
    """One sentence of surface words; what its corpus does not say is None.

    `heads` count from 1 with 0 for the root. `preds` are (index of a predicate, its arguments); where `partial`, only
    the words named there are known (`-`: surely no argument, `?`: unknown). `names` are BIO tags,
    `?` where unknown. `facts` are factualities by word index, -3 to 3."""

    language: str
    words: list[str]
    heads: list[int] | None = None
    relations: list[str] | None = None
    upos: list[str] | None = None
    preds: list[tuple[int, Arguments]] | None = None
    names: list[str] | None = None
    facts: dict[int, float] | None = None
    partial: bool = False

    @property
    def key(self) -> str:
        """What tells this sentence from others."""
        return " ".join(self.words)


def write(path: Path, samples: Iterable[Sample]) -> int:
    """Writes one sample a line; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for sample in samples:
            row = {name: value for name, value in asdict(sample).items() if value is not None and value is not False}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def read(path: Path) -> list[Sample]:
    """The samples of a file that `write` made."""
    samples = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            sample = Sample(**json.loads(line))
            sample.facts = {int(i): value for i, value in sample.facts.items()} if sample.facts else None
            samples.append(sample)
    return samples


def labels_of(samples: Iterable[Sample]) -> dict[str, list[str]]:
    """The labels of every task, in the order of the model's outputs."""
    relations = sorted({r for s in samples for r in s.relations or []})
    return {"upos": [*UPOS], "deprel": relations, "ner": [*NAMES], "role": [NO_ROLE, *sorted(ROLES)]}
