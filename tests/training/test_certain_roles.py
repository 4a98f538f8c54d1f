"""Roles that the tree makes certain where the model learned none: each rule on a tree written out."""

from __future__ import annotations

import pytest

from facta.records import NamedSpan, NameKind, Role, Token
from training.certain_roles import completed

Tree = list[tuple[str, str, int, str]]  # form, part of speech, head from 1, relation


def tokens(tree: Tree) -> tuple[Token, ...]:
    return tuple(
        Token(i, i + 1, form, form.lower(), upos, head - 1, relation)
        for i, (form, upos, head, relation) in enumerate(tree)
    )


def roles(language: str, tree: Tree, known: str = "", places: str = "") -> str:
    """Roles as "verb:LABEL=word …" where `known` are the model's, and the predicates are all that stand in `known`."""
    words = [row[0] for row in tree]
    given, predicates = list[Role](), list[int]()
    for one in known.split():
        verb, _, argument = one.partition(":")
        predicates.append(words.index(verb))
        if argument:
            label, _, word = argument.partition("=")
            given.append(Role(words.index(verb), words.index(word), label))
    names = [NamedSpan(words.index(place), words.index(place) + 1, NameKind.PLACE) for place in places.split()]
    found = completed(tokens(tree), sorted(set(predicates)), given, names, language)
    return " ".join(f"{words[r.predicate]}:{r.label}={words[r.argument]}" for r in found)


ROWS: list[tuple[str, str, Tree, str, str, str]] = [
    (
        "a noun has the role of the relative pronoun that stands for it",
        "fr",
        [("soldats", "NOUN", 0, "root"), ("qui", "PRON", 3, "nsubj"), ("fuient", "VERB", 1, "acl:relcl")],
        "fuient:ARG0=qui",
        "",
        "fuient:ARG0=soldats fuient:ARG0=qui",
    ),
    (
        "a joined verb without a subject has that of the first one",
        "uk",
        [("Армія", "NOUN", 2, "nsubj"), ("увійшла", "VERB", 0, "root"), ("спалила", "VERB", 2, "conj")],
        "увійшла:ARG0=Армія спалила",
        "",
        "увійшла:ARG0=Армія спалила:ARG0=Армія",
    ),
    (
        "a joined verb with a subject of its own keeps it",
        "ru",
        [
            ("Он", "PRON", 2, "nsubj"),
            ("ушёл", "VERB", 0, "root"),
            ("она", "PRON", 4, "nsubj"),
            ("спит", "VERB", 2, "conj"),
        ],
        "ушёл:ARG0=Он спит",
        "",
        "ушёл:ARG0=Он",
    ),
    (
        "whom a verb makes act is the doer of the lower verb",
        "es",
        [
            ("Kiev", "PROPN", 2, "nsubj"),
            ("obligó", "VERB", 0, "root"),
            ("Moscú", "PROPN", 2, "obj"),
            ("huir", "VERB", 2, "xcomp"),
        ],
        "obligó:ARG0=Kiev obligó:ARG1=Moscú huir",
        "",
        "obligó:ARG0=Kiev obligó:ARG1=Moscú huir:ARG0=Moscú",
    ),
    (
        "a word of denial, a time, a named place and a source beside the verb",
        "es",
        [
            ("Según", "ADP", 2, "case"),
            ("testigos", "NOUN", 4, "obl"),
            ("no", "ADV", 4, "advmod"),
            ("llegó", "VERB", 0, "root"),
            ("en", "ADP", 6, "case"),
            ("Suez", "PROPN", 4, "obl"),
            ("viernes", "NOUN", 4, "obl"),
        ],
        "llegó:ARG1=viernes",
        "Suez",
        "llegó:ARGM-ADV=testigos llegó:ARGM-NEG=no llegó:ARGM-LOC=Suez llegó:ARGM-TMP=viernes",
    ),
    (
        "a place that the verb goes to is not laid down as where it happens",
        "es",
        [("Fue", "VERB", 0, "root"), ("a", "ADP", 3, "case"), ("Suez", "PROPN", 1, "obl")],
        "Fue:ARG4=Suez",
        "Suez",
        "Fue:ARG4=Suez",
    ),
    (
        "a hearer beside what is said or given",
        "de",
        [("sagte", "VERB", 0, "root"), ("ihm", "PRON", 1, "iobj"), ("alles", "PRON", 1, "obj")],
        "sagte:ARG1=ihm sagte:ARG1=alles",
        "",
        "sagte:ARG2=ihm sagte:ARG1=alles",
    ),
    (
        "modal words, as auxiliary or as head, and clauses of time and cause",
        "uk",
        [
            ("може", "VERB", 0, "root"),
            ("піти", "VERB", 1, "xcomp"),
            ("коли", "SCONJ", 4, "mark"),
            ("стихне", "VERB", 2, "advcl"),
        ],
        "піти",
        "",
        "піти:ARGM-MOD=може піти:ARGM-TMP=стихне",
    ),
    (
        "by whom an act is done makes its genitive the one it is done to",
        "uk",
        [("Обстріл", "NOUN", 0, "root"), ("Сум", "PROPN", 1, "nmod"), ("росіянами", "NOUN", 1, "nmod")],
        "Обстріл",
        "",
        "Обстріл:ARG1=Сум Обстріл:ARG0=росіянами",
    ),
    (
        "what an act is aimed at makes its genitive the doer",
        "de",
        [
            ("Angriff", "NOUN", 0, "root"),
            ("Rebellen", "NOUN", 1, "nmod"),
            ("auf", "ADP", 4, "case"),
            ("Goma", "PROPN", 1, "nmod"),
        ],
        "Angriff:ARG1=Rebellen",
        "",
        "Angriff:ARG0=Rebellen Angriff:ARG1=Goma",
    ),
    (
        "whose act it is",
        "fr",
        [("leur", "DET", 2, "det"), ("refus", "NOUN", 0, "root")],
        "refus",
        "",
        "refus:ARG0=leur",
    ),
    (
        "English is left as the model has it",
        "en",
        [("left", "VERB", 0, "root"), ("never", "ADV", 1, "advmod")],
        "left:ARGM-TMP=never",
        "",
        "left:ARGM-TMP=never",
    ),
]


@pytest.mark.parametrize(("why", "language", "tree", "known", "places", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_certain_roles(why: str, language: str, tree: Tree, known: str, places: str, expected: str) -> None:
    assert roles(language, tree, known, places) == expected
