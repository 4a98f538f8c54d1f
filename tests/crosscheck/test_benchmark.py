"""Every story of the benchmark: what holds of all its findings, whatever the verdicts. The scores are in `quality`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.crosscheck.words import number
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, CrossCheck, Finding, Report, Story
from facta.sources import passages
from facta.stories import resolve
from facta.text import fold
from quality.crosscheck_set import Tale, tales

TALES = tales()
UNRELATED = (
    "Harbour crane collapses in Oslo\n\nA crane fell on a pier in Oslo on Friday. Nobody was hurt, the port said. "
    "The port promised to inspect all cranes by Monday."
)
READ = Callable[[Tale], list[Claims]]


@pytest.fixture(scope="module")
def read(reader: Reader, gazetteer: Gazetteer) -> READ:
    known: dict[str, Claims] = {}

    def claims(report: Report) -> Claims:
        if report.id not in known:
            known[report.id] = extract(reader.read(report), Codebook.load(report.language), gazetteer)
        return known[report.id]

    return lambda tale: [claims(report) for report in tale.reports]


def checked(everything: list[Claims]) -> CrossCheck:
    story = Story("s", "a story", tuple(claims.report.id for claims in everything))
    return check(story, everything, resolve(everything), Codebook.load("en"))


def shown(finding: Finding, everything: list[Claims]) -> str:
    """All cited characters, and the whole words that they touch."""
    texts = {claims.report.id: claims.report.text for claims in everything}
    return " ".join(evidence.span.of(texts[evidence.report]) for evidence in finding.evidence)


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: tale.name)
def test_every_finding_cites_two_spans_and_says_no_name_or_number_that_is_not_in_them(tale: Tale, read: READ) -> None:
    everything = read(tale)
    lengths = {claims.report.id: len(claims.report.text) for claims in everything}
    spelled = {number(count) for count in range(14)}
    for finding in checked(everything).findings:
        assert len(set(finding.evidence)) >= 2, finding.reason
        assert all(0 <= e.span.start < e.span.end <= lengths[e.report] for e in finding.evidence)
        cited = set(re.findall(r"\w+", fold(shown(finding, everything))))
        sentences = re.split(r"(?<=[.:;]) ", finding.reason)
        named = {word for s in sentences for word in re.findall(r"(?<=[\w,(\"“] )[A-ZА-ЯІЇЄҐ]\w+|\d[\d.,]*\d|\d", s)}
        loose = {w for word in named for w in re.findall(r"\w+", fold(word))} - cited - spelled
        assert not loose, (loose, finding.reason)


@pytest.fixture(scope="module")
def unrelated(reader: Reader, gazetteer: Gazetteer) -> Claims:
    report = Report.of(UNRELATED, "en", passages=passages(UNRELATED, Codebook.load("en")), publisher="Fjord Post")
    return extract(reader.read(report), Codebook.load("en"), gazetteer)


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: tale.name)
def test_ids_and_verdicts_stay_when_an_unrelated_report_is_added_and_whatever_the_order(
    tale: Tale, read: READ, unrelated: Claims
) -> None:
    everything = read(tale)
    more = [unrelated, *reversed(everything)]
    before = {finding.id: (finding.verdict, finding.reason) for finding in checked(everything).findings}
    after = {finding.id: (finding.verdict, finding.reason) for finding in checked(more).findings}
    assert before.items() <= after.items()


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: tale.name)
def test_counts_are_never_more_than_what_is_there(tale: Tale, read: READ) -> None:
    everything = read(tale)
    for group in checked(everything).groups:
        counts = group.counts
        assert 1 <= counts.publishers <= counts.reports <= len(everything)
        assert counts.origins <= counts.utterances or group.kind == "unsure"
