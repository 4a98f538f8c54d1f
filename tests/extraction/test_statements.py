"""Who says what: rows of (text, [(speaker, cue, content, act)]), a sentence on each kind above it."""

from __future__ import annotations

import pytest

from facta.records import Form, Statement
from tests.conftest import ClaimsOf

Row = tuple[str | None, str | None, str, str]

ENGLISH: list[tuple[str, list[Row]]] = [
    # A reported clause, with and without "that".
    (
        "President Bola Tinubu said that the army would leave Niger within a month.",
        [("Bola Tinubu", "said", "the army would leave Niger within a month", "assert")],
    ),
    (
        "Ethiopia said the talks in Pretoria were over.",
        [("Ethiopia", "said", "the talks in Pretoria were over", "assert")],
    ),
    # An office named by its town is the speaker, not the town; "at least" stays whole.
    (
        "The mayor of Harare said on Friday that at least 40 homes were flooded.",
        [("mayor of Harare", "said", "at least 40 homes were flooded", "assert")],
    ),
    # A semicolon parts two statements.
    (
        "Peru's defence ministry said its boats had left the river; Ecuador's army denied losing the post.",
        [
            ("Peru's defence ministry", "said", "its boats had left the river", "assert"),
            ("Ecuador's army", "denied", "losing the post", "deny"),
        ],
    ),
    # The speaker after the quotation, and the quotation cut in two.
    (
        "“The bridge is gone,” said Mayor Hanna Berg.",
        [("Hanna Berg", "said", "The bridge is gone,", "assert")],
    ),
    (
        "“We will stay,” the governor said. “Nobody will make us leave.”",
        [("governor", "said", "We will stay, … Nobody will make us leave.", "promise")],
    ),
    # A colon, and a pronoun for the speaker before.
    (
        "Colonel Amir Haddad warned: “The ceasefire will not hold.”",
        [("Amir Haddad", "warned", "The ceasefire will not hold.", "threaten")],
    ),
    (
        "The minister, Rosa Quispe, denied the report. She said the convoy had never left Puno.",
        [
            ("Rosa Quispe", "denied", "the report", "deny"),
            ("Rosa Quispe", "said", "the convoy had never left Puno", "assert"),
        ],
    ),
    # Sources.
    (
        "According to the United Nations, 300 families fled Goma.",
        [("United Nations", "According to", "300 families fled Goma", "assert")],
    ),
    (
        "At least 12 people were wounded in Haifa, according to Israeli police.",
        [("Israeli police", "according to", "At least 12 people were wounded in Haifa", "assert")],
    ),
    # Accusing, demanding, denying, threatening, promising, describing.
    (
        "Armenia accused Azerbaijan of shelling two villages.",
        [("Armenia", "accused", "Azerbaijan of shelling two villages", "accuse")],
    ),
    (
        "The African Union urged both sides to stop fighting.",
        [("African Union", "urged", "both sides to stop fighting", "demand")],
    ),
    ("The rebels denied shelling the hospital.", [("rebels", "denied", "shelling the hospital", "deny")]),
    ("The general threatened to close the strait.", [("general", "threatened", "to close the strait", "threaten")]),
    ("Sudan promised to open the border.", [("Sudan", "promised", "to open the border", "promise")]),
    # A neutral cue that brings the speaker's own future deed promises it; another's does not.
    ("Kenya said it would open the border.", [("Kenya", "said", "it would open the border", "promise")]),
    ("Kenya said Uganda would open the border.", [("Kenya", "said", "Uganda would open the border", "assert")]),
    # A cue thrown into the clause: the content has two spans.
    (
        "The dam, the engineers said, had been weakened by months of fighting.",
        [("engineers", "said", "The dam … had been weakened by months of fighting", "assert")],
    ),
    # A second cue takes over after the comma.
    (
        "Kenya said the envoy had arrived, adding that talks would begin on Friday.",
        [
            ("Kenya", "said", "the envoy had arrived", "assert"),
            ("Kenya", "adding", "talks would begin on Friday", "assert"),
        ],
    ),
    # A relative clause.
    (
        "The convoy met Doctor Lina Haddad, who said that the clinic had no water.",
        [("Lina Haddad", "said", "the clinic had no water", "assert")],
    ),
    # A missing space and a missing opening mark.
    (
        "The shells hit the bridgesaid Mayor Ivo Kranjc.",
        [("Ivo Kranjc", "said", "The shells hit the bridge", "assert")],
    ),
    (
        "We will see if they keep it,” Baerbock told reporters.",
        [("Baerbock", "told", "We will see if they keep it,", "doubt")],
    ),
]  # fmt: skip

