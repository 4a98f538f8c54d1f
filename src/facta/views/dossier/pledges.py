"""Takes pledges and what the cross-check says of them, gives the cards of part 2: promises against deeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facta.records import BINDING, Evidence, Group, Part, Pledge, Statement, Strength
from facta.views.dossier.days import day
from facta.views.dossier.index import Index
from facta.views.dossier.marks import Mark, Verdict
from facta.views.dossier.room import Rows, cut
from facta.views.dossier.rows import STRENGTH_WORDS, ClaimRow, about_of, claim_rows
from facta.views.dossier.strip import Strip, strip_of

UNTESTABLE = "not testable"
UNTESTED = (UNTESTABLE, "no deeds reported yet", "too early")


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of a verdict, such as a place, with its own verdict and evidence."""

    label: str
    verdict: Verdict
    reason: str
    marks: tuple[Mark, ...]
    evidence: Rows[ClaimRow]


@dataclass(frozen=True, slots=True)
class PledgeCard:
    """One pledge with every report's wording beside the others."""

    group: Group
    who: tuple[str, ...]
    whom: tuple[str, ...]
    places: tuple[str, ...]
    said: str
    term: tuple[str, ...]
    verdict: Verdict | None
    reason: str
    verb: str
    conditions: tuple[str, ...]
    wordings: Rows[ClaimRow]
    parts: tuple[PartRow, ...]
    evidence: Rows[ClaimRow]
    strip: Strip | None
    remarks: tuple[tuple[Verdict, str], ...] = ()
    finding: str = ""

    @property
    def untestable(self) -> bool:
        """Nothing that is reported could speak for or against it: folded away."""
        return self.verdict is not None and self.verdict.text == UNTESTABLE


def pledge_cards(index: Index) -> Rows[PledgeCard]:
    """A card for each pledge group, those with a contested verdict first, otherwise in the order of the check."""
    ordered = sorted(
        (group for group in index.check.groups if group.kind == "pledge"), key=lambda group: _rank(index, group)
    )
    return cut(ordered, index.room.listed, lambda group: _card(index, group))


def _rank(index: Index, group: Group) -> tuple[int, int]:
    """Contested before tested before the rest; among equals, more reports first."""
    finding = index.main_finding(group)
    if finding is None or finding.verdict in UNTESTED:
        return 2, -group.counts.reports
    return (0 if Verdict.of(finding.verdict).contested else 1), -group.counts.reports


def _card(index: Index, group: Group) -> PledgeCard:
    finding = index.main_finding(group)
    wordings = claim_rows(index, group.claims, index.room.members)
    told = [pair for id_ in group.claims if (pair := index.by_id.get(id_))]
    pledges = [claim for _, claim in told if isinstance(claim, Pledge)]
    about = [about_of(index, report, claim) for report, claim in told]
    parts = tuple(part_row(index, part) for part in finding.parts) if finding else ()
    elsewhere = {row.id for part in parts for row in part.evidence} | set(group.claims)
    rest = evidence_rows(index, finding.evidence if finding else (), elsewhere)
    days_said = [pledge.said.start for pledge in pledges if pledge.said and pledge.said.start]
    said = min(days_said) if days_said else group.when.start if group.when else None
    strength = min((pledge.strength for pledge in pledges), key=BINDING.index, default=Strength.COMMITS)
    until = max((pledge.until_on for pledge in pledges if pledge.until_on), default=None)
    say = index.interface.gettext
    deeds = [(say(part.label), part.evidence) for part in parts] + ([(say("other evidence"), rest)] if rest else [])
    return PledgeCard(
        group=group,
        who=distinct(who for who, _, _, _ in about),
        whom=distinct(whom for _, whom, _, _ in about),
        places=distinct(place for _, _, where, _ in about for place in where.split(" · ")),
        said=day(said, index.interface),
        term=distinct(when for _, _, _, when in about),
        verdict=Verdict.of(finding.verdict) if finding else None,
        reason=beyond_parts(finding.reason, finding.parts) if finding else "",
        verb=say(STRENGTH_WORDS[strength]),
        conditions=distinct(_conditions(index, group)),
        wordings=wordings,
        parts=parts,
        evidence=rest,
        strip=strip_of(index, said, until, deeds) if said else None,
        remarks=tuple((Verdict.of(found.verdict), found.reason) for found in index.remarks(group)),
        finding=finding.id if finding else "",
    )


def _conditions(index: Index, group: Group) -> Iterator[str]:
    """The words under which it is promised, in each report's own."""
    for id_ in (id_ for id_ in group.claims if id_ in index.by_id):
        report, claim = index.by_id[id_]
        if isinstance(claim, Pledge) and claim.condition is not None:
            yield claim.condition.of(report.text)


def beyond_parts(reason: str, parts: Sequence[Part]) -> str:
    """What a reason says beside the reasons of its parts, which stand with the parts."""
    for part in parts:
        reason = reason.replace(part.reason, "")
    return " ".join(reason.split())


def part_row(index: Index, part: Part) -> PartRow:
    marks = tuple(index.marks[origin] for origin in part.origins if origin in index.marks)
    return PartRow(part.label, Verdict.of(part.verdict), part.reason, marks, evidence_rows(index, part.evidence, set()))


def evidence_rows(index: Index, evidence: Iterable[Evidence], without: set[str]) -> Rows[ClaimRow]:
    """Rows of the claims that carry a finding, each once, apart from those shown elsewhere; a statement whose deed is
    among them stands in that deed's chain."""
    ids = dict.fromkeys(e.claim for e in evidence if e.claim in index.by_id and e.claim not in without)
    told = {claim.source for id_ in ids if not isinstance(claim := index.by_id[id_][1], Statement)}
    return claim_rows(index, [id_ for id_ in ids if id_ not in told], index.room.evidence)


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, in order, without empty ones."""
    return tuple(dict.fromkeys(word for word in words if word))
