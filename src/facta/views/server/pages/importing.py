"""Reports pasted or uploaded: the form, and what is given with it, handed to the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from facta.codebook import languages
from facta.codebook.layers import bundled
from facta.errors import UsageError
from facta.ledger.runs import Run
from facta.settings import Settings
from facta.views.server.forms import CheckedUpload, Upload
from facta.views.server.importing import Given, Pasted, items_of, known_of, words_for, worker_of
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.uploads import TYPES, Limits, received
from facta.views.server.visitor import Reviewer, Visitor

router = APIRouter()
FIELDS = ("text", "title", "publisher", "published", "language", "url")


@router.get("/import")
def importing(request: Request, visitor: Reviewer) -> Response:
    """The form."""
    return _form(request, visitor, {})


@router.post("/import")
def imported(request: Request, visitor: Reviewer, upload: CheckedUpload) -> Response:
    """Takes what was given and leads to its run at once; what is wrong is said above the form, with all that was
    written in it."""
    try:
        what = given_of(upload, site_of(request).settings)
        run = hand_over(request, visitor, what)
    except UsageError as error:
        return _form(request, visitor, upload.fields, error)
    return RedirectResponse(f"/runs/{run.id}", 303)


def given_of(upload: Upload, settings: Settings) -> Given:
    """What a form holds: a text, files or both. Title and address are those of one report alone."""
    if unknown := sorted(set(upload.fields) - {*FIELDS, "files"}):  # a field of files that is left empty
        raise UsageError(f"there is no field {unknown[0][:40]!r}", f"there are: files, {', '.join(FIELDS)}")
    fields = {name: upload.fields.get(name, "") for name in FIELDS}
    text, known = fields.pop("text").replace("\r\n", "\n"), known_of(fields)  # browsers send each line so
    sent = [(file.filename, file.file) for file in upload.files if file.filename]
    files = tuple(received(sent, Limits.of(settings)))
    if not text.strip() and not files:
        raise UsageError("nothing was given", "paste a text or choose files")
    alone = len(files) == 1 and not text.strip()
    pasted = (Pasted(text, known),) if text.strip() else ()
    return Given(pasted, files, known if alone else replace(known, title=None, url=None))


def hand_over(request: Request, visitor: Visitor, what: Given) -> Run:
    """The run that will read it."""
    inputs = partial(items_of, what, site_of(request).settings)
    return worker_of(request).submit(words_for(what), visitor.name, inputs)


def _form(request: Request, visitor: Visitor, written: Mapping[str, str], error: UsageError | None = None) -> Response:
    limits = Limits.of(site_of(request).settings)
    return render(
        request,
        visitor,
        "import.html.j2",
        422 if error else 200,
        written={name: written.get(name, "") for name in FIELDS},
        error=error,
        languages=languages(bundled()),
        types=",".join(TYPES),
        limits=limits,
        megabytes=limits.file_bytes // 1_000_000,
        all_megabytes=limits.bytes // 1_000_000,
    )
