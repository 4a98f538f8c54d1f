"""Which type of deed the words tell: deeds of governments, courts and crowds beside those of force, and the same words
in sport, business and daily life, which tell none."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

TELLS = [
    # language, sentence, type, mode (None: any), trigger
    # a state acts under its bare name, whatever the reader takes it for
    ("en", "France will not lift the ban on Cypriot fish.", "REJECT", "yield", "lift the ban"),
    ("en", "Kenya is sending aid to Somalia.", "AID", None, "sending aid"),
    ("en", "Ankara still refuses to recognise the vote.", "REJECT", "yield", "refuses to recognise"),
    # who is sent and who is called back
    ("en", "Fiji sent peacekeepers to the Golan Heights.", "AID", None, "sent"),
    ("en", "Senegal withdrew its peacekeepers from Darfur.", "SANCTION", "withdraw", "withdrew"),
    ("en", "Chad withdrew its troops from Darfur.", "RETREAT", "withdraw", "withdrew"),
    # what is given back
    ("en", "Belgium returned the looted statues to Congo.", "RETREAT", "return", "returned"),
    ("en", "Iran released the tanker on Friday.", "RETREAT", "release", "released"),
    ("en", "India reduced tariffs on Nepalese tea.", "RETREAT", "access", "reduced"),
    # crowds
    ("en", "Demonstrators clashed with riot police in Tbilisi.", "PROTEST", "riot", "clashed"),
    ("en", "Rebels clashed with soldiers near Kidal.", "ASSAULT", None, "clashed"),
    ("en", "Farmers blocked the highway to Quito.", "PROTEST", "obstruct", "blocked the highway"),
    ("es", "Campesinos bloquearon la carretera a Cochabamba.", "PROTEST", "obstruct", "bloquearon la carretera"),
    ("es", "Miles de maestros marcharon en una manifestación en Oaxaca.", "PROTEST", "demo", "manifestación"),
    ("es", "Los obreros de la fábrica iniciaron una huelga por sus acciones.", "PROTEST", "strike", "huelga"),
    ("de", "Die Lokführer beschlossen einen Warnstreik.", "PROTEST", "strike", "Warnstreik"),
    ("uk", "Шахтарі Львівщини оголосили страйк.", "PROTEST", "strike", "страйк"),
    # papers and courts
    ("en", "Bolivia and Paraguay signed an agreement on water.", "SUPPORT", None, "signed an agreement"),
    ("en", "The prosecutor charged a former minister with bribery before the court.", "ACCUSE", "allege", "charged"),
    ("en", "Poland denied entry to a Belarusian journalist.", "REJECT", "change", "denied entry"),
    ("en", "Thailand and Laos held a joint military exercise.", "COOPERATE", None, "joint military exercise"),
    ("en", "The two sides violated the ceasefire near Marib.", "ASSAULT", None, "violated the ceasefire"),
    # words in between, and words joined by "and"
    ("en", "The UN envoy expressed fear and condemnation of the raid.", "ACCUSE", "disapprove", "condemnation"),
    # a demand without a word of demanding
    ("en", "Rwanda said that Burundi must free the detained envoy.", "REQUEST", "change", "must"),
    ("en", "President Lula called Emmanuel Macron on Friday.", "CONSULT", "phone", "called"),
    ("en", "President Lula called on Emmanuel Macron to resign.", "REQUEST", "change", "called on"),
]


@pytest.mark.parametrize(("language", "text", "kind", "mode", "trigger"), TELLS)
def test_words_tell_a_deed_of_the_type(
    claims_of: ClaimsOf, language: str, text: str, kind: str, mode: str | None, trigger: str
) -> None:
    found = {(i.type, i.mode if mode else None, i.trigger.of(text)) for i in claims_of(text, language).incidents}
    assert (kind, mode, trigger) in found, found


TELLS_NONE = [
    ("en", "The club released its striker before the season."),
    ("en", "She returned the book to the library."),
    ("en", "The firm agreed to pay its supplier by March."),
    ("en", "Neighbours called the plumber a liar."),
    ("en", "The climbers reached the summit of the peak."),
    ("en", "Doctors fight the epidemic with new drugs."),
    ("en", "The shop will give customers a refund."),
    ("en", "The council closed the bridge for repairs until March."),
    ("en", "The doctor said that patients must rest for two weeks."),
    ("en", "The museum returned the painting to its owner after the exhibition."),
    ("en", "The regulator fined the carmaker for faulty brakes."),
    ("en", "The Spanish airline ordered 20 aircraft from its supplier."),
    ("en", "The board rejected the takeover bid from its American rival."),
    ("es", "El delantero manifestó su alegría tras el gol."),
]


@pytest.mark.parametrize(("language", "text"), TELLS_NONE)
def test_the_same_words_in_another_sense_tell_none(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert [(i.type, i.trigger.of(text)) for i in claims_of(text, language).incidents] == []


def test_a_signed_agreement_is_one_deed(claims_of: ClaimsOf) -> None:
    found = claims_of("Chile and Bolivia signed an agreement on water in Arica.").incidents
    assert [i.type for i in found] == ["SUPPORT"]


def test_who_must_do_it_receives_the_request(claims_of: ClaimsOf) -> None:
    found = claims_of("Rwanda said that Burundi must free the detained envoy.").incidents
    request = next(i for i in found if i.type == "REQUEST")
    assert request.actor is not None
    assert request.actor.name == "Rwanda"
    assert request.recipient is not None
    assert request.recipient.name == "Burundi"


def test_who_speaks_of_own_duty_requests_nothing(claims_of: ClaimsOf) -> None:
    found = claims_of("Rwanda said that it must protect its border.").incidents
    assert not [i for i in found if i.type == "REQUEST"]
