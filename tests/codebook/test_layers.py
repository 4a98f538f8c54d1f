"""A folder of one's own is laid over the bundled codebook: what it adds, takes away, and where its mistakes are."""

from __future__ import annotations

from pathlib import Path

import pytest

from facta.codebook import Codebook, languages
from facta.codebook.check import check
from facta.codebook.entries import whereabouts
from facta.codebook.incidents import Incidents
from facta.codebook.layers import bundled, is_whole
from facta.codebook.numbers import Numbers
from facta.codebook.pledges import Pledges
from facta.codebook.plover import Plover

SHIPPED = Codebook.load("en").page("incidents", Incidents)


def laid(folder: Path, name: str, text: str) -> Path:
    """The folder with one more page."""
    file = folder / f"{name}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def incidents(folder: Path) -> Incidents:
    return Codebook(folder, "en").page("incidents", Incidents)


def test_own_entries_stand_before_the_bundled_ones(tmp_path: Path) -> None:
    page = incidents(laid(tmp_path, "en/incidents", "triggers:\n- {type: AID, verbs: [feed]}\nlight: [hurl]\n"))
    assert page.triggers[0].verbs == ("feed",)
    assert page.triggers[1:] == SHIPPED.triggers
    assert page.light == ("hurl", *SHIPPED.light)


def test_tables_are_joined_by_key(tmp_path: Path) -> None:
    laid(tmp_path, "en/incidents", "classes:\n  jets: [jet]\n  sport: [darts]\n")
    classes = incidents(laid(tmp_path, "common/plover", "types: {LOOT: {score: -8, means: takes}}\n")).classes
    assert classes["jets"] == ("jet",)
    assert classes["sport"] == ("darts", *SHIPPED.classes["sport"])
    types = Codebook(tmp_path, "en").common("plover", Plover).types
    assert types["LOOT"].score == -8
    assert types["ASSAULT"].score == -9


def test_words_are_taken_out_of_a_list_and_of_its_entries(tmp_path: Path) -> None:
    page = incidents(laid(tmp_path, "en/incidents", "light: [!without [launch]]\ntriggers:\n- !without [shell]\n"))
    assert page.light == tuple(word for word in SHIPPED.light if word != "launch")
    assert len(page.triggers) == len(SHIPPED.triggers)
    assert any("shell" in trigger.verbs for trigger in SHIPPED.triggers)
    assert not any("shell" in trigger.verbs for trigger in page.triggers)


def test_a_list_may_stand_alone(tmp_path: Path) -> None:
    assert incidents(laid(tmp_path, "en/incidents", "victims: !only [suffer]\n")).victims == ("suffer",)


def test_a_value_takes_the_place_of_the_bundled_one(tmp_path: Path) -> None:
    assert Codebook(laid(tmp_path, "en/numbers", 'decimal: ","\n'), "en").page("numbers", Numbers).decimal == ","
    assert Codebook(laid(tmp_path, "en/pledges", "default: AID\n"), "en").page("pledges", Pledges).default == "AID"


def test_a_folder_that_says_so_stands_in_place_of_the_bundled_one(tmp_path: Path) -> None:
    laid(tmp_path, "en/incidents", "light: [hurl]\n")
    assert not is_whole(tmp_path)
    assert is_whole(laid(tmp_path, "codebook", "whole: true\n"))
    assert incidents(tmp_path) == Incidents(light=("hurl",))
    assert is_whole(bundled())


def test_a_language_of_ones_own_stands_beside_the_bundled_ones(tmp_path: Path) -> None:
    laid(tmp_path, "it/speech", "that: [che]\n")
    assert "it" in languages(tmp_path)
    assert {"en", "es", "uk"} <= set(languages(tmp_path))
    assert check(tmp_path) == []


MISTAKES = [
    ("en/incidents", "light: [hurl]\nlihgt: [launch]\n", 2, "did you mean `light`?"),
    (
        "en/incidents",
        "triggers:\n- !without [shell]\n- type: ASSAULT\n  objekt: [sport]\n",
        4,
        "did you mean `object`?",
    ),
    ("en/incidents", "triggers:\n- {type: ASSAULT, verbs: [crump]}\n- type: ASSAULTS\n", 3, "one of AGREE, CONSULT"),
    ("en/incidents", "triggers:\n- type: RETREAT\n  mode: flight\n", 3, "one of withdraw, release"),
    ("en/incidents", "triggers:\n- type: AID\n  verbs: [feed, feed]\n", 3, "leave one of the two out"),
    ("en/incidents", "triggers:\n- type: AID\n  object: [larders]\n", 3, "add it under `classes`"),
    ("en/incidents", "light: hurl\n", 1, "write a list, such as [one, two]"),
    ("en/incidents", "light: [!without [lunch]]\n", 1, "see the words with: facta codebook list"),
    ("en/incidents", "light: [hurl\nidioms: [x]\n", 2, "see the lines above it as well"),
    ("en/times", "weekdays: [[moonday]]\n", 1, "give them all, as `!only [...]`"),
    ("en/pledges", "deeds:\n- {type: RETREATS, verbs: [unman]}\n", 2, "one of AGREE, CONSULT"),
    ("common/exports", "acled:\n  rules:\n  - {type: AID, sub_event: Relief}\n", 3, "one of Armed clash"),
    ("en/hegdes", "hedges: [x]\n", 1, "known are acts"),
    ("english/hedges", "hedges: [x]\n", 1, "name it common or by a code such as en"),
]


@pytest.mark.parametrize(("name", "text", "line", "remedy"), MISTAKES)
def test_mistake_is_told_with_line_and_remedy(tmp_path: Path, name: str, text: str, line: int, remedy: str) -> None:
    found = check(laid(tmp_path, name, text))
    assert [mistake.line for mistake in found] == [line], [str(m) for m in found]
    assert remedy in str(found[0])
    assert str(tmp_path) in found[0].file


def test_a_page_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/hedges.yml").write_bytes("hedges: [dús]\n".encode("latin-1"))
    (mistake,) = check(tmp_path)
    assert "save the file in UTF-8" in str(mistake)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (mistake,) = check(tmp_path / "nowhere")
    assert "no such folder" in str(mistake)


def test_an_entry_is_found_in_the_layer_that_holds_it(tmp_path: Path) -> None:
    own = laid(tmp_path, "en/incidents", "triggers:\n- !without [x]\n- type: AID\n  verbs: [feed, nurse]\n")
    codebook = Codebook(own, "en")
    assert whereabouts(codebook, "incidents", ("triggers", 0, "verbs"), "nurse") == (own / "en/incidents.yml", 4)
    number = next(n for n, trigger in enumerate(incidents(own).triggers) if "shell" in trigger.verbs)
    found = whereabouts(codebook, "incidents", ("triggers", number, "verbs"), "shell")
    assert found is not None
    file, line = found
    assert str(file) == str(bundled() / "en" / "incidents.yml")
    assert "shell" in "".join(file.read_text(encoding="utf-8").splitlines()[line - 1 : line])
    assert whereabouts(codebook, "incidents", ("nowhere",), "x") is None
