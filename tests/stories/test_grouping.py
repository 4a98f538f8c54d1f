"""Reports on one happening make one story; others stay apart; ids are stable."""

from __future__ import annotations

from datetime import date, timedelta

from facta.records import Claims, Story
from facta.stories import group, resolve
from tests.stories.builders import telling

DAM = (
    "Engineers closed the sluices of the Velna dam on Monday after cracks widened in its eastern wall. Villages below "
    "the reservoir were told to leave, and buses carried families from Orsk and Little Velna to schools uphill.",
    "Families slept in schools after the Velna dam was declared unsafe. Cracks in the eastern wall had widened, "
    "engineers said, and the reservoir behind it would be lowered before anybody could return to Orsk.",
    "The reservoir at Velna is falling by a metre a day, engineers reported, and cracks in the dam have not grown. "
    "Villages below remain empty; families in the schools ask when the buses will bring them home.",
)
VOTE = (
    "Parliament passed the pension bill by four votes late on Tuesday after unions filled the square with drums. "
    "Ministers praised the reform; deputies of the opposition tore up their ballots.",
    "Unions promised new strikes after the pension bill passed parliament by four votes. Opposition deputies, who "
    "tore up their ballots, will ask the court to annul the reform.",
)
MATCH = "Goals from both wings gave the visitors their third win, and the goalkeeper saved a penalty near the end."


def stories(everything: list[Claims]) -> tuple[Story, ...]:
    return group(everything, resolve(everything))


def reports(texts: tuple[str, ...], start: date = date(2024, 3, 1)) -> list[Claims]:
    return [telling(text, f"paper {i}", start + timedelta(days=i)) for i, text in enumerate(texts)]


def test_reports_on_one_happening_make_one_story_and_others_stay_apart() -> None:
    dam, vote, match = reports(DAM), reports(VOTE), [telling(MATCH)]
    found = {frozenset(story.reports) for story in stories([*dam, *vote, *match])}
    assert found == {frozenset(c.report.id for c in claims) for claims in (dam, vote, match)}


def test_order_of_reports_changes_nothing() -> None:
    everything = [*reports(DAM), *reports(VOTE), telling(MATCH)]
    assert stories(everything) == stories(everything[::-1])


def test_story_keeps_its_id_and_title_when_a_later_report_joins() -> None:
    dam = reports(DAM)
    before, after = stories(dam[:2]), stories(dam)
    assert len(before) == len(after) == 1
    assert (before[0].id, before[0].title) == (after[0].id, after[0].title)
    assert after[0].reports == tuple(c.report.id for c in dam)


def test_every_report_that_joins_says_why() -> None:
    found = stories(reports(DAM))[0]
    assert len(found.reasons) == 2
    assert "engineers" in " ".join(found.reasons) or "velna" in " ".join(found.reasons)


def test_like_reports_of_another_year_are_another_story() -> None:
    assert len(stories([*reports(DAM[:1]), *reports(DAM[1:2], date(2021, 6, 1))])) == 2


def test_report_alone_is_a_story_and_none_are_none() -> None:
    assert len(stories([telling(MATCH)])) == 1
    assert stories([]) == ()


def test_empty_texts_do_not_flock_together() -> None:
    assert len(stories([telling("one"), telling("two")])) == 2


def test_a_report_that_is_given_twice_counts_once() -> None:
    dam = reports(DAM)
    assert stories([*dam, dam[0]]) == stories(dam)
