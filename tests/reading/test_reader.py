"""Whole readings: trees, windows, names, and the same result however reports are read."""

from __future__ import annotations

import numpy as np
import pytest

from facta.model import Model
from facta.reading import Reader
from facta.reading.decode import names
from facta.reading.lemmas import lemma
from facta.reading.trees import is_tree
from facta.reading.windows import MOST_PIECES, MOST_WORDS, batches, windows
from facta.records import NamedSpan, NameKind, Reading, Report

ENGLISH = "Rebels shelled the port on Monday, Governor Ana Lind said.\n“We won't leave,” she told reporters in Oslo."
UKRAINIAN = "Міністр заявив, що війська відійшли від Ізюма. Мешканці цього не підтвердили."
LONG = " ".join(f"and soldiers took village number {i} near the river" for i in range(500))


def same(one: Reading, other: Reading) -> bool:
    vectors = zip(one.sentences, other.sentences, strict=True)
    return one == other and all(np.array_equal(a.vector, b.vector) for a, b in vectors)  # type: ignore[arg-type]


def test_an_empty_report_has_no_sentences(reader: Reader) -> None:
    reading = reader.read(Report.of(" \n\t\r\n", "en"))
    assert reading.sentences == ()
    assert reading.vector is None


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (UKRAINIAN, "uk"), ("\ufeff👍🏽 …", "fr")])
def test_every_sentence_is_a_tree_over_its_words(reader: Reader, text: str, language: str) -> None:
    for sentence in reader.read(Report.of(text, language)).sentences:
        assert is_tree([token.head for token in sentence.tokens])
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.form
            assert (token.deprel == "root") == (token.head == -1)


def test_reading_does_not_depend_on_what_was_read_before(reader: Reader) -> None:
    reports = [Report.of(ENGLISH, "en"), Report.of(UKRAINIAN, "uk"), Report.of(ENGLISH.splitlines()[1], "en")]
    first = [reader.read(report) for report in reports]
    fresh = Reader(reader.model)
    backwards = [fresh.read(report) for report in reversed(reports)][::-1]
    assert all(same(a, b) for a, b in zip(first, backwards, strict=True))
    assert all(same(a, reader.read(a.report)) for a in first)


def test_a_sentence_is_read_alike_in_any_report(reader: Reader) -> None:
    alone = Reader(reader.model).read(Report.of(ENGLISH.splitlines()[1], "en")).sentences[0]
    within = Reader(reader.model).read(Report.of(ENGLISH, "en")).sentences[1]
    assert [(t.form, t.upos, t.head, t.deprel) for t in alone.tokens] == [
        (t.form, t.upos, t.head, t.deprel) for t in within.tokens
    ]
    assert (alone.roles, alone.names) == (within.roles, within.names)
    assert np.array_equal(alone.vector, within.vector)  # type: ignore[arg-type]


def test_all_words_of_an_endless_sentence_are_parsed(reader: Reader) -> None:
    (sentence,) = reader.read(Report.of(LONG, "en")).sentences
    assert len(sentence.tokens) == len(LONG.split())
    assert is_tree([token.head for token in sentence.tokens])
    assert {token.upos for token in sentence.tokens[-9:]} >= {"NOUN", "VERB"}
    assert max(role.predicate for role in sentence.roles) > 4_000


def test_windows_own_each_word_once() -> None:
    pieces = [(5,) * (1 + i % 12) for i in range(777)]
    parted = windows(0, pieces)
    assert [i for w in parted for i in range(w.own_first, w.own_last)] == list(range(777))
    assert all(w.first <= w.own_first <= w.own_last <= w.last for w in parted)
    assert all(w.size <= MOST_PIECES + 2 and len(w.pieces) <= MOST_WORDS for w in parted)


def test_batches_hold_like_lengths_and_every_window() -> None:
    waiting = [windows(i, [(5,)] * (1 + i * 7 % 50))[0] for i in range(40)]
    found = list(batches(waiting, 200))
    assert sorted(w.sentence for batch in found for w in batch) == list(range(40))
    assert all(max(w.size for w in batch) * len(batch) <= 200 for batch in found)


def test_a_name_without_its_beginning_is_kept() -> None:
    tags = ["I-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-LOC", "I-ORG"]
    assert list(names(tags)) == [
        NamedSpan(0, 2, NameKind.PERSON),
        NamedSpan(3, 4, NameKind.PLACE),
        NamedSpan(4, 6, NameKind.PLACE),
        NamedSpan(6, 7, NameKind.ORGANISATION),
    ]


@pytest.mark.parametrize(
    ("form", "upos", "language", "expected"),
    [
        ("left", "VERB", "en", "leave"),
        ("left", "ADJ", "en", "left"),
        ("saw", "VERB", "en", "see"),
        ("n’t", "PART", "en", "not"),
        ("Shelling", "NOUN", "en", "shelling"),
        ("Children", "NOUN", "en", "child"),
        ("Moscow", "PROPN", "en", "Moscow"),
        ("dijeron", "VERB", "es", "decir"),
        ("обстрілювали", "VERB", "uk", "обстрілювати"),
        ("Києві", "PROPN", "uk", "Київ"),
        ("Москве", "PROPN", "ru", "Москва"),
        ("Zug", "PROPN", "xx", "Zug"),
    ],
)
def test_lemmas_heed_the_part_of_speech(form: str, upos: str, language: str, expected: str) -> None:
    assert lemma(form, upos, language) == expected


def test_given_words_are_read_as_they_are(reader: Reader) -> None:
    words = [["Troops", "left", "Sumy", "."], ["No", "one", "was", "hurt", "."]]
    read = reader.read_words(words, "en")
    assert [[t.form for t in s.tokens] for s in read] == words
    assert [(t.start, t.end) for t in read[0].tokens] == [(0, 6), (7, 11), (12, 16), (17, 18)]


def test_the_model_tells_its_languages(reader: Reader) -> None:
    assert set(Model.load().languages) >= {"en", "es", "uk"}
