"""A ledger of the bundled reports behind a real server on this machine, the pages that it has, and what opens them."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page

from facta.ledger import Ledger
from facta.views.server import app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@dataclass(frozen=True)
class Ids:
    """Things of the ledger that pages are about."""

    story: str
    report: str
    claim: str
    finding: str
    entity: str
    run: str

    @classmethod
    def of(cls, ledger: Ledger) -> Ids:
        """The largest story, and of it a report, a pledge, the pledge's finding and whoever promises."""
        story = max(ledger.stories(), key=lambda story: len(story.reports))
        check = ledger.check(story.id)
        pledges = {group.id: group for group in check.groups if group.kind == "pledge"}
        finding = next(f for f in check.findings if f.group in pledges and f.verdict == "contradicted by reports")
        claim = pledges[finding.group].claims[0]
        report = next(r for r in story.reports if any(p.id == claim for p in ledger.claims_of(r).pledges))
        shared = {own: id_ for where, own, id_ in ledger.entity_links() if where == report}
        by = next(p.by for p in ledger.claims_of(report).pledges if p.id == claim)
        return cls(
            story.id, report, claim, finding.id, shared[by.entity or ""] if by else "", ledger.runs(None).runs[0].id
        )


# Every page by a name for its pictures; {…} is a part of `Ids`. A page that is new belongs here.
PAGES = {
    "stories": "/",
    "stories-filtered": "/?language=uk&verdict=contradicted+by+reports&sort=contested",
    "stories-none": "/?q=narwhal",
    "dossier": "/stories/{story}",
    "report": "/reports/{report}",
    "claim": "/claims/{claim}",
    "finding": "/findings/{finding}",
    "entities": "/entities",
    "entity": "/entities/{entity}",
    "place": "/places/Machala",
    "search": "/search?q=Machala",
    "search-none": "/search?q=narwhal",
    "review": "/review",
    "review-log": "/review/log",
    "edit": "/claims/{claim}/edit",
    "add": "/reports/{report}/add?kind=incident",
    "import": "/import",
    "api": "/api/v1",
    "runs": "/runs",
    "run": "/runs/{run}",
    "help": "/help",
    "missing": "/stories/ffffffffffffffff",
}


@dataclass(frozen=True)
class Served:
    """A running server and its ledger's file."""

    url: str
    where: str
    ids: Ids

    def at(self, path: str) -> str:
        return self.url + path.format(**vars(self.ids))


@contextmanager
def serving(where: str, ids: Ids, **options: Any) -> Iterator[Served]:
    """The pages of a ledger at a free port of this machine, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app(where, **options), port=port, log_level="warning", lifespan="off"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    try:
        yield Served(f"http://127.0.0.1:{port}", where, ids)
    finally:
        server.should_exit = True
        thread.join(10)


@dataclass
class Seen:
    """A page in a browser of its own, and all that went wrong on it: errors, dialogues, requests to other hosts."""

    page: Page
    url: str
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.url + path, wait_until="load")


def opened(browser: Browser, served: Served, **options: Any) -> Seen:
    """A fresh browser (no cookies) on the site; a failed load of a page that is missing is no error of the page."""
    context: BrowserContext = browser.new_context(**{"reduced_motion": "reduce", **options})
    seen = Seen(context.new_page(), served.url)
    watch(seen)
    return seen


def watch(seen: Seen) -> None:
    wrong, page = seen.wrong, seen.page
    page.on("request", lambda r: None if r.url.startswith((seen.url, "data:", "blob:")) else wrong.append(r.url))
    page.on(
        "console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") and "404" not in m.text else None
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
