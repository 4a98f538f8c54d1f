"""Words typed by a person find reports and claims in every spelling, and never break anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select

from facta.errors import UsageError
from facta.ledger import Hit, Ledger, migrations, tables
from facta.ledger.words import Sought, Term, forms_of, terms_of, words
from facta.records import Claims, Entity, Name, NameKind, Report, Span
from tests.ledger import build

WRITTEN = {
    "en1": ("en", "Shells fell on Kyiv at dawn.\nThe mayor spoke of 12 dead.", date(2024, 1, 3)),
    "uk1": ("uk", "Гостомель обстріляли вночі.\nУ Києві пролунали вибухи.", date(2024, 1, 4)),
    "es1": ("es", "El presidente Peña visitó Bogotá.\nHabló del alto el fuego.", date(2024, 1, 5)),
    "en2": ("en", "A cease-fire in Darfur holds, O’Neill said.\nThe cease of fire is late.", None),
}


def filled(ledger: Ledger) -> dict[str, str]:
    """The reports above in a ledger: their ids by short names."""
    ids = {}
    for name, (language, written, published) in WRITTEN.items():
        report = Report.of(written, language, published=published, url=f"https://example.org/{name}")
        ledger.add(Claims(report))
        ids[report.id] = name
    return ids


def found(ledger: Ledger, words: str, language: str | None = None) -> list[str]:
    ids = {
        report.id: name for report in ledger.reports() for name in WRITTEN if report.url and report.url.endswith(name)
    }
    return [ids[hit.report] for hit in ledger.search(words, language=language).hits]


ASKED = [
    ("shells", ["en1"]),
    ("SHELLS dawn", ["en1"]),
    ("shells bogota", []),
    ("pena", ["es1"]),
    ("PEÑA", ["es1"]),
    ("shel*", ["en1"]),
    ("shel", []),
    ('"alto el fuego"', ["es1"]),
    ('"fuego el alto"', []),
    ("cease-fire", ["en2"]),
    ("o'neill", ["en2"]),
    ("Kiev", ["en1"]),
    ("Київ", ["en1"]),
    ("Hostomel", ["uk1"]),
    ("Gostomel", ["uk1"]),
    ("обстр*", ["uk1"]),
    ("12", ["en1"]),
    ("", []),
    ("*", []),
    ("the", ["en1", "en2"]),
]


@pytest.mark.parametrize(("asked", "expected"), ASKED)
def test_words_find_reports_in_every_spelling(ledger: Ledger, asked: str, expected: list[str]) -> None:
    filled(ledger)
    assert found(ledger, asked) == expected


def test_the_latest_comes_first_and_those_without_a_day_last(ledger: Ledger) -> None:
    filled(ledger)
    assert found(ledger, "fire* shel* dar*") == []
    assert found(ledger, "e* ") == ["es1"]
    assert found(ledger, "d*") == ["es1", "en1", "en2"]
    assert found(ledger, "d*", language="en") == ["en1", "en2"]


def test_spellings_of_one_entity_find_each_other(ledger: Ledger) -> None:
    written = "Дмитро Чаус прибув."
    report = Report.of(written, "uk")
    ledger.add(Claims(report, (Name(Span(0, 11), NameKind.PERSON, "e1"),)))
    entity = Entity("x1", "Dmytro Chaus", NameKind.PERSON, ("Dmytro Chaus", "Дмитро Чаус"))
    ledger.replace_checks((entity,), (), ((report.id, "e1", "x1"),))
    assert [hit.report for hit in ledger.search("Chaus").hits] == [report.id]
    assert [hit.report for hit in ledger.search('"Dmitri Chaus"').hits] == [report.id]


HOSTILE = [
    *('"', '"""', "a AND", "NOT", "NEAR(a b)", "words:x", "^a", "a' OR '1'='1", "(a", "a)", "-a", "+", "a:*", "'a':*b"),
    *("& | !", "<->", "\x00", "\ud800", "*a*", '"a b', "{words} : a", "%", "_", "\\", ";DROP TABLE reports;--"),
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_an_error(ledger: Ledger, typed: str) -> None:
    filled(ledger)
    ledger.search(typed)
    ledger.search(f"shells {typed}", language=typed)
    ledger.at_place(typed)
    ledger.entity_page(typed)
    assert len(ledger.reports()) == len(WRITTEN)


@given(st.text(max_size=60))
def test_only_letters_and_digits_reach_the_engine(typed: str) -> None:
    for term in terms_of(typed):
        assert all(word.isalnum() for form in term.forms for word in form)


@given(st.text(max_size=200))
def test_words_are_found_where_they_stand(written: str) -> None:
    for start, end, form in words(written):
        assert forms_of(written[start:end]) == (form,)
        assert Span(start, end) in [span for _, span in Sought([Term(((form,),))]).found(written)]


