"""Lookups give what reading the whole ledger gives, in pages that join to the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facta.errors import UsageError
from facta.ledger import Ledger, StoryFilter, StoryLine
from facta.records import (
    Claims,
    Counts,
    CrossCheck,
    Entity,
    Evidence,
    Finding,
    Group,
    NameKind,
    PassageRole,
    Place,
    Precision,
    Report,
    Span,
    Story,
    digest,
)
from facta.stories import fits
from tests.ledger import build

KHARTOUM = Place(Span(0, 3), "Khartoum", "SD", 15.5, 32.5, Precision.TOWN, 379252, "Khartoum")
KHARKIV = Place(Span(0, 3), "Kharkiv", "UA", 49.9, 36.2, Precision.TOWN, 706483, "Kharkiv Oblast")


def told(ledger: Ledger, name: str, days: list[date | None], language: str = "en", place: Place | None = None,
         verdict: str = "single origin") -> CrossCheck:  # fmt: skip
    """A story in the ledger's reports, with one finding."""
    reports = []
    for number, day in enumerate(days):
        report = Report.of(
            f"{name} told for the {number}th time.", language, published=day, publisher=f"Outlet {number % 2}"
        )
        ledger.add(Claims(report))
        reports.append(report.id)
    evidence = tuple(Evidence(report, Span(0, 4)) for report in reports[:2])
    group = Group(digest("g", name), "incident", "ASSAULT", name, (), (), Counts(1, 1, 1), place)
    finding = Finding(digest("f", name), group.id, "incident", verdict, "reason", evidence, Counts(1, 1, 1))
    return CrossCheck(Story(digest("story", name), name, tuple(reports)), (), (group,), (finding,))


def filled(ledger: Ledger) -> dict[str, CrossCheck]:
    tales = (
        told(ledger, "Shelling of Kharkiv", [date(2024, 3, 1), date(2024, 3, 4)], "uk", KHARKIV, "disputed"),
        told(ledger, "Fire in Khartoum", [date(2024, 3, 2)], "en", KHARTOUM, "denied"),
        told(ledger, "Tregua en Bogotá", [date(2024, 2, 1)], "es"),
        told(ledger, "Talks without a day", [None]),
    )
    ledger.replace_checks((), tales)
    return {tale.story.title.split()[0]: tale for tale in tales}


def titles(lines: tuple[StoryLine, ...]) -> list[str]:
    return [line.story.title.split()[0] for line in lines]


FILTERS = [
    (StoryFilter(), ["Shelling", "Fire", "Tregua", "Talks"]),
    (StoryFilter(words="told"), ["Shelling", "Fire", "Tregua", "Talks"]),
    (StoryFilter(words="bogota"), ["Tregua"]),
    (StoryFilter(words="Харків"), ["Shelling"]),
    (StoryFilter(words="shelling khartoum"), []),
    (StoryFilter(words="shel*"), ["Shelling"]),
    (StoryFilter(words="%"), []),
    (StoryFilter(place="kharkov"), ["Shelling"]),
    (StoryFilter(place="Kharkiv Oblast"), ["Shelling"]),
    (StoryFilter(place="Sudan"), ["Fire"]),
    (StoryFilter(place="%"), []),
    (StoryFilter(language="es"), ["Tregua"]),
    (StoryFilter(language="%"), []),
    (StoryFilter(verdict="denied"), ["Fire"]),
    (StoryFilter(verdict="den"), []),
    (StoryFilter(contested=True), ["Shelling", "Fire"]),
    (StoryFilter(from_on=date(2024, 3, 2)), ["Shelling", "Fire"]),
    (StoryFilter(from_on=date(2024, 3, 3)), ["Shelling"]),
    (StoryFilter(to_on=date(2024, 3, 1)), ["Shelling", "Tregua"]),
    (StoryFilter(from_on=date(2024, 2, 2), to_on=date(2024, 2, 28)), []),
    (StoryFilter(sort="contested"), ["Shelling", "Fire", "Tregua", "Talks"]),
]


