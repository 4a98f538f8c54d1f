"""From a ledger to files that people pass on: dossiers and exports. Their contents are left to their own modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from facta.errors import FactaError, UsageError
from facta.ledger import Ledger
from facta.records import Claims, CrossCheck, Entity, Story
from facta.views import dossier

Link = tuple[str, str, str]  # a report, an entity within it, the shared entity
Writer = Callable[[CrossCheck, list[Claims], tuple[Entity, ...], tuple[Link, ...]], str]
FORMATS: dict[str, Writer] = {"html": dossier.html, "md": dossier.markdown}


def largest_story(ledger: Ledger) -> Story:
    """The story with most reports, the earlier one of two; `UsageError` when the ledger has none."""
    stories = ledger.stories()
    if not stories:
        return ledger.story("")
    return max(stories, key=lambda story: len(story.reports))


def dossier_of(ledger: Ledger, story: Story, form: str) -> str:
    """The text of a story's dossier, in one of `FORMATS`."""
    if form not in FORMATS:
        raise UsageError(f"--format: {form!r} is unknown", f"one of: {', '.join(FORMATS)}")
    claims = [ledger.claims_of(report) for report in story.reports]
    return FORMATS[form](ledger.check(story.id), claims, ledger.entities(), ledger.entity_links())


def write(path: Path, pieces: Iterable[str]) -> None:
    """Write a file whole or not at all: what breaks off leaves an earlier file as it was."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise FactaError(f"{path} cannot be written: {error.strerror}", "choose another place with --out") from error


def make_folder(path: Path) -> None:
    """A folder to write to, made if there is none."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactaError(f"the folder {path} cannot be made: {error.strerror}", "choose another with --out") from error
