"""Runs the model over a report's sentences. (First version, to be replaced: plain splitting, greedy heads.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import simplemma

from facta.model import Model
from facta.records import NamedSpan, NameKind, Reading, Report, Role, Sentence, Span, Token
from facta.text import paragraphs

_WORD = re.compile(r"\d[\d.,:/]*\d|\w+(?:[-’'ʼ]\w+)*|\S")
_CLITIC = re.compile(r"(?i)(?:n[’']t|[’'](?:s|re|ve|ll|d|m))$")
_END = re.compile(r"(?<=[.!?…])[”\"»’)]*\s+(?=[“\"«‘(]?[\w])")
_KINDS = {"PER": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "LOC": NameKind.PLACE}


def sentence_spans(text: str) -> Iterator[Span]:
    for paragraph in paragraphs(text):
        start = paragraph.start
        for end in _END.finditer(text, paragraph.start, paragraph.end):
            yield Span(start, end.start() + len(end.group().rstrip()))
            start = end.end()
        yield Span(start, paragraph.end)


def word_spans(text: str, span: Span, language: str) -> Iterator[Span]:
    for m in _WORD.finditer(text, span.start, span.end):
        clitic = _CLITIC.search(m.group()) if language == "en" else None
        if clitic and clitic.start():
            yield Span(m.start(), m.start() + clitic.start())
            yield Span(m.start() + clitic.start(), m.end())
        else:
            yield Span(m.start(), m.end())


class Reader:
    """Holds the model; `read` is a pure function of the report."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @classmethod
    def load(cls, threads: int = 1) -> Reader:
        return cls(Model.load(threads))

    def read(self, report: Report) -> Reading:
        spans = list(sentence_spans(report.text))
        sentences: list[Sentence] = []
        for span in spans:
            words = list(word_spans(report.text, span, report.language))[:110]
            sentences.append(self._sentence(report, span, words))
        vectors = [s.vector for s in sentences if s.vector is not None]
        mean = np.mean(vectors, axis=0) if vectors else None
        vector = mean / np.linalg.norm(mean) if mean is not None else None
        return Reading(report, tuple(sentences), vector)

    def _sentence(self, report: Report, span: Span, words: list[Span]) -> Sentence:
        forms = [w.of(report.text) for w in words]
        ids, first = [0], []
        for form in forms:
            first.append(len(ids))
            ids += self.model.tokenizer.encode(form, add_special_tokens=False).ids[:12] or [3]
        ids.append(2)
        n = len(forms)
        upos, arc, deprel, ner, pred, role, vector = self.model.session.run(
            None,
            {
                "ids": np.array([ids]),
                "mask": np.ones((1, len(ids)), np.int64),
                "first": np.array([first]),
                "words": np.ones((1, n), np.int64),
            },
        )
        labels = self.model.labels
        heads = arc[0].argmax(-1) - 1
        tokens = tuple(
            Token(
                w.start,
                w.end,
                form,
                simplemma.lemmatize(form, lang=report.language) if report.language in ("en", "es", "uk", "ru", "fr", "de") else form,
                labels["upos"][upos[0, i].argmax()],
                int(heads[i]),
                labels["deprel"][deprel[0, i].argmax()],
            )
            for i, (w, form) in enumerate(zip(words, forms))
        )
        predicates = tuple(i for i in range(n) if pred[0, i, 1] > pred[0, i, 0])
        roles = tuple(
            Role(i, j, labels["role"][role[0, i, j]]) for i in predicates for j in range(n) if role[0, i, j]
        )
        return Sentence(span, tokens, predicates, roles, tuple(_names(ner[0].argmax(-1), labels["ner"])), vector[0])


def _names(tags: np.ndarray, labels: tuple[str, ...]) -> Iterator[NamedSpan]:
    i = 0
    while i < len(tags):
        label = labels[tags[i]]
        j = i + 1
        if label.startswith("B-"):
            while j < len(tags) and labels[tags[j]] == "I-" + label[2:]:
                j += 1
            yield NamedSpan(i, j, _KINDS[label[2:]])
        i = j
