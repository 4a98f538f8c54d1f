"""Takes the body of a request, gives the fields of its form, once the form has shown that it came from our own page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hmac import compare_digest
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import UploadFile

from facta.views.server.visitor import READS, Guest, Visitor, is_api

FIELDS = 500  # of one form
FIELD_BYTES = 10_000_000  # of one field of a form with files: a pasted text
FILES = 200
URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
_AMBIENT = {"cookie", "origin", "referer", "sec-fetch-site", "sec-fetch-mode"}  # what only browsers send
STALE = "this form is out of date: go back, load the page again and send it once more"


@dataclass(frozen=True, slots=True)
class Upload:
    """A form with files: its fields, and the files with the names that the sender gave them."""

    fields: dict[str, str]
    files: tuple[UploadFile, ...]


class FormReader:
    """A dependency that gives the text fields of a form, each as it was written. A field that is sent twice is refused,
    apart from those in `lists`, whose values are joined by blanks (they are ids)."""

    def __init__(self, lists: tuple[str, ...] = ()) -> None:
        self.lists = lists

    async def __call__(self, request: Request, visitor: Guest) -> dict[str, str]:
        parts, _ = await _parts(request)
        return _checked(request, visitor, parts, self.lists)


async def checked_upload(request: Request, visitor: Guest) -> Upload:
    """The fields of a form and the files sent with it."""
    parts, files = await _parts(request)
    return Upload(_checked(request, visitor, parts), files)


CheckedForm = Annotated[dict[str, str], Depends(FormReader())]
CheckedUpload = Annotated[Upload, Depends(checked_upload)]


def check_token(request: Request, visitor: Visitor, sent: str) -> None:
    """403 unless the form, or a header of the request, carries the visitor's token: another site cannot know it. A
    program that names its account in each request needs none; nor does one on this machine that is no browser."""
    if visitor.program or (is_api(request) and not _AMBIENT & set(request.headers.keys())):
        return
    sent = sent or request.headers.get("x-csrf-token", "")
    if not visitor.csrf or not compare_digest(sent.encode(errors="replace"), visitor.csrf.encode()):
        raise HTTPException(403, STALE)


def checked_token(request: Request, visitor: Guest) -> None:
    """A dependency for what changes something without a form: the token comes in the header X-CSRF-Token."""
    if request.method not in READS:
        check_token(request, visitor, "")


async def _parts(request: Request) -> tuple[list[tuple[str, str]], tuple[UploadFile, ...]]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == MULTIPART:
        form = await request.form(max_files=FILES, max_fields=FIELDS, max_part_size=FIELD_BYTES)
        parts = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        return parts, tuple(value for _, value in form.multi_items() if isinstance(value, UploadFile))
    body = await request.body()
    if not body:
        return [], ()
    if kind != URLENCODED:
        raise HTTPException(415, f"a form is sent as {URLENCODED} or {MULTIPART}")
    try:
        text = body.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=FIELDS), ()
    except ValueError as error:
        raise HTTPException(400, "the form is not written as forms are") from error


def _checked(
    request: Request, visitor: Visitor, parts: Iterable[tuple[str, str]], lists: tuple[str, ...] = ()
) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in parts:
        if "\0" in name or "\0" in value:
            raise HTTPException(400, "the form holds a character that no text has")
        if name in fields and name not in lists:
            raise HTTPException(400, f"the field {name[:40]} was sent twice")
        fields[name] = f"{fields[name]} {value}" if name in fields else value
    check_token(request, visitor, fields.pop("csrf", ""))
    return fields
