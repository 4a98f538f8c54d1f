"""Scores the reader on samples that training keeps out: trees, predicates and roles, names, factuality.

python -m quality.score_reader FOLDER        # the folder train/ of the corpora
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from facta.reading import Reader
from facta.records import NameKind, Sentence
from training.counts import Facts, compare, spans, table
from training.prepare import load
from training.samples import Sample

SETTINGS = Path(__file__).parents[1] / "training/settings.toml"
_KINDS = {"PER": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "LOC": NameKind.PLACE}


def score_samples(reader: Reader, samples: Sequence[Sample], language: str) -> dict[str, float]:
    """Scores by measure of the reader on samples, as `scores.score` has them for a network."""
    counts, facts = Counter[str](), Facts()
    for sample, sentence in zip(samples, reader.read_words([s.words for s in samples], language), strict=True):
        _parse(counts, sample, sentence)
        if sample.names is not None:
            found = {(n.first, n.last, n.kind) for n in sentence.names}
            compare(counts, "names", {(a, b, _KINDS[k]) for a, b, k in spans(sample.names)}, found)
        if sample.preds is not None and not sample.partial:
            roles = {(p, j, role) for p, arguments in sample.preds for j, role in arguments}
            compare(counts, "predicates", {p for p, _ in sample.preds}, set(sentence.predicates))
            compare(counts, "roles", roles, {(r.predicate, r.argument, r.label) for r in sentence.roles})
        for j, value in (sample.facts or {}).items():
            fact = sentence.tokens[j].fact if j < len(sentence.tokens) else None
            if fact is not None:
                facts.append((value, fact))
    return table(counts, facts)


def _parse(counts: Counter[str], sample: Sample, sentence: Sentence) -> None:
    rows = zip(sample.heads or [], sample.relations or [], sample.upos or [], sentence.tokens, strict=False)
    for head, relation, upos, token in rows:
        counts["words"] += 1
        counts["uas"] += token.head + 1 == head
        counts["las"] += token.head + 1 == head and token.deprel == relation
        counts["upos"] += token.upos == upos


def score_held_out(reader: Reader, folder: Path) -> dict[str, float]:
    """Scores from 0 to 1 by set and measure."""
    _, dev = load(folder, tomllib.loads(SETTINGS.read_text(encoding="utf-8")))
    found: dict[str, float] = {}
    for name, samples in dev.items():
        for measure, value in score_samples(reader, samples, name.split()[-1]).items():
            found[f"{name}, {measure}"] = value if measure == "fact r" else value / 100
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for measure, value in score_held_out(Reader.load(), parser.parse_args().folder).items():
        print(f"{measure:<28} {value:.3f}")


if __name__ == "__main__":
    main()
