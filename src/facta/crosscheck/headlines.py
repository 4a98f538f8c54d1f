"""From a report's headline and body to a finding where the headline says more, less or other than what is told below:
another number for one thing, or a stronger or weaker word for one promise. Rules on neither."""

from __future__ import annotations

from collections.abc import Iterator

from facta.crosscheck import verdicts
from facta.crosscheck.casefile import Case
from facta.crosscheck.figures import Number, Quantity
from facta.crosscheck.promises import Promise, Wording
from facta.crosscheck.words import sentence
from facta.records import Counts, Evidence, Finding, PassageRole, Report, Span, digest
from facta.stories.spelling import latin

_SHORT = 3  # letters of a word that says nothing of what is promised


def headline_findings(case: Case, promises: list[Promise], quantities: list[Quantity]) -> Iterator[Finding]:
    """Each promise and quantity of which a headline says something else than its own report."""
    for promise in promises:
        for report in dict.fromkeys(w.report.id for w in promise.wordings):
            yield from _of_promise(case, promise, case.reports[report])
    for quantity in quantities:
        for number in quantity.numbers:
            yield from _of_number(quantity, number, quantities)


def in_headline(report: Report, span: Span) -> bool:
    return any(p.role is PassageRole.HEADLINE and p.span.covers(span) for p in report.passages)


def _of_promise(case: Case, promise: Promise, report: Report) -> Iterator[Finding]:
    """A headline with a verb of another strength than the body: "halt" above "reduce"."""
    spans = [span for w in promise.wordings if w.report.id == report.id for span in _words_of(w)]
    spans += [p.span for p in report.passages if p.role is PassageRole.HEADLINE and _tells(report, p.span, spans)]
    strong = [(span, found) for span in spans if (found := _strength(case, report, span))]
    above = [found for span, found in strong if in_headline(report, span)]
    below = [found for span, found in strong if not in_headline(report, span)]
    if not above or not below or any(level == above[0][1] for _, level in below):
        return
    word, level = above[0]
    body = below[0]
    how = "more" if level > body[1] else "less"
    told = f'the headline says {how} than the report: "{_of(report, word)}" above "{_of(report, body[0])}"'
    yield _finding(promise.group.id, report, told, (word, body[0]), spans)


def _tells(report: Report, headline: Span, spans: list[Span]) -> bool:
    """Whether the headline is about what the spans promise: two words of it stand there."""
    words = set(latin(headline.of(report.text)).split())
    return any(
        sum(len(w) > 3 for w in words & set(latin(s.of(report.text)).split())) > 1 for s in spans if s != headline
    )


def _words_of(wording: Wording) -> tuple[Span, ...]:
    return (wording.pledge.text, *wording.pledge.evidence)


def _strength(case: Case, report: Report, span: Span) -> tuple[Span, int] | None:
    """The first word of the span that says how far the promise goes, and its row: the later, the further."""
    for word in case.words_in(report.id, span):
        folded = latin(word.of(report.text))
        for level, stems in enumerate(case.rules.pledges.strengths):
            if any(_is_form(folded, stem) for stem in stems):
                return word, level
    return None


def _is_form(word: str, entry: str) -> bool:
    """Whether the word is the entry, or begins so where the entry ends in a star."""
    begun = latin(entry.removesuffix("*"))
    return word.startswith(begun) if entry.endswith("*") else word == begun


def _of_number(quantity: Quantity, number: Number, quantities: list[Quantity]) -> Iterator[Finding]:
    """A headline with a number that no figure of the same kind in the body allows."""
    report, figure = number.report, number.figure
    own = [n for q in quantities for n in q.numbers if n.report.id == report.id and n.figure.counts == figure.counts]
    below = [n for n in own if not in_headline(report, n.figure.text) and n.figure.scope is figure.scope]
    telling = in_headline(report, figure.text) and not any(not in_headline(report, e) for e in figure.evidence)
    if telling and below and not any(_fit(number, other) for other in below):
        words = (figure.text, below[0].figure.text)
        told = f'the headline says "{_of(report, words[0])}", the report "{_of(report, words[1])}"'
        yield _finding(quantity.group.id, report, told, words, [])


def _fit(one: Number, other: Number) -> bool:
    return one.bounds[0] <= other.bounds[1] and other.bounds[0] <= one.bounds[1]


def _of(report: Report, span: Span) -> str:
    return " ".join(span.of(report.text).split())


def _finding(group: str, report: Report, told: str, words: tuple[Span, Span], further: list[Span]) -> Finding:
    spans = dict.fromkeys([*words, *further])
    return Finding(
        id=digest("finding", group, "headline", report.id),
        group=group,
        kind="headline",
        verdict=verdicts.HEADLINE,
        reason=sentence(told),
        evidence=tuple(Evidence(report.id, span) for span in spans),
        counts=Counts(1, 1, 1, 1),
    )
