"""Scores the reader's parse of CoNLL-U treebanks with their own tokens, and its splitting of their raw text.

    python quality/score_parse.py LANGUAGE FILE.conllu... [--raw]

Prints UAS, LAS and UPOS over surface words (multiword tokens count as one word, as the reader takes them);
with --raw the F1 of words and of sentences split from the text of each file instead.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import Any

from facta.reading import Reader
from facta.reading.sentences import sentence_spans
from facta.reading.words import word_spans

Gold = tuple[list[str], list[int], list[str], list[str]]  # forms, heads from 1, relations, parts of speech


def gold_sentences(lines: Iterable[str]) -> Iterator[tuple[str, Gold]]:
    """Text and surface words of each sentence; a merged word takes the head of the part that leads out of it."""
    text, rows = "", list[list[str]]()
    for line in [*lines, ""]:
        line = line.rstrip("\n")
        if line.startswith("# text ="):
            text = line[8:].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield text, _merge(rows)
            rows = []


def _merge(rows: list[list[str]]) -> Gold:
    tokens = {int(r[0]): r for r in rows if r[0].isdigit()}
    words: list[tuple[str, list[int]]] = []
    until = 0
    for row in rows:
        if "-" in row[0]:
            first, until = map(int, row[0].split("-"))
            words.append((row[1], list(range(first, until + 1))))
        elif row[0].isdigit() and int(row[0]) > until:
            words.append((row[1], [int(row[0])]))
    place = {0: 0} | {part: k for k, (_, parts) in enumerate(words, 1) for part in parts}
    forms, heads, relations, upos = list[str](), list[int](), list[str](), list[str]()
    for k, (form, parts) in enumerate(words, 1):
        lead = tokens[next((p for p in parts if place[int(tokens[p][6])] != k), parts[0])]
        forms.append(form)
        heads.append(place[int(lead[6])])
        relations.append(lead[7])
        upos.append(lead[3])
    return forms, heads, relations, upos


def score_parse(reader: Reader, language: str, files: list[Path]) -> dict[str, float]:
    """Shares of words whose head (UAS), head with relation (LAS) and part of speech (UPOS) are right."""
    golds = [g for f in files for _, g in gold_sentences(f.read_text(encoding="utf-8").splitlines())]
    total = attached = labelled = tagged = 0
    for gold, sentence in zip(golds, reader.read_words([g[0] for g in golds], language), strict=True):
        for head, deprel, upos, token in zip(*gold[1:], sentence.tokens, strict=True):
            total += 1
            attached += token.head + 1 == head
            labelled += token.head + 1 == head and token.deprel == deprel
            tagged += token.upos == upos
    return {"UAS": attached / total, "LAS": labelled / total, "UPOS": tagged / total}


def score_raw(language: str, files: list[Path]) -> dict[str, float]:
    """F1 of words, and of ends of sentences, split from the running text."""
    words: list[int] = [0, 0, 0]
    sentences: list[int] = [0, 0, 0]
    for file in files:
        text, gold_words, gold_ends = "", set[tuple[int, int]](), set[int]()
        for written, gold in gold_sentences(file.read_text(encoding="utf-8").splitlines()):
            at = len(text)
            text += written + " "
            for form in gold[0]:
                at = text.find(form, at)
                gold_words.add((at, at + len(form)))
                at += len(form)
            gold_ends.add(len(text) - 1)
        spans = sentence_spans(text, language)
        found = {place for span in spans for place in word_spans(text, span, language)}
        _count(words, gold_words, found)
        _count(sentences, gold_ends, {span.end for span in spans})
    return {"words F1": _f1(words), "sentence ends F1": _f1(sentences)}


def _count(counts: list[int], gold: Set[Any], found: Set[Any]) -> None:
    counts[0] += len(gold)
    counts[1] += len(found)
    counts[2] += len(gold & found)


def _f1(counts: list[int]) -> float:
    return 2 * counts[2] / (counts[0] + counts[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--raw", action="store_true", help="score splitting, not parsing")
    given = parser.parse_args()
    language, files = given.language, given.files
    scores = score_raw(language, files) if given.raw else score_parse(Reader.load(), language, files)
    print("  ".join(f"{measure} {score:.2%}" for measure, score in scores.items()))


if __name__ == "__main__":
    main()
