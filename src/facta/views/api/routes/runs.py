"""Imports and their runs: texts and files handed to the worker, the log, and one run with what came of it."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from facta.ledger.runs import Run as Kept
from facta.views.api.paging import After, Limit, lead_on
from facta.views.api.problems import described
from facta.views.api.strict import only_json
from facta.views.api.values.runs import ADDRESS, Import, Run, Runs, RunWhole
from facta.views.forms import Form
from facta.views.run_forms import met_form, run_form
from facta.views.server.forms import CheckedUpload
from facta.views.server.importing import Given, Pasted, known_of
from facta.views.server.pages.importing import given_of, hand_over
from facta.views.server.pages.runs import FAILURES
from facta.views.server.site import site_of
from facta.views.server.visitor import Reviewer

router = APIRouter(tags=["imports and runs"])
CHANGES = described(400, 403, 413, 415, 429)
WORDS = {"type": "string", "maxLength": 1000, "pattern": "^[^\\x00]*$"}
FILES = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "title": "Files",
                    "required": ["files"],
                    "additionalProperties": False,
                    "properties": {
                        "files": {"type": "array", "minItems": 1, "items": {"type": "string", "format": "binary"}},
                        "publisher": WORDS,
                        "published": {"type": "string", "format": "date"},
                        "language": WORDS,
                        "title": WORDS,
                        "url": WORDS | {"pattern": ADDRESS},
                    },
                }
            }
        },
    }
}


@router.post("/imports", status_code=202, response_model=Run, responses=CHANGES, dependencies=[Depends(only_json)])
def give_text(request: Request, response: Response, visitor: Reviewer, text: Import) -> Form:
    """Gives one text to be read. The answer comes at once; its run says how far it is (`Location`)."""
    fields = text.model_dump(mode="json", exclude={"text"})
    known = known_of({name: value for name, value in fields.items() if value})
    return _accepted(response, hand_over(request, visitor, Given((Pasted(text.text, known),))))


@router.post("/imports/files", status_code=202, response_model=Run, responses=CHANGES, openapi_extra=FILES)
def give_files(request: Request, response: Response, visitor: Reviewer, upload: CheckedUpload) -> Form:
    """Gives files to be read: text, Markdown, HTML, JSON Lines, or ZIP archives of them."""
    return _accepted(response, hand_over(request, visitor, given_of(upload, site_of(request).settings)))


def _accepted(response: Response, run: Kept) -> Form:
    response.headers["Location"] = f"/api/v1/runs/{run.id}"
    return run_form(run)


@router.get("/runs", response_model=Runs)
def runs(request: Request, response: Response, after: After = None, limit: Limit = 50) -> Form:
    """What was read into the ledger, newest first."""
    page = site_of(request).ledger.runs(after, limit)
    lead_on(request, response, page.next)
    return {"runs": [run_form(run) for run in page.runs], "next": page.next}


@router.get("/runs/{run}", response_model=RunWhole)
def run(request: Request, response: Response, run: str, after: After = None, limit: Limit = 50) -> Form:
    """A run: how far it is, what failed in it and why (the first 500), and a page of the reports that it met."""
    ledger = site_of(request).ledger
    found = ledger.run(run)
    page = ledger.run_reports(found.id, after, limit)
    lead_on(request, response, page.next)
    told = run_form(found, ledger.run_failures(found.id, FAILURES))
    return {**told, "reports": [met_form(met) for met in page.reports], "next": page.next}
