"""Which deeds a sentence tells: type, trigger, actor and recipient; and which words tell none."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

DEEDS = [
    # language, sentence, type, trigger, words of the actor, words of the recipient
    ("en", "Sudanese troops shelled a hospital in El Fasher on Monday.", "ASSAULT", "shelled", "troops", "hospital"),
    ("en", "A hospital in El Fasher was shelled by Sudanese troops.", "ASSAULT", "shelled", "troops", "hospital"),
    (
        "en",
        "The shelling of Bakhmut by Russian artillery killed three people.",
        "ASSAULT",
        "shelling",
        "artillery",
        "Bakhmut",
    ),
    ("en", "Israel carried out air strikes on Hezbollah positions.", "ASSAULT", "air strikes", "Israel", "positions"),
    ("en", "Hezbollah fired rockets at a base in northern Israel.", "ASSAULT", "fired", "Hezbollah", None),
    ("en", "The town of Goma came under attack from M23 rebels.", "ASSAULT", "attack", None, "town"),
    ("en", "M23 rebels took control of the airport.", "ASSAULT", "took control of", "rebels", None),
    ("en", "Gunmen opened fire on worshippers in Nigeria.", "ASSAULT", "opened fire", "Gunmen", None),
    ("en", "Armenia accused Azerbaijan of breaking the truce.", "ACCUSE", "accused", "Armenia", "Azerbaijan"),
    ("en", "Azerbaijan rejected the accusation.", "REJECT", "rejected", "Azerbaijan", None),
    ("en", "Ethiopian forces withdrew from the town on Friday.", "RETREAT", "withdrew", "forces", None),
    ("en", "Hamas released four hostages.", "RETREAT", "released", "Hamas", "hostages"),
    ("en", "The Houthis threatened to attack ships in the Red Sea.", "THREATEN", "threatened", "Houthis", None),
    ("en", "Poland delivered tanks to Ukraine.", "AID", "delivered", "Poland", "tanks"),
    ("en", "The United Nations evacuated civilians from Mariupol.", "AID", "evacuated", "United Nations", "civilians"),
    ("en", "Russia and Ukraine exchanged prisoners.", "COOPERATE", "exchanged prisoners", "Russia", None),
    ("en", "Police arrested dozens of protesters in Minsk.", "COERCE", "arrested", "Police", "protesters"),
    ("en", "The junta imposed a curfew in Yangon.", "COERCE", "curfew", "junta", None),
    ("en", "India deployed troops along the border with Pakistan.", "MOBILIZE", "deployed", "India", "troops"),
    ("en", "The European Union imposed sanctions on Belarus.", "SANCTION", "sanctions", "European Union", None),
    (
        "en",
        "Thousands of people protested in Tbilisi against the government.",
        "PROTEST",
        "protested",
        "Thousands",
        None,
    ),
    (
        "en",
        "The Turkish foreign minister met his Greek counterpart in Ankara.",
        "CONSULT",
        "met",
        "minister",
        "counterpart",
    ),
    ("en", "The two governments agreed to open the border.", "AGREE", "agreed", "governments", None),
    ("en", "Kenya urged the parties in South Sudan to lay down their arms.", "REQUEST", "urged", "Kenya", "parties"),
    ("en", "The president praised the army and recognised the new state.", "SUPPORT", "recognised", "president", None),
    ("en", "The rebels declared a ceasefire.", "CONCEDE", "declared a ceasefire", "rebels", None),
    ("es", "El ejército bombardeó un hospital en Jartum.", "ASSAULT", "bombardeó", "ejército", "hospital"),
    ("es", "Los rebeldes secuestraron a tres soldados.", "ASSAULT", "secuestraron", "rebeldes", "soldados"),
    ("es", "Venezuela acusó a Colombia de violar la frontera.", "ACCUSE", "acusó", "Venezuela", "Colombia"),
    ("es", "La guerrilla liberó a dos policías.", "RETREAT", "liberó", "guerrilla", "policías"),
    ("es", "La policía detuvo a varios manifestantes.", "COERCE", "detuvo", "policía", "manifestantes"),
    ("es", "España envió ayuda a Gaza tras el acuerdo del gobierno.", "AID", "envió", "España", None),
    ("es", "El presidente se reunió con los líderes rebeldes.", "CONSULT", "reunió", "presidente", None),
    ("es", "Miles de personas protestaron en Caracas contra el gobierno.", "PROTEST", "protestaron", "Miles", None),
    ("uk", "Російські війська обстріляли Харків.", "ASSAULT", "обстріляли", "війська", "Харків"),
    ("uk", "Ізраїльська авіація завдала удару по Бейруту.", "ASSAULT", "удару", "авіація", None),
    ("uk", "Україна звинуватила Росію в обстрілі школи.", "ACCUSE", "звинуватила", None, "Росію"),
    ("uk", "Поліція затримала активістів у Мінську.", "COERCE", "затримала", "Поліція", "активістів"),
    ("uk", "Вірменія звільнила двох полонених.", "RETREAT", "звільнила", "Вірменія", "полонених"),
    ("uk", "Польща передала Україні танки.", "AID", "передала", "Польща", "танки"),
]


def _same(found: str, expected: str) -> bool:
    """Whether one of the wordings is part of the other."""
    return found in expected or expected in found


@pytest.mark.parametrize(("language", "text", "kind", "trigger", "actor", "recipient"), DEEDS)
def test_sentence_tells_deed(
    claims_of: ClaimsOf, language: str, text: str, kind: str, trigger: str, actor: str | None, recipient: str | None
) -> None:
    incidents = claims_of(text, language=language).incidents
    found = next((i for i in incidents if i.type == kind and _same(i.trigger.of(text), trigger)), None)
    assert found is not None, [(i.type, i.trigger.of(text)) for i in incidents]
    for name, got in ((actor, found.actor), (recipient, found.recipient)):
        assert name is None or (got is not None and name in got.name), got


NO_DEEDS = [
    ("en", "The sequel bombed at the box office in its second weekend."),
    ("en", "The central bank's attack on inflation has hurt retailers."),
    ("en", "The striker shot wide before the team's second goal of the season."),
    ("en", "He suffered a heart attack on Monday."),
    ("en", "A storm battered the coast and heavy rain is forecast."),
    ("en", "The defence minister owns an attack helicopter."),
    ("en", "The band released its third album and fans stormed the shop."),
    ("en", "Sales exploded after the takeover, and shares hit a record."),
    ("en", "The plan was met with scepticism by ministers."),
    ("es", "La película bombardeó la taquilla con su estreno."),
    ("es", "El delantero disparó y marcó un gol en el campeonato."),
    ("uk", "Нападник ударив по воротах і забив гол на турнірі."),
    ("uk", "Фільм вибухнув у прокаті."),
]


@pytest.mark.parametrize(("language", "text"), NO_DEEDS)
def test_same_words_elsewhere_tell_no_deed(claims_of: ClaimsOf, language: str, text: str) -> None:
    incidents = claims_of(text, language=language).incidents
    assert [(i.type, i.trigger.of(text)) for i in incidents] == []


def test_accusation_is_two_deeds_of_two_actors(claims_of: ClaimsOf) -> None:
    text = "The army accused the rebels of shelling the market."
    accuse, assault = claims_of(text).incidents
    assert (accuse.type, accuse.actor and accuse.actor.name) == ("ACCUSE", "army")
    assert (assault.type, assault.actor and assault.actor.name) == ("ASSAULT", "rebels")
    assert (accuse.status, assault.status) == ("reported", "attributed")


def test_refusal_in_the_future_is_a_rejection(claims_of: ClaimsOf) -> None:
    text = "Eritrea will not negotiate with the rebels, the minister said."
    assert "REJECT" in [i.type for i in claims_of(text).incidents]


def test_announced_retreat_is_a_concession(claims_of: ClaimsOf) -> None:
    text = "Eritrea said it would withdraw its troops from Tigray."
    assert [(i.type, i.status) for i in claims_of(text).incidents] == [("CONCEDE", "planned")]


def test_deed_told_again_is_one_incident_with_evidence(claims_of: ClaimsOf) -> None:
    text = "Syrian jets bombed a market in Idlib on Monday. The attack killed nine people, the mayor said."
    found = [i for i in claims_of(text).incidents if i.type == "ASSAULT"]
    assert found[0].trigger.of(text) == "bombed"
    assert "attack" in [span.of(text) for span in found[0].evidence]


def test_deeds_of_different_parties_stay_apart(claims_of: ClaimsOf) -> None:
    text = "Israel shelled southern Lebanon on Monday. Hezbollah shelled northern Israel on Monday."
    assert len([i for i in claims_of(text).incidents if i.type == "ASSAULT"]) == 2


def test_done_and_denied_deeds_stay_apart(claims_of: ClaimsOf) -> None:
    text = "The rebels shelled the camp. The rebels denied shelling the camp."
    assert [str(i.status) for i in claims_of(text).incidents if i.type == "ASSAULT"] == ["reported", "denied"]


def test_ids_and_order_do_not_change_between_runs(claims_of: ClaimsOf) -> None:
    text = "\n\n".join(text for language, text, *_ in DEEDS if language == "en")
    first, second = claims_of(text).incidents, claims_of(text).incidents
    assert first == second
    assert [i.trigger for i in first] == sorted(i.trigger for i in first)
    assert len({i.id for i in first}) == len(first)
