"""To whom, under which terms and how far a party commits, and who tells of it; several languages, all sides."""

from __future__ import annotations

from datetime import date

import pytest

from facta.records import Pledge, Strength
from tests.conftest import ClaimsOf

TUESDAY = date(2024, 5, 14)


def the_pledge(claims_of: ClaimsOf, language: str, text: str) -> Pledge:
    (pledge,) = claims_of(text, language=language, published=TUESDAY).pledges
    return pledge


STRENGTHS = [
    ("en", "Kenya promised to withdraw its troops from Haiti.", Strength.COMMITS),
    ("en", "Kenya plans to withdraw its troops from Haiti.", Strength.INTENDS),
    ("en", "Azerbaijan proposed a truce on the border.", Strength.PROPOSES),
    ("en", "Norway offered to send doctors to Gaza.", Strength.OFFERS),
    ("en", "Sudan and Chad signed an agreement to withdraw their troops from the border.", Strength.SIGNS),
    ("en", "Ecuador and Peru reached a deal on the release of the soldiers.", Strength.SIGNS),
    ("en", "Israel said it would halt its strikes on Gaza.", Strength.COMMITS),
    ("en", "The rebels declared a ceasefire.", Strength.COMMITS),
    ("es", "Brasil firmó un acuerdo para liberar a los soldados.", Strength.SIGNS),
    ("es", "Chile ofreció enviar médicos a Gaza.", Strength.OFFERS),
    ("uk", "Азербайджан запропонував перемир'я на кордоні.", Strength.PROPOSES),
    ("uk", "Вірменія планує вивести війська.", Strength.INTENDS),
    ("ru", "Индия намерена вывести войска.", Strength.INTENDS),
    ("ru", "Пакистан и Индия подписали соглашение об отводе войск.", Strength.SIGNS),
]


@pytest.mark.parametrize(("language", "text", "strength"), STRENGTHS)
def test_pledge_binds_as_far_as_its_word(claims_of: ClaimsOf, language: str, text: str, strength: Strength) -> None:
    assert the_pledge(claims_of, language, text).strength is strength


RECIPIENTS = [
    ("en", "Canada promised Ukraine two aircraft.", "Ukraine"),
    ("en", "The president assured Azerbaijan that his government would open the road.", "Azerbaijan"),
    ("en", "Norway will send ammunition to Ukraine, Prime Minister Jonas Gahr Støre said.", "Ukraine"),
    ("en", "Hamas agreed to hand the hostages over to the Red Cross.", "Red Cross"),
    ("es", "España enviará armas a Ucrania, dijo el ministro José Manuel Albares.", "Ucrania"),
    ("uk", "Німеччина пообіцяла Україні зброю.", "Україн"),
    ("ru", "Россия пообещала Нигеру поставить зерно.", "Нигер"),
]


@pytest.mark.parametrize(("language", "text", "name"), RECIPIENTS)
def test_pledge_is_made_to_whoever_hears_or_receives(claims_of: ClaimsOf, language: str, text: str, name: str) -> None:
    to = the_pledge(claims_of, language, text).to
    assert to is not None
    assert name in to.name


