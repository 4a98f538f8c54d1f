"""From a ledger to all it holds on one entity: spellings, roles over time, sides, statements, and why it is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facta.codebook import Codebook
from facta.errors import UsageError
from facta.ledger import Ledger
from facta.records import Claims, Entity, Name, NameKind, Origin, Report, Review, Statement, Story
from facta.stories.bearers import actors
from facta.stories.judgements import ENTITY, SPELLING, anchor, standing
from facta.stories.roles import role_beside
from facta.text import fold
from facta.views.seen import seen_claims

NEAR = 12  # how many entities a message lists
Said = tuple[Report, Statement]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which reports write the name."""

    text: str
    count: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """What reports call the bearer, from the first day to the last."""

    text: str
    first: date | None
    last: date | None
    reports: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the entity stands in one story, and why."""

    story: Story
    origin: Origin


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a ledger holds on one entity."""

    entity: Entity
    spellings: tuple[Spelling, ...]
    roles: tuple[Role, ...]
    sides: tuple[tuple[str, int], ...]
    standings: tuple[Standing, ...]
    statements: tuple[Said, ...]
    unresolved: tuple[Said, ...]  # statements whose speaker may be this one or another
    decisions: tuple[Review, ...]


def entity_named(ledger: Ledger, asked: str) -> Entity:
    """The one entity of that id or name, in any spelling; one that is written exactly so comes before all others."""
    fitting = (ledger.entities_beginning(asked) if len(asked) > 5 else ()) or ledger.entities_like(asked)
    exact = [e for e in fitting if fold(asked) in map(fold, _written(e)) and not _bare(e)]
    if len(fitting) > 1 and len(exact) == 1:
        return exact[0]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise UsageError(f"no entity in the ledger is written like {asked!r}", "see facta claims for who is named")
    listed = "; ".join(f"{e.id[:8]} {e.name} ({e.kind}{f', {e.side}' if e.side else ''})" for e in fitting[:NEAR])
    more = f"; and {len(fitting) - NEAR} more" if len(fitting) > NEAR else ""
    raise UsageError(f"{len(fitting)} entities are written like {asked!r}", f"choose one by its id: {listed}{more}")


def _bare(entity: Entity) -> bool:
    """Whether it is a surname that could not be given to anybody."""
    return entity.kind is NameKind.PERSON and len(entity.name.split()) == 1


def _written(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.spellings)


def anchor_of(ledger: Ledger, entity: Entity, but: str | None = None) -> str:
    """A mention by which decisions name the entity in every rerun; one not spelled `but`, if there is one."""
    links = sorted(ledger.links_of(entity.id))
    if but is None:
        return anchor(*links[0])
    for report, own in links:
        claims = ledger.claims_of(report)
        names = [name.span.of(claims.report.text) for name in claims.names if name.entity == own]
        if names and fold(but) not in map(fold, names):
            return anchor(report, own)
    raise UsageError(f"every report that names {entity.name} writes {but!r}", "nothing would be left to part it from")


def profile(ledger: Ledger, entity: Entity, most: int | None = None) -> Profile:
    """Gathers what the ledger holds on the entity: all of it, or what is in the latest `most` reports that name it."""
    linked = ledger.links_of(entity.id)
    links, written = set(linked), _written(entity)
    everything = _read(ledger, list(dict.fromkeys(report for report, _ in linked))[:most])
    maybe = _read(ledger, ledger.mentioning(written, most))
    named = [(c.report, name) for c in everything for name in c.names if (c.report.id, name.entity) in links]
    anchors = {anchor(*link) for link in links}
    return Profile(
        entity,
        tuple(_spellings(named)),
        tuple(_roles(named)),
        tuple(_sides(everything, links)),
        tuple(Standing(story, origin) for story, origin in ledger.standings(entity.id)),
        tuple(_said(everything, links)),
        tuple(_perhaps(maybe, written)),
        tuple(r for r in standing(_decisions(ledger)) if anchors & {r.target, r.text or ""}),
    )


def _read(ledger: Ledger, reports: Sequence[str]) -> list[Claims]:
    """The claims of these reports as they stand, in order of publication."""
    return sorted(
        seen_claims(ledger, reports),
        key=lambda c: (c.report.published is None, c.report.published or date.max, c.report.id),
    )


def _decisions(ledger: Ledger) -> tuple[Review, ...]:
    """Decisions on who is who, with those that take them back."""
    return ledger.with_takers(ledger.reviews_of_kinds((ENTITY, SPELLING)))


def _spellings(named: Iterable[tuple[Report, Name]]) -> list[Spelling]:
    counted: Counter[str] = Counter()
    languages: dict[str, set[str]] = defaultdict(set)
    for report, name in named:
        text = " ".join(name.span.of(report.text).split())
        counted[text] += 1
        languages[text].add(report.language)
    ordered = sorted(counted, key=lambda text: (-counted[text], text))
    return [Spelling(text, counted[text], tuple(sorted(languages[text]))) for text in ordered]


def _roles(named: Iterable[tuple[Report, Name]]) -> list[Role]:
    """Roles in order of the first day that a report gives them."""
    found: dict[str, list[tuple[Report, str]]] = defaultdict(list)
    for report, name in named:
        role = role_beside(report, name, Codebook.load(report.language))
        if role:
            found[fold(role)].append((report, role))
    roles = [_role(told) for told in found.values()]
    return sorted(roles, key=lambda role: (role.first or date.max, -role.reports, role.text))


def _role(told: Sequence[tuple[Report, str]]) -> Role:
    days = sorted(report.published for report, _ in told if report.published)
    first, last = (days[0], days[-1]) if days else (None, None)
    return Role(told[0][1], first, last, len({report.id for report, _ in told}))


def _sides(everything: Iterable[Claims], links: set[tuple[str, str]]) -> list[tuple[str, int]]:
    """The sides that reports give, the most frequent first."""
    counted = Counter(
        actor.side
        for c in everything
        for actor in actors(c)
        if actor.side and (c.report.id, actor.entity or "") in links
    )
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _said(everything: Iterable[Claims], links: set[tuple[str, str]]) -> list[Said]:
    said = [
        (c.report, s)
        for c in everything
        for s in c.statements
        if s.speaker and (c.report.id, s.speaker.entity or "") in links
    ]
    return sorted(said, key=_day_of)


def _perhaps(everything: Iterable[Claims], names: Sequence[str]) -> list[Said]:
    folded = set(map(fold, names))
    said = [
        (c.report, s)
        for c in everything
        for s in c.statements
        if s.speaker and folded & set(map(fold, s.speaker.candidates))
    ]
    return sorted(said, key=_day_of)


def day_of(report: Report, statement: Statement) -> date | None:
    """When it was said, else the day of the report."""
    return (statement.when.start if statement.when else None) or report.published


def _day_of(said: Said) -> tuple[str, str, int]:
    report, statement = said
    day = day_of(report, statement)
    start = statement.content[0].start if statement.content else 0
    return (day.isoformat() if day else "9999", report.id, start)
