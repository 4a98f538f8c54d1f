"""Whether two spellings can name one bearer."""

from __future__ import annotations

import pytest

from facta.extraction.bearers import bearers, same_person
from facta.extraction.quotes import find_quotes
from facta.records import NameKind


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Kovalenko", "Volodimir Kovalenko", True),
        ("Tomás Rincón", "Rincon", True),
        ("Alexei Karmin", "Karmmin", True),
        ("A. Karmin", "Alexei Karmin", True),
        ("Ігоря Терехова", "Терехов", True),
        ("Ana Morales", "Pedro Morales", False),
        ("Mahmoud Nasser", "Mansour Nasser", False),
        ("Karmin", "Karpov", False),
    ],
)
def test_spellings_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_acronym_joins_the_body_that_it_stands_for() -> None:
    names = [(NameKind.ORGANISATION, n) for n in ("International Committee of the Red Cross", "ICRC", "OSCE")]
    first, second, third = bearers(names)
    assert first is second
    assert third is not first


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("«Раз „два“ три», — сказав він.", ["Раз „два“ три"]),
        ("''Doubled,'' he said.", ["Doubled,"]),
        ("'We are here,' he said. Peter's dog didn't.", ["We are here,"]),
        # A mark is missing at the start, or at the end of the first paragraph.
        ("It ended. They lie,” he said.", ["They lie,"]),
        ("“First part.\n\nSecond part,” he said.", ["First part.\n\nSecond part,"]),
        ("“First part.\n\n“Second part,” he said.", ["First part.", "Second part,"]),
        ("— Ні, — сказав він. — Так.", ["Ні,", "Так."]),
        ("No marks at all.", []),
    ],
)
def test_quotations_survive_missing_and_doubled_marks(text: str, inner: list[str]) -> None:
    assert [q.inner.of(text) for q in find_quotes(text)] == inner
