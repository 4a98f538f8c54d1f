"""From an id, or its beginning, to what a person decides on: a claim, finding, group, entity, story or report."""

from __future__ import annotations

from dataclasses import dataclass

from facta.errors import UsageError
from facta.ledger import Ledger

PREFERRED = ("claim", "finding", "group", "entity", "story", "report")


@dataclass(frozen=True, slots=True)
class Target:
    """One thing in a ledger: what it is, and its id."""

    kind: str
    id: str


def target_of(ledger: Ledger, name: str) -> Target:
    """The one thing whose id begins with `name`."""
    found = ledger.owners(name)
    ids = list(dict.fromkeys(identifier for _, identifier in found))
    if len(ids) == 1:
        kinds = {kind for kind, _ in found}
        return Target(next(kind for kind in PREFERRED if kind in kinds), ids[0])
    if ids:
        raise UsageError(f"{len(ids)} ids begin with {name[:40]!r}", f"choose one of: {', '.join(sorted(ids)[:5])}")
    remedy = "see facta claims, facta pledges, facta stories"
    raise UsageError(f"nothing in the ledger has the id {name[:40]!r}", remedy)


def resolve(ledger: Ledger, name: str) -> str:
    """The one id in the ledger that begins with `name`."""
    return target_of(ledger, name).id
