"""Counts of what is gold, found and both, and the scores they give; percent, and Pearson r for factuality."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Set
from typing import Any

Facts = list[tuple[float, float]]  # (gold, predicted)


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Named spans of a BIO row; an I without its B begins a span."""
    found, i = set[tuple[int, int, str]](), 0
    while i < len(tags):
        j = i + 1
        if tags[i] != "O":
            while j < len(tags) and tags[j] == "I-" + tags[i][2:]:
                j += 1
            found.add((i, j, tags[i][2:]))
        i = j
    return found


def compare(counts: Counter[str], measure: str, gold: Set[Any], found: Set[Any]) -> None:
    """Adds what is gold, what was found and what is both."""
    counts[f"{measure} gold"] += len(gold)
    counts[f"{measure} found"] += len(found)
    counts[f"{measure} both"] += len(gold & found)


def table(counts: Counter[str], facts: Facts) -> dict[str, float]:
    """Percent by measure from counts, and the correlation of factuality."""
    table: dict[str, float] = {}
    if counts["words"]:
        table |= {task: round(100 * counts[task] / counts["words"], 2) for task in ("uas", "las", "upos")}
    for measure in ("names", "predicates", "roles"):
        if counts[f"{measure} gold"]:
            either = counts[f"{measure} gold"] + counts[f"{measure} found"]
            table[measure] = round(200 * counts[f"{measure} both"] / either, 2)
    if len(facts) > 2:
        table["fact r"] = round(pearson(facts), 3)
    return table


def pearson(pairs: Facts) -> float:
    """Correlation of gold and predicted values; 0 where one of them does not vary."""
    n = len(pairs)
    gold, found = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    together = sum((a - gold) * (b - found) for a, b in pairs)
    apart = math.sqrt(sum((a - gold) ** 2 for a, _ in pairs) * sum((b - found) ** 2 for _, b in pairs))
    return together / apart if apart else 0.0
