"""The reasons for joins of people, in words that name both spellings and what was compared."""

from __future__ import annotations

from facta.stories.bearers import Bearer
from facta.stories.spelling import latin, same_sound


def reason(one: Bearer, other: Bearer, exact: bool = True) -> str:
    """Why two bearers are taken for one person."""
    first, second = one.surname, other.surname
    if latin(first) == latin(second):
        why = "surnames are spelled the same"
    elif same_sound(first, second):
        why = "surnames sound the same"
    elif exact:
        why = "surnames are cases or spellings of one"
    else:
        why = "surnames differ by a slip of the pen, and nobody else bears this one"
    if one.given and other.given:
        why += f', given names "{one.given}" and "{other.given}" can be one'
    sides = f", both {one.country}" if one.country and one.country == other.country else ""
    return f'"{one.name}" and "{other.name}": {why}{sides}'
