"""The open ledger: claims in, one transaction a report; claims, stories, findings and reviews out. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from facta.ledger import checks, dump, find, ids, store, tables, threads
from facta.ledger.accounts import Accounts
from facta.ledger.asking import Lookups
from facta.ledger.decided import Decided
from facta.ledger.runs import RunLog
from facta.records import Claims, CrossCheck, Entity, Failure, Report, Story

MAKER = "facta"


class Ledger(Lookups, RunLog, Decided):
    """An open ledger. Safe to share between threads; many may read while one writes."""

    # ---- reports and their claims

    def add(self, claims: Claims, made_by: str = MAKER) -> bool:
        """Keep a report and all it claims, in one transaction; false if the ledger holds exactly this already."""
        with self._writing() as connection:
            return store.add(connection, claims, made_by)

    def has(self, report: Report, made_by: str = MAKER) -> bool:
        """Whether the ledger holds this report, read by the same maker, with all that is known of it now."""
        with self._reading() as connection:
            return store.has(connection, report, made_by)

    def claims(self) -> tuple[Claims, ...]:
        """All claims of all reports, in order of publication (reports without a date last), then of ids."""
        with self._reading() as connection:
            return store.all_claims(connection)

    def claims_of(self, report: str) -> Claims:
        """What one report claims."""
        with self._reading() as connection:
            return store.claims_of(connection, report)

    def report(self, report: str) -> Report:
        """The report with this id."""
        with self._reading() as connection:
            return store.report(connection, report)

    def reports(self) -> tuple[Report, ...]:
        """All reports in order of publication."""
        with self._reading() as connection:
            return store.reports(connection)

    def makers(self) -> dict[str, str]:
        """By report id, which version of facta and of its rules read it."""
        with self._reading() as connection:
            rows = connection.execute(select(tables.reports.c.id, tables.reports.c.made_by))
            return {row.id: row.made_by for row in rows}

    def find(self, question: find.Question) -> tuple[find.FoundClaim, ...]:
        """The claims that fit every part of the question."""
        with self._reading() as connection:
            return find.find(connection, question)

    # ---- what the cross-check found

    def replace_checks(
        self, entities: Sequence[Entity], found: Sequence[CrossCheck], links: Sequence[checks.Link] = ()
    ) -> None:
        """Put these entities, stories and findings in the place of the machine's earlier ones, in one transaction.
        `links` say which shared entity (its id) a report's own entity is: (report, own, shared)."""
        with self._writing() as connection:
            checks.replace(connection, entities, links, found)

    def renew_checks(
        self,
        entities: Sequence[Entity],
        links: Sequence[checks.Link],
        stories: Sequence[Story],
        found: Sequence[CrossCheck],
        made_from: Mapping[str, str] | None = None,
    ) -> None:
        """The same, but stories that were not checked anew keep what was found of them. `made_from` are digests, by
        story, of all that its findings were made from."""
        with self._writing() as connection:
            checks.renew(connection, entities, links, stories, found, made_from)

    def replace_story_checks(self, found: Sequence[CrossCheck], made_from: Mapping[str, str] | None = None) -> None:
        """Put what was found of these stories in the place of what was found before, in one transaction; the stories
        keep their numbers, and all others stay as they are."""
        with self._writing() as connection:
            checks.replace_stories(connection, found, made_from)

    def made_from(self) -> dict[str, str]:
        """By story, the digest of all that its findings were made from, where it is known."""
        with self._reading() as connection:
            return checks.inputs(connection)

    def entities(self) -> tuple[Entity, ...]:
        with self._reading() as connection:
            return checks.entities(connection)

    def entity_links(self) -> tuple[checks.Link, ...]:
        """Which shared entity each report's own entities are: (report, own, shared), in order."""
        with self._reading() as connection:
            return checks.links(connection)

    def stories(self) -> tuple[Story, ...]:
        with self._reading() as connection:
            return checks.stories(connection)

    def story(self, name: str) -> Story:
        """The story whose id begins with `name`; `UsageError` lists near ones if there is not exactly one."""
        with self._reading() as connection:
            return checks.story(connection, name)

    def thread(self, story: Story) -> tuple[Story, ...]:
        """The stories of the story's thread, itself among them, in order."""
        with self._reading() as connection:
            return threads.of(connection, story)

    def tried(self, story: Story) -> tuple[threads.Tried, ...]:
        """Pledges of earlier stories of the thread that reports of this one try: story, group and finding."""
        with self._reading() as connection:
            return threads.tried(connection, story)

    def check(self, story: str) -> CrossCheck:
        """Origins, groups and findings of a story."""
        with self._reading() as connection:
            return checks.check(connection, story)

    def checks(self) -> tuple[CrossCheck, ...]:
        """All stories with their findings."""
        with self._reading() as connection:
            return tuple(checks.found_of(connection, story) for story in checks.stories(connection))

    # ---- people who may open its pages

    @property
    def accounts(self) -> Accounts:
        """Accounts, sessions and sign-ins: what facta serve asks of those at other machines."""
        return Accounts(self._reading, self._writing)

    # ---- log, counts, comparison

    def log_failure(self, failure: Failure, at: datetime, run: str | None = None) -> None:
        """Note that an input could not be read, and in which run."""
        with self._writing() as connection:
            told = {"what": failure.what, "reason": failure.reason, "remedy": failure.remedy}
            row = {"at": at.isoformat(), **told, "run": run}
            connection.execute(insert(tables.failures), row)

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(select(tables.failures).order_by(tables.failures.c.at)).mappings()
            return tuple(Failure(row["what"], row["reason"], row["remedy"]) for row in rows)

    def counts(self) -> dict[str, int]:
        """Number of rows by table."""
        with self._reading() as connection:
            every = tables.METADATA.sorted_tables
            return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in every}

    def ids(self) -> frozenset[str]:
        """The ids of everything that a person can decide on: claims, findings, groups, entities, stories."""
        owners = (tables.claims, tables.findings, tables.claim_groups, tables.entities, tables.stories)
        with self._reading() as connection:
            return frozenset(i for table in owners for i in connection.execute(select(table.c.id)).scalars())

    def beginning(self, name: str, most: int = 10) -> tuple[str, ...]:
        """The ids of claims, findings, groups, entities and stories that begin so, the only one if it is a whole id."""
        with self._reading() as connection:
            return ids.beginning(connection, name, most)

    def homes(self, identifier: str) -> tuple[tuple[str, str], ...]:
        """What the id names ("claim", "finding", "group", "entity", "story"), and in which story, "" if in none."""
        with self._reading() as connection:
            return ids.homes(connection, identifier)

    def dump(self) -> str:
        """All rows but the log as sorted lines, for comparing two ledgers; the same on every database."""
        with self._reading() as connection:
            return dump.dump(connection)

    def forget(self, report: str) -> None:
        """Remove a report and its claims; reviews stay."""
        with self._writing() as connection:
            store.forget(connection, report)
            connection.execute(delete(tables.reports).where(tables.reports.c.id == report))
