"""From people as each report names them to people: surnames that are one in some spelling or case, given names that can
be one, no conflict of sides or of a report that tells two apart. Works on small blocks of like-sounding surnames,
never on all pairs."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from facta.codebook.thresholds import EntityThresholds
from facta.extraction.declension import nominatives
from facta.stories.bearers import Bearer
from facta.stories.company import Circle, Company
from facta.stories.spelling import (
    alike,
    is_cyrillic,
    latin,
    neighbours,
    other_scripts,
    same_given,
    same_sound,
    skeleton,
    sound,
    sounds,
)
from facta.stories.wording import reason
from facta.text import fold

Joined = tuple[list[Bearer], list[str]]


class Person:
    """Bearers taken for one person so far, and what is known of the person: surname, given names, country, reports."""

    def __init__(self, members: list[Bearer], limits: EntityThresholds) -> None:
        self.members = members
        self.limits = limits
        self.reasons: list[str] = []
        first = members[0]
        self._scripts = {is_cyrillic(first.surname): first.surnames}  # what spellings of each script agree on
        self.givens = [first.given] if first.given else []
        self.mark = first.mark
        self.countries = Counter(b.country for b in members if b.country)
        self.own: dict[str, set[str]] = defaultdict(set)
        self.written: dict[str, Bearer] = {}  # by spelling of the surname, the earliest who bears it so
        for b in members:
            self.own[b.report].add(b.entity)
            self.written.setdefault(b.surname, b)
        self._circle: Circle | None = None
        self._further: list[str] = []  # reports that the circle does not have yet

    @property
    def order(self) -> tuple[str, str, str]:
        return self.members[0].order

    @property
    def surnames(self) -> frozenset[str]:
        """How the nominative of the surname can sound, in any script."""
        return frozenset().union(*self._scripts.values())

    @property
    def country(self) -> str | None:
        return min(self.countries, key=lambda c: (-self.countries[c], c), default=None)

    @property
    def female(self) -> bool:
        """Whether the name says so: "Мелания" with a surname that never takes a man's ending."""
        ends = bool(self.givens) and all(sound(given).endswith("a") for given in self.givens)
        return ends and not any(_declined(b, self.surnames) for b in self.members if b.given)

    def circle(self, company: Company) -> Circle:
        """The company that the person keeps in all reports so far."""
        if self._circle is None:
            self._circle = company.circle(self.own)
        company.widen(self._circle, self._further)
        self._further.clear()
        return self._circle

    def nearest(self, surname: str) -> Bearer:
        """The earliest of those whose surname is written most like this."""
        return max(sorted(self.written.values(), key=_order), key=lambda b: alike(b.surname, surname))

    def take(self, other: Person, why: str) -> None:
        for b in other.members:
            insort(self.members, b, key=_order)
        for surname, b in other.written.items():
            self.written[surname] = min(self.written.get(surname, b), b, key=_order)
        self.reasons += [*other.reasons, why]
        for script, surnames in other._scripts.items():
            mine = self._scripts.get(script, surnames)
            self._scripts[script] = mine & surnames or mine | surnames
        self.givens = list(dict.fromkeys([*self.givens, *other.givens]))
        self.countries += other.countries
        for report, own in other.own.items():
            self.own[report] |= own
        self._further += other.own


def _order(bearer: Bearer) -> tuple[str, str, str]:
    return bearer.order


def _declined(bearer: Bearer, surnames: frozenset[str]) -> bool:
    """Whether the surname stands in a case that only a man's name of a consonant takes: "Трампа" of "Трамп"."""
    return any(sound(last) not in surnames for last in bearer.lasts)


def join_people(people: list[Bearer], limits: EntityThresholds, company: Company) -> list[Joined]:
    """Full names first, then surnames alone to the only person they can stand for, then slips of the pen."""
    full = _join_full(_alike([b for b in people if b.given], limits), limits)
    alone = [Person([b], limits) for b in people if not b.given]
    alone = _attach(alone, full, limits, company, slips=False)
    alone = _join_alone(alone)
    alone = _attach(alone, full, limits, company, slips=True)
    return [(person.members, person.reasons) for person in sorted([*full, *alone], key=lambda p: p.order)]


