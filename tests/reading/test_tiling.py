"""Whatever the text, sentences and words cover it: each character but white space is in one word of one sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facta.reading.sentences import sentence_spans
from facta.reading.words import word_spans

LANGUAGES = ("en", "es", "uk", "ru", "fr", "de", "pl", "pt", "it", "ar", "tr")
AWKWARD = [
    *"aZжЇéßñ١۲0 \t\n\r.,;:!?…'’ʼ\"“”„‘«»‹›()[]—–-/@#&$%№°",
    *"\u00a0\u202f\u200b\u200d\u200e\u200f\u2028\u2029\ufeff\u00ad\u0301\u0308\u064b\x85\x0b\x1c",
    *"👍🏽👨❤\ufe0f🇺🇦\u20e3שלוםمرحبا北京",
    "\r\n", "U.S. ", "n't", "don’t ", "e.g. ", "3.5", "100,000", "10-year", "t.me/x", "a@b.cd",
    "l'", "-t-il", "z. B. ", "ім. ",
]  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(AWKWARD), max_size=60).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
)


@settings(max_examples=400, deadline=None)
@given(text=texts, language=st.sampled_from(LANGUAGES))
@example(text="\ufeffOne.\r\nTwo\u2028three", language="en")
@example(text="...", language="uk")
@example(text=" . ! ", language="fr")
@example(text="", language="de")
def test_sentences_and_words_cover_all_but_white_space(text: str, language: str) -> None:
    sentences = sentence_spans(text, language)
    words = [place for sentence in sentences for place in word_spans(text, sentence, language)]
    covered = [i for start, end in words for i in range(start, end)]
    assert [i for i in covered if not text[i].isspace()] == [i for i, ch in enumerate(text) if not ch.isspace()]
    assert len(covered) == len(set(covered))
    for start, end in words:
        assert start < end
        assert text[start:end].strip() == text[start:end]
    for earlier, later in pairwise(sentences):
        assert earlier.end <= later.start


@settings(max_examples=200, deadline=None)
@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_words_hold_no_white_space(text: str, language: str) -> None:
    for sentence in sentence_spans(text, language):
        for start, end in word_spans(text, sentence, language):
            assert not any(ch.isspace() for ch in text[start:end])


@pytest.mark.parametrize("base", ["e", "ж", "—", "👍", "1", "."])
def test_combining_marks_stay_with_their_base(base: str) -> None:
    text = f"a {base}\u0301 b"
    (sentence,) = sentence_spans(text, "en")
    assert [text[a:b] for a, b in word_spans(text, sentence, "en")] == ["a", base + "\u0301", "b"]
