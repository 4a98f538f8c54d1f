"""Builds claims by hand: a text is written clause by clause, and every claim points into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from facta.records import (
    Act,
    Actor,
    Claims,
    Figure,
    Form,
    Incident,
    Name,
    NameKind,
    Place,
    Pledge,
    Precision,
    Report,
    Span,
    Statement,
    Status,
    When,
    digest,
)

Who = tuple[str, str | None]  # name as written, side

TOWN, REGION, COUNTRY = Precision.TOWN, Precision.REGION, Precision.COUNTRY
# name: country, latitude, longitude, precision, geonameid, first-level division
PLACES: dict[str, tuple[str, float, float, Precision, int, str | None]] = {
    "Belgrin": ("UA", 50.0, 30.0, TOWN, 1, "Belgrin Oblast"),
    "Belgrin region": ("UA", 50.1, 30.4, REGION, 2, "Belgrin Oblast"),
    "Orlets": ("UA", 50.1, 30.1, TOWN, 3, "Belgrin Oblast"),
    "Farovka": ("UA", 47.0, 36.0, TOWN, 4, "Farov Oblast"),
    "Kassam": ("SD", 15.5, 32.5, TOWN, 5, "Kassam"),
    "Lachin Pass": ("AZ", 39.6, 46.5, TOWN, 6, "Lachin"),
    "Puerto Alto": ("CO", 1.2, -77.2, TOWN, 7, "Alto"),
    "Geneva": ("CH", 46.2, 6.1, TOWN, 8, "Geneva"),
    "Ukraine": ("UA", 49.0, 32.0, COUNTRY, 9, None),
}


@dataclass
class Draft:
    """A report in the making. `done()` gives its claims."""

    publisher: str | None = "Gazette"
    published: str = "2024-03-02"
    language: str = "en"
    text: str = ""
    rows: dict[str, list[Any]] = field(default_factory=dict)

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + " "
        return Span(start, start + len(words))

    def key(self, kind: str) -> str:
        return digest(self.publisher, self.published, self.language, kind, len(self.text))

    def who(self, who: Who | None) -> Actor | None:
        if who is None:
            return None
        name, side = who
        span = self.write(name)
        person = name[0].isupper() and len(name.split()) > 1 and name not in COLLECTIVE
        kind = NameKind.PERSON if person else NameKind.GROUP
        entity = f"e:{name}"
        self.rows.setdefault("names", []).append(Name(span, kind, entity))
        return Actor(span, name, entity, side)

    def where(self, name: str | None) -> Place | None:
        return Place(self.write(name), name, *PLACES[name]) if name else None

    def said(self, who: Who, day: str | None = None, act: Act = Act.ASSERT, within: str | None = None) -> Statement:
        """Opens a statement; its content is closed by the claim that is written next."""
        speaker, cue = self.who(who), self.write("said")
        return Statement(self.key("s"), speaker, cue, (cue,), Form.INDIRECT, act, within=within, when=when(day))

    def deed(
        self,
        kind: str = "ASSAULT",
        verb: str = "shelled",
        by: Who | None = None,
        actor: Who | None = None,
        recipient: Who | None = None,
        place: str | None = "Belgrin",
        day: str | None = "2024-03-01",
        status: Status | None = None,
        mode: str | None = None,
        said: str | None = None,
        hedged: bool = False,
        historical: bool = False,
    ) -> Draft:
        statement = self.said(by, said) if by else None
        start = len(self.text)
        doer, trigger, done_to, at = self.who(actor), self.write(verb), self.who(recipient), self.where(place)
        clause = Span(start, len(self.text) - 1)
        self.text = self.text[:-1] + ". "
        self.rows.setdefault("incidents", []).append(
            Incident(
                self.key("i"),
                kind,
                mode,
                trigger,
                clause,
                doer,
                done_to,
                at,
                when(day),
                status or (Status.ATTRIBUTED if statement else Status.REPORTED),
                hedged,
                historical,
                statement.id if statement else None,
            )
        )
        return self.close(statement, clause)

    def pledge(
        self,
        by: Who | None,
        act: str = "to stop shelling",
        kind: str = "RETREAT",
        places: tuple[str, ...] = ("Belgrin",),
        day: str | None = "2024-02-28",
        degree: str | None = None,
        speaker: Who | None = None,
        **known: Any,
    ) -> Draft:
        telling = speaker or by
        statement = self.said(telling, day, Act.PROMISE) if telling else None
        start = len(self.text)
        pledger = self.who(by)
        how = self.write(degree) if degree else None
        self.write(act)
        named = tuple(place for name in places if (place := self.where(name)))
        clause = Span(start, len(self.text) - 1)
        source = statement.id if statement else None
        self.rows.setdefault("pledges", []).append(
            Pledge(self.key("p"), pledger, clause, act, kind, None, how, named, source=source, said=when(day), **known)
        )
        return self.close(statement, clause)

    def doubt(self, who: Who, kind: str = "RETREAT", actor: Who | None = None) -> Draft:
        """Somebody doubts that the deed will come."""
        statement = self.said(who, act=Act.DOUBT)
        start = len(self.text)
        doer, trigger = self.who(actor), self.write("withdraw")
        clause = Span(start, trigger.end)
        row = Incident(
            self.key("i"), kind, None, trigger, clause, doer, None, None, None, Status.PLANNED, source=statement.id
        )
        self.rows.setdefault("incidents", []).append(row)
        return self.close(statement, clause)

    def figure(
        self,
        text: str,
        value: float,
        counts: str = "killed",
        by: Who | None = None,
        place: str | None = "Belgrin",
        day: str | None = "2024-03-01",
        low: float | None = None,
        high: float | None = None,
    ) -> Draft:
        statement = self.said(by) if by else None
        span, at = self.write(text), self.where(place)
        bounds = (value, value) if low is None and high is None else (low, high)
        source = statement.id if statement else None
        self.rows.setdefault("figures", []).append(
            Figure(self.key("f"), span, value, *bounds, counts, None, False, at, when(day), source)
        )
        return self.close(statement, Span(span.start, len(self.text) - 1))

    def close(self, statement: Statement | None, content: Span) -> Draft:
        if statement:
            closed = Statement(
                statement.id,
                statement.speaker,
                statement.cue,
                (content,),
                statement.form,
                statement.act,
                within=statement.within,
                when=statement.when,
            )
            self.rows.setdefault("statements", []).append(closed)
        return self

    def own(self, words: str) -> Draft:
        self.write(words)
        return self

    def done(self) -> Claims:
        report = Report.of(
            self.text, self.language, published=date.fromisoformat(self.published), publisher=self.publisher
        )
        places = [row.place for kind in ("incidents", "figures") for row in self.rows.get(kind, ()) if row.place]
        return Claims(
            report,
            tuple(self.rows.get("names", ())),
            tuple(places),
            tuple(self.rows.get("statements", ())),
            tuple(self.rows.get("incidents", ())),
            tuple(self.rows.get("pledges", ())),
            tuple(self.rows.get("figures", ())),
        )


COLLECTIVE = {"Russian forces", "Ukrainian forces", "Ukrainian officials", "Red Cross", "AFP journalists", "Alto Front"}


def when(day: str | None) -> When | None:
    """A day, or two days with a slash between them."""
    if day is None:
        return None
    first, _, last = day.partition("/")
    return When(None, date.fromisoformat(first), date.fromisoformat(last or first))
