"""From corpora of names and of factuality to samples: IOB columns, factRuEval's three files, UDS-IH2's JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.samples import NAMES, Sample
from training.treebanks import blocks

WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
FACTRU = {"Person": "PER", "Org": "ORG", "Location": "LOC", "LocOrg": "LOC"}


def iob(paths: Iterable[Path], language: str, column: int, kinds: dict[str, str] | None = None) -> Iterator[Sample]:
    """Names in IOB tags in `column`, the words in the column before; kinds outside PER, ORG, LOC become O."""
    for path in paths:
        for block in blocks(path):
            rows = [line.split("\t") for line in block if not line.startswith("# ")]
            rows = [row for row in rows if column == 1 or (len(row) > column and "-" not in row[0])]
            if rows:
                tags = [_tag(row[column], kinds or {}) for row in rows]
                yield Sample(language, [row[column - 1] for row in rows], names=tags)


def _tag(tag: str, kinds: dict[str, str]) -> str:
    mark, _, kind = tag.strip().partition("-")
    mapped = f"{mark}-{kinds.get(kind, kind)}"
    return mapped if mapped in NAMES else "O"


def wikigold(path: Path) -> Iterator[Sample]:
    """English names in CoNLL-U-like columns."""
    for block in blocks(path):
        rows = [line.split("\t") for line in block]
        yield Sample("en", [row[1] for row in rows], names=[_tag(row[2], {}) for row in rows])


def factrueval(folder: Path) -> Iterator[Sample]:
    """Russian names: objects over spans over tokens; descriptions and jobs are no part of a name."""
    for path in sorted(folder.glob("*.tokens")):
        tags = _object_tags(path)
        for block in blocks(path):
            rows = [line.split(" ") for line in block]
            yield Sample("ru", [row[3] for row in rows], names=[tags.get(row[0], "O") for row in rows])


def _object_tags(tokens: Path) -> dict[str, str]:
    """IOB tag of each token id that is in a named object."""
    lines = tokens.with_suffix(".spans").read_text(encoding="utf-8").splitlines()
    spans = {row[0]: (row[1], int(row[4]), int(row[5])) for row in (line.split() for line in lines) if len(row) > 5}
    tags: dict[str, str] = {}
    for line in tokens.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
        parts = line.split("#")[0].split()
        if len(parts) > 2 and parts[1] in FACTRU:
            members = [spans[s] for s in parts[2:] if s in spans]
            named = [m for m in members if not m[0].endswith("_descr") and m[0] != "job"]
            ids = sorted({first + i for _, first, count in named for i in range(count)})
            tags |= {str(token): ("I-" if i else "B-") + FACTRU[parts[1]] for i, token in enumerate(ids)}
    return tags


def factuality(path: Path) -> dict[str, dict[int, float]]:
    """Sentence (words joined by single spaces) -> word index -> factuality, -3 (did not happen) to 3 (happened)."""
    found: dict[str, dict[int, float]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            targets = found.setdefault(re.sub(r"\s+", " ", row["text"].strip()), {})
            targets.update({target["span1"][0]: target["label"] for target in row["targets"]})
    return found


def with_facts(samples: Iterable[Sample], facts: dict[str, dict[int, float]]) -> list[Sample]:
    """Joins factuality to the trees of the same sentences; the sentences without a tree become samples of their own."""
    left = dict(facts)
    joined = list(samples)
    for sample in joined:
        sample.facts = left.pop(sample.key, None)
    return joined + [Sample("en", text.split(" "), facts=targets) for text, targets in left.items()]
