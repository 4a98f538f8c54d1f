"""Scores predicates and the head words of their roles on the hand-made sets in roles/, through the product's reader.

    python -m quality.score_roles [LANGUAGE…] [--errors]

Prints precision, recall and F1 of predicates, of all roles, and of ARG0 to ARG2 apart; with --errors each miss as well.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.reading import Reader
from facta.records import Report, Sentence
from quality.role_sets import Annotated, Argument, languages, load

CORE = frozenset({"ARG0", "ARG1", "ARG2"})
Found = tuple[int, str, int]  # predicate, label, head word of the argument


@dataclass(slots=True)
class Count:
    """How many were asked for, found, and right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Misses:
    """What one sentence lacks and has too much of, in words."""

    text: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def read(reader: Reader, language: str, annotated: Sequence[Annotated]) -> list[Sentence]:
    """The sentences as the product reads them: one report with a sentence a line."""
    sentences = reader.read(Report.of("\n".join(one.text for one in annotated), language)).sentences
    if [tuple(t.form for t in s.tokens) for s in sentences] != [one.words for one in annotated]:
        raise ValueError(f"{language}: the reader splits the lines otherwise than the role set does")
    return list(sentences)


def roles(sentence: Sentence) -> list[Found]:
    """The sentence's roles; a relative pronoun's R- label counts as its antecedent's."""
    return [(r.predicate, r.label.removeprefix("R-"), r.argument) for r in sentence.roles]


def count_predicates(gold: Annotated, sentence: Sentence, count: Count) -> None:
    found = set(sentence.predicates) - gold.left_out
    asked = set(gold.predicates) - gold.left_out
    count.gold += len(asked)
    count.found += len(found)
    count.right += len(found & asked)


def asked_roles(gold: Annotated, core: bool) -> Iterator[tuple[int, Argument, bool]]:
    """Predicate, argument, and whether it must be found; where its label is a matter of taste, `core` asks for none."""
    for predicate, arguments in gold.predicates.items():
        for argument in arguments:
            labels = set(argument.labels)
            if predicate not in gold.left_out and (not core or labels & CORE):
                yield predicate, argument, not argument.optional and (not core or labels <= CORE)


def count_roles(gold: Annotated, sentence: Sentence, count: Count, core: bool) -> None:
    """Adds the sentence's roles to the count. What is optional, or found once already, is neither right nor wrong."""
    asked = list(asked_roles(gold, core))
    matched: set[int] = set()
    for predicate, label, word in roles(sentence):
        if predicate in gold.left_out or (core and label not in CORE):
            continue
        fitting = [k for k, (p, argument, _) in enumerate(asked) if p == predicate and argument.fits(label, word)]
        wanted = [k for k in fitting if asked[k][2]]
        if new := [k for k in wanted if k not in matched]:
            matched.add(new[0])
            count.right += 1
            count.found += 1
        elif not fitting:
            count.found += 1
    count.gold += sum(must for _, _, must in asked)


def score(reader: Reader, language: str) -> dict[str, Count]:
    """Counts of predicates, all roles and core roles of one language."""
    counts = {"predicates": Count(), "roles": Count(), "core roles": Count()}
    annotated = load(language)
    for gold, sentence in zip(annotated, read(reader, language, annotated), strict=True):
        count_predicates(gold, sentence, counts["predicates"])
        count_roles(gold, sentence, counts["roles"], core=False)
        count_roles(gold, sentence, counts["core roles"], core=True)
    return counts


def score_all(reader: Reader) -> dict[str, float]:
    """F1 of every measure and language, for the quality gate."""
    return {f"{lang} {name} F1": count.f1 for lang in languages() for name, count in score(reader, lang).items()}


def misses(gold: Annotated, sentence: Sentence) -> Misses | None:
    """What the reader lacks and has too much of; None when nothing."""
    words = gold.words
    found = [f for f in roles(sentence) if f[0] not in gold.left_out]
    asked = list(asked_roles(gold, core=False))
    missing = [f"{words[p]}:" for p in gold.predicates if p not in {*sentence.predicates, *gold.left_out}]
    missing += [
        f"{words[p]}: {'|'.join(a.labels)}={'|'.join(words[w] for w in a.words)}"
        for p, a, must in asked
        if must and not any(q == p and a.fits(label, w) for q, label, w in found)
    ]
    extra = [f"{words[p]}:" for p in sentence.predicates if p not in {*gold.predicates, *gold.left_out}]
    extra += [
        f"{words[p]}: {label}={words[w]}"
        for p, label, w in found
        if not any(q == p and a.fits(label, w) for q, a, _ in asked)
    ]
    return Misses(gold.text, tuple(missing), tuple(extra)) if missing or extra else None


def print_misses(reader: Reader, language: str) -> None:
    annotated = load(language)
    for gold, sentence in zip(annotated, read(reader, language, annotated), strict=True):
        if missed := misses(gold, sentence):
            print(missed.text)
            print(*(f"    - {one}" for one in missed.missing), *(f"    + {one}" for one in missed.extra), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="all sets, if none is named")
    parser.add_argument("--errors", action="store_true", help="print what is missing (-) and what is too much (+)")
    given = parser.parse_args()
    reader = Reader.load()
    for language in given.languages or languages():
        if given.errors:
            print_misses(reader, language)
        for name, count in score(reader, language).items():
            shares = f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
            print(f"{language} {name:<11} {shares}  ({count.gold})")


if __name__ == "__main__":
    main()
