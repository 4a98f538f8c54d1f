"""A later story that takes up an earlier one names it; others do not."""

from __future__ import annotations

from datetime import date

from facta.records import Story
from facta.stories import group, resolve
from tests.stories.builders import telling

TALKS = (
    "Envoys of Orvia and Sarmia met on the Velna ferry to discuss the shelling of Port Velna. The Orvian envoy Dario "
    "Lenk said the talks would go on until a truce was signed.",
    "Talks between Orvia and Sarmia went on aboard the Velna ferry. Envoy Dario Lenk spoke of progress on a truce, and "
    "of the shelling of Port Velna.",
)
BREACH = (
    "Shells fell on the grain silos of Port Velna before sunrise, three weeks after Dario Lenk signed the truce with "
    "Sarmia. Orvia accused Sarmian gunners; two dockers were killed and the silos burned.",
    "Two dockers died when shells hit the grain silos of Port Velna before sunrise. Sarmian gunners denied firing; the "
    "silos burned until noon and Orvia called the truce broken.",
)
MATCH = "Goals from both wings gave the visitors their third win, and the goalkeeper saved a penalty near the end."


def stories(*told: tuple[tuple[str, ...], date]) -> tuple[Story, ...]:
    everything = [telling(text, f"paper {i}", day) for texts, day in told for i, text in enumerate(texts)]
    return group(everything, resolve(everything))


def test_a_breach_follows_the_talks_that_led_to_the_truce() -> None:
    talks, breach, match = stories((TALKS, date(2024, 3, 1)), (BREACH, date(2024, 4, 2)), ((MATCH,), date(2024, 4, 3)))
    assert (talks.follows, talks.thread) == (None, None)
    assert (breach.follows, breach.thread) == (talks.id, talks.id)
    assert any(reason.startswith(f"follows the story “{talks.title}”: ") for reason in breach.reasons)
    assert (match.follows, match.thread) == (None, None)


def test_a_story_of_another_year_follows_nothing() -> None:
    found = stories((TALKS, date(2021, 3, 1)), (BREACH, date(2024, 4, 2)))
    assert [story.follows for story in found] == [None, None]


def test_stories_without_a_day_follow_nothing() -> None:
    everything = [telling(text, f"paper {i}", None) for i, text in enumerate((*TALKS, *BREACH))]
    assert all(story.follows is None for story in group(everything, resolve(everything)))
