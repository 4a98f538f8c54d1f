"""Groups the reports of a labelled folder into stories and prints B-cubed precision, recall and F1.

    python -m quality.score_stories conflict FOLDER        # a folder with index.json
    python -m quality.score_stories ecbplus FOLDER [--topics 1-10]   # topics of ECB+, a story a subtopic
    python -m quality.score_stories meantime FOLDER       # 120 stories, each told in English and in Spanish

Thresholds are chosen on topics 1-10 of ECB+ and on MEANTIME's reports on Airbus and Apple, and reported on topics 11-22
and on all of MEANTIME. `--keep FILE` keeps what was read, for the next run.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from facta.codebook import Codebook
from facta.codebook.thresholds import thresholds
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Report
from facta.stories import group, resolve
from quality.score_vectors import reports as told

Labelled = tuple[str, Report]  # story, report


def conflict(folder: Path) -> Iterator[Labelled]:
    for entry in json.loads((folder / "index.json").read_text(encoding="utf-8")):
        with (folder / entry["source_file"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        published = date.fromisoformat(entry["date"]) if entry.get("date") else None
        yield entry["story"] or f"alone {entry['id']}", Report.of(text, "en", published=published, path=entry["id"])


def ecbplus(folder: Path) -> Iterator[Labelled]:
    for file in sorted(folder.glob("*/*.xml")):
        topic, number = file.parent.name, file.stem
        story = f"{topic} {'plus' if number.endswith('plus') else 'ecb'}"
        yield story, Report.of(_text(file), "en", path=f"{topic}/{number}")


def meantime(folder: Path) -> Iterator[Labelled]:
    """Both tellings of each story; its day stands in a line of its own, as the set has it."""
    for language in ("en", "es"):
        for name, sentences in told(folder / f"{language}.conll").items():
            text = "\n".join(_joined(words) for words in sentences)
            yield name, Report.of(text, language, path=f"{name}.{language}")


def _text(file: Path) -> str:
    lines: dict[int, list[str]] = {}
    for token in ElementTree.parse(file).getroot().iter("token"):
        lines.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    return "\n".join(_joined(words) for _, words in sorted(lines.items()))


def _joined(words: list[str]) -> str:
    return re.sub(r" (?=[.,;:!?%)’”]|'s\b|n't\b)|(?<=[(“¿¡]) ", "", " ".join(words))


SETS = {"conflict": conflict, "ecbplus": ecbplus, "meantime": meantime}


def read(labelled: list[Labelled], keep: Path | None) -> list[Claims]:
    if keep and keep.exists():
        return list(pickle.loads(keep.read_bytes()))
    reader, gazetteer = Reader.load(), Gazetteer.load()
    everything = [extract(reader.read(r), Codebook.load(r.language), gazetteer) for _, r in labelled]
    if keep:
        keep.write_bytes(pickle.dumps(everything))
    return everything


def bcubed(gold: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over reports."""
    true, made = Counter(gold.values()), Counter(found[report] for report in gold)
    both = Counter((gold[report], found[report]) for report in gold)
    precision = sum(count * count / made[story] for (_, story), count in sorted(both.items()))
    recall = sum(count * count / true[story] for (story, _), count in sorted(both.items()))
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def score(labelled: list[Labelled], everything: list[Claims] | None = None) -> dict[str, float]:
    """B-cubed F1 of the stories found in what was read of the reports, with the thresholds of the codebook."""
    everything = everything or read(labelled, None)
    found = {report: story.id for story in group(everything, resolve(everything)) for report in story.reports}
    return {"stories B-cubed F1": bcubed({report.id: story for story, report in labelled}, found)[2]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=SETS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", default="1-99")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--shuffles", type=int, default=0, help="also group so many shuffled orders of the reports")
    parser.add_argument("--sweep", action="store_true", help="also print the scores at other thresholds")
    arguments = parser.parse_args()
    labelled = list(SETS[arguments.kind](arguments.folder))
    everything = {claims.report.id: claims for claims in read(labelled, arguments.keep)}
    first, last = map(int, arguments.topics.split("-"))
    if arguments.kind == "ecbplus":
        labelled = [(story, r) for story, r in labelled if first <= int(story.split()[0]) <= last]
    gold = {report.id: story for story, report in labelled}
    chosen = [everything[report] for report in gold]
    limits = thresholds().stories
    entities = resolve(chosen)
    around = [limits.same_story + step / 50 for step in range(-6, 7)] if arguments.sweep else [limits.same_story]
    for least in around:
        stories = group(chosen, entities, limits.model_copy(update={"same_story": least}))
        found = {report: story.id for story in stories for report in story.reports}
        scores = "P {:.3f} R {:.3f} F1 {:.3f}".format(*bcubed(gold, found))
        print(f"{len(gold)} reports, {len(set(gold.values()))} stories, {len(stories)} found at {least:.2f}: {scores}")
    if arguments.shuffles:
        print(f"mean B-cubed F1 between orders of arrival: {shuffled(chosen, arguments.shuffles):.3f}")
    return 0


def shuffled(everything: list[Claims], times: int) -> float:
    """Mean B-cubed F1 between the stories of the reports as they are and in other orders."""
    first = _placed(everything)
    scores = []
    for seed in range(times):
        Random(seed).shuffle(everything)
        scores.append(bcubed(first, _placed(everything))[2])
    return sum(scores) / len(scores)


def _placed(everything: list[Claims]) -> dict[str, str]:
    return {report: story.id for story in group(everything, resolve(everything)) for report in story.reports}


if __name__ == "__main__":
    raise SystemExit(main())
