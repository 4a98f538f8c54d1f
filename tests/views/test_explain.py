"""Why a text is read as it is: which entry fired on which words, and what spoke against the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from facta.codebook import Codebook
from facta.extraction import extract
from facta.extraction.trace import Decision, Notebook
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Report
from facta.views.explain import explanation_form, explanation_rows

Explained = Callable[..., tuple[Claims, tuple[Decision, ...]]]


@pytest.fixture
def explained(reader: Reader, gazetteer: Gazetteer) -> Explained:
    def explain(text: str, language: str = "en") -> tuple[Claims, tuple[Decision, ...]]:
        notebook = Notebook()
        report = Report.of(text, language, published=date(2024, 5, 15))
        claims = extract(reader.read(report), Codebook.load(language), gazetteer, notebook)
        return claims, notebook.decisions

    return explain


FIRED = [
    ("en", "Rebels shelled the port of Machala.", "incident", "shelled", "shell", "ASSAULT, reported"),
    ("en", "Gunmen kidnapped two teachers.", "incident", "kidnapped", "kidnap", "ASSAULT, reported"),
    ("en", "The junta announced a pardon for the rebels.", "incident", "pardon", "pardon", "`borne`: “announced”"),
    ("en", "The minister said that the road was closed.", "statement", "said", "say", "assert, indirect"),
    ("en", "According to the mayor, the road was closed.", "statement", "According to", "according to", "assert"),
    ("en", "The army pledged to release the hostages.", "pledge", "pledged", "pledge", "RETREAT"),
    ("en", "The strike killed 12 villagers.", "figure", "12", "killed", "counts killed"),
    ("en", "The army did not shell the port.", "status", "not", "not", "makes “shell” negated"),
    ("en", "The army failed to take the hill.", "status", "failed", "failed", "makes “take” negated"),
    ("en", "The army reportedly shelled the port.", "status", "reportedly", "reportedly", "hedges “shelled”"),
    ("es", "El ejército bombardeó el puerto.", "incident", "bombardeó", "bombardear", "ASSAULT, reported"),
    ("uk", "Мер повідомив, що міст закрито.", "statement", "повідомив", "повідомити", "assert"),
]


@pytest.mark.parametrize(("language", "text", "kind", "words", "entry", "reason"), FIRED)
def test_entry_that_fired_is_named(
    explained: Explained, language: str, text: str, kind: str, words: str, entry: str, reason: str
) -> None:
    _, decisions = explained(text, language)
    found = [d for d in decisions if d.fired and d.kind == kind and d.words.of(text) == words]
    assert [d.rule.word.casefold() for d in found if d.rule] == [entry.casefold()], decisions
    assert reason in found[0].reason


DROPPED = [
    ("The teacher released a balloon.", "incident", "released", "`object`"),
    ("The sequel bombed with the critics.", "incident", "bombed", "`elsewhere`"),
    ("He suffered a heart attack.", "incident", "heart attack", "`idioms`"),
    ("Troops used missiles supplied by Iran.", "incident", "supplied", "`describing`"),
    ("The mayor did not say that the road was closed.", "statement", "say", "negated"),
    ("The mayor said nothing.", "statement", "said", "`takes`"),
    ("Rebels fired 155mm shells at the town.", "figure", "155", "letters are written to the number"),
    ("Shells hit the town on 12 May.", "figure", "12", "part of a date"),
    ("The army vowed to attack the town.", "pledge", "vowed", "a threat"),
]


@pytest.mark.parametrize(("text", "kind", "words", "reason"), DROPPED)
def test_what_speaks_against_the_others_is_told(
    explained: Explained, text: str, kind: str, words: str, reason: str
) -> None:
    _, decisions = explained(text)
    found = [d.reason for d in decisions if not d.fired and d.kind == kind and d.words.of(text) == words]
    assert any(reason in one for one in found), decisions
    assert not any(d.fired and d.kind == kind and d.words.of(text) == words for d in decisions)


def test_every_claim_has_the_entry_that_made_it(explained: Explained) -> None:
    text = "The army pledged to release 40 hostages. On Monday it shelled the port of Goma, killing 12, the mayor said."
    text += " The envoy said that Sudan must release them."
    claims, decisions = explained(text)
    made = {d.claim for d in decisions if d.fired}
    every = [*(one.id for one in claims.statements), *(one.id for one in claims.incidents)]
    every += [*(one.id for one in claims.pledges), *(one.id for one in claims.figures)]
    assert len(every) >= 6
    assert set(every) <= made


def test_listening_changes_nothing(explained: Explained, reader: Reader, gazetteer: Gazetteer) -> None:
    text = "The army denied shelling Goma and promised to free 30 prisoners. The sequel bombed at the box office."
    claims, _ = explained(text)
    report = Report.of(text, "en", published=date(2024, 5, 15))
    assert claims == extract(reader.read(report), Codebook.load("en"), gazetteer)


def test_rows_name_file_and_line_of_the_entry(explained: Explained) -> None:
    claims, decisions = explained("Rebels shelled the port.")
    codebook = Codebook.load("en")
    (row,) = [row for row in explanation_rows(claims, decisions, codebook) if row[:3] == ("shelled", "incident", "yes")]
    place, word = row[3].split(" ")
    name, line = place.split(":")
    page = Path(str(codebook.folder)) / name
    assert word == "shell"
    assert "shell" in page.read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_the_form_for_programs_has_decisions_and_claims(explained: Explained) -> None:
    claims, decisions = explained("Rebels shelled the port, killing three people.")
    form = explanation_form(claims, decisions, Codebook.load("en"))
    assert [claim["kind"] for claim in form["claims"]] == ["incident", "figure"]
    killing = next(d for d in form["decisions"] if d["words"] == "killing" and d["fired"])
    assert "told again of “shelled”" in killing["reason"]
    assert {"page", "path", "word", "file", "line"} == killing["rule"].keys()
