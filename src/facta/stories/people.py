"""From people as each report names them to people: surnames that sound alike, given names that can be one, no conflict
of sides. Works on small blocks of like-sounding surnames, never on all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from facta.codebook.thresholds import EntityThresholds
from facta.stories.bearers import Bearer
from facta.stories.spelling import alike, bare, latin, neighbours, other_scripts, romance, same_given, sound

Joined = tuple[list[Bearer], list[str]]


class Person:
    """Bearers taken for one person so far."""

    def __init__(self, bearer: Bearer) -> None:
        self.members = [bearer]
        self.reasons: list[str] = []

    @property
    def order(self) -> tuple[str, str, str]:
        return min(b.order for b in self.members)

    def take(self, other: Person, reason: str) -> None:
        self.members += other.members
        self.reasons += [*other.reasons, reason]


def join_people(people: list[Bearer], limits: EntityThresholds) -> list[Joined]:
    """Full names first, then surnames alone to the only person that bears them, then slips of the pen."""
    full = [Person(b) for b in people if b.given]
    alone = [Person(b) for b in people if not b.given]
    full = _join_full(full, limits)
    alone = _attach(alone, full, limits, slips=False)
    alone = _join_alone(alone)
    alone = _attach(alone, full, limits, slips=True)
    return [(person.members, person.reasons) for person in sorted([*full, *alone], key=lambda p: p.order)]


def _join_full(full: list[Person], limits: EntityThresholds) -> list[Person]:
    """Joins persons with full names pair by pair, the likeliest pairs first."""
    pairs = []
    for one, other in _pairs(full):
        likeness = _surnames(one.members[0], other.members[0], limits)
        if likeness:
            pairs.append((-likeness, one.order, other.order, one, other))
    now = {id(person): person for person in full}
    for _, _, _, one, other in sorted(pairs, key=lambda pair: pair[:3]):
        a, b = now[id(one)], now[id(other)]
        if a is not b and _one_person(a, b):
            a.take(b, _reason(one.members[0], other.members[0]))
            now = {key: a if person is b else person for key, person in now.items()}
    return list({id(person): person for person in now.values()}.values())


def _pairs(people: list[Person]) -> Iterator[tuple[Person, Person]]:
    blocks: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for key in neighbours(person.members[0].surname):
            blocks[key].append(person)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if (id(one), id(other)) not in seen:
                seen |= {(id(one), id(other)), (id(other), id(one))}
                yield (one, other) if one.order <= other.order else (other, one)


def _surnames(one: Bearer, other: Bearer, limits: EntityThresholds) -> float:
    """1 when the surnames sound the same, less for a slip, 0 when they are two surnames."""
    first, second = one.surname, other.surname
    if _same_sound(one, other):
        return 1.0
    if min(len(latin(first)), len(latin(second))) < limits.least_letters:
        return 0.0
    if {sound(first), sound(second)} == {sound(first), sound(first) + "a"} or sound(first) == sound(second) + "a":
        return 0.0  # "Medvedev" and "Medvedeva" are two people
    likeness = alike(first, second)
    return likeness if likeness >= limits.close_spelling and _near(one, other, limits) else 0.0


def _same_sound(one: Bearer, other: Bearer) -> bool:
    first, second = one.surname, other.surname
    if sound(first) == sound(second) or bare(first, one.name) == bare(second, other.name):
        return True
    return other_scripts(first, second) and romance(first) == romance(second)


def _near(one: Bearer, other: Bearer, limits: EntityThresholds) -> bool:
    if not one.published or not other.published:
        return one.report == other.report
    return abs((one.published - other.published).days) <= limits.days_for_slips


def _one_person(a: Person, b: Person) -> bool:
    """No two members differ in given name or country, or stand side by side in one report under two names."""
    return all(_compatible(one, other) for one in a.members for other in b.members)


def _compatible(one: Bearer, other: Bearer) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if one.report == other.report and one.given and other.given:
        return [sound(word) for word in one.words] == [sound(word) for word in other.words]
    return not (one.given and other.given) or same_given(one.given, other.given)


def _attach(alone: list[Person], full: list[Person], limits: EntityThresholds, slips: bool) -> list[Person]:
    """Gives each surname alone to the only person it can stand for; those with none or several stay."""
    blocks: dict[str, list[Person]] = defaultdict(list)
    for person in full:
        for key in sorted({key for b in person.members for key in neighbours(b.surname)}):
            blocks[key].append(person)
    left = []
    for single in sorted(alone, key=lambda p: p.order):
        keys = neighbours(single.members[0].surname)
        near = {id(p): p for key in keys for p in blocks.get(key, ())}
        fitting = [p for p in near.values() if _fits(single.members[0], p, limits, slips) and _one_person(p, single)]
        if len(fitting) == 1:
            best = max(fitting[0].members, key=lambda b: alike(b.surname, single.members[0].surname))
            fitting[0].take(single, _reason(best, single.members[0]))
        else:
            left.append(single)
    return left


def _fits(single: Bearer, person: Person, limits: EntityThresholds, slips: bool) -> bool:
    """Whether the surname is the person's; a slip needs the same report or the same country beside it."""
    if not slips:
        return any(b.given and _surnames(single, b, limits) == 1 for b in person.members)
    return any(
        b.given and _surnames(single, b, limits) and (b.report == single.report or (b.country or "") == single.country)
        for b in person.members
    )


def _join_alone(alone: list[Person]) -> list[Person]:
    """Surnames without a full name anywhere: one person when they sound the same and no sides conflict."""
    kept: dict[str, list[Person]] = defaultdict(list)
    for single in sorted(alone, key=lambda p: p.order):
        bearer = single.members[0]
        fitting = [p for p in kept[bare(bearer.surname, bearer.name)] if _one_person(p, single)]
        if len(fitting) == 1:
            fitting[0].take(single, _reason(fitting[0].members[0], bearer))
        else:
            kept[bare(bearer.surname, bearer.name)].append(single)
    return [person for persons in kept.values() for person in persons]


def _reason(one: Bearer, other: Bearer) -> str:
    """In words, why two bearers are taken for one person."""
    first, second = one.surname, other.surname
    why = "surnames are spelled the same" if latin(first) == latin(second) else "surnames sound the same"
    if not _same_sound(one, other):
        why = "surnames differ by a slip of the pen, in the same days and with no other bearer"
    if one.given and other.given:
        why += f', given names "{one.given}" and "{other.given}" can be one'
    else:
        why += ", and nobody else bears this surname"
    sides = f", both {one.country}" if one.country and one.country == other.country else ""
    return f'"{one.name}" and "{other.name}": {why}{sides}'
