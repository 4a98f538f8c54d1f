"""Scores the types of deeds: the root type of a pair's event on PLV (macro-F1, CONCEDE and RETREAT as one: YIELD), and
whether the type of each coded event is found at all on PETRARCH's English and Spanish sentences.

    python -m quality.score_plover [--all] [--errors]

Without `--all` a fixed sample is read. Every second sentence is of the tuned half, whose errors may be looked at and
are printed by `--errors`; both halves are scored apart. PETRARCH's English sentences bear codes of WEIS; those which
test dates, synonyms and patterns bear made-up ones and are left out. The Spanish ones bear an early PLOVER, in which
crowds that gather are MOBILIZE: `root found` takes PROTEST for them, `root found, to the letter` does not.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Actor, Claims, Incident, Report, Span

CORPORA = Path(__file__).parents[2] / "shared/corpora"
SAMPLE = {"plv": 420, "petrarch2": 130, "petrarch-es": 220}
SEED = 5
_MARK = re.compile(r"<(/?)([st])>")
_WEIS = {
    "03": "CONSULT", "04": "SUPPORT", "05": "AGREE", "061": "SUPPORT", "062": "CONSULT", "063": "AID", "064": "SUPPORT",
    "065": "RETREAT", "066": "RETREAT", "07": "AID", "081": "AGREE", "082": "AGREE", "083": "AGREE", "084": "AGREE",
    "085": "SUPPORT", "09": "REQUEST", "10": "REQUEST", "11": "REJECT", "12": "ACCUSE", "13": "ACCUSE", "15": "REQUEST",
    "16": "THREATEN", "17": "THREATEN", "18": "PROTEST", "190": "ASSAULT", "19": "SANCTION", "20": "SANCTION",
    "21": "COERCE", "22": "ASSAULT",
}  # fmt: skip
_CODED = frozenset({"DEMO", "AGENT", "AGENTS", "COMPOUND", "COMPOUNDx", "ACTOR", "MODIFY", "spanish"})  # kinds of tests
_EARLY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "SACTION": "SANCTION", "CRIME": ""}


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence with the types it was coded with and, on PLV, who does the deed to whom."""

    text: str
    language: str
    types: tuple[str, ...]
    source: Span | None = None
    target: Span | None = None


