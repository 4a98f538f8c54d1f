"""From all reports' Claims to shared entities, stories and copied passages. Leaves verdicts to crosscheck."""

from __future__ import annotations

from facta.stories.copies import Copy, SharedPassage, shared_passages, whole_copies
from facta.stories.entities import Entities, resolve
from facta.stories.grouping import group
from facta.stories.spelling import fits
from facta.stories.translating import Translation, translations

__all__ = [
    "Copy",
    "Entities",
    "SharedPassage",
    "Translation",
    "fits",
    "group",
    "resolve",
    "shared_passages",
    "translations",
    "whole_copies",
]
