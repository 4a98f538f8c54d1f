"""The whole product on one screen: sources to reports, reports to claims, claims to a ledger, the ledger to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.errors import FactaError
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.reading import Reader
from facta.records import Claims, Failure, Report
from facta.settings import Settings
from facta.stories import group, resolve


class Pipeline:
    """Holds what is loaded once: reader, gazetteer and settings."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.reader = Reader.load(settings.threads)
        self.gazetteer = Gazetteer.load()

    def claims(self, report: Report) -> Claims:
        """What one report claims. A pure function of the report, so it maps over any number of machines."""
        codebook = Codebook.load(report.language, self.settings.codebook)
        return extract(self.reader.read(report), codebook, self.gazetteer)

    def read(self, reports: Iterable[Report], ledger: Ledger) -> Iterator[Claims | Failure]:
        """Each report's claims as they are stored, one transaction a report; then all stories are checked anew."""
        for report in reports:
            try:
                claims = self.claims(report)
            except FactaError as error:
                yield Failure(report.path or report.url or report.id, error.message, error.remedy)
                continue
            ledger.add(claims)
            yield claims
        self.recheck(ledger)

    def recheck(self, ledger: Ledger) -> None:
        """Entities, stories and findings from all claims in the ledger; replaces the machine's earlier ones."""
        everything = ledger.claims()
        entities = resolve(everything)
        stories = group(everything, entities)
        codebook = Codebook.load("en", self.settings.codebook)
        by_report = {claims.report.id: claims for claims in everything}
        checks = [check(story, [by_report[r] for r in story.reports], entities, codebook) for story in stories]
        ledger.replace_checks(entities, checks)
