"""From the dossier's page, made for a template, to JSON values: every word of it, without the drawings."""

from __future__ import annotations

from collections.abc import Iterable

from facta.ledger import Ledger
from facta.records import Origin
from facta.views.api.telling import origin_values, story_name
from facta.views.dossier.deeds import Deed
from facta.views.dossier.figures import Chart
from facta.views.dossier.marks import Verdict
from facta.views.dossier.page import Head, Page, Text, page_of
from facta.views.dossier.pledges import PledgeCard
from facta.views.dossier.rows import ClaimRow, Voice
from facta.views.dossier.speakers import Saying, Speaker
from facta.views.dossier.wordings import Wording
from facta.views.forms import Form, place_form, report_form
from facta.views.seen import seen_claims
from facta.views.threads import cited_reports, in_thread


def dossier_of(ledger: Ledger, story: str) -> Form:
    """The dossier of the story whose id begins with `story`."""
    check = in_thread(ledger, ledger.check(ledger.story(story).id))
    reports = cited_reports(check)
    page = page_of(check, seen_claims(ledger, reports), *ledger.entities_of(reports), whole=False)
    return {**dossier_form(page), "provenance": [_source(origin) for origin in check.own_origins]}


def dossier_form(page: Page) -> Form:
    """The parts of the page in its order."""
    return {
        **story_name(page.story),
        "head": _head(page.head),
        "pledges": [_pledge(card) for card in page.pledges],
        "deeds": [_deed(deed) for deed in page.deeds],
        "speakers": [_speaker(speaker) for speaker in page.speakers],
        "unnamed": _rows(page.unnamed),
        "denials": [_saying(saying) for saying in page.denials],
        "doubts": [_saying(saying) for saying in page.doubts],
        "wordings": [_wording(wording) for wording in page.wordings],
        "figures": [_quantity(chart) for chart in page.charts],
        "ungrouped": _rows(page.ungrouped),
        "reports": [_told(text) for text in page.texts],
    }


def _head(head: Head) -> Form:
    return {
        "where": list(head.where),
        "when": head.when or None,
        "published": head.published or None,
        "reports": head.reports,
        "publishers": head.publishers,
        "reports_without_publisher": head.unnamed_publishers,
        "languages": list(head.languages),
        "origins": head.origins,
        "parties": head.parties,
        "contested": [
            {"group": group.id, "label": group.label, "verdict": verdict.text} for group, verdict in head.contested
        ],
        "contested_more": head.contested_more,
    }


def _rows(rows: Iterable[ClaimRow]) -> list[Form]:
    return [_row(row) for row in rows]


def _row(row: ClaimRow) -> Form:
    return {
        "id": row.id,
        "kind": row.kind,
        "status": row.status,
        "tags": list(row.tags),
        "chain": [_voice(voice) for voice in row.chain],
        "quote": "".join(text for text, _ in row.quote.pieces),
        "report": row.quote.report,
        "outlet": row.quote.outlet,
        "language": row.quote.language,
        "origins": [mark.origin for mark in row.marks],
        "who": row.who or None,
        "whom": row.whom or None,
        "place": row.place or None,
        "when": row.when or None,
    }


def _voice(voice: Voice) -> Form:
    return {
        "name": voice.name,
        "entity": voice.entity or None,
        "side": voice.side,
        "act": voice.act,
        "form": voice.form,
        "statement": voice.statement or None,
    }


def _ruling(verdict: Verdict, reason: str) -> Form:
    return {"verdict": verdict.text, "reason": reason}


def _text_of(verdict: Verdict | None) -> str | None:
    return verdict.text if verdict else None


def _pledge(card: PledgeCard) -> Form:
    return {
        "group": card.group.id,
        "label": card.group.label,
        "who": list(card.who),
        "whom": list(card.whom),
        "places": list(card.places),
        "said": card.said or None,
        "term": list(card.term),
        "conditions": list(card.conditions),
        "finding": card.finding or None,
        "verdict": _text_of(card.verdict),
        "reason": card.reason,
        "wordings": _rows(card.wordings),
        "parts": [
            {**_ruling(part.verdict, part.reason), "label": part.label, "evidence": _rows(part.evidence)}
            for part in card.parts
        ],
        "evidence": _rows(card.evidence),
        "remarks": [_ruling(verdict, reason) for verdict, reason in card.remarks],
    }


def _deed(deed: Deed) -> Form:
    return {
        "number": deed.number,
        "group": deed.group.id,
        "type": deed.group.type,
        "label": deed.group.label,
        "where": deed.place or None,
        "place": place_form(deed.group.place),
        "when": deed.when or None,
        "finding": deed.finding or None,
        "verdict": _text_of(deed.verdict),
        "reason": deed.reason,
        "background": deed.background,
        "claims": _rows(deed.claims),
    }


def _saying(saying: Saying) -> Form:
    return {"row": _row(saying.row), "about": [group.id for group in saying.about], "reports": saying.retold}


def _speaker(speaker: Speaker) -> Form:
    return {
        "name": speaker.name,
        "entity": speaker.entity or None,
        "spellings": list(speaker.spellings),
        "side": speaker.side,
        "stance": speaker.mark.stance if speaker.mark else None,
        "why": speaker.why,
        "reports": speaker.reports,
        "sayings": [_saying(saying) for saying in speaker.sayings],
    }


def _wording(wording: Wording) -> Form:
    outlets, rows = list(wording.outlets), _rows(wording.rows)
    return {**_ruling(wording.verdict, wording.reason), "outlets": outlets, "rows": rows}


def _quantity(chart: Chart) -> Form:
    return {
        "group": chart.group.id,
        "label": chart.group.label,
        "where": chart.place or None,
        "finding": chart.finding or None,
        "verdict": _text_of(chart.verdict),
        "reason": chart.reason,
        "claimants": [
            {"claimant": bar.claimant, "when": bar.when or None, "text": bar.text, "row": _row(bar.row)}
            for bar in chart.bars
        ],
    }


def _source(origin: Origin) -> Form:
    told = origin_values(origin)
    return {name: told[name] for name in told if name not in ("said", "claims")}


def _told(text: Text) -> Form:
    return {**report_form(text.report), "claims": text.claims}
