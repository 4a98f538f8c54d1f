"""Who commits to what, and what is no pledge: English, Spanish, Ukrainian; several conflicts, all sides."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import ClaimsOf

PLEDGES = [
    # language, sentence, words of the party, type of the deed that would keep it
    ("en", "Eritrea pledged to withdraw its troops from Tigray.", "Eritrea", "RETREAT"),
    ("en", "Azerbaijan promised that it would open the road to aid convoys.", "Azerbaijan", "RETREAT"),
    ("en", "Russia has decided to reduce its attacks around Kherson.", "Russia", "RETREAT"),
    ("en", "Ukraine committed to a ceasefire in Donetsk.", "Ukraine", "RETREAT"),
    ("en", "Hamas agreed to release ten hostages.", "Hamas", "RETREAT"),
    ("en", "Israel said it would halt its strikes on Gaza.", "Israel", "RETREAT"),
    ("en", "The Houthis announced that they would stop attacks on ships.", "Houthis", "RETREAT"),
    ("en", "Norway will send ammunition to Ukraine, Prime Minister Jonas Gahr Støre said.", "Norway", "AID"),
    ("en", '"We will send doctors to Goma," President Paul Kagame said.', "Kagame", "AID"),
    ("en", "Japan is ready to provide aid to Gaza.", "Japan", "AID"),
    ("en", "China vowed to support Pakistan.", "China", "SUPPORT"),
    ("en", "The European Union agreed to impose sanctions on Belarus.", "European Union", "SANCTION"),
    ("en", "Sudan's army reaffirmed its commitment to allow access to aid workers.", "army", "RETREAT"),
    ("en", "India and Pakistan agreed to resume talks.", "India", "CONSULT"),
    ("en", "Turkey has decided to “radically” reduce its military activity around Manbij.", "Turkey", "RETREAT"),
    ("en", '"A decision was made to sharply cut our fire," Minister Sergei Ivanov said.', "Ivanov", "RETREAT"),
    ("en", "Armenia is ready to pull back its troops from the border.", "Armenia", "RETREAT"),
    ("en", "Pakistan opted to suspend its drone strikes.", "Pakistan", "RETREAT"),
    ("en", "Ecuador promised in return to release the soldiers.", "Ecuador", "RETREAT"),
    ("es", "Los rebeldes acordaron levantar el asedio.", "rebeldes", "RETREAT"),
    ("es", "El gobierno está dispuesto a retirar las tropas.", "gobierno", "RETREAT"),
    ("es", "El ministro de Defensa ruso anunció que suspendería los bombardeos.", "ruso", "RETREAT"),
    ("uk", "Повстанці погодилися зняти облогу.", "Повстанці", "RETREAT"),
    ("es", "El gobierno prometió que retirará las tropas de la zona.", "gobierno", "RETREAT"),
    ("es", "La guerrilla se comprometió a liberar a los secuestrados.", "guerrilla", "RETREAT"),
    ("es", "El presidente anunció que suspenderá los bombardeos.", "presidente", "RETREAT"),
    ("es", "España enviará ayuda a Ucrania, dijo el ministro José Manuel Albares.", "España", "AID"),
    ("uk", "Президент пообіцяв, що армія відведе війська від кордону.", "армія", "RETREAT"),
    ("uk", "Вірменія пообіцяла звільнити полонених.", "Вірменія", "RETREAT"),
    ("uk", "Німеччина пообіцяла надати Україні зброю.", "Німеччина", "AID"),
]


@pytest.mark.parametrize(("language", "text", "by", "kind"), PLEDGES)
def test_sentence_holds_one_pledge(claims_of: ClaimsOf, language: str, text: str, by: str, kind: str) -> None:
    pledges = claims_of(text, language=language).pledges
    assert [(p.type, p.negated) for p in pledges] == [(kind, False)], [p.text.of(text) for p in pledges]
    assert pledges[0].by is not None
    assert by in pledges[0].by.name


NO_PLEDGES = [
    ("en", "It will rain on Sunday, forecasters said."),
    ("en", "Talks will take place in Doha on Monday."),
    ("en", "Eritrea withdrew its troops from Tigray."),
    ("en", "The commander refused to release the prisoners."),
    ("en", "Eritrea will not negotiate with the rebels, the minister said."),
    ("en", '"We will destroy them," the general said.'),
    ("en", "Rwanda threatened to attack the camp."),
    ("en", "France should send doctors to Goma, the bishop said."),
    ("en", "Analysts expect Armenia to withdraw its troops."),
    ("en", "The UN urged Sudan to allow aid convoys into Darfur."),
    ("en", "The war will last for years, the analyst said."),
    ("en", "The army did not promise to withdraw."),
    ("en", "The minister said that prices would fall."),
    ("en", "The president stressed his willingness to continue with the offensive in the east."),
    ("en", "The militia vowed to continue its attacks on the capital."),
    ("en", "The general is determined to continue the bombardment."),
    ("en", "Kenya is willing to withdraw its troops, diplomats believe."),
    ("en", "The army wants to withdraw from the camp."),
    ("en", "The warlord hopes to open the road to aid."),
    ("en", "The presidency said that the minister would offer more comments on the talks in Doha."),
    ("en", "The spokesman said he would answer questions on Monday."),
    ("en", "The president promised to discuss the matter."),
    ("en", "Did Israel promise to halt its strikes?"),
    ("es", "Lloverá el domingo en Madrid."),
    ("es", "El presidente reiteró su determinación de continuar la ofensiva."),
    ("es", "El portavoz dijo que dará más detalles el lunes."),
    ("es", "La reunión tendrá lugar el lunes en La Habana."),
    ("es", "La guerrilla liberó a dos policías."),
    ("uk", "У неділю буде дощ."),
    ("uk", "Генерал підтвердив готовність продовжувати наступ."),
    ("uk", "Речник сказав, що розповість про це завтра."),
    ("uk", "Переговори відбудуться в понеділок."),
    ("uk", "Вірменія звільнила полонених."),
]


@pytest.mark.parametrize(("language", "text"), NO_PLEDGES)
def test_sentence_holds_no_pledge(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert [(p.type, p.text.of(text)) for p in claims_of(text, language=language).pledges] == []


def test_condition_degree_places_and_days_are_kept(claims_of: ClaimsOf) -> None:
    text = "The army said it would drastically reduce its strikes on Khartoum from Monday if the rebels leave."
    (pledge,) = claims_of(text, published=date(2024, 5, 15)).pledges
    assert pledge.condition is not None
    assert pledge.condition.of(text) == "if the rebels leave"
    assert pledge.degree is not None
    assert pledge.degree.of(text) == "drastically"
    assert [p.name for p in pledge.places] == ["Khartoum"]
    assert pledge.from_on == date(2024, 5, 20)


def test_negated_pledge_says_so(claims_of: ClaimsOf) -> None:
    text = "Chad's president said his country will not reduce its military presence at the border."
    assert [(p.type, p.negated) for p in claims_of(text).pledges] == [("RETREAT", True)]


RESTRAINTS = [
    ("en", "Ethiopia's prime minister assured reporters that his country will not attack Eritrea."),
    ("en", "Israel promised not to shell the hospital."),
    ("en", '"We will not bombard the city," General Ivan Petrov said.'),
    ("en", "The ELN said it would not kidnap civilians."),
    ("es", "El ejército prometió no bombardear el hospital."),
    ("es", "La guerrilla se comprometió a no atacar a los civiles."),
    ("uk", "Армія пообіцяла не обстрілювати лікарню."),
    ("uk", "Азербайджан зобов'язався не атакувати порт."),
]


@pytest.mark.parametrize(("language", "text"), RESTRAINTS)
def test_promise_not_to_use_force_is_a_promise_of_restraint(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert [(p.type, p.negated) for p in claims_of(text, language=language).pledges] == [("RETREAT", False)]


def test_promise_told_by_the_other_side_is_hedged(claims_of: ClaimsOf) -> None:
    text = "Azerbaijan's foreign minister said Armenia had promised to withdraw its troops."
    (pledge,) = claims_of(text).pledges
    assert pledge.by is not None
    assert pledge.by.name == "Armenia"
    assert pledge.hedged


def test_wordings_of_one_pledge_are_one_record(claims_of: ClaimsOf) -> None:
    text = (
        "Turkey pledged to reduce its military activity in northern Syria.\n\n"
        "Turkish Defence Minister Yasar Guler announced that Turkey would scale back its operations around Manbij.\n\n"
        "Kurdish officials doubted the promise."
    )
    (pledge,) = claims_of(text).pledges
    assert len(pledge.evidence) == 1
    assert {"reduce" in pledge.text.of(text), "reduce" in pledge.evidence[0].of(text)} == {True, False}


def test_answer_under_a_condition_is_a_pledge_and_a_bare_threat_is_not(claims_of: ClaimsOf) -> None:
    answer = "Taiwan will strike back if China attacks its islands, President Lai Ching-te said."
    threat = "Taiwan will attack Chinese ports, President Lai Ching-te said."
    assert [p.type for p in claims_of(answer).pledges] == ["ASSAULT"]
    assert claims_of(threat).pledges == ()
