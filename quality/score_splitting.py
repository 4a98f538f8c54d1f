"""Scores the splitting of raw text into sentences and words on treebanks' texts, strung together to paragraphs.

    python -m quality.score_splitting [LANGUAGE…] [--corpora FOLDER] [--errors N]

A word or sentence is right when it begins and ends where the treebank's does (surface words: a multiword token is one
word, English clitics are words of their own). What ends without an end mark, a headline, is a line of its own.
With --errors, the commonest wrong words and the first wrong ends of sentences.
"""

from __future__ import annotations

import argparse
import html
import os
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from facta.reading.conllu import given_sentences
from facta.reading.sentences import sentence_spans
from facta.reading.words import word_spans

FOLDER = "train/ud"
TREEBANKS = {
    "en": ("en-pud",),
    "es": ("es-ancora", "es-gsd", "es-pud"),
    "uk": ("uk-parlamint",),
    "ru": ("ru-taiga", "ru-gsd", "ru-pud"),
    "fr": ("fr-gsd", "fr-sequoia", "fr-pud"),
    "de": ("de-gsd", "de-pud"),
}
DEFAULT = Path(__file__).parents[2] / "shared/corpora"
_MOST_SENTENCES = 5  # of a paragraph, where the treebank does not tell them apart
_ENDED = re.compile(r"""[.!?…:;][\s"'”’»)\]]*$""")
Place = tuple[int, int]
Given = tuple[str, list[str], bool]  # text, words, begins a paragraph


@dataclass(slots=True)
class Text:
    """A running text with the places of its words and sentences as the treebank has them."""

    text: str = ""
    words: list[Place] = field(default_factory=list)
    sentences: list[Place] = field(default_factory=list)

    def add(self, sentence: str, words: Iterable[str]) -> None:
        start = at = len(self.text)
        self.text += sentence
        self.sentences.append((start, len(self.text)))
        for word in words:
            found = self.text.find(word, at)
            if found >= 0:  # a word that its own text does not have (a few typing errors) is not asked for
                self.words.append((found, at := found + len(word)))


def treebank_sentences(file: Path, language: str) -> Iterator[Given]:
    """The sentences of a file that have a text."""
    lines = html.unescape(file.read_text(encoding="utf-8")).split("\n")
    told = any(line.startswith("# newpar") for line in lines)
    for number, given in enumerate(given_sentences(lines, language)):
        text = next((c[8:].strip() for c in given.comments if c.startswith("# text =")), "")
        first = any(c.startswith(("# newpar", "# newdoc")) for c in given.comments)
        yield text, given.words, first if told else number % _MOST_SENTENCES == 0


def running_text(sentences: Iterable[Given]) -> Text:
    """Sentences with a space between, paragraphs with a line break."""
    whole = Text()
    for sentence, words, first in sentences:
        if whole.text:
            whole.text += "\n" if first or not _ENDED.search(whole.text, len(whole.text) - 10) else " "
        whole.add(sentence, words)
    return whole


def split(text: str, language: str) -> Text:
    """The text as facta splits it."""
    spans = sentence_spans(text, language)
    words = [place for span in spans for place in word_spans(text, span, language)]
    return Text(text, words, [(span.start, span.end) for span in spans])


def f1(gold: Iterable[Place], found: Iterable[Place]) -> float:
    asked, given = set(gold), set(found)
    return 2 * len(asked & given) / max(1, len(asked) + len(given))


def texts(language: str, folder: Path) -> Iterator[Text]:
    """One text a file of the folder of treebanks; the big training parts are left out."""
    for treebank in TREEBANKS[language]:
        for file in sorted((folder / treebank).glob("*.conllu")):
            if "-train" not in file.name:
                yield running_text(treebank_sentences(file, language))


def score(language: str, folder: Path) -> dict[str, float]:
    """F1 of words and of sentences of the language's texts strung together."""
    whole = Text()
    for one in texts(language, folder):
        shift = len(whole.text)
        whole.text += one.text + "\n"
        whole.words += [(a + shift, b + shift) for a, b in one.words]
        whole.sentences += [(a + shift, b + shift) for a, b in one.sentences]
    found = split(whole.text, language)
    return {"words F1": f1(whole.words, found.words), "sentences F1": f1(whole.sentences, found.sentences)}


def score_all(folder: Path) -> dict[str, float]:
    return {f"{lang} {name}": value for lang in TREEBANKS for name, value in score(lang, folder).items()}


def print_errors(language: str, folder: Path, most: int) -> None:
    wrong: Counter[str] = Counter()
    for gold in texts(language, folder):
        found = split(gold.text, language)
        wrong.update(_wrong_words(gold, found))
        ends, had = {b for _, b in gold.sentences}, {b for _, b in found.sentences}
        for end in sorted(ends ^ had)[:most]:
            sign = "-" if end in ends else "+"
            print(f"{sign} {gold.text[max(0, end - 50) : end]} | {gold.text[end : end + 30]}".replace("\n", "⏎"))
    for seen, times in wrong.most_common(most):
        print(f"{times:5} {seen}")


def _wrong_words(gold: Text, found: Text) -> Iterator[str]:
    """Stretches that the two split differently, between places where both have a border."""
    borders = [{at for place in text.words for at in place} for text in (gold, found)]
    start, differs = 0, False
    for at in sorted(borders[0] | borders[1]):
        if at not in borders[0] or at not in borders[1]:
            differs = True
            continue
        if differs:
            yield f"{_cut(gold, start, at)}  <>  {_cut(found, start, at)}"
        start, differs = at, False


def _cut(text: Text, start: int, end: int) -> str:
    """The stretch with a bar at each border of a word."""
    near = text.words[max(0, bisect_left(text.words, (start, 0)) - 1) : bisect_left(text.words, (end, end))]
    marks = {at for place in near for at in place if start < at < end}
    return "".join("|" * (i in marks) + text.text[i] for i in range(start, end))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="all of them, if none is named")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("FACTA_CORPORA", DEFAULT)))
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print so many errors of each kind")
    given = parser.parse_args()
    for language in given.languages or TREEBANKS:
        if given.errors:
            print_errors(language, given.corpora / FOLDER, given.errors)
        scores = score(language, given.corpora / FOLDER)
        print(language, "  ".join(f"{name} {value:.2%}" for name, value in scores.items()))


if __name__ == "__main__":
    main()
