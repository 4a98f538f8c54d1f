"""The sets of pledges: labels fit their passages, half of which hold none, and the scorer tells right from wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from facta.records import Actor, Pledge, Strength
from quality.pledge_set import FOLDER, SECOND, Passage, WrongPledge, passages
from quality.score_pledges import fields, measures, pairs

FILES = [*sorted(FOLDER.glob("*.yml")), *sorted(SECOND.glob("*.yml"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_labels_fit_their_passages(file: Path) -> None:
    found = passages(file)
    assert len({passage.id for passage in found}) == len(found)
    assert all(strength in {s.value for s in Strength} for p in found for q in p.pledges for strength in q.strengths)


def test_half_of_the_first_set_holds_no_pledge() -> None:
    found = [passage for file in FOLDER.glob("*.yml") for passage in passages(file)]
    assert len(found) == 150
    assert 70 <= sum(not passage.pledges for passage in found) <= 80


def test_words_that_do_not_stand_in_the_passage_are_refused(tmp_path: Path) -> None:
    row = "{by: A, text: nowhere, type: AID, strength: commits, source: A}"
    (tmp_path / "en.yml").write_text(f"- id: x\n  published: 2025-01-01\n  text: A gave.\n  pledges:\n  - {row}\n")
    with pytest.raises(WrongPledge, match="nowhere"):
        passages(tmp_path / "en.yml")


def told(passage: Passage, by: str | None = None, kind: str | None = None) -> Pledge:
    """The first labelled pledge of a passage as if it had been found, by another party or of another type."""
    label = passage.pledges[0]
    party = Actor(None, by or str(label.by[0]))
    return Pledge("p", party, label.text, "", kind or label.types[0], until_on=label.until_on)


def test_found_pledge_of_another_party_is_missed_and_invented() -> None:
    passage = passages(FOLDER / "en.yml")[0]
    right = list(pairs(passage, (told(passage),), ()))
    wrong = list(pairs(passage, (told(passage, by="Kenya"),), ()))
    assert (measures(right)["F1"], measures(wrong)["F1"]) == (1.0, 0.0)


def test_each_field_is_scored_by_itself() -> None:
    passage = passages(FOLDER / "en.yml")[0]
    (pair,) = pairs(passage, (told(passage, kind="AID"),), ())
    judged = {name: right for name, right, _, _ in fields(pair)}
    assert (judged["type"], judged["strength"], judged["until"]) == (False, True, True)
