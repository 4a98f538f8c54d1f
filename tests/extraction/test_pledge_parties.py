"""Who commits, and one record for several wordings: possessors, pronouns, countries, places; several conflicts."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

PARTIES = [
    # a noun that commits: the possessor commits, not whoever stands before
    ("en", "Rwanda kept firing despite Burundi's announcement that it would reduce its military activity.", "Burundi"),
    ("en", "Shells fell despite Burhan's promise that it would “sharply” cut its artillery fire.", "Burhan"),
    ("en", "The Russian promise to scale back operations around Sumy was met with doubt.", "Russian"),
    ("en", "Residents fled despite Israel's decision to suspend its strikes on Rafah.", "Israel"),
    ("en", "The M23's announcement that they would withdraw from Goma surprised Kinshasa.", "M23"),
    ("es", "El bombardeo siguió pese al anuncio de Moscú de que reduciría su actividad militar.", "Moscú"),
    ("es", "La promesa de Israel de suspender los ataques fue recibida con dudas.", "Israel"),
    ("uk", "Обстріли тривали попри обіцянку Москви скоротити військову активність.", "Москви"),
    ("uk", "Попри заяву Єревана, що він відведе війська, бої тривали.", "Єревана"),
    # a pronoun in what is announced stands for whoever announces
    ("en", "Two delegations met in Doha. Defence Minister Yasser Arman announced that they would be easing attacks.",
     "Yasser Arman"),
    ("en", "Hamas told mediators it would free four hostages.", "Hamas"),
    ("uk", "Речник хуситів заявив, що вони припинять атаки на судна.", "Речник хуситів"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "by"), PARTIES)
def test_party_is_who_commits(claims_of: ClaimsOf, language: str, text: str, by: str) -> None:
    pledges = claims_of(text, language=language).pledges
    assert [(p.type, p.by.name if p.by else None) for p in pledges] == [("RETREAT", by)]


def test_another_antecedent_in_the_content_keeps_its_pronoun(claims_of: ClaimsOf) -> None:
    text = "The envoy said that the rebels had agreed that they would leave the town."
    assert [p.by.name for p in claims_of(text).pledges if p.by] == ["rebels"]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        (
            "en",
            "In Ethiopia, Ethiopian Prime Minister Abiy Ahmed said his government would release the prisoners.",
            "ETH",
        ),
        ("es", "El presidente venezolano Nicolás Maduro dijo que su país no atacará a Guyana.", "VEN"),
        ("uk", "Президент Вірменії Нікол Пашинян заявив, що його країна відведе війська.", "ARM"),
    ],
)
def test_own_country_is_the_speakers(claims_of: ClaimsOf, language: str, text: str, side: str) -> None:
    (pledge,) = claims_of(text, language=language).pledges
    assert pledge.by is not None
    assert (pledge.by.side or "").startswith(side)
    assert not pledge.hedged


def test_actor_of_a_promised_deed_is_who_promises(claims_of: ClaimsOf) -> None:
    text = "Rwanda kept shelling the town despite Burundi's announcement that it would reduce its military activity."
    found = {i.trigger.of(text): i.actor.name for i in claims_of(text).incidents if i.actor}
    assert found == {"shelling": "Rwanda", "reduce": "Burundi"}


def test_wordings_of_one_pledge_share_their_places(claims_of: ClaimsOf) -> None:
    text = (
        "Sudan committed to a de-escalation around Kassala and another town in Sudan.\n\n"
        'Sudan has decided to "radically" reduce its military activity around Khartoum and Omdurman.'
    )
    (pledge,) = claims_of(text).pledges
    assert "radically" in pledge.text.of(text)
    assert {p.span.of(text) for p in pledge.places} == {"Kassala", "Khartoum", "Omdurman"}
    assert len(pledge.evidence) == 1


def test_promises_of_different_kinds_are_different_records(claims_of: ClaimsOf) -> None:
    text = "Ecuador promised to release 24 soldiers and to stop drone strikes on Tumbes."
    found = [(p.text.of(text), [q.name for q in p.places]) for p in claims_of(text).pledges]
    assert [len(places) for _, places in found] == [0, 1]
    assert "drone" not in found[0][0]


def test_places_of_times_reasons_and_relative_clauses_are_not_the_acts(claims_of: ClaimsOf) -> None:
    text = "Eritrea pledged to withdraw its troops from Tigray, which borders Sudan, after talks in Nairobi."
    (pledge,) = claims_of(text).pledges
    assert [p.span.of(text) for p in pledge.places] == ["Tigray"]


def test_talks_are_pledged_by_those_who_talk_together(claims_of: ClaimsOf) -> None:
    assert [p.type for p in claims_of("India and Pakistan agreed to meet on Monday.").pledges] == ["CONSULT"]
    assert claims_of("The minister promised to meet the envoy on Monday.").pledges == ()