def plv(folder: Path) -> Iterator[Coded]:
    """PLV's sentences, each with the one type of the marked pair."""
    with (folder / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, spans = unmarked(row["marked_sentence"])
            yield Coded(text, "en", (row["gold_root"],), spans.get("s"), spans.get("t"))


def unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """The sentence without its marks, and the span of each."""
    text, spans, opened, end = "", dict[str, Span](), dict[str, int](), 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        end = match.end()
        if match[1]:
            spans[match[2]] = Span(opened[match[2]], len(text))
        else:
            opened[match[2]] = len(text)
    return text + marked[end:], spans


def petrarch(file: Path, language: str, attribute: str, root: Callable[[str], str]) -> Iterator[Coded]:
    """Sentences of a file of PETRARCH's, each text once, with the types that its codes stand for."""
    seen: set[str] = set()
    for sentence in ElementTree.parse(file).iter("Sentence"):
        text = " ".join((sentence.findtext("Text") or "").split())
        codes = [coding.get(attribute) or "" for coding in sentence.iter("EventCoding")]
        types = tuple(dict.fromkeys(kind for kind in map(root, codes) if kind))
        coded = sentence.get("category") in _CODED and sentence.get("evaluate") != "false"
        if types and coded and text not in seen:
            seen.add(text)
            yield Coded(text, language, types)


def weis_root(code: str) -> str:
    """The PLOVER type of a code of WEIS; none for comments, denials and the made-up codes of unit tests."""
    return _WEIS.get(code, _WEIS.get(code[:2], "")) if len(code) == 3 and code < "230" else ""


def early_root(name: str) -> str:
    return _EARLY.get(name, name)


SETS: dict[str, Callable[[Path], Iterator[Coded]]] = {
    "plv": lambda corpora: plv(corpora / "dev/plv"),
    "petrarch2": lambda corpora: petrarch(
        corpora / "train/petrarch2/PETR.UnitTest.records.xml", "en", "eventcode", weis_root
    ),
    "petrarch-es": lambda corpora: petrarch(
        corpora / "dev/petrarch-es/spanish_protest_plover_validation.xml", "es", "plover", early_root
    ),
}


def halves(rows: Iterable[Coded], name: str, everything: bool) -> dict[str, list[Coded]]:
    """The tuned half and the other one, whole or as a fixed sample."""
    coded = list(rows)
    found = {"tuned half": coded[::2], "other half": coded[1::2]}
    if everything:
        return found
    return {half: random.Random(SEED).sample(part, min(len(part), SAMPLE[name] // 2)) for half, part in found.items()}


@cache
def _tools() -> tuple[Reader, Gazetteer]:
    return Reader.load(), Gazetteer.load()


def claims_of(row: Coded) -> Claims:
    reader, gazetteer = _tools()
    return extract(reader.read(Report.of(row.text, row.language)), Codebook.load(row.language), gazetteer)


def of_pair(row: Coded, incidents: tuple[Incident, ...]) -> Incident | None:
    """The incident that fits the marked pair best: done by the source, to or in the target; of equals, the first."""

    def fit(incident: Incident) -> int:
        done, suffered = _is(incident.actor, row.source), _is(incident.recipient, row.target)
        there = incident.place is not None and row.target is not None and incident.place.span.overlaps(row.target)
        swapped = _is(incident.actor, row.target) + _is(incident.recipient, row.source)
        return 2 * done + 2 * suffered + (there and not suffered) - swapped

    return max(incidents, key=fit, default=None)


def _is(actor: Actor | None, span: Span | None) -> bool:
    if actor is None or span is None:
        return False
    return any(party.span is not None and party.span.overlaps(span) for party in actor.parties)


def root_of(incident: Incident | None) -> str:
    """The type of PLV's list; "" for nothing found."""
    if incident is None:
        return ""
    return "YIELD" if incident.type in ("CONCEDE", "RETREAT") else incident.type


def macro(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over the types that were coded."""
    scores = []
    for kind in sorted({wanted for wanted, _ in pairs}):
        right = sum(wanted == found == kind for wanted, found in pairs)
        scores.append(2 * right / sum((wanted == kind) + (found == kind) for wanted, found in pairs))
    return sum(scores) / max(1, len(scores))


def found_type(wanted: str, incidents: tuple[Incident, ...], lenient: bool) -> bool:
    kinds = {incident.type for incident in incidents}
    return wanted in kinds or (lenient and wanted == "MOBILIZE" and "PROTEST" in kinds)


def score(name: str, corpora: Path, everything: bool = False, errors: bool = False) -> dict[str, float]:
    """The measures of one set by half; `errors` prints those of the tuned half."""
    scores: dict[str, float] = {}
    for half, rows in halves(SETS[name](corpora), name, everything).items():
        read = [(row, claims_of(row).incidents) for row in rows]
        if name == "plv":
            pairs = [(row.types[0], root_of(of_pair(row, found))) for row, found in read]
            scores[f"{half}, macro-F1"] = macro(pairs)
            scores[f"{half}, accuracy"] = sum(wanted == found for wanted, found in pairs) / max(1, len(pairs))
            wrong = [(row, found) for (row, found), (a, b) in zip(read, pairs, strict=True) if a != b]
        else:
            events = [(kind, found) for row, found in read for kind in row.types]
            hits = [found_type(kind, found, lenient=True) for kind, found in events]
            strict = [found_type(kind, found, lenient=False) for kind, found in events]
            scores[f"{half}, root found"] = sum(hits) / max(1, len(hits))
            scores[f"{half}, root found, to the letter"] = sum(strict) / max(1, len(strict))
            wrong = [(row, f) for row, f in read if not all(found_type(kind, f, True) for kind in row.types)]
        for row, found in wrong if errors and half == "tuned half" else ():
            told = ", ".join(f"{i.type} [{i.trigger.of(row.text)}]" for i in found)
            print(f"{'/'.join(row.types)} | {row.text} | {told}")
    return scores


def scorer(name: str) -> Callable[[Path], dict[str, float]]:
    """The scorer of one set for the list of sets; takes the set's folder, two below that of all corpora."""
    return lambda folder: score(name, folder.parents[1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=list(SETS), help=f"of {', '.join(SETS)}")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--all", action="store_true", help="the whole sets, not a sample")
    parser.add_argument("--errors", action="store_true", help="list the errors of the tuned half")
    arguments = parser.parse_args()
    for name in arguments.names:
        for measure, value in score(name, arguments.corpora, arguments.all, arguments.errors).items():
            print(f"{name}: {measure} {value:.3f}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
