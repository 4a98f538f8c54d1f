"""Accounts, their sessions and the log of sign-ins, in and out of the tables. Sees hashes and digests, never a password
or a token; who may do what is left to the pages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, insert, select, text, update

from facta.errors import UsageError
from facta.ledger import tables

Transaction = Callable[[], AbstractContextManager[Connection]]
KEPT = timedelta(days=90)  # how long the log of sign-ins goes back


class Role(StrEnum):
    """What an account may do; each may do all that those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def covers(self, other: Role) -> bool:
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may open the pages. `password` is an argon2 hash."""

    name: str
    role: Role
    made_at: datetime
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which somebody is signed in. `csrf` is the token that its forms carry."""

    account: Account
    made_at: datetime
    expires_at: datetime
    csrf: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignIn:
    """One attempt to sign in."""

    at: datetime
    name: str
    address: str
    worked: bool


class Accounts:
    """The accounts of an open ledger."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading = reading
        self._writing = writing

    # ---- accounts

    def all(self) -> tuple[Account, ...]:
        """All accounts by name."""
        with self._reading() as connection:
            rows = connection.execute(select(tables.accounts).order_by(tables.accounts.c.name)).mappings()
            return tuple(_account(row) for row in rows)

    def find(self, name: str) -> Account | None:
        """The account of this name, if there is one."""
        with self._reading() as connection:
            row = connection.execute(select(tables.accounts).where(tables.accounts.c.name == name)).mappings().first()
            return _account(row) if row else None

    def add(self, account: Account) -> None:
        """A new account; `UsageError` if its name is taken."""
        with self._writing() as connection:
            if _known(connection, account.name):
                raise UsageError(f"there is an account {account.name} already", "choose another name")
            row = {"name": account.name, "password": account.password, "role": str(account.role)}
            connection.execute(insert(tables.accounts), row | {"made_at": _stamp(account.made_at)})

    def set_role(self, name: str, role: Role) -> None:
        """Gives an account another role and ends its sessions."""
        self._change(name, {"role": str(role)})

    def set_password(self, name: str, password: str) -> None:
        """Gives an account another password (its hash) and ends its sessions."""
        self._change(name, {"password": password})

    def rehash(self, name: str, password: str) -> None:
        """The same password under a newer hash; sessions go on."""
        with self._writing() as connection:
            connection.execute(_update(name).values(password=password))

    def remove(self, name: str) -> None:
        """Takes an account and its sessions away; what its owner decided stays."""
        with self._writing() as connection:
            _demand(connection, name)
            connection.execute(delete(tables.sessions).where(tables.sessions.c.account == name))
            connection.execute(delete(tables.accounts).where(tables.accounts.c.name == name))

    def _change(self, name: str, values: dict[str, str]) -> None:
        with self._writing() as connection:
            _demand(connection, name)
            connection.execute(_update(name).values(**values))
            connection.execute(delete(tables.sessions).where(tables.sessions.c.account == name))

    # ---- sessions, by the digest of their token

    def open_session(self, token: str, csrf: str, name: str, at: datetime, until: datetime) -> None:
        """A new session; those that ended by themselves are cleared away."""
        with self._writing() as connection:
            connection.execute(delete(tables.sessions).where(tables.sessions.c.expires_at <= _stamp(at)))
            row = {"token": token, "account": name, "csrf": csrf, "made_at": _stamp(at)}
            connection.execute(insert(tables.sessions), row | {"expires_at": _stamp(until)})

    def session(self, token: str, at: datetime) -> Session | None:
        """The session of this token, unless it has ended."""
        columns = (tables.sessions.c.csrf, tables.sessions.c.made_at.label("since"), tables.sessions.c.expires_at)
        query = select(tables.accounts, *columns).join(tables.sessions).where(tables.sessions.c.token == token)
        with self._reading() as connection:
            row = connection.execute(query.where(tables.sessions.c.expires_at > _stamp(at))).mappings().first()
        if row is None:
            return None
        since, until = (datetime.fromisoformat(row[name]) for name in ("since", "expires_at"))
        return Session(_account(row), since, until, row["csrf"])

    def prolong(self, token: str, until: datetime) -> None:
        """Lets a session last until then."""
        with self._writing() as connection:
            one = tables.sessions.c.token == token
            connection.execute(update(tables.sessions).where(one).values(expires_at=_stamp(until)))

    def close_session(self, token: str) -> None:
        """Ends a session."""
        with self._writing() as connection:
            connection.execute(delete(tables.sessions).where(tables.sessions.c.token == token))

    # ---- sign-ins

    def attempt(self, attempt: SignIn, limit: int, window: timedelta) -> timedelta:
        """Notes an attempt as failed before its password is looked at, so that many at once count as well. Zero,
        or how long to wait if `limit` of this name or this address failed within the window; then nothing is noted."""
        with self._writing() as connection:
            if connection.dialect.name == "postgresql":  # SQLite has one writer anyway
                connection.execute(text("LOCK TABLE sign_ins IN SHARE ROW EXCLUSIVE MODE"))
            connection.execute(delete(tables.sign_ins).where(tables.sign_ins.c.at < _stamp(attempt.at - KEPT)))
            since = attempt.at - window
            for own in (tables.sign_ins.c.name == attempt.name, tables.sign_ins.c.address == attempt.address):
                failed = _failed(connection, own, since)
                if len(failed) >= limit:
                    return failed[-limit] + window - attempt.at
            row = {"at": _stamp(attempt.at), "name": attempt.name, "address": attempt.address, "worked": 0}
            connection.execute(insert(tables.sign_ins), row)
            return timedelta()

    def worked(self, attempt: SignIn) -> None:
        """The attempt was a good one."""
        table = tables.sign_ins.c
        mine = (table.at == _stamp(attempt.at), table.name == attempt.name, table.address == attempt.address)
        with self._writing() as connection:
            connection.execute(update(tables.sign_ins).where(*mine).values(worked=1))

    def sign_ins(self, limit: int = 50) -> tuple[SignIn, ...]:
        """The latest attempts, newest first."""
        query = select(tables.sign_ins).order_by(tables.sign_ins.c.at.desc()).limit(limit)
        with self._reading() as connection:
            rows = connection.execute(query).mappings()
            return tuple(
                SignIn(datetime.fromisoformat(row["at"]), row["name"], row["address"], bool(row["worked"]))
                for row in rows
            )


def _stamp(at: datetime) -> str:
    """A time that sorts as text, whatever the database's collation."""
    return at.isoformat(timespec="microseconds")


def _failed(connection: Connection, own: ColumnElement[bool], since: datetime) -> list[datetime]:
    table = tables.sign_ins.c
    query = select(table.at).where(own, table.worked == 0, table.at > _stamp(since)).order_by(table.at)
    return [datetime.fromisoformat(at) for at in connection.execute(query).scalars()]


def _account(row: RowMapping) -> Account:
    return Account(row["name"], Role(row["role"]), datetime.fromisoformat(row["made_at"]), row["password"])


def _known(connection: Connection, name: str) -> bool:
    query = select(func.count()).select_from(tables.accounts).where(tables.accounts.c.name == name)
    return connection.execute(query).scalar_one() > 0


def _demand(connection: Connection, name: str) -> None:
    if not _known(connection, name):
        raise UsageError(f"there is no account {name}", "see facta user list")


def _update(name: str) -> Any:
    return update(tables.accounts).where(tables.accounts.c.name == name)
