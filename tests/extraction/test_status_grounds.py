"""What gives a deed its status beyond its own verb: who says that it is so, whether there is such a plan, whether it is
only a condition; and what makes it background."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import ClaimsOf

STATUSES = [
    # a noun of deed shares the fate of the verb that says it happens
    ("en", "There was no truce in Khartoum on Monday, residents said.", "truce", "negated"),
    ("en", "The attack on the barracks never happened, the governor of Tigray said.", "attack", "negated"),
    ("en", "Talks between Seoul and Pyongyang will take place in Panmunjom on Tuesday.", "Talks", "planned"),
    ("en", "A ceasefire will begin at midnight on Sunday.", "ceasefire", "planned"),
    ("es", "Tampoco hubo bombardeos sobre Járkov durante la noche.", "bombardeos", "negated"),
    ("es", "La cumbre entre Caracas y Georgetown tendrá lugar en diciembre.", "cumbre", "planned"),
    ("uk", "Протягом ночі обстрілів міста не було.", "обстрілів", "negated"),
    ("uk", "Переговори відбудуться у Стамбулі наступного тижня.", "Переговори", "planned"),
    # the subject of what is scheduled or called off
    ("en", "The withdrawal of Turkish troops is scheduled for October.", "withdrawal", "planned"),
    ("es", "La visita del canciller venezolano a Georgetown fue cancelada.", "visita", "negated"),
    ("en", "The attack on the convoy was discussed in the council.", "attack", "reported"),
    # claims that somebody calls false
    ("en", "The army dismissed as fabricated claims that it had shelled a clinic.", "shelled", "denied"),
    ("es", "El Kremlin tachó de falsas las acusaciones sobre el bombardeo del hospital.", "bombardeo", "denied"),
    ("es", "La guerrilla rechazó las acusaciones de haber secuestrado al alcalde.", "secuestrado", "denied"),
    ("uk", "У Кремлі назвали фейком повідомлення про викрадення дітей.", "викрадення", "denied"),
    # plans and signs that are not there, exclusions that are denied
    ("en", "Rwanda has shown no sign that it will withdraw its troops.", "withdraw", "negated"),
    ("es", "China no tiene intención de invadir Taiwán.", "invadir", "negated"),
    ("uk", "Уряд не має наміру вивести війська з буферної зони.", "вивести", "negated"),
    ("en", "Paris does not rule out sending troops to Niger.", "sending troops", "hypothetical"),
    # conditions with and without "if", and what follows from them
    ("en", "Had the truce collapsed, government forces would have attacked Taiz.", "attacked", "hypothetical"),
    ("es", "De haber fracasado la tregua, el Ejército habría atacado Taiz.", "atacado", "hypothetical"),
    ("en", "Niger will bomb the camps if Chad attacks its soldiers.", "attacks", "hypothetical"),
    ("en", "An attack on the dam would drown forty villages, engineers warn.", "attack", "hypothetical"),
    # to come
    ("en", "Some 300 wounded people are to be evacuated from Mariupol on Friday.", "evacuated", "planned"),
    ("en", "Peasants agreed to block the highway to Lima.", "block", "planned"),
    # nobody and neither
    ("en", "Neither the junta nor the rebels attacked the boats of the Red Cross.", "attacked", "negated"),
    ("en", "None of the hostages had been executed, mediators said.", "executed", "negated"),
    ("en", "Gunmen attacked the village with no warning.", "attacked", "reported"),
]


@pytest.mark.parametrize(("language", "text", "word", "status"), STATUSES)
def test_status_follows_from_what_stands_around(
    claims_of: ClaimsOf, language: str, text: str, word: str, status: str
) -> None:
    found = [(i.trigger.of(text), str(i.status)) for i in claims_of(text, language).incidents]
    assert any(word in trigger and got == status for trigger, got in found), found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Security Council called for the release of the nurses detained in Sanaa.", "release"),
        ("The UN demanded the withdrawal of all troops from the zone.", "withdrawal"),
    ],
)
def test_a_demanded_deed_that_names_whom_it_concerns_is_supposed(claims_of: ClaimsOf, text: str, word: str) -> None:
    found = {i.trigger.of(text): i.status.value for i in claims_of(text).incidents}
    assert found.get(word) == "hypothetical", found


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Unconfirmed reports said that fighters had withdrawn from the mine.", True),
        ("The rebels said that fighters had withdrawn from the mine.", False),
    ],
)
def test_unsure_sources_hedge_what_they_tell(claims_of: ClaimsOf, text: str, hedged: bool) -> None:
    assert [i.hedged for i in claims_of(text).incidents] == [hedged]


BACKGROUND = [
    ("en", "The village marked the anniversary of the massacre on Sunday.", "massacre", True),
    ("en", "During the civil war of the 1990s, rebels bombed the same bridge.", "bombed", True),
    ("es", "Hace treinta años, milicias hutus asesinaron a unas 800.000 personas.", "asesinaron", True),
    ("uk", "Під час Другої світової війни авіація бомбардувала це місто.", "бомбардувала", True),
    ("uk", "Поліція заарештувала колишнього міністра в його будинку.", "заарештувала", False),
    ("en", "Shelling destroyed the historic mosque of Timbuktu on Monday.", "destroyed", False),
    ("en", "Rebels previously loyal to the junta shelled the port.", "shelled", False),
]


@pytest.mark.parametrize(("language", "text", "word", "historical"), BACKGROUND)
def test_background_is_an_age_or_a_remembrance(
    claims_of: ClaimsOf, language: str, text: str, word: str, historical: bool
) -> None:
    found = claims_of(text, language, published=date(2024, 5, 15)).incidents
    told = [i for i in found if any(word in span.of(text) for span in (i.trigger, *i.evidence))]
    assert [i.historical for i in told] == [historical]


def test_the_day_of_remembrance_does_not_date_the_deed(claims_of: ClaimsOf) -> None:
    text = "The village marked the anniversary of the massacre on Sunday."
    assert [i.when for i in claims_of(text).incidents] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The hurricane battered the coast and destroyed two bridges."),
        ("en", "Lightning struck the church and set the roof on fire."),
        ("es", "El huracán golpeó la costa y derribó cientos de árboles."),
        ("uk", "Мороз знищив врожай на півдні області."),
    ],
)
def test_nature_does_no_deeds(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert claims_of(text, language).incidents == ()
