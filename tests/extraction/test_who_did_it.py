"""Who does a deed or makes a pledge where several are named near it, and where "their city" is."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

TOLD_BY = [  # language, text, trigger, actor's name, place
    # whoever is named after "according to" only tells it
    ("en", "According to Mayor Ihor Terekhov, the Russians bombed their city.", "bombed", "Russians", None),
    ("en", "According to Governor Hassan Idris, the rebels shelled their town.", "shelled", "rebels", None),
    ("en", "According to General Okoth, the militia burned their village.", "burned", "militia", None),
    ("es", "Según el alcalde Luis Ortega, los guerrilleros atacaron su ciudad.", "atacaron", "guerrilleros", None),
    # a mayor's own city is the one of which the report tells a mayor
    (
        "en",
        "Chernihiv mayor Vladyslav Atroshenko spoke to Kyiv.\n"
        "According to Mayor Atroshenko, the Russians bombed their city.",
        "bombed",
        "Russians",
        "Chernihiv",
    ),
    (
        "en",
        "Ihor Terekhov, the mayor of Kharkiv, left for Kyiv, and Kyiv waited.\n\nAccording to Terekhov, "
        "Russian forces shelled his city at night.",
        "shelled",
        "Russian forces",
        "Kharkiv",
    ),
    (
        "es",
        "El alcalde de Popayán, Juan Ortega, pidió ayuda. Según el alcalde Ortega, los rebeldes atacaron su ciudad.",
        "atacaron",
        "rebeldes",
        "Popayán",
    ),
]


@pytest.mark.parametrize(("language", "text", "trigger", "actor", "place"), TOLD_BY)
def test_who_tells_of_a_deed_is_not_who_did_it(
    claims_of: ClaimsOf, language: str, text: str, trigger: str, actor: str, place: str | None
) -> None:
    found = next(i for i in claims_of(text, language).incidents if i.trigger.of(text) == trigger)
    assert found.actor is not None
    assert found.actor.name == actor
    assert (found.place.name if found.place else None) == place


JOINED = [
    ("en", "Russia and Belarus shelled the border village.", "Russia and Belarus", ["RUS GOV", "BLR GOV"]),
    ("en", "The army and the police stormed the university.", "The army and the police", ["MIL", "COP"]),
    ("en", "Eritrean troops and the Ethiopian army attacked the town.", None, ["ERI MIL", "ETH MIL"]),
    ("es", "El Ejército y la Policía atacaron el campamento.", "Ejército y la Policía", ["MIL", "COP"]),
    ("uk", "Росія та Білорусь обстріляли прикордонне село.", "Росія та Білорусь", ["RUS GOV", "BLR GOV"]),
]


@pytest.mark.parametrize(("language", "text", "written", "sides"), JOINED)
def test_joined_parties_are_all_kept(
    claims_of: ClaimsOf, language: str, text: str, written: str | None, sides: list[str]
) -> None:
    (incident,) = claims_of(text, language).incidents
    assert incident.actor is not None
    assert incident.actor.span is not None
    assert [party.side for party in incident.actor.parties] == sides
    assert written is None or incident.actor.span.of(text) == written


def test_joined_parties_pledge_together(claims_of: ClaimsOf) -> None:
    (pledge,) = claims_of("Colombia and Venezuela agreed to reopen the border.").pledges
    assert pledge.by is not None
    assert [party.name for party in pledge.by.parties] == ["Colombia", "Venezuela"]


def test_alone_is_joined_to_nobody(claims_of: ClaimsOf) -> None:
    (incident,) = claims_of("Rebels shelled the port and burned the market.").incidents[:1]
    assert incident.actor is not None
    assert incident.actor.joined == ()


SIDES = [
    ("es", "Las fuerzas rusas atacaron Odesa.", "RUS MIL"),
    ("es", "Tropas colombianas bombardearon un campamento.", "COL MIL"),
    ("es", "La aviación israelí bombardeó Rafah.", "ISR MIL"),
    ("es", "Las fuerzas armadas sudanesas atacaron el mercado.", "SDN MIL"),
    ("es", "Rebeldes yemeníes atacaron un petrolero.", "YEM REB"),
    ("es", "Soldados ucranianos atacaron la aldea.", "UKR MIL"),
    ("uk", "Російські війська обстріляли Харків.", "RUS MIL"),
    ("uk", "Колумбійські війська обстріляли табір.", "COL MIL"),
    ("uk", "Ізраїльська авіація бомбардувала Рафах.", "ISR MIL"),
    ("uk", "Суданські збройні сили обстріляли ринок.", "SDN MIL"),
    ("uk", "Азербайджанська армія обстріляла село.", "AZE MIL"),
]


@pytest.mark.parametrize(("language", "text", "side"), SIDES)
def test_adjective_of_a_people_tells_whose_forces_they_are(
    claims_of: ClaimsOf, language: str, text: str, side: str
) -> None:
    (incident,) = claims_of(text, language).incidents
    assert incident.actor is not None
    assert incident.actor.side == side


PLEDGES = [  # language, text, party, type, hedged
    (
        "en",
        "President Marta Salas announced that Colombia would suspend its offensive if the rebels freed the hostages.",
        "Colombia",
        "RETREAT",
        False,
    ),
    ("en", "President Isaias Tekle announced that Eritrea will withdraw its troops.", "Eritrea", "RETREAT", False),
    ("en", "Minister Ana Ruiz said Ecuador lied when it promised to withdraw its troops.", "Ecuador", "RETREAT", True),
    (
        "en",
        "The Armenian minister said Azerbaijan lied when it vowed to release prisoners.",
        "Azerbaijan",
        "RETREAT",
        True,
    ),
    ("es", "El presidente Mena anunció que Honduras retirará sus tropas de la frontera.", "Honduras", "RETREAT", False),
    ("uk", "Ми не будемо обстрілювати місто, заявив президент Салех.", "Салех", "RETREAT", False),
    ("uk", "«Ми не будемо атакувати порт», — сказав президент Салех.", "Салех", "RETREAT", False),
    # silent guns
    ("en", '"Our guns will be silent from midnight," General Samuel Okoth said.', "Samuel Okoth", "RETREAT", False),
    ("en", "The guns will fall silent on Friday, the Sudanese army promised.", "Sudanese army", "RETREAT", False),
    ("es", "«Nuestros cañones callarán desde la medianoche», dijo el general Rojas.", "Rojas", "RETREAT", False),
    ("uk", "«Наші гармати замовкнуть опівночі», — сказав генерал Бойко.", "Бойко", "RETREAT", False),
    ("uk", "Гармати замовкнуть у п'ятницю, пообіцяла армія Судану.", "армія Судану", "RETREAT", False),
]


@pytest.mark.parametrize(("language", "text", "party", "kind", "hedged"), PLEDGES)
def test_pledge_is_laid_to_the_party_that_makes_it(
    claims_of: ClaimsOf, language: str, text: str, party: str, kind: str, hedged: bool
) -> None:
    (pledge,) = claims_of(text, language).pledges
    assert pledge.by is not None
    assert (pledge.by.name, pledge.type, pledge.hedged) == (party, kind, hedged)


def test_silent_person_pledges_nothing(claims_of: ClaimsOf) -> None:
    assert claims_of('"The minister will be silent on this," an aide said.').pledges == ()


WITHIN = [  # a clause that only describes the speaker has a cue of its own
    (
        "Explosions were heard in Goma by journalists, said Jean Mbala, who had told Reuters that rebels were near.",
        ["Explosions were heard in Goma by journalists", "rebels were near"],
    ),
    (
        "The army shelled the market, said Amina Yusuf, who had warned aid workers that troops would come.",
        ["The army shelled the market", "troops would come"],
    ),
    (
        "Police burned the archive, said Luis Ortega, who earlier told judges that files were missing.",
        ["Police burned the archive", "files were missing"],
    ),
]


@pytest.mark.parametrize(("text", "contents"), WITHIN)
def test_clause_about_the_speaker_takes_only_its_own_content(
    claims_of: ClaimsOf, text: str, contents: list[str]
) -> None:
    assert [s.content[0].of(text) for s in claims_of(text).statements] == contents


BEFORE_THE_NOUN = [
    ("Rebel strikes destroyed a school in Gao.", "strikes", "Rebel"),
    ("A police raid on the newspaper was condemned.", "raid", "police"),
    ("The prisoner release was delayed by the rebels.", "prisoner release", None),
]


@pytest.mark.parametrize(("text", "trigger", "actor"), BEFORE_THE_NOUN)
def test_force_named_before_a_noun_of_deed_does_it(
    claims_of: ClaimsOf, text: str, trigger: str, actor: str | None
) -> None:
    found = next(i for i in claims_of(text).incidents if i.trigger.of(text) == trigger)
    assert (found.actor.name if found.actor else None) == actor


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("“Goma was shelled all night”, said Governor Jean Bahati.", "shelled"),
        ("“We had heavy shelling at night,” Mayor Ana Reyes told reporters.", "shelling"),
    ],
)
def test_who_tells_of_an_assault_has_not_done_it(claims_of: ClaimsOf, text: str, trigger: str) -> None:
    [found] = [i for i in claims_of(text).incidents if i.trigger.of(text) == trigger]
    assert found.actor is None


def test_a_joined_verb_behind_the_counted_has_its_own_object(claims_of: ClaimsOf) -> None:
    text = "A rocket struck the camp, killing at least 30 captured soldiers and maiming dozens more."
    assert [(f.value, f.counts) for f in claims_of(text).figures][:1] == [(30, "killed")]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        ("en", "AFP journalists heard shelling in the town of Goma on Tuesday.", "shelling", None),
        ("en", "Aid workers saw soldiers looting shops in Wad Madani.", "looting", "soldiers"),
        ("es", "Los vecinos oyeron disparar cerca del puente.", "disparar", None),
    ],
)
def test_whoever_hears_or_sees_a_deed_did_not_do_it(
    claims_of: ClaimsOf, language: str, text: str, trigger: str, actor: str | None
) -> None:
    found = next(i for i in claims_of(text, language).incidents if i.trigger.of(text) == trigger)
    assert (found.actor.name if found.actor else None) == actor