@pytest.mark.parametrize(("chosen", "expected"), FILTERS)
def test_stories_that_fit_the_filter_are_listed(ledger: Ledger, chosen: StoryFilter, expected: list[str]) -> None:
    filled(ledger)
    page = ledger.story_page(chosen)
    assert titles(page.lines) == expected
    assert page.total == len(expected)
    assert page.next is None


def test_a_line_tells_what_the_reports_and_findings_do(ledger: Ledger) -> None:
    told = filled(ledger)["Shelling"]
    line = ledger.story_line(told.story.id)
    assert line == ledger.story_page().lines[0]
    assert line == StoryLine(
        story=told.story,
        first_on=date(2024, 3, 1),
        last_on=date(2024, 3, 4),
        newest=date(2024, 3, 4),
        reports=2,
        publishers=2,
        origins=0,
        languages=("uk",),
        countries=("UA",),
        contested=1,
        verdicts={"disputed": 1},
    )


def test_an_unknown_sort_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="cannot be sorted by"):
        ledger.story_page(StoryFilter(sort="title; --"))


@pytest.mark.parametrize("sort", ["new", "contested"])
def test_pages_of_stories_join_to_the_whole_while_stories_are_added(ledger: Ledger, sort: str) -> None:
    tales = filled(ledger)
    chosen = StoryFilter(sort=sort)
    whole = titles(ledger.story_page(chosen).lines)
    first = ledger.story_page(chosen, limit=2)
    later = told(ledger, "Newest of all", [date(2024, 5, 5)], verdict="disputed")
    ledger.replace_checks((), (*tales.values(), later))
    second = ledger.story_page(chosen, after=first.next, limit=2)
    assert titles(first.lines) + titles(second.lines) == whole
    assert second.next is None


def test_stories_without_findings_that_were_checked_anew_keep_their_lines(ledger: Ledger) -> None:
    tales = filled(ledger)
    before = ledger.story_page().lines
    ledger.replace_story_checks([tales["Fire"]])
    assert ledger.story_page().lines == before
    other = replace(tales["Fire"].story, title="Blaze in Khartoum")
    ledger.renew_checks((), (), [other], [])
    assert titles(ledger.story_page(StoryFilter(words="blaze")).lines) == ["Blaze"]


def test_claims_of_many_reports_are_those_of_each(ledger: Ledger) -> None:
    every = [build.claims(build.report(f"{build.TEXT} {number}", path=None)) for number in range(4)]
    for claims in every:
        ledger.add(claims)
    wanted = [every[number].report.id for number in (2, 0, 3, 2)]
    assert ledger.claims_of_many(wanted) == (every[2], every[0], every[3], every[2])
    assert ledger.claims_of_many([]) == ()
    with pytest.raises(UsageError, match="no report 'x'"):
        ledger.claims_of_many([wanted[0], "x"])


def test_entities_are_found_by_report_id_and_any_spelling(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)
    build.keep_checks(ledger, claims)
    (entity,) = ledger.entities()
    assert ledger.entities_of([claims.report.id]) == ((entity,), ledger.entity_links())
    assert ledger.entities_of(["x"]) == ((), ())
    assert ledger.entity(entity.id) == entity
    assert ledger.entities_like("nuñ") == (entity,)
    assert ledger.entities_like("Нуньєс") == (entity,)
    assert ledger.entities_like("Gomez") == ()
    assert ledger.links_of(entity.id) == ((claims.report.id, "e1"),)
    (standing,) = ledger.standings(entity.id)
    assert standing == (ledger.stories()[0], ledger.checks()[0].origins[0])
    with pytest.raises(UsageError, match="no entity"):
        ledger.entity("x9")


def test_pages_of_entities_join_to_the_whole(ledger: Ledger) -> None:
    names = ["Ana", "Анна", "Bo Li", "Ana", "Hannah", "Ann Lee"]
    entities = tuple(Entity(f"x{n}", name, NameKind.PERSON, (name,)) for n, name in enumerate(names))
    ledger.replace_checks(entities, ())
    found, after = list[Entity](), None
    while True:
        page = ledger.entity_page(after=after, limit=2)
        found += page.entities
        after = page.next
        if not after:
            break
    assert sorted(found, key=lambda e: e.id) == list(entities)
    assert [e.name for e in ledger.entity_page("ana").entities] == ["Ana", "Ana", "Анна"]


