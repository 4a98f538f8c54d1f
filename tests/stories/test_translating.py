"""One text in two languages is found sentence by sentence; another report of the same event is not."""

from __future__ import annotations

import pytest

from facta.records import Claims, Report
from facta.stories import resolve, translations

ENGLISH = (
    "The ferry Meliva with 212 passengers turned back to Port Orsk on Tuesday after its pumps failed.",
    "Captain Dario Lenk said that water had stood 40 centimetres deep in the engine room.",
    '"We had eleven minutes to decide," he told reporters in Brussels.',
    "The coast guard of Norway will examine the ship until 14 March.",
    "Two sailors from Kenya were treated for burns.",
)
SPANISH = (
    "El ferri Meliva, con 212 pasajeros, regresó el martes a Port Orsk tras fallar sus bombas.",
    "El capitán Dario Lenk dijo que el agua alcanzaba 40 centímetros en la sala de máquinas.",
    "«Tuvimos once minutos para decidir», declaró a los periodistas en Bruselas.",
    "La guardia costera de Noruega examinará el buque hasta el 14 de marzo.",
    "Dos marineros de Kenia fueron atendidos por quemaduras.",
)
UKRAINIAN = (
    "Пором «Меліва» з 212 пасажирами у вівторок повернувся до Порт-Орська після відмови насосів.",
    "Капітан Даріо Ленк сказав, що вода в машинному відділенні стояла на 40 сантиметрів.",
    "«Ми мали одинадцять хвилин, щоб вирішити», — сказав він журналістам у Брюсселі.",
    "Норвезька берегова охорона оглядатиме судно до 14 березня.",
    "Двох моряків із Кенії лікували від опіків.",
)
OWN = (
    "Los viajeros del Meliva pasaron la noche en una escuela, entre mantas y café.",
    "Algunos habían pagado 300 euros por el pasaje.",
    "La alcaldesa de Orsk, Irma Solano, pidió explicaciones a la naviera.",
    "El capitán Dario Lenk no quiso hablar con este diario.",
    "Es la tercera avería desde enero.",
)


def told(sentences: tuple[str, ...], language: str, publisher: str = "desk") -> Claims:
    return Claims(Report.of("\n".join(sentences), language, publisher=publisher))


def found(*everything: Claims) -> set[frozenset[str]]:
    publishers = {claims.report.id: claims.report.publisher or "" for claims in everything}
    pairs = translations(list(everything), resolve(list(everything)))
    return {frozenset(publishers[report] for report in (pair.one, pair.other)) for pair in pairs}


def test_a_text_in_three_languages_is_three_pairs() -> None:
    everything = (told(ENGLISH, "en", "a"), told(SPANISH, "es", "b"), told(UKRAINIAN, "uk", "c"))
    assert found(*everything) == {frozenset("ab"), frozenset("ac"), frozenset("bc")}


@pytest.mark.parametrize(
    ("kept", "name"), [((0, 1, 2), "shortened"), ((0, 2, 3, 4), "without a sentence"), ((0, 4, 1, 2, 3), "reordered")]
)
def test_a_shortened_or_reordered_translation_is_found(kept: tuple[int, ...], name: str) -> None:
    changed = told(tuple(SPANISH[i] for i in kept), "es", name)
    assert found(told(ENGLISH, "en", "a"), changed) == {frozenset({"a", name})}


def test_another_report_of_the_event_is_no_translation() -> None:
    assert found(told(ENGLISH, "en", "a"), told(OWN, "es", "b"), told(UKRAINIAN, "uk", "c")) == {frozenset("ac")}


def test_sentences_stand_beside_their_translations_and_the_reason_says_what_they_share() -> None:
    english, spanish = told(ENGLISH, "en"), told(SPANISH, "es")
    (pair,) = translations([english, spanish], resolve([english, spanish]))
    texts = {claims.report.id: claims.report.text for claims in (english, spanish)}
    beside = {frozenset((p.one_span.of(texts[p.one]), p.other_span.of(texts[p.other]))) for p in pair.passages}
    assert beside <= {frozenset(sentences) for sentences in zip(ENGLISH, SPANISH, strict=True)}
    assert len(beside) >= 4
    assert all(passage.translated for passage in pair.passages)
    assert "in the same order" in pair.reason
    assert "numbers" in pair.reason


def test_order_of_reports_changes_nothing() -> None:
    everything = [told(ENGLISH, "en"), told(SPANISH, "es"), told(UKRAINIAN, "uk")]
    assert translations(everything, resolve(everything)) == translations(everything[::-1], resolve(everything[::-1]))


def test_two_reports_of_one_language_are_left_to_copies() -> None:
    assert found(told(ENGLISH, "en", "a"), told(ENGLISH, "en", "b")) == set()