SPANISH: list[tuple[str, list[Row]]] = [
    # The day between cue and clause.
    (
        "El alcalde de Tumbes dijo el jueves que al menos 12 casas ardieron.",
        [("alcalde de Tumbes", "dijo", "al menos 12 casas ardieron", "assert")],
    ),
    (
        "El presidente Gustavo Petro aseguró que el ejército se retirará de Cauca.",
        [("Gustavo Petro", "aseguró", "el ejército se retirará de Cauca", "assert")],
    ),
    ("«No hay tregua posible», dijo Petro.", [("Petro", "dijo", "No hay tregua posible", "assert")]),
    (
        "Según la ONU, al menos 30 civiles murieron en Jartum.",
        [("ONU", "Según", "al menos 30 civiles murieron en Jartum", "assert")],
    ),
    (
        "Azerbaiyán prometió reducir su actividad militar.",
        [("Azerbaiyán", "prometió", "reducir su actividad militar", "promise")],
    ),
    (
        "—No nos iremos de aquí —dijo el vecino Omar Haddad.",
        [("Omar Haddad", "dijo", "No nos iremos de aquí", "promise")],
    ),
]

UKRAINIAN: list[tuple[str, list[Row]]] = [
    (
        "Речник уряду Судану Алі Хасан заявив, що переговори триватимуть.",
        [("Алі Хасан", "заявив", "переговори триватимуть", "assert")],
    ),
    (
        "«Рятувальники працюють на місці», — сказав Терехов.",
        [("Терехов", "сказав", "Рятувальники працюють на місці", "assert")],
    ),
    (
        "За даними ООН, внаслідок удару загинули п’ятеро людей.",
        [("ООН", "За даними", "внаслідок удару загинули п’ятеро людей", "assert")],
    ),
    (
        "— Ми не підемо звідси, — сказала мешканка Херсона Олена Коваль. — Це наш дім.",
        [("Олена Коваль", "сказала", "Ми не підемо звідси, … Це наш дім.", "assert")],
    ),
    (
        "Вірменія звинуватила Азербайджан у порушенні перемир’я.",
        [("Вірменія", "звинуватила", "Азербайджан у порушенні перемир’я", "accuse")],
    ),
]


def rows(text: str, statements: tuple[Statement, ...]) -> list[Row]:
    return [
        (
            s.speaker.name if s.speaker else None,
            s.cue.of(text) if s.cue else None,
            " … ".join(c.of(text) for c in s.content),
            s.act.value,
        )
        for s in statements
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(code, *row) for code, table in (("en", ENGLISH), ("es", SPANISH), ("uk", UKRAINIAN)) for row in table],
)
def test_statement_has_speaker_cue_content_and_act(
    claims_of: ClaimsOf, language: str, text: str, expected: list[Row]
) -> None:
    assert rows(text, claims_of(text, language).statements) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “green corridor” was closed on Monday.",  # scare quotes
        "The mayor did not say when the bridge would open.",  # a denied cue
        "The film “Wonder” was shown in Tunis.",
        "It can be noted that winter is long.",
    ],
)
def test_no_statement_is_found_where_nobody_says_anything(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text).statements == ()


def test_quotation_over_paragraphs_keeps_its_speaker(claims_of: ClaimsOf) -> None:
    text = "“The road is cut,” said Governor Ana Silva.\n\n“Nobody can reach the village. We need help.”\n"
    first, second = claims_of(text).statements
    assert first.speaker is not None
    assert second.speaker is not None
    assert second.speaker.entity == first.speaker.entity
    assert second.content[0].of(text) == "Nobody can reach the village. We need help."


def test_statement_inside_a_statement_is_linked_to_it(claims_of: ClaimsOf) -> None:
    text = "Reuters reported that the mayor of Aleppo said the bakeries were closed."
    inner = next(s for s in claims_of(text).statements if s.cue and s.cue.of(text) == "said")
    outer = next(s for s in claims_of(text).statements if s.cue and s.cue.of(text) == "reported")
    assert inner.within == outer.id


def test_reported_clause_with_quoted_words_is_mixed(claims_of: ClaimsOf) -> None:
    text = "Ghana said that the attack was “an act of cowardice” by the gunmen."
    (statement,) = claims_of(text).statements
    assert statement.form is Form.MIXED


def test_medium_is_the_post_or_the_press_that_carried_the_words(claims_of: ClaimsOf) -> None:
    posted = claims_of("“We are safe,” Mayor Ana Silva wrote on Telegram.").statements[0]
    told = claims_of("“We are safe,” Mayor Ana Silva told Reuters.").statements[0]
    assert posted.medium == "Telegram"
    assert told.medium == "Reuters"
    assert told.addressee is None