NOBODY = [
    ("en", "The army promised to leave the port."),
    ("en", "Eritrea said it would withdraw its troops to Asmara."),
    ("en", "The minister told reporters that Israel would halt its strikes."),
]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_pledge_is_made_to_nobody_where_none_is_told(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert the_pledge(claims_of, language, text).to is None


CONDITIONS = [
    ("en", "The rebels agreed to free the crew in exchange for two commanders.", "in exchange for two commanders"),
    ("en", "Chad will keep the border open as long as the talks continue, its president said.", "as long as the talks"),
    ("en", "Iran promised to admit inspectors provided that the sanctions are lifted.", "provided that the sanctions"),
    ("es", "Malí liberará a los presos a cambio de una tregua, dijo el ministro.", "a cambio de una tregua"),
    ("uk", "Повстанці погодилися звільнити полонених в обмін на двох командирів.", "в обмін на двох командирів"),
    ("ru", "Повстанцы согласились освободить пленных в обмен на двух командиров.", "в обмен на двух командиров"),
]


@pytest.mark.parametrize(("language", "text", "words"), CONDITIONS)
def test_condition_is_kept_in_its_words(claims_of: ClaimsOf, language: str, text: str, words: str) -> None:
    condition = the_pledge(claims_of, language, text).condition
    assert condition is not None
    assert words in condition.of(text)


TERMS = [
    ("en", "Azerbaijan promised to open the road by Friday.", None, date(2024, 5, 17)),
    ("en", "Azerbaijan promised to open the road within 48 hours.", None, date(2024, 5, 16)),
    ("en", "Azerbaijan promised to open the road within two weeks.", None, date(2024, 5, 28)),
    ("en", "Azerbaijan promised to stop its strikes from Thursday.", date(2024, 5, 16), None),
    ("en", "Azerbaijan promised to stop its strikes between 1 and 9 June.", date(2024, 6, 1), date(2024, 6, 9)),
    ("es", "Azerbaiyán prometió abrir la carretera en un plazo de tres días.", None, date(2024, 5, 17)),
    ("es", "Azerbaiyán prometió suspender los ataques a partir del 1 de junio.", date(2024, 6, 1), None),
    ("uk", "Азербайджан пообіцяв відкрити дорогу протягом 48 годин.", None, date(2024, 5, 16)),
    ("ru", "Азербайджан пообещал открыть дорогу в течение 48 часов.", None, date(2024, 5, 16)),
]


@pytest.mark.parametrize(("language", "text", "start", "end"), TERMS)
def test_pledge_has_its_first_and_last_day(
    claims_of: ClaimsOf, language: str, text: str, start: date | None, end: date | None
) -> None:
    pledge = the_pledge(claims_of, language, text)
    assert (pledge.from_on, pledge.until_on) == (start, end)


ABSTENTIONS = [
    ("en", "The Sudanese army does not intend to attack the camp, General Osman Adlan said."),
    ("es", "El Ejército no tiene intención de atacar el campo, afirmó el general Idris Hamad."),
    ("ru", "Армия Судана не намерена штурмовать лагерь, сказал генерал Осман Адлан."),
]


@pytest.mark.parametrize(("language", "text"), ABSTENTIONS)
def test_who_does_not_intend_to_use_force_promises_restraint(claims_of: ClaimsOf, language: str, text: str) -> None:
    pledge = the_pledge(claims_of, language, text)
    assert (pledge.type, pledge.negated, pledge.strength) == ("RETREAT", False, Strength.INTENDS)


NONE = [
    ("en", "“I hope that they will agree to release the children,” the envoy said."),
    ("en", "Had Serbia withdrawn its troops, the sanctions would have been lifted, a diplomat said."),
    ("en", "The colonel declined to promise that the road would reopen."),
    ("en", "The airline agreed to buy twenty aircraft."),
    ("en", "The government has not decided when it will withdraw."),
    ("en", "The United Nations proposed a truce between Chad and Niger."),
    ("en", "The governor announced the withdrawal of Russian troops."),
    ("en", "We will give them nothing, the general said."),
    ("es", "Esperamos que el Gobierno acepte una tregua, declaró la alcaldesa."),
    ("es", "El coronel aseguró que sus hombres seguirán avanzando hacia la capital."),
    ("uk", "Забудовник обіцяє здати будинок до осені."),
    ("ru", "Жители не верят, что военные уйдут."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_hopes_guesses_mediation_and_trade_are_no_pledges(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert [(p.type, p.text.of(text)) for p in claims_of(text, language=language, published=TUESDAY).pledges] == []


def test_other_side_that_tells_of_a_promise_is_named(claims_of: ClaimsOf) -> None:
    pledge = the_pledge(claims_of, "en", "According to Rwanda, Burundi promised to move its battalions away.")
    assert pledge.told_by is not None
    assert (pledge.told_by.name, pledge.hedged) == ("Rwanda", True)


def test_own_official_tells_nothing_of_another(claims_of: ClaimsOf) -> None:
    pledge = the_pledge(claims_of, "en", "Japan will send doctors to Goma, Foreign Minister Haruko Ishida said.")
    assert (pledge.told_by, pledge.hedged) == (None, False)


def test_joined_acts_are_promised_each_on_their_own(claims_of: ClaimsOf) -> None:
    text = "President Adama Touré vowed to hold elections before June and to pardon the mutineers."
    found = [pledge.text.of(text) for pledge in claims_of(text, published=TUESDAY).pledges]
    assert len(found) == 2
    assert ("elections" in found[0], "pardon" in found[1]) == (True, True)


def test_official_who_tells_what_will_be_done_promises_it(claims_of: ClaimsOf) -> None:
    pledge = the_pledge(claims_of, "en", "The crew will be released on Friday, Ecuador's defence minister said.")
    assert pledge.by is not None
    assert (pledge.type, "minister" in pledge.by.name) == ("RETREAT", True)
