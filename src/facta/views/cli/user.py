"""`facta user add|list|role|password|remove`: who may open a ledger's pages from other machines."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from facta.errors import UsageError
from facta.views.cli.options import AsJson, LedgerAt, one_of, open_ledger
from facta.views.cli.output import print_json, print_table

ROLES = ("reader", "reviewer", "admin")
Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name: letters, digits and . @ + - _")]
RoleName = Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer or admin.")]
RoleOption = Annotated[
    str,
    typer.Option("--role", help="reader (sees everything), reviewer (corrects and imports) or admin (keeps accounts)."),
]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input in place of asking for it.")
]

group = typer.Typer(help="Accounts for facta serve; they are kept in the ledger.", no_args_is_help=True)


@group.command("add")
def add(name: Name, role: RoleOption = "reader", from_stdin: FromStdin = False, ledger: LedgerAt = None) -> None:
    """Add an account; its password is asked for twice."""
    from datetime import UTC, datetime

    from facta.ledger.accounts import Account, Role
    from facta.views.passwords import account_name, hashed

    chosen, known = Role(str(one_of(role, ROLES, "--role"))), account_name(name)
    with open_ledger(ledger) as opened:
        if opened.accounts.find(known):
            raise UsageError(f"there is an account {known} already", "see facta user password and facta user role")
        opened.accounts.add(Account(known, chosen, datetime.now(UTC), hashed(password(from_stdin), known)))
    typer.echo(f"{known}: {chosen}; facta serve asks everybody to sign in from its next start")


@group.command("list")
def listed(ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List the accounts."""
    with open_ledger(ledger) as opened:
        accounts = opened.accounts.all()
    if as_json:
        print_json([{"name": a.name, "role": str(a.role), "made_at": a.made_at.isoformat()} for a in accounts])
        return
    rows = [(a.name, str(a.role), f"{a.made_at:%Y-%m-%d %H:%M}") for a in accounts]
    print_table(("name", "role", "since (UTC)"), rows, "no accounts")


@group.command("role")
def role(name: Name, role: RoleName, ledger: LedgerAt = None) -> None:
    """Give an account another role; its sessions end."""
    from facta.ledger.accounts import Role
    from facta.views.passwords import account_name

    chosen, known = Role(str(one_of(role, ROLES, "ROLE"))), account_name(name)
    with open_ledger(ledger) as opened:
        opened.accounts.set_role(known, chosen)
    typer.echo(f"{known}: {chosen}")


@group.command("password")
def change(name: Name, from_stdin: FromStdin = False, ledger: LedgerAt = None) -> None:
    """Give an account another password; its sessions end."""
    from facta.views.passwords import account_name, hashed

    known = account_name(name)
    with open_ledger(ledger) as opened:
        if not opened.accounts.find(known):
            raise UsageError(f"there is no account {known}", "see facta user list")
        opened.accounts.set_password(known, hashed(password(from_stdin), known))
    typer.echo(f"{known}: the password is changed")


@group.command("remove")
def remove(name: Name, ledger: LedgerAt = None) -> None:
    """Take an account away; what its owner decided stays."""
    from facta.views.passwords import account_name

    known = account_name(name)
    with open_ledger(ledger) as opened:
        opened.accounts.remove(known)
    typer.echo(f"{known} is removed")


def password(from_stdin: bool) -> str:
    """A new password, from standard input or asked for twice without showing it."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UsageError("there is nobody to ask for the password", "give it with --password-stdin")
    from getpass import getpass

    first = getpass("New password: ")
    if getpass("Once more: ") != first:
        raise UsageError("the two passwords are not the same", "try again")
    return first


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="user")
