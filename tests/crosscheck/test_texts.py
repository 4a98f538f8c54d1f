"""The same verdicts from texts read by the real reader and extraction: short, plain reports on several conflicts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.records import Claims, CrossCheck, Finding
from facta.stories import group, resolve

ClaimsOf = Callable[..., Claims]

PLEDGE = (
    "Azerbaijan promised on Monday to stop shelling the Armenian town of Goris. Azerbaijani Defence Minister Rauf "
    "Mammadli said that his army would halt its artillery fire around Goris."
)
MAYOR = "Azerbaijani forces shelled the Armenian town of Goris on Tuesday night, Armenian Mayor Aram Petrosian said."
OBSERVERS = "Azerbaijani forces shelled the Armenian town of Goris on Tuesday night, the OSCE said."
DENIAL = "Azerbaijan denied shelling the Armenian town of Goris on Tuesday night."
QUIET = "Armenian and Azerbaijani ministers met in Geneva on Tuesday to talk about Goris."

MONDAY, WEDNESDAY = date(2024, 5, 6), date(2024, 5, 8)


def one_story(everything: list[Claims]) -> CrossCheck:
    entities = resolve(everything)
    stories = group(everything, entities)
    assert len(stories) == 1
    return check(stories[0], everything, entities, Codebook.load("en"))


def pledge_finding(result: CrossCheck) -> Finding:
    found = [finding for finding in result.findings if finding.kind == "pledge"]
    assert len(found) == 1, [(finding.verdict, finding.reason) for finding in found]
    return found[0]


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        ((MAYOR,), "contradicted by one side only"),
        ((MAYOR, OBSERVERS), "contradicted by reports"),
        ((MAYOR, DENIAL), "disputed"),
        ((QUIET,), "no deeds reported yet"),
    ],
    ids=("mayor", "mayor-and-observers", "mayor-and-denial", "talks-only"),
)
def test_pledge_is_judged_by_what_is_read_later(claims_of: ClaimsOf, later: tuple[str, ...], verdict: str) -> None:
    everything = [claims_of(PLEDGE, published=MONDAY), *(claims_of(text, published=WEDNESDAY) for text in later)]
    finding = pledge_finding(one_story(everything))
    assert finding.verdict == verdict, finding.reason
    assert len(finding.evidence) >= 2


def test_deed_told_by_one_mayor_in_two_languages_has_one_origin(claims_of: ClaimsOf) -> None:
    spanish = (
        "Las fuerzas azerbaiyanas bombardearon la ciudad armenia de Goris el martes por la noche, "
        "dijo el alcalde Aram Petrosian."
    )
    everything = [claims_of(MAYOR, published=WEDNESDAY), claims_of(spanish, "es", published=WEDNESDAY)]
    result = one_story(everything)
    deeds = [g for g in result.groups if g.kind == "incident" and g.type == "ASSAULT"]
    assert [(g.counts.reports, g.counts.origins) for g in deeds] == [(2, 1)]


def test_every_span_of_every_finding_lies_in_its_report(claims_of: ClaimsOf) -> None:
    everything = [claims_of(text, published=WEDNESDAY) for text in (PLEDGE, MAYOR, OBSERVERS, DENIAL)]
    lengths = {claims.report.id: len(claims.report.text) for claims in everything}
    result = one_story(everything)
    assert result.findings
    for finding in result.findings:
        for evidence in finding.evidence:
            assert 0 <= evidence.span.start < evidence.span.end <= lengths[evidence.report]


def test_tolls_of_two_sides_stand_side_by_side(claims_of: ClaimsOf) -> None:
    texts = (
        "At least 12 people were killed in the Sudanese city of Omdurman on Tuesday, the Sudanese army said.",
        "The Rapid Support Forces said that 30 people were killed in the Sudanese city of Omdurman on Tuesday.",
    )
    result = one_story([claims_of(text, published=WEDNESDAY) for text in texts])
    found = [finding for finding in result.findings if finding.kind == "figure"]
    assert [finding.verdict for finding in found] == ["figures differ"]
    assert "12" in found[0].reason
    assert "30" in found[0].reason


WIRE = (
    "Two shells hit the main market of the Sudanese city of Omdurman on Tuesday morning, when hundreds of people were "
    "buying bread for the holiday. Stalls burned until noon, and the road to the river was closed until the evening."
)


def test_wire_that_two_papers_print_is_one_origin_in_two_reports(claims_of: ClaimsOf) -> None:
    everything = [
        claims_of(f"(Reuters) - {WIRE}", published=WEDNESDAY),
        claims_of(f"Market hit in Omdurman\n\n{WIRE}\n\nWith information from Reuters", published=WEDNESDAY),
    ]
    result = one_story(everything)
    shelling = [g for g in result.groups if g.kind == "incident" and g.type == "ASSAULT" and g.counts.reports == 2]
    assert shelling
    assert all(group.counts.origins == 1 for group in shelling)


UKRAINIAN = "Росія у вівторок пообіцяла припинити обстріли Чернігова."
SPANISH = "Rusia prometió el martes detener los bombardeos contra la ciudad ucraniana de Chernígov."
ENGLISH = "Russia promised on Tuesday to stop shelling the Ukrainian city of Chernihiv."


def test_pledge_told_in_three_languages_is_one(claims_of: ClaimsOf) -> None:
    texts = (("uk", UKRAINIAN), ("es", SPANISH), ("en", ENGLISH))
    everything = [claims_of(text, language, published=WEDNESDAY) for language, text in texts]
    entities = resolve(everything)
    stories = group(everything, entities)
    result = check(stories[0], everything, entities, Codebook.load("en"))
    assert [g.counts.reports for g in result.groups if g.kind == "pledge"] == [3]
