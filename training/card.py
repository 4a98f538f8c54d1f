"""From a model's manifest, scores and training log to its card in Markdown."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Template
from typing import Any


def card(manifest: dict[str, Any], log: list[dict[str, Any]], settings: Path) -> str:
    """The whole card."""
    text = Template(Path(__file__).with_suffix(".md").read_text(encoding="utf-8"))
    tables = {"facts": _facts(manifest), "scores": _scores(manifest["scores"]), "training": _training(log, settings)}
    return text.substitute(tables)


def _facts(manifest: dict[str, Any]) -> str:
    size = sum(known["bytes"] for known in manifest["files"].values()) / 1e6
    rows = [
        f"Version {manifest['version']}, licence {manifest['licence']}, {size:.1f} MB: {manifest['layers']} layers of",
        f"multilingual-e5-small, {manifest['vocabulary']:,} word pieces; weights of 8 bits, embedding of 4 bits.",
        f"Trained for {', '.join(manifest['languages'])}.",
    ]
    return "\n".join(rows) + "\n"


def _scores(scores: dict[str, dict[str, float]]) -> str:
    """One row a set; percent, and Pearson r for factuality."""
    measures = ["uas", "las", "upos", "predicates", "roles", "names", "fact r"]
    lines = [
        "## Scores of the shipped, quantised model",
        "Percent (F1 for predicates, role heads and names), Pearson r for factuality. `parse XX` and `names XX` are",
        "held out of training; sets named `names in` and `parse uk-iu` were never trained on.",
        "",
        f"| set | {' | '.join(measures)} |",
        "|---" * (len(measures) + 1) + "|",
    ]
    for name, row in scores.items():
        lines.append(f"| {name} | " + " | ".join(f"{row[m]:g}" if m in row else "" for m in measures) + " |")
    return "\n".join(lines) + "\n"


def _training(log: list[dict[str, Any]], settings: Path) -> str:
    table = tomllib.loads(settings.read_text(encoding="utf-8"))
    last = log[-1]
    steps = [f"{row['step']}: {row['loss']}" for row in log if "loss" in row][::3]
    return "\n".join(
        [
            "## Training",
            f"{last['step']:,} steps of about {table['train']['pieces']:,} word pieces, {last['minutes']:.0f} minutes",
            "on two processor cores shared with other work. Loss by step: " + ", ".join(steps) + ".",
            "Settings: `training/settings.toml`.",
            "",
        ]
    )
