"""Measures the reading stage: words a second of processor time, splitting speed, and the time to the first report.

    python quality/bench_reading.py FOLDER [--language en] [--words 600]

FOLDER holds .txt files; they are strung together and cut into reports of about --words words.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facta.model.model import Arrays, Model, bundled
from facta.reading import Reader
from facta.reading.sentences import sentence_spans
from facta.reading.words import word_spans
from facta.records import Report

Numbers = NDArray[np.int64]
_SPLIT_AT_LEAST = 1_000_000  # characters, so that splitting is timed over more than a moment


class TimedModel(Model):
    """A model that knows how much processor time its runs took."""

    spent = 0.0

    def run(self, ids: Numbers, mask: Numbers, first: Numbers, words: Numbers) -> Arrays:
        begun = time.process_time()
        outputs = super().run(ids, mask, first, words)
        self.spent += time.process_time() - begun
        return outputs


def reports(folder: Path, language: str, words: int) -> list[Report]:
    """The folder's texts in reports of about so many words, cut between lines."""
    lines = [line for path in sorted(folder.rglob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    found, kept, size = [], list[str](), 0
    for line in lines:
        kept.append(line)
        size += len(line.split())
        if size >= words:
            found.append(Report.of("\n".join(kept), language))
            kept, size = [], 0
    return found or [Report.of("\n".join(kept), language)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--words", type=int, default=600)
    given = parser.parse_args()
    texts = reports(given.folder, given.language, given.words)

    begun = time.perf_counter()
    model = TimedModel(bundled())
    loaded = time.perf_counter()
    reader = Reader(model)
    reader.read(texts[0])
    print(f"load {loaded - begun:.2f} s, first report ({texts[0].words} words) {time.perf_counter() - loaded:.2f} s")

    model.spent = 0.0
    cpu = time.process_time()
    count = sum(len(s.tokens) for report in texts[1:] for s in reader.read(report).sentences)
    cpu = time.process_time() - cpu
    share = (cpu - model.spent) / model.spent
    print(f"{len(texts) - 1} reports, {count} words: {count / cpu:.0f} words/CPU s; Python {share:.1%} of the model")

    whole = "\n".join(report.text for report in texts)
    whole = "\n".join([whole] * (_SPLIT_AT_LEAST // len(whole) + 1))
    cpu = time.process_time()
    for span in sentence_spans(whole, given.language):
        word_spans(whole, span, given.language)
    print(f"splitting: {len(whole) / (time.process_time() - cpu) / 1e6:.2f} M characters/CPU s")


if __name__ == "__main__":
    main()
