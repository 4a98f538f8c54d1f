"""Takes a report and its claims, gives its text cut into marked pieces that join to exactly the same characters.

Claims overlap freely, HTML elements may not: a mark that would cross another is closed and opened again. Only its first
piece carries the anchor, so that each piece of evidence has one place on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from facta.records import Claim, Claims, Incident, Passage, PassageRole, Pledge, Span, Statement
from facta.views.dossier.index import all_claims
from facta.views.dossier.rows import main_spans
from facta.views.interface import ENGLISH, Interface, msg

# Of equal spans the first here encloses the others. A clause shows only when it is pointed at; its trigger always.
ORDER = ("pledge", "clause", "statement", "figure", "incident")
Ways = Mapping[str, Markup]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that evidences a claim; `anchor` is where links to it lead, `arrow` where the way back ends."""

    span: Span
    claim: str
    kind: str
    title: str
    anchor: bool = True
    arrow: bool = True


def highlights(claims: Claims, interface: Interface = ENGLISH) -> list[Mark]:
    """All evidence in a report: what each claim says, and the further mentions of it."""
    found: list[Mark] = []
    further_mention = interface.gettext("further mention")
    for claim in all_claims(claims):
        kind, title = type(claim).__name__.lower(), _title(claim, interface)
        spans = main_spans(claim)
        if isinstance(claim, Incident):
            found.append(Mark(claim.text, claim.id, "clause", title, arrow=False))
            found.append(Mark(claim.trigger, claim.id, kind, title, anchor=False))
        else:
            found += [Mark(span, claim.id, kind, title, number == 0, number == 0) for number, span in enumerate(spans)]
        further = () if isinstance(claim, Statement) else claim.evidence
        again = f"{title} ({further_mention})"
        found += [Mark(span, claim.id, kind, again, False, False) for span in further]
    return found


def _title(claim: Claim, interface: Interface) -> str:
    """What the pointer shows over a mark."""
    words: tuple[str, ...]
    if isinstance(claim, Statement):
        words = (msg("statement"), claim.act.value, claim.form.value)
    elif isinstance(claim, Incident):
        words = (msg("deed"), claim.type, claim.status.value)
    else:
        words = (msg("pledge"), claim.type) if isinstance(claim, Pledge) else (msg("figure"), claim.counts)
    return " · ".join(interface.gettext(word) for word in words)


def render(
    text: str, passages: Sequence[Passage], marks: Iterable[Mark], target: str = "", interface: Interface = ENGLISH
) -> Markup:
    """The whole text as HTML: passages as blocks, evidence as marks. `target` goes before the rows' anchors."""
    usable = sorted((m for m in marks if 0 <= m.span.start < m.span.end <= len(text)), key=_opening_order)
    done, ways, roles = Markup(), ways_back(target, interface), _role_names(interface)
    for block, role in blocks(text, passages):
        inner = _marked(text, block, [m for m in usable if m.span.overlaps(block)], ways)
        if role is None:
            done += Markup('<span class="gap">{}</span>').format(inner)
        else:
            name = roles.get(role, Markup())
            done += Markup('<span class="passage role-{}"{} dir="auto">{}</span>').format(role.value, name, inner)
    return done


def _role_names(interface: Interface) -> dict[PassageRole, Markup]:
    """The attribute from which the style sheet labels a passage; in English it has the labels itself."""
    if interface.code == "en":
        return {}
    return {role: Markup(' data-role="{}"').format(interface.gettext(role.value)) for role in PassageRole}


def blocks(text: str, passages: Sequence[Passage]) -> list[tuple[Span, PassageRole | None]]:
    """The text cut at its passages; what lies between them has no role. Nothing is left out or doubled."""
    cut: list[tuple[Span, PassageRole | None]] = []
    at = 0
    for passage in sorted(passages, key=lambda p: p.span):
        start, end = max(at, passage.span.start), min(len(text), passage.span.end)
        if start >= end:
            continue
        cut += _between(text, at, start)
        cut.append((Span(start, end), passage.role))
        at = end
    return cut + _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> list[tuple[Span, PassageRole | None]]:
    """Characters outside all passages: a gap when blank, otherwise read as body, so that nothing is hidden."""
    if start >= end:
        return []
    return [(Span(start, end), PassageRole.BODY if text[start:end].strip() else None)]


def _opening_order(mark: Mark) -> tuple[int, int, int, str]:
    return mark.span.start, -mark.span.end, ORDER.index(mark.kind), mark.claim


def _marked(text: str, block: Span, marks: Sequence[Mark], ways: Ways) -> Markup:
    """One block's characters with properly nested marks."""
    cuts = sorted({block.start, block.end, *(p for m in marks for p in (m.span.start, m.span.end))})
    inside = [cut for cut in cuts if block.start <= cut <= block.end]
    parts: list[Markup] = []
    stack: list[Mark] = []
    for start, end in pairwise(inside):
        stack = _step(parts, stack, [m for m in marks if m.span.start <= start and end <= m.span.end], start, ways)
        parts.append(characters(text[start:end]))
    _step(parts, stack, [], block.end, ways)
    return Markup("").join(parts)


def _step(parts: list[Markup], stack: list[Mark], wanted: list[Mark], at: int, ways: Ways) -> list[Mark]:
    """Close and open marks so that exactly the wanted ones are open at `at`; they nest in their given order."""
    keep = 0
    while keep < len(stack) and keep < len(wanted) and stack[keep] == wanted[keep]:
        keep += 1
    for mark in reversed(stack[keep:]):
        ended = mark.span.end == at and mark.arrow
        parts.append(ways[mark.kind].format(mark.claim) if ended else Markup("</mark>"))
    for mark in wanted[keep:]:
        parts.append(_open(mark, first=mark.anchor and mark.span.start == at))
    return wanted


def _open(mark: Mark, first: bool) -> Markup:
    anchor = Markup(' id="e-{}"').format(mark.claim) if first else Markup()
    return Markup('<mark class="{}" data-claim="{}" title="{}"{}>').format(mark.kind, mark.claim, mark.title, anchor)


def ways_back(target: str, interface: Interface) -> Ways:
    """For each kind of mark its end with the way back to its row, the claim's id left open; the arrow is drawn by the
    style sheet and is no text."""
    link = Markup('<a class="to-row {}" href="{}#c-{}" aria-label="{}"></a></mark>')
    label = interface.gettext("To the row of this %(kind)s")
    named = {kind: "deed" if kind == "incident" else kind for kind in ORDER}
    return {
        kind: link.format(kind, target, "{}", label % {"kind": interface.gettext(name)}) for kind, name in named.items()
    }


def characters(text: str) -> Markup:
    """Escaped characters; a carriage return as a reference, since a browser would make a line feed of it."""
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\x00", "\ufffd"))
