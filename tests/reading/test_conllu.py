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
    assert lines[1] == f"# text = {text}"
    assert all(len(row) == 10 for row in rows)
    assert rows[1][2:4] == ["shell", "VERB"]
    assert re.match(r"Pred=Yes\|Roles=1:ARG\d\|3:ARG\d", rows[1][9])
    assert rows[2][9] == "NER=B-LOC|start=15|end=19"


def test_a_line_that_is_no_token_is_named() -> None:
    with pytest.raises(BadRecord, match="line 2"):
        list(given_sentences(["1\tGo\n", "nonsense\n"], "en"))
