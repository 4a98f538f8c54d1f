"""Signing in and out, one's own password, and for admins who else may come in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from facta.errors import UsageError
from facta.ledger.accounts import Account, Accounts, Role
from facta.views.passwords import account_name, hashed
from facta.views.server.address import local
from facta.views.server.forms import CheckedForm
from facta.views.server.render import render
from facta.views.server.site import Site, site_of
from facta.views.server.visitor import Admin, AnyVisitor, Guest, address_of, cookie, session_cookie

router = APIRouter()
SHOWN = 30  # sign-ins on the page


@router.get("/sign-in")
def sign_in_page(
    request: Request, visitor: Guest, back: Annotated[str, Query(alias="next", max_length=4000)] = "/"
) -> Response:
    """The form for a name and a password."""
    if visitor.role is not None:
        return RedirectResponse(local(back), 303)
    return render(request, visitor, "sign_in.html.j2", back=local(back), name="", wrong="")


@router.post("/sign-in")
def sign_in(request: Request, form: CheckedForm, visitor: Guest) -> Response:
    """Opens a session with a token of its own and goes to the page that was asked for."""
    site, name, back = site_of(request), form.get("name", ""), local(form.get("next", ""))
    if not site.shared:
        return RedirectResponse(back, 303)
    try:
        account = site.entrance.account(name, form.get("password", ""), address_of(request))
    except HTTPException as error:
        answer = render(
            request, visitor, "sign_in.html.j2", error.status_code, back=back, name=name, wrong=error.detail
        )
        answer.headers.update(error.headers or {})
        return answer
    _end(request, site)
    return _begun(site, account, back)


@router.post("/sign-out")
def sign_out(request: Request, form: CheckedForm, visitor: AnyVisitor) -> Response:
    """Ends the session here and in the ledger."""
    site = site_of(request)
    _end(request, site)
    answer = RedirectResponse("/sign-in", 303)
    answer.headers.append("set-cookie", cookie(site, session_cookie(site), "", age=0))
    return answer


@router.get("/accounts")
def accounts_page(request: Request, visitor: AnyVisitor) -> HTMLResponse:
    """One's own password; for admins all accounts and the latest sign-ins."""
    accounts = site_of(request).ledger.accounts
    admin = visitor.may(Role.ADMIN)
    return render(
        request,
        visitor,
        "accounts.html.j2",
        own=accounts.find(visitor.name),
        accounts=accounts.all() if admin else (),
        sign_ins=accounts.sign_ins(SHOWN) if admin else (),
        roles=list(Role),
    )


@router.post("/accounts")
def add(request: Request, form: CheckedForm, visitor: Admin) -> Response:
    """A new account."""
    site, name = site_of(request), account_name(form.get("name", ""))
    _same(form.get("password", ""), form.get("again", ""))
    password = hashed(form.get("password", ""), name)
    site.ledger.accounts.add(Account(name, _role(form), site.entrance.clock(), password))
    return RedirectResponse("/accounts", 303)


@router.post("/accounts/password")
def change_password(request: Request, form: CheckedForm, visitor: AnyVisitor) -> Response:
    """Another password of one's own. All sessions of the account end, and this browser gets a new one."""
    site = site_of(request)
    if not site.shared:
        raise UsageError("on this machine alone there is no password", "see facta user password")
    _same(form.get("password", ""), form.get("again", ""))
    password = hashed(form.get("password", ""), visitor.name)
    try:
        account = site.entrance.account(visitor.name, form.get("current", ""), address_of(request))
    except HTTPException as error:
        if error.status_code != 401:
            raise
        raise UsageError("the password now is another one", "go back and type it again") from None
    site.ledger.accounts.set_password(account.name, password)
    return _begun(site, account, "/accounts")


@router.post("/accounts/{name}/role")
def change_role(request: Request, name: str, form: CheckedForm, visitor: Admin) -> Response:
    """Another role for an account, whose sessions end."""
    accounts, role = site_of(request).ledger.accounts, _role(form)
    if role is not Role.ADMIN:
        _keep_an_admin(accounts, name)
    accounts.set_role(name, role)
    return RedirectResponse("/accounts", 303)


@router.post("/accounts/{name}/remove")
def remove(request: Request, name: str, form: CheckedForm, visitor: Admin) -> Response:
    """Takes an account away; what its owner decided stays."""
    accounts = site_of(request).ledger.accounts
    _keep_an_admin(accounts, name)
    accounts.remove(name)
    return RedirectResponse("/accounts", 303)


def _begun(site: Site, account: Account, back: str) -> Response:
    answer = RedirectResponse(back, 303)
    answer.headers.append("set-cookie", cookie(site, session_cookie(site), site.entrance.open(account)))
    return answer


def _end(request: Request, site: Site) -> None:
    token = request.cookies.get(session_cookie(site))
    if token:
        site.entrance.close(token)


def _role(form: dict[str, str]) -> Role:
    try:
        return Role(form.get("role", ""))
    except ValueError:
        raise UsageError("there is no such role", f"one of: {', '.join(Role)}") from None


def _same(password: str, again: str) -> None:
    if password != again:
        raise UsageError("the two passwords are not the same", "go back and type the new password twice")


def _keep_an_admin(accounts: Accounts, name: str) -> None:
    admins = [account.name for account in accounts.all() if account.role is Role.ADMIN]
    if admins == [name]:
        raise UsageError(f"{name} is the last admin", "make somebody else an admin first")
