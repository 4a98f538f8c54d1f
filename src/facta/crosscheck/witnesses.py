"""From a deed that the press itself saw or heard to whose journalists they are: "AFP reporters heard two blasts"."""

from __future__ import annotations

from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.offices import Offices
from facta.crosscheck.casefile import Case
from facta.extraction.declension import nominatives
from facta.records import Claims, Incident, Span
from facta.text import fold

_FIRST = 5  # words of a clause within which its witnesses stand
_PRESS = "MED"


def witness_of(case: Case, claims: Claims, incident: Incident) -> str | None:
    """The outlet or agency at the beginning of the clause whose journalists tell the deed, neither doing nor
    suffering it."""
    text = claims.report.text
    words = incident.text.of(text).split()[:_FIRST]
    if not any(_is_press(case, word, claims.report.language) for word in words):
        return None
    start = Span(incident.text.start, min(incident.text.start + len(" ".join(words)), incident.trigger.start))
    parties = [actor.span for actor in (incident.actor, incident.recipient) if actor and actor.span]
    for name in claims.names:
        entity = case.entities.of(claims.report.id, name.entity)
        told = start.covers(name.span) and not any(span.overlaps(name.span) for span in parties)
        if told and entity and case.sides.sector(entity.side) == _PRESS:
            return entity.name
    return None


def _is_press(case: Case, word: str, language: str) -> bool:
    """Whether the word is one for people of the press."""
    folder = case.codebook.folder
    codebook = Codebook.load(language, folder if isinstance(folder, Path) else None)
    roles = codebook.page("offices", Offices).role_sectors
    stem = fold(word)
    forms = {stem, stem.removesuffix("s"), stem.removesuffix("es"), *map(fold, nominatives(word))}
    return any(roles.get(form) == _PRESS for form in forms)
