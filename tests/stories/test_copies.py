"""Passages shared word for word are found, shared quotations and chance phrases are not."""

from __future__ import annotations

from dataclasses import replace

from facta.records import Act, Claims, Form, Span, Statement
from facta.stories import shared_passages, whole_copies
from tests.stories.builders import telling

BLOCK = (
    "The ferry left the harbour before dawn with two hundred people on board and turned back after an hour when the "
    "pumps failed, the coast guard said, adding that nobody was hurt and that the line would run again on Sunday."
)


def test_block_of_a_wire_is_found_inside_a_mixed_article() -> None:
    one = telling(f"Ferry turns back. {BLOCK}", "North Post")
    other = telling(f"Our own reporter spoke to the crew. {BLOCK} Fares will rise in May.", "Harbour Echo")
    found = shared_passages([one, other])
    assert len(found) == 1
    texts = {claims.report.id: claims.report.text for claims in (one, other)}
    assert found[0].one_span.of(texts[found[0].one]) == BLOCK.rstrip(".")
    assert found[0].other_span.of(texts[found[0].other]) == BLOCK.rstrip(".")


def test_copy_is_found_though_case_quotes_and_line_breaks_differ() -> None:
    one = telling(BLOCK, "North Post")
    other = telling(BLOCK.upper().replace(" ", "\n", 5), "Harbour Echo")
    assert [passage.words for passage in shared_passages([one, other])] == [len(BLOCK.replace("-", " ").split())]


def test_short_common_phrase_is_no_copy() -> None:
    one = telling("The coast guard said nobody was hurt and that the line would run again.", "North Post")
    other = telling("Nobody was hurt and that the line would run again is all we know.", "Harbour Echo")
    assert shared_passages([one, other]) == ()


def test_shared_quotation_of_one_speaker_is_no_copy() -> None:
    one, other = quoted("The mayor told us:"), quoted("In a video the mayor said:")
    assert shared_passages([one, other]) == ()


def quoted(intro: str) -> Claims:
    claims = telling(f'{intro} "{BLOCK}"')
    start = claims.report.text.index(BLOCK)
    words = Span(start, start + len(BLOCK))
    return replace(claims, statements=(Statement("s", None, None, (words,), Form.DIRECT, Act.ASSERT),))


def test_three_copies_are_found_pair_by_pair_in_any_order() -> None:
    everything = [telling(f"{name}. {BLOCK}", name) for name in ("North Post", "Harbour Echo", "Valley Times")]
    found = shared_passages(everything)
    assert len(found) == 3
    assert found == shared_passages(everything[::-1])


def test_copy_is_one_passage_though_a_desk_has_changed_words() -> None:
    one = telling(BLOCK, "North Post")
    other = telling(BLOCK.replace("the coast guard said, adding", "the port said and added"), "Echo")
    assert [passage.words for passage in shared_passages([one, other])] == [len(BLOCK.split()) - 4]


def test_whole_copy_shortened_copy_and_copy_inside_a_longer_report_are_copies() -> None:
    whole, copy = telling(f"{BLOCK} Fares will rise.", "North Post"), telling(f"{BLOCK} Fares may rise.", "Echo")
    short = telling(" ".join(BLOCK.split()[:20]), "Valley Times")
    mixed = telling(f"{BLOCK} {' '.join(f'word{i}' for i in range(60))}", "Gazette")
    assert len(whole_copies([whole, copy, short, mixed])) == 6


def test_reports_on_one_event_in_other_words_are_no_copies() -> None:
    one = telling(BLOCK, "North Post")
    other = telling("A ferry with two hundred on board broke down and came back to port, said the coast guard.", "Echo")
    assert whole_copies([one, other]) == ()
