"""Languages are told apart in short texts, neighbours included; one that facta does not read is called by its name."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facta.codebook import Codebook
from facta.errors import UnsupportedLanguage
from facta.sources import Known
from facta.sources.language import code, detect
from tests.sources.builders import NEWS, error_of, report_of, write


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Військові відбили напад."),
        ("ru", "Военные отбили нападение."),
        ("uk", "Мер повідомив про двох загиблих"),
        ("ru", "Мэр сообщил о двух погибших"),
        ("uk", "Сторони домовились про обмін полоненими"),
        ("ru", "Стороны договорились об обмене пленными"),
        ("be", "Мэр паведаміў, што горад абстралялі ўначы."),
        ("bg", "Кметът каза, че градът е бил обстрелван през нощта."),
        ("sr", "Gradonačelnik je rekao da je grad bio pod vatrom."),
        ("es", "El alcalde dijo que hubo dos muertos"),
        ("pt", "O prefeito disse que não houve mortos na cidade"),
        ("it", "Il sindaco ha detto che la città è stata colpita nella notte"),
        ("fr", "Le maire a dit que la ville avait été bombardée"),
        ("ca", "L'alcalde va dir que la ciutat havia estat bombardejada durant la nit."),
        ("ro", "Primarul a spus că orașul a fost bombardat în noaptea de luni."),
        ("en", "Two killed in shelling, the mayor says"),
        ("de", "Die Stadt wurde in der Nacht beschossen, sagte der Bürgermeister."),
        ("nl", "De burgemeester zei dat de stad vannacht werd beschoten"),
        ("pl", "Burmistrz powiedział, że miasto zostało ostrzelane."),
        ("tr", "Belediye başkanı şehrin gece bombalandığını söyledi."),
        ("ar", "قال رئيس البلدية إن المدينة تعرضت للقصف ليلا"),
        ("fa", "شهردار گفت که این شهر شب گذشته بمباران شده است"),
        ("he", "ראש העיר אמר כי העיר הופגזה בלילה"),
        ("zh", "市长说，这座城市昨晚遭到炮击。"),
        ("ja", "市長は昨夜、街が砲撃されたと述べた。"),
    ],
)
def test_language_of_a_sentence_is_told(language: str, text: str) -> None:
    assert detect(text, Codebook.load("en")) == language


@pytest.mark.parametrize("text", ["", "123 456", "OK", "🚑🚑"])
def test_text_that_could_be_anything_stays_open(text: str) -> None:
    assert detect(text, Codebook.load("en")) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("es", "es"), ("es-MX", "es"), ("UK_ua", "uk"), ("Spanish", "es"), ("українська", "uk"), ("xx", "xx")],
)
def test_language_may_be_written_in_several_ways(written: str, meant: str) -> None:
    assert code(written, Codebook.load("en")) == meant


def test_unsupported_language_is_called_by_its_name(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "Burmistrz powiedział, że miasto zostało ostrzelane.")
    error = error_of(file)
    assert isinstance(error, UnsupportedLanguage)
    assert "Polish (pl)" in str(error)
    assert "--lang" in error.remedy


def test_language_that_is_given_is_not_doubted(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", NEWS)
    assert report_of(file, known=Known(language="es-AR")).language == "es"
    error = error_of(file, known=Known(language="it"))
    assert isinstance(error, UnsupportedLanguage)
    assert "Italian (it)" in str(error)


def test_language_of_ordinary_prose_is_told_without_loading_a_model() -> None:
    codebook = Codebook.load("en")
    detect(NEWS, codebook)
    start = time.perf_counter()
    assert detect(NEWS * 2000, codebook) == "en"
    assert time.perf_counter() - start < 0.2
