"""Corpora become samples: merged words, roles by head words, names, and what a tree makes certain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.name_corpora import factuality, iob, with_facts
from training.samples import Sample, labels_of, read, write
from training.speech import clause, compose, fill, names, patterns
from training.tree_roles import with_tree_roles
from training.treebanks import propbank, treebank

MERGED = """# text = Habla del mar.
1\tHabla\thablar\tVERB\t_\t_\t0\troot\t_\t_
2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_
2\tde\tde\tADP\t_\t_\t4\tcase\t_\t_
3\tel\tel\tDET\t_\t_\t4\tdet\t_\t_
4\tmar\tmar\tNOUN\t_\t_\t1\tobl\t_\t_
5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

"""
TREE = Sample(
    "uk", ["Бійці", "обстріляли", "порт", "міста", "."], [2, 0, 2, 3, 2], ["nsubj", "root", "obj", "nmod", "punct"],
    ["NOUN", "VERB", "NOUN", "NOUN", "PUNCT"],
)  # fmt: skip
PASSIVE = Sample(
    "fr", ["Le", "port", "fut", "pris", "par", "les", "rebelles", "."], [2, 4, 4, 0, 7, 7, 4, 4],
    ["det", "nsubj:pass", "aux:pass", "root", "case", "det", "obl:agent", "punct"],
    ["DET", "NOUN", "AUX", "VERB", "ADP", "DET", "NOUN", "PUNCT"],
)  # fmt: skip
ENGLISH = Sample(
    "en", ["The", "rebels", "left", "the", "old", "port", "."], [2, 3, 0, 6, 6, 3, 3],
    ["det", "nsubj", "root", "det", "amod", "obj", "punct"], ["DET", "NOUN", "VERB", "DET", "ADJ", "NOUN", "PUNCT"],
    preds=[(2, [(1, "ARG0"), (5, "ARG1")])],
)  # fmt: skip


def test_a_merged_word_takes_the_head_of_the_part_that_leads_out_of_it(tmp_path: Path) -> None:
    path = tmp_path / "es.conllu"
    path.write_text(MERGED, encoding="utf-8")
    [sample] = treebank([path], "es")
    assert sample.words == ["Habla", "del", "mar", "."]
    assert sample.heads == [0, 3, 1, 1]
    assert sample.relations == ["root", "case", "obl", "punct"]


def test_an_argument_is_kept_as_its_head_word(tmp_path: Path) -> None:
    row = {
        "tokens": ENGLISH.words, "upos": ENGLISH.upos, "head": ENGLISH.heads, "deprel": ENGLISH.relations,
        "preds": [{"i": 2, "roleset": "leave.01", "args": [["ARG0", 0, 2], ["ARG1", 3, 6], ["C-ARG1", 6, 7]]}],
    }  # fmt: skip
    path = tmp_path / "roles.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    [sample] = propbank(path)
    assert sample.preds == ENGLISH.preds


def test_names_of_other_kinds_become_o(tmp_path: Path) -> None:
    path = tmp_path / "names.conll"
    path.write_text("Ana\tB-person\nin\tO\nLindar\tB-location\nwins\tO\nCup\tB-product\n\n", encoding="utf-8")
    [sample] = iob([path], "en", 1, {"person": "PER", "location": "LOC"})
    assert sample.names == ["B-PER", "O", "B-LOC", "O", "O"]


def test_factuality_joins_the_tree_of_the_same_sentence(tmp_path: Path) -> None:
    rows = [
        {"text": "The rebels left the old  port .", "targets": [{"span1": [2, 3], "label": 2.5}]},
        {"text": "They may go", "targets": [{"span1": [2, 3], "label": -0.5}]},
    ]
    path = tmp_path / "facts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    samples = with_facts([Sample("en", list(ENGLISH.words), list(ENGLISH.heads or []))], factuality(path))
    assert [(s.heads is not None, s.facts) for s in samples] == [(True, {2: 2.5}), (False, {2: -0.5})]


@pytest.mark.parametrize(
    ("sample", "verb", "certain", "unknown"),
    [
        (TREE, 1, {0: "ARG0", 2: "ARG1", 3: "-", 4: "-"}, set()),
        (PASSIVE, 3, {1: "ARG1", 6: "ARG0", 0: "-", 4: "-", 5: "-", 7: "-"}, {2}),
    ],
)
def test_a_tree_makes_some_roles_certain(sample: Sample, verb: int, certain: dict[int, str], unknown: set[int]) -> None:
    [found] = with_tree_roles([Sample(sample.language, sample.words, sample.heads, sample.relations, sample.upos)])
    assert found.partial
    [(place, roles)] = found.preds or []
    assert place == verb
    assert dict(roles) == certain
    assert unknown.isdisjoint(dict(roles))


def test_english_roles_are_left_as_they_are() -> None:
    [found] = with_tree_roles([ENGLISH])
    assert not found.partial


@pytest.mark.parametrize("language", ["en", "es", "uk", "ru", "fr", "de"])
def test_composed_speech_is_a_tree_whose_verb_has_a_speaker_and_a_content(language: str) -> None:
    [name, *_] = names(ENGLISH)
    inner = clause(ENGLISH)
    assert inner is not None
    for pattern, verb_at in patterns(language, "said"):
        sample = fill(pattern, verb_at, inner, name)
        heads = sample.heads or []
        assert len(sample.words) == len(heads) == len(sample.relations or []) == len(sample.upos or [])
        assert heads.count(0) == 1
        assert all(_reaches_root(heads, i) for i in range(len(heads)))
        if verb_at is not None:
            speech = [dict(roles) for place, roles in sample.preds or [] if sample.words[place] == "said"]
            assert [sorted(roles.values()) for roles in speech] == [["ARG0", "ARG1"]]
            assert {sample.words[i] for i, role in speech[0].items() if role == "ARG1"} == {"left"}


def _reaches_root(heads: list[int], i: int) -> bool:
    for _ in heads:
        if heads[i] == 0:
            return True
        i = heads[i] - 1
    return False


def test_composing_is_the_same_for_the_same_seed() -> None:
    one, other = (compose([ENGLISH], "en", 5, seed=7) for _ in range(2))
    assert one == other
    assert len(one) == 5
    assert compose([ENGLISH], "en", 5, seed=8) != one


def test_samples_come_back_from_their_file(tmp_path: Path) -> None:
    samples = [ENGLISH, Sample("en", ["Go"], facts={0: -1.5}), *with_tree_roles([TREE])]
    path = tmp_path / "train.jsonl"
    assert write(path, samples) == 3
    back = read(path)
    assert [s.words for s in back] == [s.words for s in samples]
    assert [s.facts for s in back] == [s.facts for s in samples]
    assert [s.partial for s in back] == [False, False, True]


def test_relations_are_the_labels_that_occur() -> None:
    assert labels_of([TREE])["deprel"] == ["nmod", "nsubj", "obj", "punct", "root"]
