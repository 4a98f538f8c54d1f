"""From a ledger to files that people pass on: dossiers and exports. Their contents are left to their own modules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from facta.errors import FactaError, UsageError
from facta.ledger import Ledger
from facta.records import Story
from facta.views import dossier, printing
from facta.views.seen import seen_claims
from facta.views.threads import cited_reports, in_thread

FORMATS = ("html", "md", "pdf")


def largest_story(ledger: Ledger) -> Story:
    """The story with most reports, the earlier one of two; `UsageError` when the ledger has none."""
    stories = ledger.stories()
    if not stories:
        return ledger.story("")
    return max(stories, key=lambda story: len(story.reports))


def dossier_of(ledger: Ledger, story: Story, form: str, language: str = "en", chromium: Path | None = None) -> bytes:
    """A story's dossier in one of `FORMATS`, its own words in the given language; `chromium` prints the PDF."""
    if form not in FORMATS:
        raise UsageError(f"--format: {form!r} is unknown", f"one of: {', '.join(FORMATS)}")
    if form == "pdf":
        printing.program_at(chromium)  # before the work, if there is none
    check = in_thread(ledger, ledger.check(story.id))
    reports = cited_reports(check)
    known = (check, seen_claims(ledger, reports), *ledger.entities_of(reports))
    if form == "md":
        return dossier.markdown(*known, language=language).encode()
    page = dossier.html(*known, language=language)
    return printing.pdf(page, chromium) if form == "pdf" else page.encode()


def write(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Write a file whole or not at all: what breaks off leaves an earlier file as it was."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.writelines(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
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
