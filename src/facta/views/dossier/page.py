"""Takes a story's check, claims and entities, gives the whole page as values; looks are left to the templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from facta.records import (
    Act,
    Claims,
    CrossCheck,
    Entity,
    Group,
    PassageRole,
    Precision,
    Report,
    Stance,
    Statement,
    Story,
)
from facta.views.dossier.atlas import Atlas, atlas_of
from facta.views.dossier.days import day, days
from facta.views.dossier.deeds import Deed, TimeLine, deeds_of, time_line
from facta.views.dossier.figures import Chart, charts_of
from facta.views.dossier.index import SHOWN, Index, Link, all_claims, file_of, outlet_of
from facta.views.dossier.marks import Mark, Verdict
from facta.views.dossier.pledges import PledgeCard, pledge_cards
from facta.views.dossier.provenance import Provenance, provenance_of
from facta.views.dossier.room import ALL, Room, Rows
from facta.views.dossier.rows import ClaimRow, claim_rows, place_text
from facta.views.dossier.speakers import Saying, Speaker, by_act, speakers_of, unnamed
from facta.views.dossier.texts import highlights, render
from facta.views.dossier.wordings import Wording, wordings
from facta.views.interface import ENGLISH, Interface

WHERE = 4  # places named in the head
RECENT = 30  # days around the first report within which a deed counts for the dates in the head
CONTESTED = 4  # contested points named in the head


@dataclass(frozen=True, slots=True)
class Head:
    """What, where, when; three counts, never one; what is contested."""

    where: tuple[str, ...]
    when: str
    published: str
    reports: int
    publishers: int
    unnamed_publishers: int
    languages: tuple[str, ...]
    origins: int
    parties: int
    contested: tuple[tuple[Group, Verdict], ...]
    contested_more: int


@dataclass(frozen=True, slots=True)
class Text:
    """A report with its evidence marked."""

    report: Report
    outlet: str
    file: str
    published: str
    body: Markup
    claims: int

    @property
    def headline(self) -> str:
        """The title that is known of it, else the headline in its text."""
        spans = (passage.span for passage in self.report.passages if passage.role is PassageRole.HEADLINE)
        return self.report.title or next((" ".join(span.of(self.report.text).split()) for span in spans), "")

    @property
    def web(self) -> bool:
        """Whether the address may be followed: any other scheme stays text."""
        return (self.report.url or "").startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class Page:
    story: Story
    head: Head
    pledges: Rows[PledgeCard]
    deeds: tuple[Deed, ...]
    time_line: TimeLine | None
    atlas: Atlas | None
    speakers: Rows[Speaker]
    unnamed: Rows[ClaimRow]
    denials: Rows[Saying]
    doubts: Rows[Saying]
    wordings: Rows[Wording]
    charts: Rows[Chart]
    ungrouped: Rows[ClaimRow]
    provenance: Provenance
    texts: tuple[Text, ...]
    outside: tuple[Text, ...]  # reports of other stories of the thread, which findings cite
    earlier: Mapping[str, Story]  # by group of pledges, the earlier story in which they were made
    legend: tuple[Mark, ...]


def page_of(
    check: CrossCheck,
    claims: Sequence[Claims],
    entities: Sequence[Entity],
    links: Sequence[Link] = (),
    whole: bool = True,
    interface: Interface = ENGLISH,
    room: Room = ALL,
) -> Page:
    """Everything that the dossier of one story shows; unless it is to be `whole`, its reports' texts are left out.
    `room` says how many rows of each list there are."""
    index = Index(check, claims, entities, links, interface, room)
    deeds = deeds_of(index)
    return Page(
        story=check.story,
        head=_head(index),
        pledges=pledge_cards(index),
        deeds=tuple(deeds),
        time_line=time_line(index, deeds),
        atlas=atlas_of(deeds),
        speakers=speakers_of(index),
        unnamed=unnamed(index),
        denials=by_act(index, Act.DENY),
        doubts=by_act(index, Act.DOUBT),
        wordings=wordings(index),
        charts=charts_of(index),
        ungrouped=_ungrouped(index),
        provenance=provenance_of(index),
        texts=tuple(_text(one, "", interface) if whole else _title(one, interface) for one in index.claims),
        outside=tuple(_text(one, "", interface) if whole else _title(one, interface) for one in index.outside),
        earlier=dict(check.earlier),
        legend=_legend(index),
    )


def reading_of(claims: Claims, target: str = "", interface: Interface = ENGLISH) -> Text:
    """One report on a page of its own; `target` is the address of the page that holds the rows."""
    return _text(claims, target, interface)


def _text(claims: Claims, target: str, interface: Interface) -> Text:
    report, marks = claims.report, highlights(claims, interface)
    body = render(report.text, report.passages, marks, target, interface)
    return replace(_title(claims, interface), body=body, claims=len({mark.claim for mark in marks}))


def _title(claims: Claims, interface: Interface) -> Text:
    """What is said of a report in a list: all but its text."""
    report, published = claims.report, day(claims.report.published, interface)
    return Text(report, outlet_of(report, interface), file_of(report), published, Markup(), len(all_claims(claims)))


def _head(index: Index) -> Head:
    reports = index.reports
    publishers = {report.publisher for report in reports if report.publisher}
    published = [report.published for report in reports if report.published]
    happened = [group.when.start for group in index.check.groups if group.when and group.when.start]
    first = min(published, default=None)
    recent = [on for on in happened if first and abs((on - first).days) <= RECENT]
    contested = [
        (index.groups[finding.group], Verdict.of(finding.verdict))
        for finding in index.check.findings
        if Verdict.of(finding.verdict).contested
        and finding.group in index.groups
        and index.groups[finding.group].kind in SHOWN
    ]
    return Head(
        where=_where(index),
        when=days(min(recent), max(recent), index.interface) if recent else "",
        published=days(min(published), max(published), index.interface) if published else "",
        reports=len(reports),
        publishers=len(publishers),
        unnamed_publishers=sum(report.publisher is None for report in reports),
        languages=tuple(sorted({report.language for report in reports})),
        origins=len(index.check.own_origins),
        parties=sum(origin.stance is Stance.PARTY for origin in index.check.own_origins),
        contested=tuple(contested[:CONTESTED]),
        contested_more=max(0, len(contested) - CONTESTED),
    )


def _ungrouped(index: Index) -> Rows[ClaimRow]:
    """Claims that are in no group: they are few, but none may be lost."""
    own = {report.id for report in index.reports}
    ids = [
        id_
        for id_, (report, claim) in index.by_id.items()
        if not isinstance(claim, Statement) and id_ not in index.groups_of and report.id in own
    ]
    return claim_rows(index, ids, index.room.listed)


def _where(index: Index) -> tuple[str, ...]:
    """The places at which most deeds are set; a whole country only where nothing nearer is named."""
    counts: dict[tuple[bool, str], int] = {}
    for group in index.check.groups:
        if group.place and group.kind == "incident" and group.place.country:
            key = (group.place.precision is Precision.COUNTRY, place_text(index, group.place))
            counts[key] = counts.get(key, 0) + len(group.claims)
    ranked = sorted(counts, key=lambda key: (key[0], -counts[key]))
    return tuple(name for whole, name in ranked[:WHERE] if not whole or ranked[0][0])


def _legend(index: Index) -> tuple[Mark, ...]:
    """One mark for each stance and party on the page."""
    seen: dict[tuple[str, str | None], Mark] = {}
    for mark in index.marks.values():
        seen.setdefault((mark.stance, mark.side if mark.stance == "party" else None), mark)
    return tuple(seen.values())
