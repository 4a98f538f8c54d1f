"""The whole way: any text gives claims whose spans are in it, and a ledger depends on the reports alone."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facta.codebook import Codebook
from facta.errors import CodebookError, EmptyReport, FactaError, SourceError, UsageError
from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.reading import Reader
from facta.records import Claims, Failure, Report, Span
from facta.settings import Settings
from facta.sources import Known, load, passages
from facta.views.forms import claims_form
from tests.pipeline import reports
from tests.views.test_forms import spans

FRAGMENTS = [
    "Armenia promised to withdraw its troops from Sotk by Friday.",
    "“We will not shoot”, the minister said on Monday.",
    "More than 1,200 people fled Juba, the UN said.",
    "El ejército bombardeó Juba el lunes, según el alcalde.",
    "Військові обстріляли Херсон, заявив речник.",
    "قال المتحدث إن القوات انسحبت من غزة",
    "The mayor of Cali\u0301 denied it 🕊🏽.",
    "Source:\u00a0Reuters/nh",
    "— (AP) «Killed 3»",
    "👩‍👩‍👧",
    "\ufeff",
    "\u200f",
    "e\u0301\u0323",
    "It said (that",
]
GLUE = [" ", "\n", "\r\n", "\n\n", "\u00a0", "\t", "", "\u2028", "\r"]
texts = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(GLUE)), min_size=1, max_size=7).map(
    lambda pairs: "".join(fragment + glue for fragment, glue in pairs)
)


@pytest.fixture(scope="module")
def pipeline(reader: Reader, gazetteer: Gazetteer) -> Pipeline:
    made = Pipeline(Settings())
    vars(made).update(reader=reader, gazetteer=gazetteer)  # loaded once for all tests
    return made


def report_of(text: str, language: str = "en") -> Report:
    found = passages(text, Codebook.load(language))
    return Report.of(text, language, published=date(2024, 5, 15), passages=found)


def all_spans(claims: Claims) -> Iterator[Span]:
    yield from (Span(*pair) for pair in spans(claims_form(claims)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, language=st.sampled_from(["en", "es", "uk"]))
def test_every_span_of_every_claim_is_in_the_text(pipeline: Pipeline, text: str, language: str) -> None:
    claims = pipeline.claims(report_of(text, language))
    for span in all_spans(claims):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    assert pipeline.claims(report_of(text, language)) == claims


def test_figures_and_names_are_cut_where_their_words_are(pipeline: Pipeline) -> None:
    text = "\ufeff🕊\r\nMore than 1,200 people fled Juba on Monday, the Red Cross said.\r\n"
    claims = pipeline.claims(report_of(text))
    assert any("1,200" in figure.text.of(text) for figure in claims.figures)
    assert "Juba" in {place.span.of(text) for place in claims.places}


def folder_dump(pipeline: Pipeline, folder: Path, ledger: Path, **options: Any) -> str:
    with Ledger.open(str(ledger)) as opened:
        items = load([str(folder)], Known(), pipeline.settings)
        outcomes = list(pipeline.read(items, opened, **options))
        assert not [outcome for outcome in outcomes if isinstance(outcome, Failure)]
        return opened.dump()


def test_two_runs_and_a_rerun_give_the_same_ledger(pipeline: Pipeline, tmp_path: Path) -> None:
    folder = reports.fill(tmp_path / "reports")
    first = folder_dump(pipeline, folder, tmp_path / "1.db")
    assert folder_dump(pipeline, folder, tmp_path / "2.db") == first
    assert folder_dump(pipeline, folder, tmp_path / "1.db") == first
    assert folder_dump(pipeline, folder, tmp_path / "1.db", again=True) == first
    assert folder_dump(pipeline, folder, tmp_path / "3.db", jobs=2) == first


def test_the_order_of_the_inputs_does_not_show(pipeline: Pipeline, tmp_path: Path) -> None:
    folder = reports.fill(tmp_path / "reports")
    items = list(load([str(folder)], Known(), pipeline.settings))
    dumps = []
    for number, ordered in enumerate((items, items[::-1])):
        with Ledger.open(str(tmp_path / f"{number}.db")) as ledger:
            list(pipeline.read(ordered, ledger))
            dumps.append(ledger.dump())
    assert dumps[0] == dumps[1]


def test_a_known_report_is_not_read_again(pipeline: Pipeline, tmp_path: Path) -> None:
    report = report_of(reports.TEXTS["b-shelled.txt"])
    with Ledger.open(str(tmp_path / "x.db")) as ledger:
        assert [type(outcome) for outcome in pipeline.read([report], ledger)] == [Claims]
        assert list(pipeline.read([report], ledger)) == [report]


def test_a_failure_keeps_its_place_and_ends_nothing(pipeline: Pipeline, tmp_path: Path) -> None:
    report = report_of(reports.TEXTS["d-flood.txt"])
    items: list[Report | SourceError] = [EmptyReport("x.txt", "has no words", "give text"), report]
    with Ledger.open(str(tmp_path / "x.db")) as ledger:
        failed, read = pipeline.read(items, ledger)
        assert failed == Failure("x.txt", "has no words", "give text")
        assert isinstance(read, Claims)
        assert len(ledger.reports()) == 1


def test_failures_of_many_processes_keep_their_places(pipeline: Pipeline, tmp_path: Path) -> None:
    report = report_of(reports.TEXTS["d-flood.txt"])
    wrong = EmptyReport("x.txt", "has no words", "give text")
    with Ledger.open(str(tmp_path / "x.db")) as ledger:
        outcomes = list(pipeline.read([wrong, report, wrong], ledger, jobs=2))
    assert [type(outcome) for outcome in outcomes] == [Failure, Claims, Failure]


@pytest.mark.parametrize(
    "error", [EmptyReport("x", "empty", "fill it"), CodebookError("a.yml", 3, "odd"), UsageError("u")]
)
def test_errors_come_home_from_other_processes_as_they_are(error: FactaError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))


def test_claims_made_by_other_rules_are_marked_so(tmp_path: Path) -> None:
    folder = tmp_path / "codebook"
    (folder / "en").mkdir(parents=True)
    page = folder / "en" / "speech.yml"
    made = []
    for text in ("a: 1\n", "a: 2\n"):
        page.write_text(text, encoding="utf-8")
        made.append(Pipeline(Settings(codebook=folder)).made_by)
    assert len({*made, Pipeline(Settings()).made_by}) == 3
    assert Pipeline(Settings()).made_by == Pipeline(Settings()).made_by
