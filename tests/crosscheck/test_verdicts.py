"""Verdicts, counts and reasons on small stories of several conflicts."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.records import Claims, CrossCheck, Finding, Story
from facta.stories import resolve
from tests.crosscheck.builders import Draft
from tests.crosscheck.tales import (
    CORRIDOR,
    DEEDS,
    FIGURES,
    MAYOR,
    MINISTER,
    MORE_PLEDGES,
    OBSERVER,
    PLEDGES,
    RUSSIANS,
    Tale,
    paper,
    told,
)

TALES = (*DEEDS, *PLEDGES, *MORE_PLEDGES, *FIGURES)


def checked(everything: list[Claims]) -> CrossCheck:
    story = Story("s", "a story", tuple(sorted(c.report.id for c in everything)))
    return check(story, everything, resolve(everything), Codebook.load("en"))


def claims(*drafts: Draft) -> list[Claims]:
    return [draft.done() for draft in drafts]


def the(kind: str, result: CrossCheck) -> Finding:
    """The only finding of the kind."""
    found = [finding for finding in result.findings if finding.kind == kind]
    assert len(found) == 1, [f"{f.kind} {f.verdict} {f.reason}" for f in found]
    return found[0]


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: tale.name.replace(" ", "-"))
def test_story_gets_the_verdict_of_a_careful_reader(tale: Tale) -> None:
    finding = the(tale.kind, checked(claims(*tale.reports)))
    assert finding.verdict == tale.verdict, finding.reason
    if tale.origins is not None:
        assert finding.counts.origins == tale.origins, finding.reason
    assert tale.says.lower() in finding.reason.lower()
    if tale.parts:
        assert {part.label: part.verdict for part in finding.parts} == tale.parts


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: tale.name.replace(" ", "-"))
def test_finding_is_the_same_in_any_order_of_reports(tale: Tale) -> None:
    everything = claims(*tale.reports)
    results = [checked(list(order)) for order in permutations(everything)]
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: tale.name.replace(" ", "-"))
def test_every_finding_shows_two_pieces_of_evidence_and_names_nobody_else(tale: Tale) -> None:
    everything = claims(*tale.reports)
    texts = {c.report.id: c.report.text for c in everything}
    for finding in checked(everything).findings:
        assert len(set(finding.evidence)) >= 2
        shown = " ".join(e.span.of(texts[e.report]) for e in finding.evidence)
        sentences = re.split(r"(?<=[.:;]) ", finding.reason)
        named = {word for s in sentences for word in re.findall(r"(?<=[\w,(\"] )[A-Z]\w+|\d+", s)}
        assert named <= set(re.findall(r"\w+", shown)), finding.reason


def test_reports_publishers_and_origins_are_three_numbers() -> None:
    result = checked(claims(told("A", MAYOR), told("A", MAYOR, verb="bombarded"), told("B", MAYOR)))
    counts = the("deed", result).counts
    assert (counts.reports, counts.publishers, counts.origins) == (3, 2, 1)


def test_one_post_in_three_languages_is_one_utterance() -> None:
    drafts = (
        paper("A").deed(by=("Oleh Stanko", "UKR GOV"), said="2024-03-01"),
        paper("B", language="uk").deed(by=("Олег Станко", "UKR GOV"), said="2024-03-01", verb="обстріляли"),
        paper("C", "2024-03-02", "es").deed(by=("Oleg Stanko", None), verb="bombardearon"),
    )
    result = checked(claims(*drafts))
    uttered = [origin for origin in result.origins if origin.kind == "utterance"]
    assert len(uttered) == 1
    assert len(uttered[0].reports) == 3


def test_two_interviews_are_two_utterances_of_one_source() -> None:
    first = paper("A").deed(by=MAYOR, said="2024-03-01")
    second = paper("B", "2024-03-04").deed(by=MAYOR, said="2024-03-04")
    result = checked(claims(first, second))
    assert len([origin for origin in result.origins if origin.kind == "utterance"]) == 2
    assert the("deed", result).counts.origins == 1


WIRE = (
    "Shells fell on the market square shortly after nine in the morning, when the stalls were open and dozens of "
    "people stood in line for bread, said the wire, which had a photographer two streets away at the time."
)


def test_copies_of_one_wire_are_one_origin_though_two_papers_print_it() -> None:
    drafts = [
        paper(name).own(first) for name, first in (("A", "From our desk."), ("B", "News in brief, early edition."))
    ]
    for draft in drafts:
        draft.own(WIRE)
        draft.deed(actor=None)
        draft.own(WIRE[::-1])
    result = checked(claims(*drafts))
    assert the("deed", result).counts.origins == 1
    assert the("deed", result).counts.publishers == 2


def test_pledge_of_two_reports_is_one_and_its_wordings_stand_side_by_side() -> None:
    first = paper("A", "2024-02-29").pledge(MINISTER, "reduce attacks", degree="radically")
    second = paper("B", "2024-03-01").pledge(MINISTER, "reduce attacks", degree="gradually")
    result = checked(claims(first, second))
    drift = the("wording", result)
    assert the("pledge", result).counts.reports == 2
    assert '"radically" and "gradually"' in drift.reason


def test_finding_keeps_its_id_when_a_later_report_joins() -> None:
    before = the("deed", checked(claims(told("A", MAYOR))))
    after = the("deed", checked(claims(told("A", MAYOR), told("B", MINISTER, "2024-03-03"))))
    assert before.id == after.id
    assert before.verdict != after.verdict


def test_deeds_of_different_towns_and_weeks_stay_apart() -> None:
    drafts = (told("A", MAYOR), told("B", MAYOR, place="Farovka"), told("C", MAYOR, "2024-03-20", day="2024-03-18"))
    result = checked(claims(*drafts))
    assert len([group for group in result.groups if group.kind == "incident"]) == 3


def test_two_pledges_of_one_report_stay_two() -> None:
    both = paper("A", "2024-02-29").pledge(MINISTER).pledge(MINISTER, CORRIDOR, places=("Belgrin", "Farovka"))
    result = checked(claims(both))
    assert len([group for group in result.groups if group.kind == "pledge"]) == 2


def test_wording_without_a_place_joins_the_pledge_of_its_party() -> None:
    placed = paper("A", "2024-02-29").pledge(MINISTER, "to stop shelling", places=("Belgrin", "Farovka"))
    placeless = paper("B", "2024-02-29").pledge(MINISTER, "to reduce military activity", places=())
    result = checked(claims(placed, placeless))
    assert the("pledge", result).counts.reports == 2


def test_mayor_without_a_country_is_of_the_country_of_the_town_he_speaks_of() -> None:
    mayor = paper("A").own("Mayor").deed(by=("Taras Lyly", "GOV"), actor=RUSSIANS)
    other = told("B", MAYOR)
    assert the("deed", checked(claims(mayor, other))).verdict == "corroborated by one side"


def test_minister_without_a_country_stays_of_unknown_side() -> None:
    minister = paper("A").own("Minister").deed(by=("Taras Lyly", "GOV"), actor=RUSSIANS)
    result = checked(claims(minister, told("B", MAYOR)))
    assert {o.label: o.side for o in result.origins if o.kind == "utterance"} == {
        "Taras Lyly": None,
        "Oleh Stanko": "UKR",
    }


def test_role_beside_a_named_speaker_is_no_further_origin() -> None:
    both = paper("A").deed(by=("the mayor", None), actor=RUSSIANS).deed(by=MAYOR, actor=RUSSIANS)
    assert the("deed", checked(claims(both))).counts.origins == 1


def test_stance_of_every_origin_follows_the_parties_of_the_story() -> None:
    drafts = [told(name, who) for name, who in (("A", MAYOR), ("B", OBSERVER), ("C", ("Jean Moreau", "FRA GOV")))]
    result = checked(claims(*drafts, told("D", ("AFP journalists", "MED")), told("E", None)))
    stances = {origin.label: str(origin.stance) for origin in result.origins}
    assert stances == {
        "Oleh Stanko": "party",
        "International Committee of the Red Cross": "observer",
        "Jean Moreau": "third party",
        "AFP journalists": "press witness",
        "own voice of E": "unknown",
    }


def test_places_of_a_pledge_are_judged_one_by_one_with_whose_word_it_is() -> None:
    pledge = paper("A", "2024-02-29").pledge(MINISTER, places=("Belgrin", "Farovka"))
    result = checked(claims(pledge, told("B", MAYOR), told("C", None, place="Farovka")))
    finding = the("pledge", result)
    assert finding.verdict == "contradicted by reports"
    assert {part.label: part.verdict for part in finding.parts} == {
        "Belgrin": "contradicted by one side only",
        "Farovka": "contradicted by reports",
    }
    labels = {origin.id: origin.label for origin in result.origins}
    assert [[labels[o] for o in part.origins] for part in finding.parts] == [["Oleh Stanko"], ["own voice of C"]]
