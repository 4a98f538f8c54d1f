"""Takes what a person decides on a page, keeps it, and gives what became of it: the verdicts that changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from facta.errors import UsageError
from facta.ledger import Ledger
from facta.records import Decision, Finding, Group, Review
from facta.views.review import Change, review_of, settle, undo_of
from facta.views.review.settling import touched

if TYPE_CHECKING:
    from facta.views.server.site import Site

KEPT = 200  # how many outcomes are remembered for the pages that come after them
VALUE, REPORT = "set.", "report."  # how the names of fields begin that hold a value, and those that choose a report
Found = dict[str, tuple[str, Finding, Group | None]]  # by the id of a finding: its story, itself, its group


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A finding before and after a decision; `None` where there is none."""

    story: str
    finding: str
    group: Group | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision that was kept, what it changed, and how many stories were checked anew."""

    review: Review
    changes: tuple[VerdictChange, ...]
    stories: tuple[str, ...]


class Desk:
    """Keeps decisions one after the other and remembers the latest outcomes, so that the next page can tell them."""

    def __init__(self) -> None:
        self._outcomes: OrderedDict[str, Outcome] = OrderedDict()
        self._lock = Lock()

    def outcome(self, review: str) -> Outcome | None:
        """What became of a decision, as long as it is remembered."""
        with self._lock:
            return self._outcomes.get(review)

    def decide(self, site: Site, target: str, by: str, form: Mapping[str, str]) -> Outcome:
        """Keeps what the form decides on the target; `UsageError` for what cannot be, `Conflict` if it changed."""
        change = Change(
            target=target,
            decision=decision_of(form),
            by=by,
            at=datetime.now(UTC),
            note=form.get("note", "").strip(),
            values=values_of(form),
            seen=form.get("seen", ""),
        )
        with site.writing:
            return self._keep(site, review_of(site.ledger, change, site.settings.codebook))

    def undo(self, site: Site, review: str, by: str, note: str = "") -> Outcome:
        """Takes a decision back."""
        with site.writing:
            return self._keep(site, undo_of(site.ledger, review, by, datetime.now(UTC), note))

    def _keep(self, site: Site, review: Review) -> Outcome:
        stories = site.ledger.stories_of(touched(site.ledger, review))
        before = _found(site.ledger, stories)
        anew = settle(site.ledger, site.pipeline, review)
        changes = _changes(before, _found(site.ledger, stories))
        outcome = Outcome(review, tuple(changes), tuple(anew))
        with self._lock:
            self._outcomes[review.id] = outcome
            while len(self._outcomes) > KEPT:
                self._outcomes.popitem(last=False)
        return outcome


def decision_of(form: Mapping[str, str]) -> Decision:
    """Which button was pressed."""
    try:
        return Decision(form.get("decision", ""))
    except ValueError as error:
        raise UsageError("the form says no decision", "press one of its buttons") from error


def values_of(form: Mapping[str, str]) -> dict[str, str]:
    """The fields that hold a value of the claim, and the reports that were chosen, as one field."""
    values = {name.removeprefix(VALUE): value for name, value in form.items() if name.startswith(VALUE)}
    chosen = [name.removeprefix(REPORT) for name in form if name.startswith(REPORT)]
    return values | ({"reports": " ".join(chosen)} if chosen else {})


def _found(ledger: Ledger, stories: Iterable[str]) -> Found:
    """The findings of these stories."""
    found: Found = {}
    for story in stories:
        check = ledger.check(story)
        groups = {group.id: group for group in check.groups}
        found |= {finding.id: (story, finding, groups.get(finding.group)) for finding in check.findings}
    return found


def _changes(before: Found, after: Found) -> Iterator[VerdictChange]:
    """Findings that came, went, or have another verdict; pledges first, since they are what one looks at."""
    changed = [
        VerdictChange(story, id_, group, _verdict(before, id_), _verdict(after, id_))
        for id_, (story, _, group) in (before | after).items()
        if _verdict(before, id_) != _verdict(after, id_)
    ]
    yield from sorted(changed, key=lambda change: not (change.group and change.group.kind == "pledge"))


def _verdict(found: Found, finding: str) -> str | None:
    return found[finding][1].verdict if finding in found else None
