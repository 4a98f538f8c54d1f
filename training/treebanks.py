"""From CoNLL-U and role files to samples. Multiword tokens become surface words, as the reader takes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.samples import ROLES, Sample


def blocks(path: Path) -> Iterator[list[str]]:
    """Runs of non-empty lines."""
    block: list[str] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def treebank(paths: Iterable[Path], language: str) -> Iterator[Sample]:
    """The sentences of CoNLL-U files whose merged words still form a tree."""
    for path in paths:
        for block in blocks(path):
            sample = _merged([line.split("\t") for line in block if line[0] != "#"], language)
            if sample:
                yield sample


def _merged(rows: list[list[str]], language: str) -> Sample | None:
    nodes = [row for row in rows if row[0].isdigit()]
    groups = list(_groups(rows, nodes))
    word_of = {j: k for k, (first, last, _) in enumerate(groups, 1) for j in range(first, last + 1)}
    words, heads, relations, upos = list[str](), list[int](), list[str](), list[str]()
    for k, (first, last, form) in enumerate(groups, 1):
        outward = [j for j in range(first, last + 1) if word_of.get(int(nodes[j - 1][6])) != k]
        if not outward:
            return None
        node = nodes[outward[0] - 1]
        words.append(form)
        heads.append(word_of.get(int(node[6]), 0))
        relations.append(node[7])
        upos.append(node[3])
    return Sample(language, words, heads, relations, upos)


def _groups(rows: list[list[str]], nodes: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """First node, last node and form of each surface word."""
    ranges = {int(row[0].split("-")[0]): (int(row[0].split("-")[1]), row[1]) for row in rows if "-" in row[0]}
    i = 1
    while i <= len(nodes):
        last, form = ranges.get(i, (i, nodes[i - 1][1]))
        yield i, last, form
        i = last + 1


def propbank(path: Path) -> Iterator[Sample]:
    """English trees joined with PropBank roles, one JSON object a line; an argument is kept as its head word."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            preds = [(pred["i"], list(_arguments(row, pred["args"]))) for pred in row["preds"]]
            yield Sample("en", row["tokens"], row["head"], row["deprel"], row["upos"], preds)


def _arguments(row: dict[str, Any], spans: list[tuple[str, int, int]]) -> Iterator[tuple[int, str]]:
    for label, first, last in spans:
        role = label.removeprefix("R-")
        if role not in ROLES:
            continue
        outward = [j for j in range(first, last) if not first <= row["head"][j] - 1 < last]
        words = [j for j in outward if row["deprel"][j] != "punct"] or outward
        if words:
            yield words[0], role


def translations(folder: Path) -> list[list[str]]:
    """Sentences that are translations of one another, in the order of their ids: the keys of the PUD treebanks."""
    groups: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*-pud/*.conllu")):
        for block in blocks(path):
            ids = [line.partition("=")[2].strip() for line in block if line.startswith("# sent_id")]
            sample = _merged([line.split("\t") for line in block if line[0] != "#"], path.parent.name)
            if ids and sample:
                groups.setdefault(ids[0], []).append(sample.key)
    return [groups[name] for name in sorted(groups)]
