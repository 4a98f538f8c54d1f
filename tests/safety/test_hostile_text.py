"""Text from outside is text on every page, wherever it stands: in what the ledger holds, in addresses, in forms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from lxml import html

from facta.views.dossier.shell import asset, policy
from facta.views.server.roles import ROLES
from tests.safety.site import Made, browser, made, open_site, queries, token_in

PAYLOADS = [
    "<script>pwn()</script>",
    '"><img src=x onerror=pwn()>',
    "' autofocus onfocus=pwn() x='",
    "</title></textarea></style></script><script>pwn()</script>",
    "--><svg/onload=pwn()>",
    "javascript:pwn()",
    "&lt;script&gt;pwn()&lt;/script&gt;",
    "{{ 'zq' * 3 }}{% raw %}",
    "`${pwn()}`\u2028]]>\u202epwn",
]
ALL = " ".join(PAYLOADS)
READS = sorted(key.partition(" ")[2] for key in ROLES if key.startswith("GET ") and "/api/" not in key)
POSTS = sorted(key.partition(" ")[2] for key in ROLES if key.startswith("POST ") and "/api/" not in key)
FIELDS = [
    "q", "place", "language", "back", "next", "name", "kind", "decision", "note", "seen", "published", "url", "title",
    "publisher", "role", "theme", "target", "with", "status", "set.value", "set.place", "start", "end",
]  # fmt: skip
LINKS = re.compile(r"(?:https?://|mailto:|/(?!/)|\?|#|data:,$).*|", re.DOTALL)
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "cite", "ping")
NEVER = {"iframe", "frame", "object", "embed", "base", "applet", "foreignobject"}


def refuse_anything_active(answer: Any) -> None:
    """The page, as a browser's parser sees it, has no script, handler or address of the payload's making."""
    kind, text = answer.headers.get("content-type", ""), _text(answer)
    if not text or not kind.startswith("text/html"):
        assert kind.partition(";")[0] not in ("image/svg+xml", "application/xhtml+xml", "text/xml")
        return
    file = "attachment" in answer.headers.get("content-disposition", "")  # the dossier as one file
    for element in html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8")).iter(html.etree.Element):
        tag = str(element.tag).lower()
        assert tag not in NEVER, html.tostring(element)[:200]
        if tag == "script":
            ours = re.fullmatch(r"/static/[\w.-]+\.js", element.get("src", "")) and not element.text
            assert ours or (file and element.text == asset("page.js")), html.tostring(element)[:200]
        if tag == "style":
            assert file
            assert element.text == asset("page.css")
        if tag == "meta":
            assert element.get("http-equiv") is None or (file and element.get("content") == policy())
        if tag == "link":
            assert re.fullmatch(r"/static/[\w.-]+\.css|data:,", element.get("href", ""))
        for name, value in element.attrib.items():
            assert not str(name).lower().startswith("on"), html.tostring(element)[:200]
            assert str(name) not in ("srcdoc", "style"), html.tostring(element)[:200]
            if str(name).lower() in ADDRESSES:
                assert LINKS.fullmatch(str(value).strip()), f"{name}={value!r}"
    assert "zq" * 3 not in text


def _text(answer: Any) -> str:
    return bytes(answer.body).decode() if isinstance(answer, HTMLResponse) else str(answer.text)


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A ledger in which every text is hostile."""
    return made(tmp_path_factory.mktemp("spoiled"), f" {ALL}")


@pytest.fixture(scope="module")
def site(spoiled: Made) -> FastAPI:
    return open_site(spoiled)


def test_a_page_that_lets_the_payload_through_would_be_found() -> None:
    for payload in PAYLOADS[:5]:
        page = f"<title>{payload}</title><p title='{payload}' class=\"{payload}\">{payload}</p><!-- {payload} -->"
        with pytest.raises(AssertionError):
            refuse_anything_active(HTMLResponse(page))
    with pytest.raises(AssertionError):
        refuse_anything_active(HTMLResponse(f"<a href='{PAYLOADS[5]}'>x</a>"))


@pytest.mark.parametrize("path", READS)
def test_what_the_ledger_holds_is_text_on_every_page(path: str, site: FastAPI, spoiled: Made) -> None:
    answer = browser(site).get(spoiled.ids.path(path), follow_redirects=True)
    assert answer.status_code == 200, answer.text
    refuse_anything_active(answer)


@pytest.mark.parametrize(
    "path", ["/", "/stories/{story}", "/reports/{report}", "/entities/{entity}", "/claims/{claim}"]
)
def test_the_hostile_text_is_there_to_be_seen(path: str, site: FastAPI, spoiled: Made) -> None:
    """Otherwise the tests above would look at pages that show nothing of it."""
    assert "&lt;script&gt;pwn()" in browser(site).get(spoiled.ids.path(path)).text


@pytest.mark.parametrize("path", READS)
@pytest.mark.parametrize("payload", [ALL, *PAYLOADS[:4]], ids=range(5))
def test_what_an_address_says_is_text_on_every_page(path: str, payload: str, site: FastAPI, spoiled: Made) -> None:
    client, known = browser(site), spoiled.ids.path(path)
    for name in [*queries(site).get(path, []), "unknown"]:
        refuse_anything_active(client.get(known, params={name: payload}))
    parts = dict.fromkeys(re.findall(r"\{(\w+)", path), payload)
    refuse_anything_active(client.get(spoiled.ids.path(path, **parts)))


@pytest.mark.parametrize("path", POSTS)
def test_what_a_form_says_is_text_on_the_page_that_answers(path: str, tmp_path: Path) -> None:
    found = made(tmp_path)
    client = browser(open_site(found))
    token = token_in(client.get("/help").text)
    for payload in (ALL, PAYLOADS[0]):
        fields = {"csrf": token, **dict.fromkeys(FIELDS, payload)}
        answer = client.post(found.ids.path(path), data=fields, follow_redirects=True)
        assert answer.status_code < 500
        refuse_anything_active(answer)
    parts = dict.fromkeys(re.findall(r"\{(\w+)", path), ALL)
    refuse_anything_active(client.post(found.ids.path(path, **parts), data={"csrf": token}, follow_redirects=True))


def test_the_names_of_uploaded_files_are_text_on_the_page_that_answers(tmp_path: Path) -> None:
    client = browser(open_site(made(tmp_path)))
    token = token_in(client.get("/help").text)
    for payload in PAYLOADS:
        files = {"files": (f"{payload}.exe", b"MZ\x90\0", payload.encode("ascii", "replace").decode())}
        answer = client.post("/import", data={"csrf": token, "published": "never"}, files=files, follow_redirects=True)
        assert answer.status_code in (200, 422)
        refuse_anything_active(answer)


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_session_or_a_header_is_shown_nowhere(payload: str, site: FastAPI) -> None:
    sent = payload.encode("ascii", "replace").decode()
    headers = {"user-agent": sent, "referer": sent, "accept-language": sent, "cookie": f"facta={sent}; theme={sent}"}
    answer = browser(site).get("/nowhere", headers=headers)
    assert "pwn" not in answer.text
    refuse_anything_active(answer)


def test_answers_for_programs_are_json_and_nothing_else(site: FastAPI, spoiled: Made) -> None:
    for path in sorted(key.partition(" ")[2] for key in ROLES if key.startswith("GET /api/v1/")):
        for where in (spoiled.ids.path(path), spoiled.ids.path(path) + "?q=" + PAYLOADS[0], path):
            answer = browser(site).get(where, follow_redirects=True)
            assert answer.headers["content-type"] in ("application/json", "application/problem+json")
            assert answer.headers["x-content-type-options"] == "nosniff"
