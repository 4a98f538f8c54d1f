"""A deed told in several sentences is one incident with several spans of evidence; two deeds stay two."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

ONE = [
    ("en", "Rebels attacked the base at Bunagana at dawn. The attack lasted two hours.", ["attacked", "attack"]),
    ("en", "A roadside bomb killed four soldiers near Menaka. The blast destroyed their vehicle.", ["killed", "blast"]),
    (
        "en",
        "Police arrested Hama Amadou at the airport. His arrest sparked protests in Niamey.",
        ["arrested", "arrest"],
    ),
    ("en", "Niger expelled three French diplomats. The expulsion angered the government.", ["expelled", "expulsion"]),
    (
        "en",
        "Chad and Niger held talks in Agadez. The talks ended without a deal, the envoy of Chad said.",
        ["talks", "talks"],
    ),
    ("es", "Los rebeldes atacaron la base de Bunagana. El ataque duró dos horas.", ["atacaron", "ataque"]),
    ("es", "La policía detuvo a Hama Amadou. La detención provocó protestas en Niamey.", ["detuvo", "detención"]),
    ("uk", "Бойовики атакували базу в Бунагані. Атака тривала дві години.", ["атакували", "Атака"]),
    ("uk", "Росія обстріляла Нікополь. Через обстріл загинула жінка.", ["обстріляла", "обстріл"]),
]


@pytest.mark.parametrize(("language", "text", "words"), ONE)
def test_a_deed_told_again_is_evidence(claims_of: ClaimsOf, language: str, text: str, words: list[str]) -> None:
    deeds = [{s.of(text) for s in (i.trigger, *i.evidence)} for i in claims_of(text, language).incidents]
    assert any(set(words) <= deed for deed in deeds), deeds


TWO = [
    ("en", "Shells hit Kherson on Monday. On Tuesday shells hit Nikopol.", "hit"),
    ("en", "Rebels attacked Goma. The army attacked Bukavu.", "attacked"),
    ("en", "Israel bombed Tyre. Israel plans to bomb Sidon.", "bomb"),
    ("en", "Police arrested a senator in Lima. Police arrested a judge in Quito.", "arrested"),
    ("es", "Los rebeldes atacaron Goma el lunes. El martes los rebeldes atacaron Bukavu.", "atacaron"),
    ("uk", "Дрони атакували Одесу в понеділок. У вівторок дрони атакували Харків.", "атакували"),
]


@pytest.mark.parametrize(("language", "text", "word"), TWO)
def test_deeds_apart_in_place_day_doer_or_status_stay_apart(
    claims_of: ClaimsOf, language: str, text: str, word: str
) -> None:
    told = [i for i in claims_of(text, language).incidents if word in i.trigger.of(text)]
    assert len(told) == 2


def test_a_deed_told_three_times_keeps_its_parties_and_place(claims_of: ClaimsOf) -> None:
    text = (
        "Gunmen attacked a church in Kaduna on Sunday. The attack began during mass, the police said. "
        "Hours after the attack, the governor imposed a curfew."
    )
    deed = next(i for i in claims_of(text).incidents if i.type == "ASSAULT")
    assert [span.of(text) for span in deed.evidence] == ["attack", "attack"]
    assert deed.actor is not None
    assert deed.actor.name == "Gunmen"
    assert deed.place is not None
    assert deed.place.name == "Kaduna"
