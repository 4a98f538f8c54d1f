"""Scores an exported model through the product's own reader, and writes its card.

    python -m training.evaluate --model FOLDER --work WORK --corpora CORPORA --run RUN --card MODEL_CARD.md

WORK holds the dev samples that `prepare` kept out of training; CORPORA has `dev/` sets (names in running news,
Ukrainian trees) that no weights were trained on; a set that is not there is named and left out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from facta.model import Model
from facta.reading import Reader
from quality.role_sets import languages, untrained
from quality.score_names import SCORES as NAME_SCORES
from quality.score_parse import score_parse
from quality.score_reader import score_samples
from quality.score_roles import score as score_roles
from quality.sets import NAME_FOLDERS
from training.card import card
from training.samples import read

Scores = dict[str, dict[str, float]]


def evaluate(model: Path, work: Path, corpora: Path) -> Scores:
    """All scores by set, in percent (Pearson r for factuality)."""
    reader = Reader(Model.load(folder=model))
    found: Scores = {}
    for path in sorted((work / "dev").glob("*.jsonl")):
        found[path.stem] = score_samples(reader, read(path), path.stem.split()[-1])
        print(path.stem, found[path.stem], flush=True)
    for name, folder in NAME_FOLDERS.items():
        if (corpora / folder).is_dir():
            scores = NAME_SCORES[name](reader, corpora / folder)
            found[f"names in {name}"] = {"names": round(100 * scores["names F1"], 2)}
            print(name, found[f"names in {name}"], flush=True)
        else:
            print(f"{corpora / folder} is not there; left out")
    for language in (*languages(), *untrained()):
        counts = score_roles(reader, language)
        zero = "" if language in languages() else ", not trained"
        found[f"own roles {language}{zero}"] = {
            name: round(100 * counts[name].f1, 2) for name in ("predicates", "roles")
        }
        print(language, found[f"own roles {language}{zero}"], flush=True)
    for path in sorted((corpora / "dev").glob("uk-iu/*.conllu")):
        trees = score_parse(reader, "uk", [path])
        found["parse uk-iu"] = {measure.lower(): round(100 * value, 2) for measure, value in trees.items()}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--model", type=Path, required=True, help="folder with reader.onnx, pieces.model, manifest.json"
    )
    parser.add_argument("--work", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds train/ and dev/")
    parser.add_argument("--run", type=Path, required=True, help="folder of the training run, for its log")
    parser.add_argument("--card", type=Path, required=True, help="the card to write")
    given = parser.parse_args()
    scores = evaluate(given.model, given.work, given.corpora)
    manifest_path = given.model / "manifest.json"
    manifest = json.loads(manifest_path.read_text(encoding="utf-8")) | {"scores": scores}
    manifest_path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    log = [json.loads(line) for line in (given.run / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    given.card.write_text(card(manifest, log, Path(__file__).with_name("settings.toml")), encoding="utf-8")


if __name__ == "__main__":
    main()
