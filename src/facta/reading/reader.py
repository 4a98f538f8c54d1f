"""From a Report to a Reading, through the model. Splitting, windows and decoding are left to its neighbours."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from facta.model import Model
from facta.reading.decode import Analysis, decode, join, names
from facta.reading.lemmas import lemma
from facta.reading.particles import joined
from facta.reading.sentences import sentence_spans
from facta.reading.windows import Window, batches, inputs, windows
from facta.reading.words import word_spans
from facta.records import Reading, Report, Sentence, Span, Token, Vector

Forms = tuple[str, ...]
Result = tuple[Analysis, Vector]
_REMEMBERED = 4_096  # sentences: a wire story comes in many papers, and its sentences are read once
_DECIMALS = 5  # of vectors: what lies below differs from one processor to the next


class Reader:
    """Holds the model; `read` is a pure function of the report.

    Results are per sentence, whatever stands beside it: the same sentence in two reports is read the same way."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._known: OrderedDict[tuple[str, Forms], Result] = OrderedDict()

    @classmethod
    def load(cls, threads: int = 1) -> Reader:
        return cls(Model.load(threads))

    def read(self, report: Report) -> Reading:
        """The report's sentences, parsed, and its vector."""
        text, language = report.text, report.language
        spans = sentence_spans(text, language)
        words = [word_spans(text, span, language) for span in spans]
        forms = [tuple(text[a:b] for a, b in found) for found in words]
        sentences = tuple(
            _sentence(span, found, written, result, language)
            for span, found, written, result in zip(spans, words, forms, self._results(forms, language), strict=True)
        )
        return Reading(report, sentences, _report_vector(sentences))

    def read_words(self, sentences: Sequence[Sequence[str]], language: str) -> list[Sentence]:
        """Sentences whose words are given; offsets are those of the words with single spaces between them."""
        forms = [tuple(words) for words in sentences]
        found = []
        for written, result in zip(forms, self._results(forms, language), strict=True):
            ends = np.cumsum([len(form) + 1 for form in written]) - 1
            places = [(int(end) - len(form), int(end)) for form, end in zip(written, ends, strict=True)]
            found.append(_sentence(Span(0, places[-1][1]), places, written, result, language))
        return found

    def _results(self, sentences: Sequence[Forms], language: str) -> list[Result]:
        """What the model says of each sentence, in their order; each different sentence is read once."""
        results = {forms: self._known.get((language, forms)) for forms in sentences}
        new = [forms for forms, result in results.items() if result is None]
        fresh = dict(zip(new, self._run(new, language), strict=True))
        results |= fresh
        self._known.update({(language, forms): result for forms, result in fresh.items()})
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return [result for forms in sentences if (result := results[forms]) is not None]

    def _run(self, sentences: Sequence[Forms], language: str) -> list[Result]:
        cut = [windows(i, [self.model.pieces(form) for form in forms]) for i, forms in enumerate(sentences)]
        parts: dict[tuple[int, int], tuple[Analysis, Vector]] = {}
        manifest = self.model.manifest
        relations = manifest.relations.get(language, frozenset())
        for batch in batches([w for parted in cut for w in parted], manifest.pieces_a_call):
            arrays = self.model.run(**inputs(batch))
            for row, window in enumerate(batch):
                analysis = decode(arrays, row, window, manifest.labels, relations)
                parts[window.sentence, window.first] = analysis, arrays["vector"][row]
        return [_joined(parted, [parts[w.sentence, w.first] for w in parted]) for parted in cut]


def _joined(parted: Sequence[Window], parts: Sequence[tuple[Analysis, Vector]]) -> Result:
    vector = _mean([v for _, v in parts], [w.own_last - w.own_first for w in parted])
    return join([analysis for analysis, _ in parts], parted), vector


def _mean(vectors: Sequence[Vector], weights: Sequence[int]) -> Vector:
    """Their weighted mean at unit length, rounded."""
    mean = np.average(np.asarray(vectors, np.float64), axis=0, weights=weights)
    unit = mean / max(float(np.linalg.norm(mean)), 1e-12)
    return np.asarray(unit.round(_DECIMALS), np.float32)


def _sentence(span: Span, places: Sequence[tuple[int, int]], forms: Forms, result: Result, language: str) -> Sentence:
    analysis, vector = result
    rows = zip(places, forms, analysis.upos, analysis.heads, analysis.deprels, strict=True)
    tokens = tuple(
        Token(start, end, form, lemma(form, upos, language), upos, head, deprel, analysis.facts.get(i))
        for i, ((start, end), form, upos, head, deprel) in enumerate(rows)
    )
    return Sentence(
        span,
        joined(tokens, language),
        tuple(analysis.predicates),
        tuple(analysis.roles),
        tuple(names(analysis.tags)),
        vector,
    )


def _report_vector(sentences: Sequence[Sentence]) -> Vector | None:
    vectors = [s.vector for s in sentences if s.vector is not None]
    return _mean(vectors, [len(s.tokens) for s in sentences]) if vectors else None
