"""What kind of deed a promise means: the mode to which its words point ("free the hostages", "open a corridor")."""

from __future__ import annotations

from facta.codebook.thresholds import PledgeRules
from facta.records import Pledge, Report
from facta.text import fold

_RETREATS = ("RETREAT", "CONCEDE")


def mode_of(rules: PledgeRules, report: Report, pledge: Pledge) -> str | None:
    """The only mode of the promised type to which words of the promise point; `None` when it is none or several."""
    further = " ".join(span.of(report.text) for span in pledge.evidence)
    return pointed(rules, pledge.type, f"{pledge.act} {pledge.text.of(report.text)}") or pointed(
        rules, pledge.type, further
    )


def pointed(rules: PledgeRules, promised: str, text: str) -> str | None:
    """The only mode of the type to which the text points."""
    words = fold(f" {text}")
    kind = "RETREAT" if promised in _RETREATS else promised
    hinted = [
        key.partition("/")[2] for key, stems in rules.hints.items() if key.startswith(f"{kind}/") and _any(words, stems)
    ]
    if len(hinted) > 1 and "ceasefire" in hinted:
        hinted = [mode for mode in hinted if mode != "withdraw"]  # "cease-fire" holds "fire"
    return hinted[0] if len(hinted) == 1 else None


def _any(words: str, stems: tuple[str, ...]) -> bool:
    """Whether a word begins so."""
    return any(before + fold(stem) in words for stem in stems for before in (" ", "-", '"', "“", "«", "("))
