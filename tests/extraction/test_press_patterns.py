"""Ordinary sentences of the Spanish and Ukrainian press, a row each: who says what, who did what, how many, when.

The texts were written for these tests, in the manner of agency reports on several conflicts.
"""

from __future__ import annotations

from datetime import date

import pytest

from facta.codebook import Codebook
from facta.extraction.context import Context
from facta.extraction.times import find_times
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Report
from tests.conftest import ClaimsOf

PUBLISHED = date(2025, 5, 14)  # a Wednesday

SAID: list[tuple[str, str, str, str]] = [
    # A name in quotation marks speaks.
    ("uk", "Міністр назвав умови. «Хезболла» заявила, що відкидає їх.", "Хезболла", "відкидає їх"),
    # A doctor of a house that bears a name is not that name.
    ("es", '"No hay agua", dijo a EFE un médico del hospital Nasser.', "médico del hospital", "No hay agua"),
    # The source in mid-sentence, and a headline's topic before a colon.
    ("uk", "Пізніше, за даними поліції, бойовики залишили село.", "поліції", "Пізніше"),
    ("es", "El puerto, según la alcaldía, reabrirá el lunes.", "alcaldía", "El puerto"),
    ("uk", "Колумбія: партизани погрожують зірвати перемир'я", "партизани", "зірвати перемир'я"),
    ("uk", "Повідомляється, що дрони влучили у склад.", "", "дрони влучили у склад"),
    # The speaker behind the cue at the end of the sentence.
    (
        "es",
        "Las milicias quemaron dos aldeas, denunció una red de abogados.",
        "red de abogados",
        "Las milicias quemaron",
    ),
    ("es", "El puente quedará abierto el jueves, prometió el alcalde.", "alcalde", "El puente quedará abierto"),
    (
        "es",
        "La marina seguirá patrullando la zona, dijo hoy el portavoz de la ONU, Paul Reyes.",
        "Paul Reyes",
        "La marina",
    ),
    ("uk", "Літаки розбомбили село, розповіли очевидці.", "очевидці", "Літаки розбомбили село"),
    ("uk", "Київ передасть Варшаві архіви, пообіцяв віцепрем'єр.", "віцепрем'єр", "Київ передасть Варшаві архіви"),
    # The cue points back to the sentence before.
    (
        "uk",
        "Уночі дрони атакували порт. Про це повідомив губернатор Іван Рись.",
        "Іван Рись",
        "Уночі дрони атакували порт",
    ),
    (
        "es",
        "Las tropas dejaron la ciudad. Así lo anunció la ministra Ana Ruiz.",
        "Ana Ruiz",
        "Las tropas dejaron la ciudad",
    ),
    (
        "uk",
        "Уночі дрони атакували порт.\n\nПро це повідомляє Reuters.",
        "Reuters",
        "Уночі дрони атакували порт",
    ),
    # A pronoun inside the phrase that names the source.
    (
        "uk",
        "Мер Олег Гай оглянув квартал. За його словами, поранено двох жінок.",
        "Олег Гай",
        "поранено двох жінок",
    ),
    # People of a body speak, and only the body is named.
    ("uk", "У Міноборони Вірменії заявили, що перемир'я порушено.", "Міноборони", "перемир'я порушено"),
    ("uk", "У Єревані назвали обстріл провокацією.", "Єревані", "обстріл провокацією"),
    ("es", "Desde el Gobierno aseguraron que la tregua sigue en pie.", "Gobierno", "la tregua sigue en pie"),
    # The accused behind a preposition.
    (
        "es",
        "Médicos Sin Fronteras acusó al Ejército de quemar un hospital.",
        "Médicos Sin Fronteras",
        "al Ejército de quemar",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker", "content"), SAID)
def test_speaker_is_found_wherever_the_language_puts_it(
    claims_of: ClaimsOf, language: str, text: str, speaker: str, content: str
) -> None:
    statements = claims_of(text, language=language, published=PUBLISHED).statements
    found = [(s.speaker.name if s.speaker else None, s.content[0].of(text)) for s in statements]
    assert any(speaker in (name or "") and said.startswith(content) for name, said in found), found


OURS = [
    ("uk", "Нагадаємо, у травні сторони обмінялися полоненими."),
    ("uk", "Варто зазначити, що міст закрили ще торік."),
    ("es", "Cabe recordar que la frontera se cerró en abril."),
]


@pytest.mark.parametrize(("language", "text"), OURS)
def test_outlet_that_reminds_its_readers_makes_no_statement(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert claims_of(text, language=language, published=PUBLISHED).statements == ()


DEEDS: list[tuple[str, str, str, str | None, str | None]] = [
    # Who accuses stands behind the verb.
    ("es", "Las milicias quemaron dos aldeas, denunció una red de abogados.", "ACCUSE", "red de abogados", None),
    # Who dies suffers the deed and does not do it.
    ("es", "Tres soldados murieron en un combate en Arauca.", "ASSAULT", None, "soldados"),
    ("uk", "Унаслідок атаки загинули рятувальники.", "ASSAULT", None, "рятувальники"),
    ("uk", "Внаслідок обстрілів Херсона поранено двох жінок.", "ASSAULT", None, "жінок"),
    # Troops on the move, ships and salvoes.
    ("uk", "Кенія відправила 400 поліцейських на Гаїті.", "MOBILIZE", "Кенія", "поліцейських"),
    ("es", "EE.UU. desplegó un portaaviones en el golfo Pérsico.", "MOBILIZE", "EE.UU.", "portaaviones"),
    ("es", "La milicia respondió con una salva de cohetes contra la base.", "ASSAULT", None, None),
    # What a blow, fire or sanction is aimed at.
    ("uk", "Російські війська завдали удару по Харкову.", "ASSAULT", "російські війська", "Харкову"),
    ("uk", "США запровадили санкції проти трьох компаній.", "SANCTION", "США", "компаній"),
    ("es", "El Ejército abrió fuego contra los manifestantes en Kano.", "ASSAULT", "Ejército", "manifestantes"),
    # Diplomats sent away or called back.
    ("uk", "Литва висилає двох російських дипломатів.", "SANCTION", "Литва", "дипломатів"),
    ("es", "La cancillería de Chile llamó a consultas a su embajador en Lima.", "SANCTION", "cancillería", None),
    # Roads and border posts blocked in protest.
    ("uk", "Фермери заблокували пункт пропуску на кордоні.", "PROTEST", "Фермери", None),
]


@pytest.mark.parametrize(("language", "text", "kind", "actor", "recipient"), DEEDS)
def test_deed_has_its_parties(
    claims_of: ClaimsOf, language: str, text: str, kind: str, actor: str | None, recipient: str | None
) -> None:
    incidents = claims_of(text, language=language, published=PUBLISHED).incidents
    found = [(i.type, i.actor.name if i.actor else "", i.recipient.name if i.recipient else "") for i in incidents]
    parties = [(a.casefold(), r.casefold()) for t, a, r in found if t == kind]
    assert any((actor or "").casefold() in a and (recipient or "").casefold() in r for a, r in parties), found


NO_DEEDS = [
    ("es", "Amnistía Internacional visitó la aldea.", "CONCEDE"),
    ("es", "«La tregua sigue», sentenció el ministro.", "SANCTION"),
    ("es", "Batalla aseguró que el ejército sigue en la ciudad.", "ASSAULT"),
    ("uk", "Поліція оголосила імена підозрюваних.", "ACCUSE"),
    ("es", "Sin embargo, el ministro viajó a Quito.", "SANCTION"),
    ("es", "De acuerdo con el gobierno, la carretera está abierta.", "AGREE"),
    ("es", "El ejército no detendrá sus operaciones.", "COERCE"),
    ("uk", "Наступного тижня президент відвідає Варшаву.", "ASSAULT"),
    ("uk", "Лідер партії назвав своїх наступників.", "ASSAULT"),
]


@pytest.mark.parametrize(("language", "text", "kind"), NO_DEEDS)
def test_words_of_another_sense_tell_no_deed(claims_of: ClaimsOf, language: str, text: str, kind: str) -> None:
    incidents = claims_of(text, language=language, published=PUBLISHED).incidents
    assert kind not in [i.type for i in incidents], [(i.type, i.trigger.of(text)) for i in incidents]


def test_when_is_no_condition(claims_of: ClaimsOf) -> None:
    text = "La crisis empezó cuando el ejército bombardeó la ciudad."
    assert [i.status.value for i in claims_of(text, language="es").incidents] == ["reported"]


COUNTED = [
    ("es", "Dos de sus militares resultaron heridos.", [(2, "wounded")]),
    ("es", "Los rebeldes mataron a más de un centenar de soldados.", [(100, "killed")]),
    ("uk", "Бойовики викрали 20 учнів.", [(20, "hostages")]),
    ("uk", "Литва висилає двох дипломатів.", [(2, "other")]),
    ("es", "Catorce personas murieron y más de 30 resultaron heridas.", [(14, "killed"), (30, "wounded")]),
    ("uk", "Загинули троє людей, ще одинадцятеро поранені.", [(3, "killed"), (11, "wounded")]),
    ("uk", "Противник завдав 78 авіаударів.", [(78, "strikes")]),
    ("uk", "Армія знищила десятки бойовиків.", [(None, "troops")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTED)
def test_figure_counts_what_became_of_people(
    claims_of: ClaimsOf, language: str, text: str, expected: list[tuple[float | None, str]]
) -> None:
    figures = claims_of(text, language=language, published=PUBLISHED).figures
    assert [(f.value, f.counts) for f in figures] == expected


NOWHERE = [
    ("es", "Las tropas se retirarán antes del domingo."),
    ("es", "La reunión de los ministros terminó sin acuerdo."),
    ("es", "Una granada mató a dos soldados de Hamás."),
    ("uk", "Олег Синиця, голова ОВА, оглянув школу."),
]


@pytest.mark.parametrize(("language", "text"), NOWHERE)
def test_common_words_and_acronyms_are_no_places(claims_of: ClaimsOf, language: str, text: str) -> None:
    places = claims_of(text, language=language, published=PUBLISHED).places
    assert [p.name for p in places] == []


WHEN = [
    # A deadline is still to come, whatever the day of the week.
    ("en", "The militia must leave the port by Saturday.", "Saturday", date(2025, 5, 17)),
    ("en", "The junta pledged to free the monks before Monday.", "Monday", date(2025, 5, 19)),
    ("en", "Kenya agreed to reopen the crossing on Tuesday.", "Tuesday", date(2025, 5, 20)),
    ("es", "Israel retirará sus tropas del valle antes del domingo.", "domingo", date(2025, 5, 18)),
    ("es", "El gobierno dijo que liberaría a los presos antes del sábado.", "sábado", date(2025, 5, 17)),
    ("es", "La guerrilla tiene hasta el lunes para responder.", "lunes", date(2025, 5, 19)),
    ("uk", "Дипломати мають залишити країну до п'ятниці.", "п'ятниці", date(2025, 5, 16)),
    ("uk", "Уряд розгляне пропозицію до суботи.", "суботи", date(2025, 5, 17)),
    ("uk", "Армія відведе гармати у вівторок.", "вівторок", date(2025, 5, 20)),
    # Unless the verb tells that it is over.
    ("en", "The fighting lasted until Saturday.", "Saturday", date(2025, 5, 10)),
    ("es", "Los combates duraron hasta el sábado.", "sábado", date(2025, 5, 10)),
    ("uk", "Бої тривали до суботи.", "суботи", date(2025, 5, 10)),
    ("uk", "У ніч на середу дрони вдарили по порту.", "середу", date(2025, 5, 13)),
    ("es", "Los combates del fin de semana dejaron la aldea vacía.", "fin de semana", date(2025, 5, 10)),
]


@pytest.mark.parametrize(("language", "text", "word", "start"), WHEN)
def test_weekday_lies_ahead_where_something_is_set_for_it(
    reader: Reader, gazetteer: Gazetteer, language: str, text: str, word: str, start: date
) -> None:
    reading = reader.read(Report.of(text, language, published=PUBLISHED))
    times = find_times(Context.of(reading, Codebook.load(language), gazetteer))
    assert [w.start for w in times if w.span and word in w.span.of(text)] == [start]


PLEDGED = [
    (
        "es",
        "Israel retirará sus tropas del valle antes del domingo, aseguró el ministro Ariel Paz.",
        "Israel retirará sus tropas del valle antes del domingo",
        date(2025, 5, 18),
    ),
    (
        "uk",
        "Єреван пообіцяв звільнити полонених до кінця року.",
        "звільнити полонених до кінця року",
        date(2025, 12, 31),
    ),
]


@pytest.mark.parametrize(("language", "text", "act", "until"), PLEDGED)
def test_pledge_ends_where_its_speaker_is_named_and_has_its_day(
    claims_of: ClaimsOf, language: str, text: str, act: str, until: date
) -> None:
    pledges = claims_of(text, language=language, published=PUBLISHED).pledges
    assert [(p.act, p.until_on) for p in pledges] == [(act, until)]
