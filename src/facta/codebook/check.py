"""Checks every page of a codebook folder. In: the folder; out: its mistakes, each with file and line. Mends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from facta.codebook.acts import Acts
from facta.codebook.bodies import Bodies
from facta.codebook.contexts import Contexts
from facta.codebook.credits import CommonCredits, Credits
from facta.codebook.demonyms import Demonyms
from facta.codebook.exports import Exports
from facta.codebook.function_words import FunctionWords
from facta.codebook.geography import Geography
from facta.codebook.grammar import Grammar
from facta.codebook.hedges import Hedges
from facta.codebook.incidents import Incidents
from facta.codebook.layers import Folder, idle, is_whole
from facta.codebook.load import bundled, languages, line_of, load_page, pages_of, parsed
from facta.codebook.numbers import Numbers
from facta.codebook.offices import Offices
from facta.codebook.pledges import Pledges
from facta.codebook.plover import Plover
from facta.codebook.publishers import Publishers
from facta.codebook.same_deed import SameDeed
from facta.codebook.schema import Page
from facta.codebook.speech import Speech
from facta.codebook.thresholds import Thresholds
from facta.codebook.times import Times
from facta.codebook.units import Counts, Units
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
    PageKind("same_deed", SameDeed, Scope.COMMON),
    PageKind("function_words", FunctionWords, Scope.COMMON),
    PageKind("exports", Exports, Scope.COMMON),
    PageKind("counts", Counts, Scope.COMMON),
    PageKind("grammar", Grammar, Scope.LANGUAGE),
    PageKind("speech", Speech, Scope.LANGUAGE),
    PageKind("acts", Acts, Scope.LANGUAGE),
    PageKind("offices", Offices, Scope.LANGUAGE),
    PageKind("demonyms", Demonyms, Scope.LANGUAGE),
    PageKind("geography", Geography, Scope.LANGUAGE),
    PageKind("incidents", Incidents, Scope.LANGUAGE),
    PageKind("contexts", Contexts, Scope.LANGUAGE),
    PageKind("pledges", Pledges, Scope.LANGUAGE),
    PageKind("hedges", Hedges, Scope.LANGUAGE),
    PageKind("numbers", Numbers, Scope.LANGUAGE),
    PageKind("units", Units, Scope.LANGUAGE),
    PageKind("times", Times, Scope.LANGUAGE),
    PageKind("credits", Credits, Scope.LANGUAGE),
)


def check(folder: Folder | None = None) -> list[CodebookError]:
    """All mistakes in the folder's pages, in the order of folders and of `PAGES`; none means that they are right. Of a
    folder that is laid over the bundled codebook, only its own pages are checked, as they stand over the others."""
    place = folder or bundled()
    if not place.is_dir():
        return [CodebookError(str(place), 1, "no such folder", "give a folder that holds en/, common/ and the like")]
    found = list(_misnamed(place))
    for name in ("common", *languages(place)):
        if is_whole(place) or (place / name).is_dir():
            found += _folder(place, name, Scope.COMMON if name == "common" else Scope.LANGUAGE)
    return found


def _misnamed(place: Folder) -> Iterator[CodebookError]:
    known = {"common", *languages(place)}
    for entry in sorted(place.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name not in known and not entry.name.startswith((".", "_")):
            yield CodebookError(str(entry), 1, "no folder has this name", "name it common or by a code such as en")


def _folder(place: Folder, language: str, scope: Scope) -> Iterator[CodebookError]:
    known = {kind.name for kind in PAGES if kind.scope is scope}
    for kind in PAGES:
        if kind.scope is scope:
            yield from _page(place, language, kind)
    if not (place / language).is_dir():
        return
    for entry in sorted((place / language).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".yml") and entry.name[:-4] not in known:
            yield CodebookError(str(entry), 1, "no page has this name", f"known are {', '.join(sorted(known))}")


def _page(place: Folder, language: str, kind: PageKind) -> Iterator[CodebookError]:
    file = place / language / f"{kind.name}.yml"
    if not file.is_file():
        if is_whole(place):
            yield CodebookError(str(file), 1, "the page is missing", "write it, if only as an empty file")
        return
    try:
        page = load_page(place, language, kind.name, kind.schema)
    except CodebookError as error:
        yield error
        return
    text = file.read_text(encoding="utf-8")
    for path, reason, remedy in (*_wrong(page, load_page(place, "common", "plover", Plover)), *_idle(place, file)):
        if (line := line_of(text, path)) is not None:  # a mistake of this file, and not of the one below it
            yield CodebookError(str(file), line, reason, remedy)


Wrong = tuple[tuple[str | int, ...], str, str]  # the keys that lead to a mistake, the reason, the remedy


def _wrong(page: Page, plover: Plover) -> Iterator[Wrong]:
    """What no schema of a single page can tell."""
    types = f"one of {', '.join(plover.types)}"
    match page:
        case Incidents():
            yield from _unknown_types(page, plover)
            yield from _repeated(page)
        case Pledges():
            for i, deed in enumerate(page.deeds):
                if not plover.knows(deed.type, None):
                    yield ("deeds", i), f"no PLOVER type {deed.type!r}", types
        case Exports():
            for i, rule in enumerate(page.acled.rules):
                if rule.sub_event not in page.acled.event_of:
                    path, known = ("acled", "rules", i, "sub_event"), ", ".join(page.acled.event_of)
                    yield path, f"no sub-event {rule.sub_event!r} under `events`", f"one of {known}"
                for mode in rule.modes or (None,):
                    if not plover.knows(rule.type, mode):
                        yield ("acled", "rules", i), f"PLOVER has no {rule.type} {mode or ''}".strip(), "see plover.yml"
        case Times():
            for key, wanted in (("weekdays", 7), ("months", 12)):
                if len(getattr(page, key)) not in (0, wanted):
                    yield (key,), f"there are {wanted} {key}", "give them all, as `!only [...]` over the bundled ones"


def _idle(place: Folder, file: Folder) -> Iterator[Wrong]:
    """Words taken out of lists in which they do not stand."""
    below = pages_of(place, file.parent.name, file.name[:-4])[1:] if isinstance(file, Path) else []
    own, other = (parsed(f.read_text(encoding="utf-8"), str(f)) if f else None for f in (file, next(iter(below), None)))
    for path, word in idle(own, other):
        yield path, f"{word!r} is not in the list it is taken out of", "see the words with: facta codebook list"


def _unknown_types(page: Incidents, plover: Plover) -> Iterator[Wrong]:
    for i, trigger in enumerate(page.triggers):
        if trigger.type not in plover.types:
            types = f"one of {', '.join(plover.types)}"
            yield ("triggers", i, "type"), f"no PLOVER type {trigger.type!r}", types
        elif not plover.knows(trigger.type, trigger.mode):
            modes = ", ".join(plover.types[trigger.type].modes)
            remedy = f"one of {modes}, or none" if modes else "leave it out"
            yield ("triggers", i, "mode"), f"{trigger.type} has no mode {trigger.mode!r}", remedy


def _repeated(page: Incidents) -> Iterator[Wrong]:
    """Triggers that can never fire, for an earlier item has the same word under the same restrictions."""
    seen: set[tuple[object, ...]] = set()
    for i, trigger in enumerate(page.triggers):
        for part in ("verbs", "nouns", "adjectives"):
            for j, word in enumerate(getattr(trigger, part)):
                key = (part, word, trigger.restrictions, trigger.topic)
                if key in seen:
                    reason = f"{word!r} is there already under the same restrictions"
                    yield ("triggers", i, part, j), reason, "leave one of the two out"
                seen.add(key)