def _alike(full: list[Bearer], limits: EntityThresholds) -> list[Person]:
    """Those of exactly one full name and country, taken together at once; two of one report stay two."""
    same: dict[tuple[str, str, int], list[Bearer]] = defaultdict(list)
    turns: Counter[tuple[str, str, str]] = Counter()
    for b in full:
        name, country = " ".join(latin(word) for word in (*b.words, b.mark)), b.country or ""
        same[name, country, turns[b.report, name, country]].append(b)
        turns[b.report, name, country] += 1
    return [Person(members, limits) for members in same.values()]


def _join_full(full: list[Person], limits: EntityThresholds) -> list[Person]:
    """Joins persons with full names pair by pair, the likeliest pairs first."""
    pairs = []
    for one, other in _pairs(full):
        likeness = _surnames(one, other, limits)
        if likeness:
            pairs.append((-likeness, one.order, other.order, one, other))
    now = {id(person): person for person in full}
    parts = {id(person): [person] for person in full}
    for likeness, _, _, one, other in sorted(pairs, key=lambda pair: pair[:3]):
        a, b = now[id(one)], now[id(other)]
        if a is not b and _one_person(a, b):
            a.take(b, reason(one.members[0], other.members[0], exact=likeness == -1.0))
            for part in parts.pop(id(b)):
                now[id(part)] = a
                parts[id(a)].append(part)
    return list({id(person): person for person in now.values()}.values())


def _keys(person: Person) -> set[str]:
    return {key for surname in person.surnames for key in neighbours(surname)}


def _pairs(people: list[Person]) -> Iterator[tuple[Person, Person]]:
    """Persons whose surnames may be one and whose given names may; each pair once, the earlier person first."""
    blocks: dict[str, list[tuple[Person, set[str]]]] = defaultdict(list)
    for person in people:
        keys = _keys(person)
        for key in sorted(keys):
            blocks[key].append((person, keys))
    for key, block in blocks.items():
        for (one, ones), (other, others) in combinations(block, 2):
            if min(ones & others) == key and _givens_agree(one, other):
                yield (one, other) if one.order <= other.order else (other, one)


def _surnames(one: Person, other: Person, limits: EntityThresholds) -> float:
    """1 when one spelling or case of both is the same, less when they differ in vowels or by a slip, 0 when two."""
    if _same_surname(one, other):
        return 1.0
    first, second = one.members[0].surname, other.members[0].surname
    pairs = [(a, b) for a in one.surnames for b in other.surnames]
    if one.givens and other.givens and any(len(skeleton(a)) > 2 and skeleton(a) == skeleton(b) for a, b in pairs):
        close = max(alike(a, b) for a, b in pairs)
        if close >= limits.close_vowels:
            return close * 0.99
    if min(len(sound(first)), len(sound(second))) < limits.least_letters or any(_couple(a, b) for a, b in pairs):
        return 0.0
    likeness = max(alike(a, b) for a, b in pairs)
    return likeness * 0.98 if likeness >= limits.close_spelling and _near(one, other, limits) else 0.0


def _same_surname(one: Person, other: Person) -> bool:
    """Whether a case or spelling of both is the same, or the Cyrillic rendering of the other."""
    return bool(one.surnames & other.surnames) or same_sound(one.members[0].surname, other.members[0].surname)


def _couple(one: str, other: str) -> bool:
    """ "Medvedev" and "Medvedeva" are two people."""
    return one == other + "a" or other == one + "a"


def _near(one: Person, other: Person, limits: EntityThresholds) -> bool:
    """Whether some report of each lie within the same days, or name them together."""
    if one.own.keys() & other.own.keys():
        return True
    days = {b.published.toordinal() for b in one.members if b.published}
    others = {b.published.toordinal() for b in other.members if b.published}
    return any(
        day + apart in others for day in days for apart in range(-limits.days_for_slips, limits.days_for_slips + 1)
    )


