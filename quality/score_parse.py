"""Scores the reader's parse of CoNLL-U treebanks with their own tokens, and its splitting of their raw text.

    python quality/score_parse.py LANGUAGE FILE.conllu... [--raw]

Prints UAS, LAS and UPOS over surface words (multiword tokens count as one word, as the reader takes them);
with --raw the F1 of words and of sentences split from the text of each file instead.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

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
    gold: Gold = ([], [], [], [])
    for k, (form, parts) in enumerate(words, 1):
        lead = next((p for p in parts if place[int(tokens[p][6])] != k), parts[0])
        row = tokens[lead]
        for column, value in zip(gold, (form, place[int(row[6])], row[7], row[3]), strict=True):
            column.append(value)  # type: ignore[attr-defined]
    return gold


def score_parse(reader: Reader, language: str, files: list[Path]) -> str:
    golds = [g for f in files for _, g in gold_sentences(f.read_text(encoding="utf-8").splitlines())]
    total = attached = labelled = tagged = 0
    for gold, sentence in zip(golds, reader.read_words([g[0] for g in golds], language), strict=True):
        for head, deprel, upos, token in zip(*gold[1:], sentence.tokens, strict=True):
            total += 1
            attached += token.head + 1 == head
            labelled += token.head + 1 == head and token.deprel == deprel
            tagged += token.upos == upos
    return f"{total} words  UAS {attached / total:.1%}  LAS {labelled / total:.1%}  UPOS {tagged / total:.1%}"


def score_raw(language: str, files: list[Path]) -> str:
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
    return f"words F1 {_f1(words):.2%}  sentence ends F1 {_f1(sentences):.2%}"


def _count(counts: list[int], gold: set[object], found: set[object]) -> None:  # type: ignore[type-arg]
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
    if given.raw:
        print(score_raw(given.language, given.files))
    else:
        print(score_parse(Reader.load(), given.language, given.files))


if __name__ == "__main__":
    main()
