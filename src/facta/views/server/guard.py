"""Takes every request and answer: refuses other hosts, other sites and what is too large, adds the headers that keep a
browser strict. Who may do what is left to the visitor's role."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from facta.views.server.visitor import Role, guest

LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer browsers hide where a form comes from from its own site too
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
A_YEAR = 365 * 24 * 3600
ADDRESS_BYTES, HEADER_BYTES = 8_000, 32_000
BODY_BYTES = 1_000_000
AROUND_BYTES = 10_000_000  # beside the files of an upload: a pasted text, the other fields
UPLOADS = ("/import", "/api/v1/import")  # what addresses begin with that take files
SAFE = ("GET", "HEAD", "OPTIONS")
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")

log = logging.getLogger("facta.server")

UNWRITABLE = "the address holds a character that no text has"


class Guard:
    """ASGI middleware. `names` are the hosts that a shared site has beside this machine's own. A page elsewhere that
    resolves its own name to this machine still sends that name as host."""

    def __init__(
        self, app: ASGIApp, shared: bool = False, secure: bool = False, names: Sequence[str] = (), upload_bytes: int = 0
    ) -> None:
        self.app = app
        self.shared = shared
        self.secure = secure
        self.upload_bytes = upload_bytes + AROUND_BYTES
        self.names = frozenset(name.lower() for name in names)
        self.headers = dict(HEADERS)
        if shared and secure:
            self.headers["strict-transport-security"] = f"max-age={A_YEAR}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        begun = False

        async def send_strictly(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                headers["cache-control"] = self._caching(scope)
                if "cookie" in state:
                    headers.append("set-cookie", state["cookie"])
            await send(message)

        refused = self._refusal(scope, Headers(scope=scope))
        if refused:
            await _as_asked(scope, refused)(scope, receive, send_strictly)
            return
        try:
            room = await self._room(scope)
            if int(Headers(scope=scope).get("content-length", "0")) > room:
                await _as_asked(scope, _no("that is too much at once", 413))(scope, receive, send_strictly)
            else:
                await self.app(scope, _limited(receive, room), send_strictly)
        except Exception:
            log.exception("%s %s broke off", scope["method"], getattr(scope.get("route"), "path", "no page"))
            if begun:
                raise
            sorry = PlainTextResponse("facta made a mistake here; the server's log says which\n", 500)
            await _as_asked(scope, sorry)(scope, receive, send_strictly)

    def _caching(self, scope: Scope) -> str:
        """Pages of a shared site stay in no browser, which others may use; all else is asked for anew each time."""
        own = self.shared and not scope["path"].startswith("/static/")
        return "no-store" if own else "private, no-cache"

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        raw = scope.get("raw_path") or scope["path"].encode()
        if len(raw) + len(scope["query_string"]) > ADDRESS_BYTES:
            return _no("the address is too long", 414)
        if sum(len(name) + len(value) for name, value in scope["headers"]) > HEADER_BYTES:
            return _no("the headers are too long", 431)
        if any(ch < " " for ch in scope["path"]) or b"%00" in scope["query_string"]:
            return _no(UNWRITABLE, 422 if scope["path"].startswith("/api/") else 400)
        if not self._own(host) or len(headers.getlist("host")) != 1:
            return _no("facta answers this machine only" if not self.names else "no such site here", 421)
        if not self.shared and any(name in headers for name in FORWARDED):
            return _no("a proxy sends requests of others here: start facta serve with --behind-proxy", 421)
        if scope["method"] not in SAFE and not self._same_site(host, headers):
            return _no("this came from a page of another site", 403)
        if not re.fullmatch(r"[0-9]{1,18}", headers.get("content-length", "0")):
            return _no("the length of the body is no number", 400)
        return None

    async def _room(self, scope: Scope) -> int:
        """How long the body may be. Bodies are read before a page asks who sent them, so that it is asked here too."""
        if scope["method"] in SAFE or not scope["path"].startswith(UPLOADS):
            return BODY_BYTES
        try:
            sender = await run_in_threadpool(guest, Request(scope))
        except HTTPException:
            return BODY_BYTES
        return self.upload_bytes if sender.may(Role.REVIEWER) else BODY_BYTES

    def _own(self, host: str) -> bool:
        return bool(LOOPBACK.fullmatch(host)) or re.sub(r":[0-9]{1,5}$", "", host.lower()) in self.names

    def _same_site(self, host: str, headers: Headers) -> bool:
        """Whether a request that changes something comes from a page of ours, or from no browser."""
        if (fetched := headers.get("sec-fetch-site")) is not None:
            return fetched in ("same-origin", "none")
        origin = headers.get("origin")
        if origin is None:
            return True
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.netloc.lower() == host.lower() and (parts.scheme == "https" or not self.secure)


def _as_asked(scope: Scope, answer: PlainTextResponse) -> Response:
    """The answer; for a program as problem+json, as the API gives all others."""
    if not scope["path"].startswith("/api/"):
        return answer
    status, detail = answer.status_code, bytes(answer.body).decode().strip()
    told = {"type": f"/api/v1#problem-{status}", "title": HTTPStatus(status).phrase, "status": status}
    remedy = "see /api/v1 for what may be asked and how"
    return JSONResponse({**told, "detail": detail, "remedy": remedy}, status, media_type="application/problem+json")


def _no(text: str, status: int) -> PlainTextResponse:
    return PlainTextResponse(f"{text}\n", status)


def _limited(receive: Receive, room: int) -> Receive:
    """A body that is refused once it is longer than it may be, whatever its header said."""
    taken = 0

    async def receive_some() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > room:
                raise HTTPException(413, "that is too much at once")
        return message

    return receive_some
