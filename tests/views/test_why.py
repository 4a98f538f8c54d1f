"""`facta why` over every finding of the demo: from the verdict to the characters, without reading the whole ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from facta.demo import reports_folder
from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.reading import Reader
from facta.settings import Settings
from facta.sources import Known, load
from facta.views.why import Answer, why
from facta.views.why_forms import why_form, why_lines

QUOTE = re.compile(r"“(.*)” characters (\d+) to (\d+)(?: of (.*?) \()?")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, reader: Reader, gazetteer: Gazetteer) -> Ledger:
    pipeline = Pipeline(Settings())
    vars(pipeline).update(reader=reader, gazetteer=gazetteer)
    opened = Ledger.open(str(tmp_path_factory.mktemp("why") / "demo.db"))
    list(pipeline.read(load([str(reports_folder())], Known(), Settings()), opened))
    return opened


@pytest.fixture(scope="module")
def answers(ledger: Ledger) -> dict[str, Answer]:
    """The answer for every finding. Nothing that reads all reports or all stories may be called."""
    names = [finding.id for check in ledger.checks() for finding in check.findings]
    with pytest.MonkeyPatch.context() as patch:
        for whole in ("claims", "checks", "reports", "ids", "entities", "entity_links", "stories"):
            patch.setattr(ledger, whole, None)
        return {name: why(ledger, name) for name in names}


def forms(value: Any, key: str) -> Iterator[dict[str, Any]]:
    """Every object with the key, however deep."""
    if isinstance(value, dict):
        if key in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from forms(part, key)


def test_every_quote_of_every_finding_is_the_characters_it_names(ledger: Ledger, answers: dict[str, Answer]) -> None:
    texts = {report.id: report.text for report in ledger.reports()}
    for answer in answers.values():
        quotes = list(forms(why_form(answer), "span"))
        assert len(quotes) >= 2
        for quote in quotes:
            start, end = quote["span"]
            assert quote["text"] == texts[quote["report"]][start:end] != ""


def test_lines_for_people_quote_the_same_characters(ledger: Ledger, answers: dict[str, Answer]) -> None:
    texts = {str(report.path): report.text for report in ledger.reports()}
    for answer in answers.values():
        path = ""
        for line in why_lines(answer):
            if at := re.search(r", in (.*?) \(", line):
                path = at.group(1)
            if quote := QUOTE.search(line):
                words, start, end, of = quote.groups()
                assert words == " ".join(texts[of or path][int(start) : int(end)].split())


def test_every_claim_of_every_finding_comes_from_an_origin_with_its_stance_and_reason(
    answers: dict[str, Answer],
) -> None:
    for name, answer in answers.items():
        (found,) = why_form(answer)["findings"]
        assert found["finding"] == name
        assert found["verdict"]
        assert found["reason"]
        assert found["group"]["claims"]
        for claim in forms(found, "chain"):
            assert claim["words"], claim
            assert claim["origins"], claim
            assert all(origin["stance"] and origin["reason"] for origin in claim["origins"])


def test_all_that_a_finding_cites_is_shown_as_a_claim_or_in_its_chain(
    ledger: Ledger, answers: dict[str, Answer]
) -> None:
    for check in ledger.checks():
        for finding in check.findings:
            (found,) = why_form(answers[finding.id])["findings"]
            shown = {form["claim"] for form in forms(found, "claim")}
            shown |= {form["statement"] for form in forms(found, "statement")}
            assert {e.claim for e in finding.evidence if e.claim} <= shown


def test_a_statement_stands_on_the_word_of_the_one_around_it(answers: dict[str, Answer]) -> None:
    chains = [claim["chain"] for answer in answers.values() for claim in forms(why_form(answer), "chain")]
    assert any(len(chain) == 1 for chain in chains)
    assert any(not chain for chain in chains)


def test_a_claim_a_group_a_story_and_an_entity_have_answers(ledger: Ledger) -> None:
    check = max(ledger.checks(), key=lambda each: len(each.findings))
    group = check.groups[0]
    of_group, of_claim = why(ledger, group.id), why(ledger, group.claims[0])
    assert [gathered.group.id for gathered in of_group.groups] == [group.id]
    assert of_claim.claim
    assert of_claim.claim.claim.id == group.claims[0]
    assert {f.finding.id for f in of_group.findings} == {f.id for f in check.findings if f.group == group.id}
    assert {f.finding.id for f in of_group.findings} <= {f.finding.id for f in of_claim.findings}
    assert why_lines(why(ledger, check.story.id))[0].startswith(f"story {check.story.id}: ")
    entity = ledger.entities()[0]
    assert why_form(why(ledger, entity.id))["entity"]["name"] == entity.name
