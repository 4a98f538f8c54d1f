"""The examples of docs/codebook.md do what the page says: they hold with their pages, and not without them."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from facta.codebook import Codebook
from facta.codebook.check import check
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Figure, Report

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/codebook.md").read_text(encoding="utf-8")
KINDS = ("incident", "statement", "pledge", "figure", "recipient", "place", "when")


@dataclass(frozen=True)
class Example:
    """Pages of one's own and, for each text, what must be read in it."""

    title: str
    pages: dict[str, str]
    texts: list[tuple[str, str, list[str]]]


def examples() -> list[Example]:
    found: list[Example] = []
    pages: dict[str, str] = {}
    title = ""
    for heading, language, body in re.findall(r"^##+ ([^\n]+)$|^```(\w+)\n(.*?)^```", PAGE, re.M | re.S):
        title = heading or title
        if language == "yaml" and (name := re.match(r"# (\S+\.yml)\n", body)):
            pages[name.group(1)] = body
        elif language == "text" and pages:
            found.append(Example(title, pages, [_text(part) for part in body.strip().split("\n\n")]))
            pages = {}
    return found


def _text(part: str) -> tuple[str, str, list[str]]:
    """Language, text, and what is read in it."""
    first, *expected = part.split("\n")
    marked = re.match(r"([a-z]{2}): ", first)
    return (marked.group(1), first[4:], expected) if marked else ("en", first, expected)


def lay(example: Example, folder: Path) -> Path:
    for name, body in example.pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(body, encoding="utf-8")
    return folder


def said(claims: Claims) -> list[str]:
    """What was read, a line a claim, in the words of the page."""
    text = claims.report.text
    lines = [f"statement {s.act}: {s.cue.of(text)}" for s in claims.statements if s.cue]
    for i in claims.incidents:
        lines.append(" ".join(filter(None, ("incident", i.type, i.mode, i.status))) + f": {i.trigger.of(text)}")
    lines += [f"recipient {i.recipient.name}: {i.trigger.of(text)}" for i in claims.incidents if i.recipient]
    lines += [f"pledge {p.type}: {p.text.of(text)}" for p in claims.pledges]
    lines += [f"figure {f.counts} {_value(f)}: {f.text.of(text)}" for f in claims.figures]
    lines += [f"place {p.name}, {p.country}: {p.span.of(text)}" for p in claims.places]
    whens = dict.fromkeys(i.when for i in claims.incidents if i.when and i.when.span)
    return lines + [f"when {w.start}: {w.span.of(text)}" for w in whens if w.span]


def _value(figure: Figure) -> str:
    return f"{figure.value:g}" + ("+" if figure.high is None else "") if figure.value is not None else ""


def holds(expected: list[str], lines: list[str]) -> bool:
    wanted = all(any(_is_told(line, by) for by in lines) for line in expected if not line.startswith("no "))
    return wanted and not any(line.startswith(no[3:]) for no in expected if no.startswith("no ") for line in lines)


def _is_told(expected: str, line: str) -> bool:
    """Whether the line says the same of the words, or of words around them."""
    what, words = expected.split(": ", 1)
    return line.split(": ", 1)[0] == what and words in line.split(": ", 1)[1]


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.title}: {', '.join(example.pages)}")
def test_example_does_what_the_page_says(
    example: Example, tmp_path: Path, reader: Reader, gazetteer: Gazetteer
) -> None:
    folder = lay(example, tmp_path / "words")
    assert [str(mistake) for mistake in check(folder)] == []
    needed = False
    for language, text, expected in example.texts:
        reading = reader.read(Report.of(text, language, published=date(2024, 5, 15)))
        lines = said(extract(reading, Codebook.load(language, folder), gazetteer))
        assert all(line.removeprefix("no ").split(" ")[0] in KINDS for line in expected)
        assert holds(expected, lines), f"{text}\nexpected {expected}\nread {lines}"
        needed |= not holds(expected, said(extract(reading, Codebook.load(language), gazetteer)))
    assert needed, "the bundled codebook reads all of this as well"


def test_the_page_has_an_example_of_every_kind() -> None:
    told = {line.split(" ")[0] for example in examples() for _, _, lines in example.texts for line in lines}
    assert told >= {*KINDS, "no"}
    assert len(examples()) >= 12


def test_every_key_is_listed() -> None:
    command = [sys.executable, str(ROOT / "scripts/codebook_reference.py")]
    written = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    kept = (ROOT / "docs/codebook-keys.md").read_text(encoding="utf-8")
    assert _keys(kept) == _keys(written), "docs/codebook-keys.md is stale; run `make docs`"


def _keys(page: str) -> list[str]:
    """Pages, tables and keys in order, without what is said of them."""
    return [line.split(" | ")[0] for line in page.splitlines() if line.startswith(("| `", "### ", "Each item"))]
