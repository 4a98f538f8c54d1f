"""What kind of deed a promise means: the mode that the codebook gives the promised words ("free", "hostages")."""

from __future__ import annotations

from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.incidents import Incidents, Trigger
from facta.crosscheck.casefile import Case
from facta.records import Pledge, Report
from facta.text import fold


def mode_of(case: Case, report: Report, pledge: Pledge) -> str | None:
    """The mode on which all triggers that the wording holds agree; `None` when it is none or several."""
    folder = case.codebook.folder
    page = Codebook.load(report.language, folder if isinstance(folder, Path) else None).page("incidents", Incidents)
    words = [fold(word) for word in f"{pledge.act} {pledge.text.of(report.text)}".replace(",", " ").split()]
    modes = {t.mode for t in page.triggers if t.type == pledge.type and t.mode and _holds(words, t, page)}
    return modes.pop() if len(modes) == 1 else None


def _holds(words: list[str], trigger: Trigger, page: Incidents) -> bool:
    """Whether the words name the trigger and, where it asks for a kind of object, such an object."""
    if not any(_has(words, form) for form in (*trigger.verbs, *trigger.nouns)):
        return False
    objects = [form for name in trigger.object for form in page.classes.get(name, ())]
    return not trigger.object or any(_has(words, form) for form in objects)


def _has(words: list[str], form: str) -> bool:
    """Whether the words hold the form, inflected or not; a phrase in its order."""
    parts = fold(form).rstrip("*").split()
    spots = (words[i : i + len(parts)] for i in range(len(words) - len(parts) + 1))
    return any(all(_inflects(word, part) for word, part in zip(spot, parts, strict=True)) for spot in spots)


def _inflects(word: str, lemma: str) -> bool:
    stem = lemma[:-1] if lemma.endswith("e") and len(lemma) > 4 else lemma
    return word == lemma or (len(stem) > 3 and word.startswith(stem) and len(word) - len(stem) <= 3)
