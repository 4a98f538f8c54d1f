"""Passages: each line of a text has a role, and together they hold every character that is not white space."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.codebook import Codebook
from facta.sources import passages

PROSE = "The governor said on Monday that the bridge was destroyed in the night and that nobody was hurt there."
PIECES = [
    "\ufeff",
    "\r\n",
    "\n",
    "\r",
    "\n\n",
    "\u00a0",
    "\u2028",
    "\x0b",
    "\t",
    " ",
    "🚑",
    "👨‍👩‍👧",
    "e\u0301",
    "قال العمدة",
    "שלום",
]
PIECES += [
    "Title: x",
    "Read next: y",
    "(Reuters) -",
    "Photo: AFP",
    "By Ann Lee",
    PROSE,
    "# A",
    "---",
    "Published: soon",
    ".",
]


def roles(text: str, language: str = "en") -> list[str]:
    return [p.role.value for p in passages(text, Codebook.load(language))]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14).map("".join),
    st.sampled_from(["en", "es", "uk"]),
)
@settings(max_examples=150, deadline=None)
def test_passages_hold_every_character_once(text: str, language: str) -> None:
    found = passages(text, Codebook.load(language))
    covered = [index for p in found for index in range(p.span.start, p.span.end)]
    assert covered == sorted(set(covered))
    assert all(text[index].isspace() for index in set(range(len(text))) - set(covered))
    assert all(p.span.of(text) == p.span.of(text).strip() != "" for p in found)


@pytest.mark.parametrize(
    ("language", "line", "role"),
    [
        ("en", "Read Next: Strike hits the city square", "promotion"),
        ("en", "READ MORE: Who holds the bridge?", "promotion"),
        ("en", "Sign up for our morning letter.", "promotion"),
        ("en", "Advertisement", "promotion"),
        ("en", "More than 20 people were killed in the raid.", "body"),
        ("en", "Read out in court, the order named two officers.", "body"),
        ("en", "Watch towers along the border were empty on Monday.", "body"),
        ("es", "Lee también: La tregua, paso a paso", "promotion"),
        ("es", "Suscríbete a nuestro boletín", "promotion"),
        ("es", "Además, el alcalde pidió ayuda a la capital.", "body"),
        ("uk", "Читайте також: Що відомо про перемовини", "promotion"),
        ("uk", "Підписуйтесь на наш канал у Telegram", "promotion"),
        ("en", "A market in Goma on Tuesday. REUTERS/Jane Doe", "caption"),
        ("en", "(Photo: City Hall)", "caption"),
        ("en", "Photo: City Hall", "caption"),
        ("en", "Firefighters at work (City Hall of Goma | Twitter)", "caption"),
        ("en", "FILE - Soldiers patrol the port of Aden.", "caption"),
        ("en", "Soldiers at the port of Aden. Ann Lee/AFP via Getty Images", "caption"),
        ("es", "Foto: EFE", "caption"),
        ("uk", "Фото: ОВА", "caption"),
        ("uk", "Фото зруйнованої школи показали в ООН у четвер.", "body"),
        ("en", "(Reporting by Ann Lee in Cairo; Editing by Bo Moe)", "credit"),
        ("en", "Source: Reuters/nh", "credit"),
        ("en", "*With information from EFE and AFP", "credit"),
        ("en", "The Associated Press contributed to this report.", "credit"),
        ("es", "Con información de EFE", "credit"),
        ("uk", "За матеріалами Reuters", "credit"),
        ("en", "A source: this is the word that everyone used on Monday.", "body"),
        ("en", "By Ann Lee", "byline"),
        ("en", "By Monday, the last troops had left the town.", "body"),
        ("en", "Updated 12:40 GMT", "byline"),
        ("en", "ann.lee@paper.example", "byline"),
        ("en", "CNN —", "byline"),
        ("es", "Por Ana Pérez", "byline"),
        ("es", "Por la noche volvieron los disparos.", "body"),
        ("uk", "Автор: Олена Коваль", "byline"),
    ],
)
def test_line_between_prose_has_the_role_its_words_give(language: str, line: str, role: str) -> None:
    assert roles(f"{PROSE}\n\n{line}\n\n{PROSE}", language)[1] == role


def test_headline_and_section_headings_are_headlines() -> None:
    text = f"Bridge destroyed in the night\n\nBy Ann Lee\n\n{PROSE}\n\nwhat the army promised\n\n{PROSE}\n\n{PROSE}"
    assert roles(text) == ["headline", "byline", "body", "headline", "body", "body"]


def test_headline_may_ask_or_quote() -> None:
    for headline in ("Will the truce hold?", "“We will be back,” mayor says", "A bridge: how it fell"):
        assert roles(f"{headline}\n{PROSE}\n{PROSE}")[0] == "headline"


@pytest.mark.parametrize("last", ["He said that:", "“We saw it all,", "He named three towns –"])
def test_line_that_leads_on_is_no_heading(last: str) -> None:
    assert "headline" not in roles(f"{PROSE}\n\n{last}\n\n{PROSE}")[1:]


def test_wrapped_prose_has_no_headings() -> None:
    text = "The governor said on Monday that the bridge\nwas destroyed in the night and that nobody\nwas hurt there.\n"
    assert roles(text) == ["body"] * 3


def test_link_text_beside_its_promotion_is_promotion() -> None:
    assert roles(f"{PROSE}\n\nStrike hits square\n\nRead next: Strike hits square\n\n{PROSE}") == [
        "body",
        "promotion",
        "promotion",
        "body",
    ]


def test_line_in_capitals_amid_prose_links_to_another_report() -> None:
    linked = "KENYAN SOLDIERS ATTACKED NEAR SOMALI BORDER, OFFICIALS SAY"
    assert roles(f"{PROSE}\n\n{linked}\n\n{PROSE}") == ["body", "promotion", "body"]
    assert roles(f"{linked}\n\n{PROSE}\n\n{PROSE}") == ["headline", "body", "body"]
    assert roles(f"{PROSE}\n\nWHAT COMES NEXT\n\n{PROSE}") == ["body", "headline", "body"]


def test_text_all_in_capitals_is_prose() -> None:
    shouted = PROSE.upper().removesuffix(".")
    assert "promotion" not in roles("\n\n".join([PROSE.upper(), shouted, shouted, PROSE.upper()]))


def test_markdown_marks_headings_and_pictures() -> None:
    assert roles(f"# Bridge destroyed.\n\n![the bridge](b.png)\n\n{PROSE}\n\n## Later.\n\n{PROSE}") == [
        "headline",
        "caption",
        "body",
        "headline",
        "body",
    ]


def test_codebook_of_another_folder_may_be_empty(tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = Codebook(tmp_path_factory.mktemp("codebook"), "en")
    assert [p.role.value for p in passages(f"Bridge destroyed\n\n{PROSE}\nBy Ann Lee: yes.", empty)] == [
        "headline",
        "body",
        "body",
    ]


@pytest.mark.parametrize("text", ["a\n" + " " * 300_000, "AP (" * 100_000, "." * 400_000, "AP\n" + "\n" * 400_000])
def test_strange_long_texts_take_no_quadratic_time(text: str) -> None:
    start = time.perf_counter()
    passages(text, Codebook.load("en"))
    assert time.perf_counter() - start < 5