def _givens_agree(one: Person, other: Person) -> bool:
    """Whether no given name of one stands against one of the other; "Joe" is short for "Joseph"."""
    return all(same_given(a, b) or _short(a, b, one.limits) for a in one.givens for b in other.givens)


def _short(one: str, other: str, limits: EntityThresholds) -> bool:
    first, second = (
        {row for form in nominatives(name) for row in limits.short.get(fold(form), ())} for name in (one, other)
    )
    return bool(first & second)


def _one_person(a: Person, b: Person) -> bool:
    """No conflict of country or generation, and no report that names both apart."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.mark != b.mark or not _givens_agree(a, b):
        return False
    if a.givens and b.givens and any(a.own[report] != b.own[report] for report in a.own.keys() & b.own.keys()):
        exact = any(sounds(x) & sounds(y) or _short(x, y, a.limits) for x in a.givens for y in b.givens)
        scripts = other_scripts(a.members[0].name, b.members[0].name)
        return exact and (scripts or bool(a.surnames & b.surnames))
    return True


def _attach(
    alone: list[Person], full: list[Person], limits: EntityThresholds, company: Company, slips: bool
) -> list[Person]:
    """Gives each surname alone to the only person it can stand for, or whose company it keeps; the others stay."""
    blocks: dict[str, list[Person]] = defaultdict(list)
    for person in full:
        for key in sorted(_keys(person)):
            blocks[key].append(person)
    left = []
    for single in sorted(alone, key=lambda p: p.order):
        near = {id(p): p for key in sorted(_keys(single)) for p in blocks.get(key, ())}
        fitting = [p for p in near.values() if _fits(single, p, limits, slips) and _one_person(p, single)]
        chosen, why = _chosen(single, fitting, company)
        if chosen is None:
            left.append(single)
        else:
            best = chosen.nearest(single.members[0].surname)
            chosen.take(single, reason(best, single.members[0], exact=not slips) + why)
    return left


def _chosen(single: Person, fitting: list[Person], company: Company) -> tuple[Person | None, str]:
    """The only person, or the one in whose company the report's other names nearly always stand."""
    bearer = single.members[0]
    if len(fitting) > 1:
        fitting = [p for p in fitting if not (p.female and _declined(bearer, p.surnames))] or fitting
    if len(fitting) == 1:
        return fitting[0], ", and nobody else bears this surname"
    if sum(bearer.report in p.own for p in fitting) > 1:
        return None, ""
    here = [p for p in fitting if bearer.report in p.own]
    if here:
        return here[0], ", whom this report names in full"
    number, why = company.choose(bearer, [p.circle(company) for p in fitting])
    return (fitting[number], why) if number is not None else (None, "")


def _fits(single: Person, person: Person, limits: EntityThresholds, slips: bool) -> bool:
    """Whether the surname is the person's; a slip needs the same report or the same country beside it."""
    if not slips:
        return _same_surname(single, person)
    here = single.members[0].report in person.own
    same_country = bool(single.country) and single.country == person.country
    return (here or same_country) and _surnames(single, person, limits) > 0


def _join_alone(alone: Iterable[Person]) -> list[Person]:
    """Surnames without a full name anywhere: one person when they are one in spelling and no sides conflict."""
    kept: dict[str, list[Person]] = defaultdict(list)
    made: list[Person] = []
    for single in sorted(alone, key=lambda p: p.order):
        near = {id(p): p for surname in sorted(single.surnames) for p in kept[surname]}
        fitting = [p for p in near.values() if _one_person(p, single) and p.surnames & single.surnames]
        if len(fitting) == 1:
            fitting[0].take(
                single, reason(fitting[0].members[0], single.members[0]) + ", and nobody else bears this surname"
            )
            continue
        made.append(single)
        for surname in single.surnames:
            kept[surname].append(single)
    return made
