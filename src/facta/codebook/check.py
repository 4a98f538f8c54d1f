"""Checks every page of a codebook folder. In: the folder; out: its mistakes, each with file and line. Mends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from facta.codebook.acts import Acts
from facta.codebook.bodies import Bodies
from facta.codebook.credits import CommonCredits, Credits
from facta.codebook.demonyms import Demonyms
from facta.codebook.function_words import FunctionWords
from facta.codebook.geography import Geography
from facta.codebook.grammar import Grammar
from facta.codebook.hedges import Hedges
from facta.codebook.incidents import Incidents
from facta.codebook.load import bundled, languages, line_in, load_page
from facta.codebook.numbers import Numbers
from facta.codebook.offices import Offices
from facta.codebook.pledges import Pledges
from facta.codebook.plover import Plover
from facta.codebook.publishers import Publishers
from facta.codebook.schema import Page
from facta.codebook.speech import Speech
from facta.codebook.thresholds import Thresholds
from facta.codebook.times import Times
from facta.codebook.units import Units
from facta.errors import CodebookError


class Scope(StrEnum):
    """Whether each language has a page of the name, or all share one."""

    LANGUAGE = "language"
    COMMON = "common"


class PageKind(NamedTuple):
    """One file name of the codebook, its schema, and its scope."""

    name: str
    schema: type[Page]
    scope: Scope


PAGES: tuple[PageKind, ...] = (
    PageKind("plover", Plover, Scope.COMMON),
    PageKind("geography", Geography, Scope.COMMON),
    PageKind("credits", CommonCredits, Scope.COMMON),
    PageKind("bodies", Bodies, Scope.COMMON),
    PageKind("publishers", Publishers, Scope.COMMON),
    PageKind("thresholds", Thresholds, Scope.COMMON),
    PageKind("function_words", FunctionWords, Scope.COMMON),
    PageKind("grammar", Grammar, Scope.LANGUAGE),
    PageKind("speech", Speech, Scope.LANGUAGE),
    PageKind("acts", Acts, Scope.LANGUAGE),
    PageKind("offices", Offices, Scope.LANGUAGE),
    PageKind("demonyms", Demonyms, Scope.LANGUAGE),
    PageKind("geography", Geography, Scope.LANGUAGE),
    PageKind("incidents", Incidents, Scope.LANGUAGE),
    PageKind("pledges", Pledges, Scope.LANGUAGE),
    PageKind("hedges", Hedges, Scope.LANGUAGE),
    PageKind("numbers", Numbers, Scope.LANGUAGE),
    PageKind("units", Units, Scope.LANGUAGE),
    PageKind("times", Times, Scope.LANGUAGE),
    PageKind("credits", Credits, Scope.LANGUAGE),
)


def check(folder: Traversable | Path | None = None) -> list[CodebookError]:
    """All mistakes in the codebook, in the order of folders and of `PAGES`; none means that it is right."""
    place: Traversable | Path = folder or bundled()
    found = list(_folder(place, "common", Scope.COMMON))
    for language in languages(place):
        found += _folder(place, language, Scope.LANGUAGE)
    return found


def _folder(place: Traversable | Path, language: str, scope: Scope) -> Iterator[CodebookError]:
    known = {kind.name for kind in PAGES if kind.scope is scope}
    for kind in PAGES:
        if kind.scope is scope:
            yield from _page(place, language, kind)
    if not (place / language).is_dir():
        return
    for entry in sorted((place / language).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".yml") and entry.name[:-4] not in known:
            yield CodebookError(str(entry), 1, "no page has this name", f"known are {', '.join(sorted(known))}")


def _page(place: Traversable | Path, language: str, kind: PageKind) -> Iterator[CodebookError]:
    file = place / language / f"{kind.name}.yml"
    if not file.is_file():
        yield CodebookError(str(file), 1, "the page is missing", "write it, if only as an empty file")
        return
    try:
        page = load_page(place, language, kind.name, kind.schema)
    except CodebookError as error:
        yield error
        return
    plover = load_page(place, "common", "plover", Plover)
    text = file.read_text(encoding="utf-8")
    if isinstance(page, Incidents):
        for path, reason in (*_unknown_types(page, plover), *_repeated(page)):
            yield CodebookError(str(file), line_in(text, path), reason)
    if isinstance(page, Pledges):
        for i, deed in enumerate(page.deeds):
            if not plover.knows(deed.type, None):
                yield CodebookError(str(file), line_in(text, ("deeds", i)), f"no PLOVER type {deed.type!r}")


def _unknown_types(page: Incidents, plover: Plover) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for i, trigger in enumerate(page.triggers):
        if trigger.type not in plover.types:
            yield ("triggers", i, "type"), f"no PLOVER type {trigger.type!r}"
        elif not plover.knows(trigger.type, trigger.mode):
            yield ("triggers", i, "mode"), f"{trigger.type} has no mode {trigger.mode!r}"


def _repeated(page: Incidents) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Triggers that can never fire, for an earlier item has the same word under the same restrictions."""
    seen: set[tuple[object, ...]] = set()
    for i, trigger in enumerate(page.triggers):
        for part in ("verbs", "nouns", "adjectives"):
            for j, word in enumerate(getattr(trigger, part)):
                key = (part, word, trigger.restrictions, trigger.topic)
                if key in seen:
                    yield ("triggers", i, part, j), f"{word!r} is there already under the same restrictions"
                seen.add(key)
