"""Scores facta on public test sets and holds the scores against their floors: `make quality`.

    python -m quality [--corpora FOLDER] [--only NAME …] [--raise-floors]

Sets that are not there are named and left out. A score below its floor makes the exit code 1. Floors only go up:
`--raise-floors` writes scores that lie above their floor into floors.json, and never lowers one.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import time
from pathlib import Path

from quality.sets import SETS

FLOORS = Path(__file__).with_name("floors.json")
DEFAULT = Path(__file__).parents[2] / "shared/corpora"


def lowered(score: float) -> float:
    """The floor for a score: rounded down, so that the same score passes again."""
    return math.floor(score * 1000) / 1000


def row(measure: str, score: float, floor: float | None) -> str:
    verdict = "no floor yet" if floor is None else "ok" if score >= floor else "BELOW ITS FLOOR"
    return f"{measure:<48} {score:7.3f} {floor if floor is not None else '–':>7}  {verdict}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("FACTA_CORPORA", DEFAULT)))
    parser.add_argument("--only", nargs="*", choices=[s.name for s in SETS], help="score these sets alone")
    parser.add_argument("--raise-floors", action="store_true", help="write higher scores into floors.json")
    arguments = parser.parse_args()
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    below = False
    for chosen in (s for s in SETS if not arguments.only or s.name in arguments.only):
        if not chosen.there(arguments.corpora):
            print(f"{chosen.name}: not there ({arguments.corpora / chosen.folder}); left out")
            continue
        began = time.monotonic()
        for measure, score in sorted(chosen.measure(arguments.corpora).items()):
            name = f"{chosen.name}: {measure}"
            floor = floors.get(name)
            print(row(name, score, floor))
            below |= floor is not None and score < floor
            if arguments.raise_floors:
                floors[name] = max(lowered(score), floor or 0.0)
        print(f"{chosen.name}: {time.monotonic() - began:.0f} s\n", flush=True)
    if arguments.raise_floors:
        FLOORS.write_text(
            json.dumps(dict(sorted(floors.items())), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    return int(below)


if __name__ == "__main__":
    raise SystemExit(main())