def test_stories_findings_claims_and_groups_are_found_by_their_ids(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)
    build.keep_checks(ledger, claims)
    (check,) = ledger.checks()
    pledge = claims.pledges[0]
    assert ledger.story_of(claims.report.id) == check.story
    assert ledger.story_of("x") is None
    assert ledger.finding("f1") == (check.story, check.findings[0])
    assert ledger.claim(pledge.id).claim == pledge
    assert ledger.claim(pledge.id).side == "COD MIL"
    assert ledger.groups_of_claim(pledge.id) == ((check.story, check.groups[0]),)
    assert ledger.groups_of_claim(claims.figures[0].id) == ()
    for ask in (ledger.claim, ledger.finding):
        with pytest.raises(UsageError, match="in the ledger"):
            ask("x")


def test_pages_of_reports_join_to_the_whole_the_latest_first(ledger: Ledger) -> None:
    filled(ledger)
    whole = ledger.report_page()
    assert [report.published for report in whole.reports] == [
        *(date(2024, 3, 4), date(2024, 3, 2), date(2024, 3, 1), date(2024, 2, 1)),
        None,
    ]
    assert whole.total == 5
    first = ledger.report_page(limit=3)
    assert first.reports + ledger.report_page(after=first.next).reports == whole.reports


@pytest.mark.parametrize("limit", [1, 2, 100])
@pytest.mark.parametrize("place", ["Goma", "goma", "216281"])
def test_claims_at_a_place_are_found_by_name_and_number(ledger: Ledger, place: str, limit: int) -> None:
    for number in range(2):
        ledger.add(build.claims(build.report(f"{build.TEXT} {number}", path=None)))
    found, after = list[tuple[str, str]](), None
    while True:
        page = ledger.at_place(place, after=after, limit=limit)
        found += [(one.report, one.kind) for one in page.claims]
        after = page.next
        if not after:
            break
    assert len(found) == len(set(found)) == 2 * 3
    assert {kind for _, kind in found} == {"incident", "pledge", "figure"}
    assert ledger.at_place("Khartoum").claims == ()
    assert ledger.at_place("379252").claims == ()


def test_bare_claims_are_the_claims_without_what_lists_do_not_show(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)
    (bare,) = ledger.claims_of_many([claims.report.id], bare=True)
    assert bare == replace(claims, names=(), places=())
    assert bare.vector is None
    assert [passage.role for passage in bare.report.passages] == [PassageRole.HEADLINE]


NAMES = [
    *("Dmitry Peskov", "Дмитра Пескова", "Volodymyr Zelenskyy", "Wladimir Selenskyj", "Зеленського", "Mikhail Kravets"),
    *("Михайло Кравець", "Ana", "Anna Lee", "Аня", "Xi Jinping", "Abdul Fattah al-Burhan", "Petro", "Petrov", "UN"),
    *("MINUSMA", "Jorge Núñez", "Хорхе", "Rwandan army", "the mayor", "O’Neill", "М’янма", "2nd Brigade", "Єрмак"),
]
ASKED = [
    *("peskov", "пескова", "zel", "Zelensky", "Selenskyj", "mik", "mikh", "kravtsa", "Кравця", "an", "ana", "xi", "al"),
    *("burhan", "petr", "petro", "u", "un", "minus", "хорхе", "jorge nunez", "rwanda", "MAYOR", "oneill", "o'neill"),
    *("myanma", "2nd", "2", "yermak", "ash", "%", "", "'", "anna lee", "lee anna", "sch", "aeiou"),
]


def test_the_index_of_names_finds_whoever_a_reading_of_all_would(ledger: Ledger) -> None:
    entities = tuple(Entity(f"x{n}", name, NameKind.PERSON, (name,)) for n, name in enumerate(NAMES))
    ledger.replace_checks(entities, ())
    for asked in ASKED:
        expected = tuple(e for e in entities if fits(asked, e.name))
        assert ledger.entities_like(asked) == expected, asked
        assert set(ledger.entity_page(asked).entities) == set(expected if asked.strip() else entities), asked
