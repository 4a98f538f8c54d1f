"""From a file of sentences with hand-made roles to records whose words are found by facta's own splitting.

The format is told in roles/README.md. A word that the sentence does not have is an error that names file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facta.reading.sentences import sentence_spans
from facta.reading.words import word_spans
from facta.records import Span

FOLDER = Path(__file__).with_name("roles")
UNTRAINED = FOLDER / "untrained"
_LABEL = re.compile(r"ARG[0-5]|ARGM-(?:ADV|CAU|COM|DIR|DIS|EXT|GOL|LOC|MNR|MOD|NEG|PRD|PRP|TMP)")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: any of the labels on any of the words is right; an optional one may also be left out."""

    labels: tuple[str, ...]
    words: tuple[int, ...]
    optional: bool = False

    def fits(self, label: str, word: int) -> bool:
        return label in self.labels and word in self.words


@dataclass(slots=True)
class Annotated:
    """One sentence with its predicates' arguments; of words in `left_out` nothing is asked and nothing counted."""

    text: str
    words: tuple[str, ...]
    predicates: dict[int, tuple[Argument, ...]] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()


class BadAnnotation(ValueError):
    """A line of a role set is wrong; file and line are named."""


def languages() -> list[str]:
    """Those the reader was trained for."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def untrained() -> list[str]:
    """Languages tried zero-shot, with smaller sets."""
    return sorted(path.stem for path in UNTRAINED.glob("*.txt"))


def load(language: str) -> list[Annotated]:
    """The sentences of a language in order."""
    path = (FOLDER if language in languages() else UNTRAINED) / f"{language}.txt"
    found: list[Annotated] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            if line.startswith(" "):
                _annotate(found[-1], line.strip())
            else:
                found.append(_sentence(line, language))
        except (BadAnnotation, IndexError) as error:
            raise BadAnnotation(f"{path.name}:{number}: {error}") from error
    return found


def _sentence(text: str, language: str) -> Annotated:
    if len(sentence_spans(text, language)) != 1:
        raise BadAnnotation("more than one sentence")
    return Annotated(text, tuple(text[a:b] for a, b in word_spans(text, Span(0, len(text)), language)))


def _annotate(sentence: Annotated, line: str) -> None:
    if line.startswith("~"):
        sentence.left_out |= {_word(name, sentence.words) for name in line[1:].split()}
        return
    predicate, colon, rest = line.partition(":")
    if not colon:
        raise BadAnnotation(f"no colon after the predicate: {line}")
    at = _word(predicate, sentence.words)
    if at in sentence.predicates:
        raise BadAnnotation(f"{predicate} is annotated twice")
    sentence.predicates[at] = tuple(_arguments(rest.split(), sentence.words))


def _arguments(written: Sequence[str], words: Sequence[str]) -> Iterator[Argument]:
    for one in written:
        labels, equals, heads = one.partition("=")
        optional = labels.endswith("?")
        named = tuple(labels.removesuffix("?").split("|"))
        if not equals or not all(map(_LABEL.fullmatch, named)):
            raise BadAnnotation(f"not LABEL=word: {one}")
        yield Argument(named, tuple(_word(head, words) for head in heads.split("|")), optional)


def _word(name: str, words: Sequence[str]) -> int:
    """Index of the word; `word#2` is its second occurrence."""
    form, _, nth = name.partition("#")
    places = [i for i, word in enumerate(words) if word == form]
    if len(places) < int(nth or 1):
        raise BadAnnotation(f"{name} is not in: {' '.join(words)}")
    return places[int(nth or 1) - 1]
