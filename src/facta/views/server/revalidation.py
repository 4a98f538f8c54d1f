"""Takes answers to readers, gives them a mark of their content, and "not modified" to whoever has it. HEAD gets what
GET would, without the content."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HELD_BYTES = 8_000_000  # a longer answer is sent on as it comes, without a mark
_OF_CONTENT = ("content-length", "content-type", "content-encoding")


class Revalidation:
    """ASGI middleware for GET and HEAD."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        held = _Held(send, scope["method"] == "HEAD", Headers(scope=scope).get("if-none-match", ""))
        inner = {**scope, "method": "GET"}
        try:
            await self.app(inner, receive, held.send)
        finally:
            scope["route"] = inner.get("route")


class _Held:
    """An answer that waits for its end, so that its mark can be sent before it."""

    def __init__(self, send: Send, bare: bool, known: str) -> None:
        self._send = send
        self._bare = bare
        self._known = known
        self._start: Message = {}
        self._body: list[bytes] = []
        self._length = 0
        self._begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] != "http.response.body":
            await self._send(message)
        else:
            await self._part(message.get("body", b""), message.get("more_body", False))

    async def _part(self, body: bytes, more: bool) -> None:
        self._body.append(body)
        self._length += len(body)
        if not self._begun:
            if more and self._length <= HELD_BYTES:
                return
            if not more:
                self._mark()
            self._begun = True
            await self._send(self._start)
        content = b"" if self._bare else b"".join(self._body)
        self._body.clear()
        await self._send({"type": "http.response.body", "body": content, "more_body": more})

    def _mark(self) -> None:
        """Adds the mark, and empties an answer whose content the reader has."""
        if self._start["status"] != 200:
            return
        headers = MutableHeaders(scope=self._start)
        if "etag" not in headers:
            digest = hashlib.blake2b(digest_size=16)
            for part in self._body:
                digest.update(part)
            headers["etag"] = f'W/"{digest.hexdigest()}"'
        if _knows(self._known, headers["etag"]):
            self._start["status"] = 304
            for name in _OF_CONTENT:
                del headers[name]
            self._body.clear()


def _knows(known: str, mark: str) -> bool:
    """Whether the list of marks that a reader sent has this one, weak or strong."""
    marks = {one.strip().removeprefix("W/") for one in known.split(",")}
    return "*" in marks or mark.removeprefix("W/") in marks
