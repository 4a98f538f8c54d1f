"""Takes a request, gives who sends it and what they may do. On this machine alone that is the machine's own user."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from getpass import getuser
from typing import Annotated

from fastapi import Depends, HTTPException, Request


class Role(StrEnum):
    """What an account may do; each may do all that those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def covers(self, other: Role) -> bool:
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who sends a request. `csrf` is the token that each form of theirs must carry, `language` that of the pages."""

    name: str
    role: Role
    csrf: str = ""
    language: str = "en"

    def may(self, role: Role) -> bool:
        return self.role.covers(role)


def visitor(request: Request) -> Visitor:
    """Whoever sends the request."""
    return Visitor(getuser(), Role.ADMIN)


class Needs:
    """A dependency that lets only visitors of a role (or a higher one) through: 403 for all others."""

    def __init__(self, role: Role) -> None:
        self.role = role

    def __call__(self, found: Annotated[Visitor, Depends(visitor)]) -> Visitor:
        if not found.may(self.role):
            raise HTTPException(403, f"this needs the role {self.role}, and {found.name} is {found.role}")
        return found


AnyVisitor = Annotated[Visitor, Depends(visitor)]
Reviewer = Annotated[Visitor, Depends(Needs(Role.REVIEWER))]
Admin = Annotated[Visitor, Depends(Needs(Role.ADMIN))]