def test_hits_show_the_characters_themselves(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)
    kinds = set()
    for hit in ledger.search("goma").hits:
        assert hit.quote == hit.span.of(build.TEXT)
        assert build.TEXT.startswith(hit.before[-5:], hit.span.start - len(hit.before[-5:]))
        assert build.TEXT.startswith(hit.after[:5], hit.span.end)
        kinds.add(hit.kind)
    assert kinds == {"report", "statement", "incident", "pledge", "figure"}


def test_claims_are_found_by_their_words_and_by_who_says_them(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)

    def ids(words: str, kind: str) -> list[str | None]:
        return [hit.claim for hit in ledger.search(words, kind=kind).hits]

    assert ids("withdrawal", "pledge") == [claims.pledges[0].id]
    assert ids("nunez withdrawal", "pledge") == [claims.pledges[0].id]
    assert ids("nunez shells", "incident") == []
    assert ids("shells", "incident") == [claims.incidents[0].id]
    assert ids("shells", "report") == [None]
    with pytest.raises(UsageError, match="no kind"):
        ledger.search("shells", kind="rumour")


def test_a_replaced_or_forgotten_report_is_found_no_more(ledger: Ledger) -> None:
    poor = build.claims(build.report(publisher=None))
    ledger.add(poor)
    rich = build.claims()
    ledger.add(rich)
    assert {hit.report for hit in ledger.search("goma").hits} == {rich.report.id}
    ledger.forget(rich.report.id)
    assert ledger.search("goma").hits == ()


def every(ledger: Ledger, words: str, limit: int, kind: str | None = None) -> list[Hit]:
    hits: list[Hit] = []
    page = ledger.search(words, limit=limit, kind=kind)
    hits += page.hits
    while page.next:
        page = ledger.search(words, after=page.next, limit=limit, kind=kind)
        hits += page.hits
    return hits


@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_pages_join_to_the_whole(ledger: Ledger, limit: int) -> None:
    for number in range(4):
        ledger.add(build.claims(build.report(f"{build.TEXT} {number}", path=None)))
    whole = every(ledger, "goma", 1_000)
    assert len(whole) == 4 * (1 + 5)
    assert every(ledger, "goma", limit) == whole


def test_pages_go_on_where_they_ended_when_reports_are_added(ledger: Ledger) -> None:
    for number in range(3):
        ledger.add(build.claims(build.report(f"{build.TEXT} {number}", path=None)))
    whole = every(ledger, "goma", 100, kind="report")
    first = ledger.search("goma", kind="report", limit=1)
    ledger.add(build.claims(build.report(f"{build.TEXT} new", path=None, published=date(2025, 1, 1))))
    rest = ledger.search("goma", kind="report", after=first.next, limit=100)
    assert [*first.hits, *rest.hits] == whole


@pytest.mark.parametrize("cursor", ["x", "é", "W10", "bnVsbA", "WyJhIl0", "WyJcdWQ4MDAiLCJhIiwxXQ", "A" * 5_000])
def test_a_broken_cursor_is_refused(ledger: Ledger, cursor: str) -> None:
    ledger.add(build.claims())
    for ask in (
        lambda: ledger.search("goma", after=cursor),
        lambda: ledger.story_page(after=cursor),
        lambda: ledger.report_page(after=cursor),
        lambda: ledger.entity_page(after=cursor),
        lambda: ledger.at_place("Goma", after=cursor),
    ):
        with pytest.raises(UsageError, match="no place in this list"):
            ask()


def test_a_long_report_is_found_by_its_last_words(ledger: Ledger) -> None:
    report = Report.of("word " * 40_000 + "zebra crossing", "en")
    ledger.add(Claims(report))
    assert [hit.quote for hit in ledger.search('"zebra crossing"').hits] == ["zebra crossing"]
    ledger.forget(report.id)
    assert ledger.search("zebra").hits == ()


def test_a_ledger_from_before_there_was_a_search_is_indexed_when_it_is_opened(where: str, tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "newest.db")) as ledger:
        claims = build.claims()
        ledger.add(claims)
        build.keep_checks(ledger, claims)
        lines = ledger.story_page().lines
    newest = create_engine(f"sqlite:///{tmp_path / 'newest.db'}")
    old = create_engine(where if "://" in where else f"sqlite:///{where}")
    with newest.begin() as source, old.begin() as target:
        migrations.apply(target, 0, up_to=2)
        for name in ("reports", "claims", *(table.name for table in reversed(tables.CHECKED))):
            table = tables.METADATA.tables[name]
            if name == "story_lines":
                continue
            target.execute(insert(table), [dict(row) for row in source.execute(select(table)).mappings()])
    newest.dispose()
    old.dispose()
    with Ledger.open(where, create=False) as ledger:
        assert ledger.story_page().lines == lines
        assert len(ledger.search("goma").hits) == 6
        assert ledger.entities_like("Nunez") == ledger.entities()
