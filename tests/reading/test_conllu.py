"""CoNLL-U in and out."""

from __future__ import annotations

import re

import pytest

from facta.errors import BadRecord
from facta.reading import Reader
from facta.reading.conllu import given_sentences, parse_text, parse_tokens
from facta.records import Report

TOKENS = """# sent_id = a-1
# text = They don't sell del mar wares.
1\tThey\t_\t_\t_\t_\t_\t_\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tsell\t_\t_\t_\t_\t_\t_\t_\t_
4.1\tsold\t_\t_\t_\t_\t_\t_\t_\t_
5-6\tdel\t_\t_\t_\t_\t_\t_\t_\t_
5\tde\t_\t_\t_\t_\t_\t_\t_\t_
6\tel\t_\t_\t_\t_\t_\t_\t_\t_
7\tmar\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = a-2
1\tGo\t_\t_\t_\t_\t_\t_\t_\t_
""".splitlines(keepends=True)


def test_multiword_tokens_are_merged_except_english_clitics() -> None:
    first, second = given_sentences(TOKENS, "en")
    assert first.words == ["They", "do", "n't", "sell", "del", "mar"]
    assert second.words == ["Go"]
    assert next(given_sentences(TOKENS, "es")).words == ["They", "don't", "sell", "del", "mar"]


def test_given_tokens_keep_their_comments_and_number(reader: Reader) -> None:
    lines = list(parse_tokens(reader, TOKENS, "en"))
    assert lines[0] == "# sent_id = a-1"
    assert [line.split("\t")[1] for line in lines if "\t" in line] == ["They", "do", "n't", "sell", "del", "mar", "Go"]
    assert lines.count("") == 2


def test_text_is_printed_with_offsets_names_and_roles(reader: Reader) -> None:
    text = "Rebels shelled Oslo on Monday."
    lines = list(parse_text(reader, Report.of(text, "en")))
    rows = [line.split("\t") for line in lines if "\t" in line]
    assert lines[3] == f"# text = {text}"
    assert all(len(row) == 10 for row in rows)
    assert rows[1][2:4] == ["shell", "VERB"]
    assert re.match(r"Pred=Yes\|Roles=1:ARG\d\|3:ARG\d", rows[1][9])
    assert rows[2][9] == "NER=B-LOC|start=15|end=19"


def test_a_text_is_a_document_with_paragraphs(reader: Reader) -> None:
    report = Report.of("Rain fell.  It\u00a0rained. \n\nSnow fell.", "en")
    comments = [line for line in parse_text(reader, report) if line.startswith("#")]
    assert comments == [
        f"# newdoc id = {report.id}",
        "# newpar",
        f"# sent_id = {report.id}-1",
        "# text = Rain fell.",
        f"# sent_id = {report.id}-2",
        "# text = It rained.",
        "# newpar",
        f"# sent_id = {report.id}-3",
        "# text = Snow fell.",
    ]


def test_each_word_has_its_place_a_head_and_the_roles_of_its_arguments(reader: Reader) -> None:
    text = "«Ми не здамося», — сказав мер. Росіяни обстріляли Суми."
    report = Report.of(text, "uk")
    sentences = reader.read(report).sentences
    rows = [line.split("\t") for line in parse_text(reader, report) if "\t" in line]
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert [row[1] for row in rows] == [token.form for token in tokens]
    assert [int(row[6]) - 1 for row in rows] == [token.head for token in tokens]
    for row, token in zip(rows, tokens, strict=True):
        assert row[9].endswith(f"start={token.start}|end={token.end}")
        assert text[token.start : token.end] == row[1]
    printed = [(row[0], found) for row in rows for found in re.findall(r"(\d+:ARG[^|]+)", row[9])]
    assert printed == [
        (str(i + 1), f"{role.argument + 1}:{role.label}")
        for sentence in sentences
        for i in range(len(sentence.tokens))
        for role in sentence.roles
        if role.predicate == i
    ]


def test_what_is_between_sentences_or_beside_words_does_no_harm() -> None:
    lines = ["\ufeff# newdoc\r\n", "1\tHe\r\n", "2-3\tdel\r\n", "4\tmar\r\n", "\r\n", "\r\n", "# b\n", "\n", "1\tGo"]
    first, second = given_sentences(lines, "es")
    assert (first.comments, first.words) == (["# newdoc"], ["He", "del", "mar"])
    assert (second.comments, second.words) == (["# b"], ["Go"])
    assert list(given_sentences(["# only a comment\n", "\n"], "en")) == []


@pytest.mark.parametrize("wrong", ["nonsense", "1", "1\t", "1\t \t_", "x\tGo", "1 Go", "-1\tGo"])
def test_a_line_that_is_no_token_is_named(wrong: str) -> None:
    with pytest.raises(BadRecord, match=r"^x\.conllu:2: not a CoNLL-U token"):
        list(given_sentences(["1\tGo\n", f"{wrong}\n"], "en", "x.conllu"))
