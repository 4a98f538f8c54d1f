"""Invented reports with claims at the right characters, for measuring speed on ledgers that nobody has: no model reads
them. The towns are real, the people, bodies and deeds are not.

A story has a cast, some towns and a few deeds; each of its reports tells some of these deeds, each in a sentence of one
of four forms, so that several reports claim the same and some deny it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from facta.gazetteer import Gazetteer, Kind
from facta.records import (
    Act,
    Actor,
    Claims,
    Entity,
    Figure,
    Form,
    Incident,
    Name,
    NameKind,
    Passage,
    PassageRole,
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

TOWNS = (
    *("Kharkiv", "Sumy", "Kherson", "Donetsk", "Belgorod", "Khartoum", "Omdurman", "Nyala", "Goma"),
    *("Bukavu", "Aleppo", "Homs", "Idlib", "Aden", "Taiz", "Marib", "Gaza", "Rafah"),
    *("Hebron", "Beirut", "Tyre", "Bamako", "Gao", "Timbuktu", "Mekelle", "Gondar", "Kabul"),
    *("Herat", "Kandahar", "Mandalay", "Sittwe", "Baku", "Yerevan", "Stepanakert", "Tbilisi", "Tskhinvali"),
    *("Bangui", "Maiduguri", "Mogadishu", "Kismayo", "Baidoa", "Bogotá", "Cali", "Medellín", "Caracas"),
    *("Srinagar", "Quetta"),
)
SIDES = ("UKR", "RUS", "SDN", "SYR", "YEM", "ISR", "LBN", "MLI", "ETH", "AFG", "MMR", "AZE", "ARM", "SOM", "COL")
WEAPONS = ("Shells", "Rockets", "Drones", "Mortars")
LANGUAGES = ("en", "en", "en", "uk", "es")
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
_FIRST_DAY = date(2022, 1, 1)
_SENTENCES = 8  # a report, after its headline


def place(name: str) -> Place:
    """A town as extraction gives it, but for the span."""
    found = Gazetteer.load().lookup(name)
    entry = next((entry for entry in found if entry.kind in (Kind.CAPITAL, Kind.TOWN)), found[0])
    known = (entry.country, entry.lat, entry.lon, Precision.TOWN, entry.geonameid, entry.admin1)
    return Place(Span(0, 0), entry.name, *known)


@dataclass(frozen=True)
class Deed:
    """A shelling or flight that reports tell of."""

    town: Place
    day: date
    by: Entity
    weapon: str
    toll: int


@dataclass(frozen=True)
class Tale:
    """What the reports of one story draw from."""

    title: str
    language: str
    people: tuple[Entity, ...]
    forces: tuple[Entity, Entity]
    deeds: tuple[Deed, ...]
    day: date
    centre: np.ndarray[tuple[int], np.dtype[np.float64]] = field(compare=False)


class World:
    """People, forces and towns of which tales are made; the same for the same seed."""

    def __init__(self, people: int, seed: int = 7) -> None:
        self.chance, self.noise = random.Random(seed), np.random.default_rng(seed)
        self.towns = [place(name) for name in TOWNS]
        self.people = [self._entity(f"{self._word(2)} {self._word(3)}", NameKind.PERSON) for _ in range(people)]
        self.forces = [self._entity(f"{self._word(3)} Brigade", NameKind.ORGANISATION) for _ in range(people // 20 + 2)]
        self.of_town = {
            town.name: Entity(digest("town", town.name), town.name, NameKind.PLACE, (town.name,), town.country)
            for town in self.towns
        }

    @property
    def entities(self) -> tuple[Entity, ...]:
        return (*self.people, *self.forces, *self.of_town.values())

    def _word(self, syllables: int) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=syllables)).title()

    def _entity(self, name: str, kind: NameKind) -> Entity:
        side = f"{self.chance.choice(SIDES)} {'MIL' if kind is NameKind.ORGANISATION else 'GOV'}"
        return Entity(digest(kind, name, self.chance.random()), name, kind, (name, name.split()[-1]), side)

    def tale(self, deeds: int) -> Tale:
        chance = self.chance
        first, second = chance.sample(self.forces, 2)
        day = _FIRST_DAY + timedelta(days=chance.randrange(1_400))
        towns = chance.sample(self.towns, min(12, 3 + deeds // 20))
        told = tuple(
            Deed(chance.choice(towns), day + timedelta(days=number % (9 + deeds // 4)), chance.choice((first, second)),
                 chance.choice(WEAPONS), chance.randint(2, 90))
            for number in range(deeds)
        )  # fmt: skip
        people = tuple(chance.sample(self.people, min(60, 6 + deeds // 4)))
        title = f"{told[0].weapon} hit {told[0].town.name} as {first.name} advances"
        centre = self.noise.normal(size=64)
        return Tale(title, chance.choice(LANGUAGES), people, (first, second), told, day, centre)

    def reports(self, tale: Tale, count: int) -> Iterator[Claims]:
        for number in range(count):
            yield Telling(self, tale, number).claims()


class Telling:
    """One report as it is written: the text so far, and what was claimed in it."""

    def __init__(self, world: World, tale: Tale, number: int) -> None:
        self.world, self.tale, self.number = world, tale, number
        self.text = ""
        self.names: list[Name] = []
        self.places: list[Place] = []
        self.statements: list[Statement] = []
        self.incidents: list[Incident] = []
        self.pledges: list[Pledge] = []
        self.figures: list[Figure] = []

    def claims(self) -> Claims:
        chance, tale = self.world.chance, self.tale
        self._add(f"{tale.title}, report {self.number}.\n")
        passages = [Passage(Span(0, len(self.text) - 1), PassageRole.HEADLINE)]
        forms = (
            self._attack,
            self._attack,
            self._denial,
            self._attack,
            self._pledge,
            self._attack,
            self._denial,
            self._flight,
        )
        for form in forms[:_SENTENCES]:
            start = len(self.text)
            form(chance.choice(tale.deeds), chance.choice(tale.people))
            passages.append(Passage(Span(start, len(self.text)), PassageRole.BODY))
            self._add("\n")
        published = tale.day + timedelta(days=chance.randrange(10 + len(tale.deeds) // 4))
        outlet = f"Outlet {chance.randrange(400)}"
        url = f"https://example.org/{digest(tale.title, tale.day, self.number, outlet)}"
        report = Report.of(self.text, tale.language, url=url, title=tale.title, published=published, publisher=outlet,
                           passages=tuple(passages))  # fmt: skip
        vector = tale.centre + self.world.noise.normal(size=64)
        return Claims(
            report,
            tuple(self.names),
            tuple(self.places),
            tuple(self.statements),
            tuple(self.incidents),
            tuple(self.pledges),
            tuple(self.figures),
            (vector / np.linalg.norm(vector)).astype(np.float32),
        )

    # ---- pieces of text

    def _add(self, piece: str) -> Span:
        start = len(self.text)
        self.text += piece
        return Span(start, len(self.text))

    def _named(self, entity: Entity) -> Actor:
        span = self._add(entity.name)
        self.names.append(Name(span, entity.kind, entity.id))
        return Actor(span, entity.name, entity.id, entity.side)

    def _at(self, town: Place) -> Place:
        span = self._add(town.name)
        self.names.append(Name(span, NameKind.PLACE, self.world.of_town[town.name].id))
        known = (town.country, town.lat, town.lon, town.precision, town.geonameid, town.admin1)
        self.places.append(Place(span, town.name, *known))
        return self.places[-1]

    def _on(self, day: date) -> When:
        return When(self._add(f"{day:%d %B %Y}"), day, day)

    def _id(self) -> str:
        made = len(self.statements) + len(self.incidents) + len(self.pledges) + len(self.figures)
        return digest(self.tale.title, self.tale.day, self.number, made, self.text)

    # ---- sentences

    def _said(self, speaker: Entity, content: Span, act: Act) -> Statement:
        self._add(", ")
        actor = self._named(speaker)
        self._add(" ")
        cue = self._add("said")
        self._add(".")
        return Statement(self._id(), actor, cue, (content,), Form.INDIRECT, act)

    def _attack(self, deed: Deed, speaker: Entity) -> None:
        """Three claims: a statement, the attack in it and its toll."""
        start = len(self.text)
        self._add(f"{deed.weapon} of the ")
        by = self._named(deed.by)
        self._add(" ")
        trigger = self._add("hit")
        self._add(" ")
        town = self._at(deed.town)
        self._add(" on ")
        when = self._on(deed.day)
        self._add(" and killed ")
        toll = deed.toll + self.world.chance.choice((0, 0, 0, 2))
        number = self._add(str(toll))
        self._add(" people")
        clause = Span(start, len(self.text))
        statement = self._said(speaker, clause, Act.ASSERT)
        self.statements.append(statement)
        self.incidents.append(Incident(self._id(), "ASSAULT", "heavy-weapons", trigger, clause, by, None, town, when,
                                       Status.ATTRIBUTED, source=statement.id))  # fmt: skip
        self.figures.append(
            Figure(self._id(), number, toll, toll, toll, "killed", "people", False, town, when, statement.id)
        )

    def _denial(self, deed: Deed, speaker: Entity) -> None:
        """Two claims: a denial and the attack denied."""
        start = len(self.text)
        self._add("the ")
        by = self._named(deed.by)
        self._add(" never ")
        trigger = self._add("shelled")
        self._add(" ")
        town = self._at(deed.town)
        clause = Span(start, len(self.text))
        statement = self._said(speaker, clause, Act.DENY)
        self.statements.append(statement)
        self.incidents.append(Incident(self._id(), "ASSAULT", "heavy-weapons", trigger, clause, by, None, town,
                                       When(None, deed.day, deed.day), Status.DENIED, source=statement.id))  # fmt: skip

    def _pledge(self, deed: Deed, speaker: Entity) -> None:
        """Two claims: a promise said and the pledge in it."""
        start = len(self.text)
        by = self._named(deed.by)
        self._add(" will ")
        act = self._add("withdraw")
        self._add(" from ")
        town = self._at(deed.town)
        self._add(" by ")
        until = self.tale.day + timedelta(days=20)
        self._on(until)
        clause = Span(start, len(self.text))
        statement = self._said(speaker, clause, Act.PROMISE)
        self.statements.append(statement)
        self.pledges.append(Pledge(self._id(), by, clause, act.of(self.text), "RETREAT", places=(town,), until_on=until,
                                   source=statement.id, said=When(None, self.tale.day, self.tale.day)))  # fmt: skip

    def _flight(self, deed: Deed, speaker: Entity) -> None:
        """Two claims in the outlet's own voice: a flight and how many."""
        start = len(self.text)
        self._add("More than ")
        number = self._add(f"{deed.toll * 100}")
        self._add(" people ")
        trigger = self._add("fled")
        self._add(" ")
        town = self._at(deed.town)
        self._add(" on ")
        when = self._on(deed.day)
        clause = Span(start, len(self.text))
        self._add(".")
        low = float(deed.toll * 100)
        self.incidents.append(Incident(self._id(), "RETREAT", "flee", trigger, clause, place=town, when=when))
        self.figures.append(Figure(self._id(), number, low, low, None, "displaced", "people", False, town, when))
