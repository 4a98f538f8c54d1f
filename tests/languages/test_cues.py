"""Every cue of a language's `speech.yml` has an example sentence in which facta finds it, with the expected speaker.

The examples of a language are a list in `<code>_cues.yml`, one row a cue:

    - {cue: declare, text: "The port is open, the mayor declared.", speaker: the mayor, content: The port is open}

`cue` is the word as in `speech.yml` (or a source phrase such as "according to"), `speaker` the words of the mention,
with or without what stands around the name, or `null` where nobody is named; `content` may be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from facta.codebook import Codebook
from facta.codebook.speech import Speech
from facta.reading import Reader
from facta.records import Claims, Report, Span, Statement, Token
from facta.text import fold
from tests.conftest import ClaimsOf

FOLDER = Path(__file__).parent
LANGUAGES = sorted(file.name.removesuffix("_cues.yml") for file in FOLDER.glob("*_cues.yml"))
LEAST = 150  # cues that a full language has


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the tests and what should be found in it."""

    language: str
    cue: str
    text: str
    speaker: str | None
    content: str | None = None


@cache
def examples(language: str) -> tuple[Example, ...]:
    rows = yaml.safe_load((FOLDER / f"{language}_cues.yml").read_text(encoding="utf-8"))
    return tuple(Example(language, **row) for row in rows)


def cues_of(language: str) -> dict[str, str]:
    """The cues of the language's page as written there, by their folded spelling."""
    page = Codebook.load(language).page("speech", Speech)
    return {fold(word): word for group in (*page.verbs, *page.nouns) for word in group.words}


def named(row: Example) -> str:
    return f"{row.language}-{row.cue}"


ROWS = [row for language in LANGUAGES for row in examples(language)]


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_cue_is_found_with_its_speaker(row: Example, claims_of: ClaimsOf, reader: Reader) -> None:
    claims = claims_of(row.text, row.language)
    tokens = [t for s in reader.read(Report.of(row.text, row.language)).sentences for t in s.tokens]
    told = [s for s in claims.statements if s.cue and _spells(row, s.cue, tokens)]
    assert told, f"no statement by {row.cue!r}, only {_listed(claims)}"
    assert any(_is_named(row.speaker, _speaker(s, row.text)) for s in told), _listed(claims)
    if row.content:
        assert any(row.content in [span.of(row.text) for span in s.content] for s in told), _listed(claims)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cue_has_an_example(language: str, record_property: Callable[[str, object], None]) -> None:
    known = cues_of(language)
    shown = {fold(row.cue) for row in examples(language)}
    missing = [word for folded, word in known.items() if folded not in shown]
    record_property(f"cues of {language} with an example", f"{len(known) - len(missing)} of {len(known)}")
    assert len(known) >= LEAST
    assert not missing, f"{len(missing)} of {len(known)} cues of {language} have no example: {', '.join(missing)}"


def _spells(row: Example, cue: Span, tokens: list[Token]) -> bool:
    """Whether the characters of the cue are the word of the row, by spelling or lemma."""
    words = [t for t in tokens if t.span.overlaps(cue)]
    wanted = fold(row.cue).split()
    if fold(cue.of(row.text)) == fold(row.cue):
        return True
    return any(_same(wanted, words[i : i + len(wanted)]) for i in range(len(words)))


def _same(wanted: list[str], words: list[Token]) -> bool:
    return len(wanted) == len(words) and all(
        w in (fold(t.lemma), fold(t.form)) for w, t in zip(wanted, words, strict=True)
    )


def _is_named(expected: str | None, found: str | None) -> bool:
    """Whether the words found are those expected, with or without the article or the words around the name."""
    if expected is None or found is None:
        return expected is found
    return fold(expected) in fold(found) or fold(found) in fold(expected)


def _speaker(statement: Statement, text: str) -> str | None:
    span = statement.speaker.span if statement.speaker else None
    return span.of(text) if span else None


def _listed(claims: Claims) -> list[tuple[str | None, str | None, list[str]]]:
    return list(_told(claims))


def _told(claims: Claims) -> Iterator[tuple[str | None, str | None, list[str]]]:
    text = claims.report.text
    for s in claims.statements:
        yield s.cue.of(text) if s.cue else None, _speaker(s, text), [span.of(text) for span in s.content]
