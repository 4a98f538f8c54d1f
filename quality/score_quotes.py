"""Scores who speaks each direct quotation on PolNeAR: content found, and its speaker under the nearest named form.

    python -m quality.score_quotes FOLDER [--limit N]

FOLDER holds the corpus's score.py and its splits. A quotation is an attribution whose content stands within quotation
marks. The corpus marks the source beside it, often a pronoun: its named form is the nearest source before it that bears
a name. A source that bears none and is no pronoun ("a witness") counts as right where the speaker's words touch it.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from rapidfuzz import fuzz

from facta.codebook import Codebook
from facta.codebook.offices import Offices
from facta.records import Statement
from facta.text import fold
from quality.score_polnear import Row, attribution, statements

Spans = Sequence[Sequence[int]]
SAME_WORD = 88.0  # the corpus's texts misspell some names once: McLenney, McClenney 94
_NAME = re.compile(r"[^\W\d_a-z][\w'.-]*+(?! (?!(?:of|the|and|for|in|at)\b)[a-z])")  # not "Kenyan" of "Kenyan envoy"
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")


@dataclass(frozen=True, slots=True)
class Names:
    """Tells names from other words with the titles, roles and pronouns of the codebook."""

    common: frozenset[str]
    pronouns: frozenset[str]

    @classmethod
    def of(cls, offices: Offices) -> Names:
        pronouns = frozenset(offices.pronoun_of) | offices.first | frozenset(map(fold, offices.relatives))
        roles = {word for phrase in offices.role_sectors for word in phrase.split()}
        bodies = {word for phrase in offices.body_sectors for word in phrase.split()}
        return cls(frozenset(roles | bodies | set(map(fold, offices.titles)) | {"the", "a", "an"}), pronouns)

    def in_source(self, source: str, small: frozenset[str]) -> set[str]:
        """The words of the source that can be parts of its name: in capitals, no titles, roles, pronouns or possessors,
        and nowhere in the text in small letters."""
        words = [w for w in _NAME.findall(source.replace("’", "'")) if not w.endswith("'s")]
        return {w for word in words if (w := fold(word).strip(".")) not in self.common | self.pronouns | small}

    def points_back(self, text: str) -> bool:
        """Whether the source is a pronoun."""
        return fold(text.strip()) in self.pronouns


def text_of(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)


def named(text: str, sources: Sequence[Spans], own: Spans, names: Names) -> set[str]:
    """The name words of the source, or of the nearest source before it that has any where it is a pronoun."""
    words = text_of(text, own)
    small = frozenset(w for w in _WORD.findall(text) if w[0].islower())
    if not names.points_back(words):
        return names.in_source(words, small)
    before = sorted((s for s in sources if s and s[0][0] < own[0][0]), key=lambda s: -s[0][0])
    return next((found for s in before if (found := names.in_source(text_of(text, s), small))), set())


def right(statement: Statement, text: str, gold: Row, sources: Sequence[Spans], names: Names) -> bool:
    """Whether the statement's speaker is the gold source under its nearest named form."""
    speaker = statement.speaker
    if speaker is None:
        return False
    wanted = named(text, sources, gold["source"], names)
    if wanted:
        known = {fold(w).strip(".") for w in _WORD.findall(speaker.name)}
        return any(fuzz.ratio(one, other) >= SAME_WORD for one in wanted for other in known)
    own = speaker.span
    return own is not None and any(own.start < end and start < own.end for start, end in gold["source"])


def module(folder: Path, name: str) -> ModuleType:
    """A module of the corpus's folder."""
    spec = importlib.util.spec_from_file_location(f"polnear_{name}", folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def counts(
    scorer: Any, text: str, found: Sequence[Statement], gold: Sequence[Row], names: Names
) -> tuple[int, int, int]:
    """How many quotations of one text are right, found, and marked; those without a source count nowhere."""
    document = scorer.Doc(text)
    marked = [document.att(g) for g in gold]
    predicted = [document.att(attribution(s)) for s in found]
    aligned = dict(scorer.align(predicted, marked, thr=0.5))
    sources = [g["source"] for g in gold]
    direct = {
        j for j, g in enumerate(gold) if marked[j]["type"] == "direct" and g["source"] and g["source"] != g["cue"]
    }
    chosen = [i for i, p in enumerate(predicted) if p["type"] == "direct" and aligned.get(i, -1) in {-1, *direct}]
    hits = sum(
        j in direct and right(found[i], text, gold[j], sources, names) for i in chosen if (j := aligned.get(i, -1)) >= 0
    )
    return hits, len(chosen), len(direct)


def score(folder: Path, limit: int | None = None) -> dict[str, float]:
    """F1 of direct quotations with the right speaker on the dev split."""
    scorer, corpus = module(folder, "score"), module(folder, "polnear_io")
    names = Names.of(Codebook.load("en").page("offices", Offices))
    documents = list(corpus.load("dev").values())[:limit]
    rows = [counts(scorer, text, statements(text), gold, names) for text, gold in documents]
    hits, found, marked = (sum(row[k] for row in rows) for k in range(3))
    return {"speaker F1": 2 * hits / (found + marked) if found + marked else 0.0}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many texts")
    arguments = parser.parse_args()
    for measure, value in score(arguments.folder, arguments.limit).items():
        print(f"{measure} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
