"""Who does what to whom, from the parse alone: passives, relative clauses, control, nouns, light verbs."""

from __future__ import annotations

import pytest

from facta.codebook import Codebook
from facta.extraction.frames import clause_span, frame_of
from facta.extraction.tree import Tree
from facta.reading import Reader
from facta.records import Report

FRAMES = [
    # sentence, predicate, agent, patient
    ("Rebels shelled the port.", "shelled", "Rebels", "port"),
    ("The port was shelled by rebels.", "shelled", "rebels", "port"),
    ("The port shelled by rebels has closed.", "shelled", "rebels", "port"),
    ("The rebels who shelled the port have fled.", "shelled", "rebels", "port"),
    ("Rebels entered the town and shelled the port.", "shelled", "Rebels", "port"),
    ("Rebels tried to shell the port.", "shell", "Rebels", "port"),
    ("The general ordered troops to shell the port.", "shell", "troops", "port"),
    ("The shelling of the port by rebels continued.", "shelling", "rebels", "port"),
    ("Syria's bombing of the town continued.", "bombing", "Syria", "town"),
    ("The army accused the rebels of shelling the port.", "shelling", "rebels", "port"),
]


def tree_of(reader: Reader, text: str) -> Tree:
    return Tree(reader.read(Report.of(text, "en")).sentences[0], 0, Codebook.load("en"))


@pytest.mark.parametrize(("text", "predicate", "agent", "patient"), FRAMES)
def test_frame_names_agent_and_patient(
    reader: Reader, text: str, predicate: str, agent: str | None, patient: str | None
) -> None:
    tree = tree_of(reader, text)
    forms = [token.form for token in tree.tokens]
    frame = frame_of(tree, forms.index(predicate))
    got = [None if i is None else forms[i] for i in (frame.agent, frame.patient)]
    assert got == [agent, patient]


def test_clause_leaves_other_clauses_out(reader: Reader) -> None:
    text = "Rebels shelled the port after troops had closed the road."
    tree = tree_of(reader, text)
    assert clause_span(tree, 1).of(text) == "Rebels shelled the port"
