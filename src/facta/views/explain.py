"""From the decisions on a text to what a person or program is shown: for each word looked at, by which entry of the
codebook it made a claim, and why the other entries did not. Prints nothing."""

from __future__ import annotations

from typing import Any

from facta.codebook import Codebook
from facta.codebook.entries import whereabouts
from facta.codebook.layers import bundled
from facta.extraction.trace import Decision, Rule
from facta.records import Claim, Claims, Figure, Incident, Span, Statement
from facta.views.forms import Form, claim_form, span_form

COLUMNS = ("words", "what", "made", "entry", "because")
KINDS = ("statement", "incident", "status", "pledge", "figure")


def explanation_rows(claims: Claims, decisions: tuple[Decision, ...], codebook: Codebook) -> list[tuple[str, ...]]:
    """A row a decision: words, kind, whether a claim was made, the entry with its file and line, and the reason."""
    text = claims.report.text
    return [
        (
            one.words.of(text),
            one.kind,
            "yes" if one.fired else "no",
            " ".join(filter(None, (place_text(codebook, one.rule), one.rule.word if one.rule else ""))),
            reason(one, claims),
        )
        for one in ordered(decisions)
    ]


def explanation_form(claims: Claims, decisions: tuple[Decision, ...], codebook: Codebook) -> Form:
    """The same for programs, with the claims that were made."""
    report = claims.report
    return {
        "text": report.text,
        "language": report.language,
        "published": report.published.isoformat() if report.published else None,
        "decisions": [_form(one, claims, codebook) for one in ordered(decisions)],
        "claims": [{"kind": type(claim).__name__.lower(), **claim_form(claim)} for claim in _all(claims)],
    }


def ordered(decisions: tuple[Decision, ...]) -> list[Decision]:
    """In text order; of decisions on the same words those that made a claim first."""
    return sorted(decisions, key=lambda d: (d.words, KINDS.index(d.kind), not d.fired))


def reason(one: Decision, claims: Claims) -> str:
    """Why, and what became of a claim that others took in."""
    if one.claim is None or any(claim.id == one.claim for claim in _all(claims)):
        return one.reason
    main = next((claim for claim in _all(claims) if _has_evidence(claim, one.words)), None)
    if main is None:
        return f"{one.reason}; taken in by a fuller claim"
    return f"{one.reason}; told again of “{_head(main).of(claims.report.text)}”"


def _has_evidence(claim: Claim, words: Span) -> bool:
    return not isinstance(claim, Statement) and any(span.overlaps(words) for span in claim.evidence)


def _head(claim: Claim) -> Span:
    """The words by which a person knows the claim again."""
    if isinstance(claim, Statement):
        return claim.cue or claim.content[0]
    return claim.trigger if isinstance(claim, Incident) else claim.text


def _all(claims: Claims) -> tuple[Claim, ...]:
    found: tuple[Claim | Figure, ...] = (*claims.statements, *claims.incidents, *claims.pledges, *claims.figures)
    return found


def _form(one: Decision, claims: Claims, codebook: Codebook) -> Form:
    return {
        "kind": one.kind,
        "words": one.words.of(claims.report.text),
        "span": span_form(one.words),
        "fired": one.fired,
        "claim": one.claim,
        "rule": _rule_form(one.rule, codebook),
        "reason": reason(one, claims),
    }


def _rule_form(rule: Rule | None, codebook: Codebook) -> Form | None:
    if rule is None:
        return None
    found: Any = whereabouts(codebook, rule.page, rule.path, rule.word)
    return {
        "page": rule.page,
        "path": list(rule.path),
        "word": rule.word,
        "file": str(found[0]) if found else None,
        "line": found[1] if found else None,
    }


def place_text(codebook: Codebook, rule: Rule | None) -> str:
    """`en/incidents.yml:93`, with the folder before it when the page is one's own."""
    found = whereabouts(codebook, rule.page, rule.path, rule.word) if rule else None
    if found is None:
        return f"{codebook.language}/{rule.page}.yml" if rule else ""
    file, line = found
    own = str(file).startswith(str(codebook.folder)) and str(codebook.folder) != str(bundled())
    return f"{file if own else f'{codebook.language}/{file.name}'}:{line}"
