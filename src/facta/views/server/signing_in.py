"""Takes names, passwords and tokens, gives accounts and sessions; slows down whoever guesses. Knows nothing of requests
and answers."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import logging
import math
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock

from fastapi import HTTPException

from facta.errors import UsageError
from facta.ledger.accounts import Account, Accounts, Session, SignIn
from facta.views import passwords

Clock = Callable[[], datetime]

ATTEMPTS = 5  # so many may fail …
WINDOW = timedelta(minutes=15)  # … within this time, of one name or from one address
IDLE = timedelta(hours=8)  # a session that is not used ends after this
LONGEST = timedelta(days=7)  # and every session after this
STEP = timedelta(minutes=5)  # how far a session's end must move before it is written
REMEMBERED = timedelta(minutes=5)  # how long a password once checked is not hashed again for a program's next request
PROGRAMS = 100  # so many are remembered

log = logging.getLogger("facta.sign-in")


def now() -> datetime:
    """The clock of a real server; tests bring their own."""
    return datetime.now(UTC)


class Entrance:
    """Lets people and programs in. Tokens are random and only their digests are stored."""

    def __init__(self, accounts: Accounts, clock: Clock = now) -> None:
        self.accounts = accounts
        self.clock = clock
        self._secret = secrets.token_bytes(32)
        self._programs: dict[bytes, tuple[str, datetime]] = {}
        self._lock = Lock()

    def account(self, name: str, password: str, address: str) -> Account:
        """The account whose name and password these are: 401 if there is none, 429 after too many failures."""
        found = self._named(name)
        attempt = SignIn(self.clock(), found.name if found else _unknown(name), address, False)
        wait = self.accounts.attempt(attempt, ATTEMPTS, WINDOW)
        if wait:
            log.warning("%s from %s: too many attempts", attempt.name, address)
            raise _later(wait)
        if not passwords.fits(found.password if found else None, password) or found is None:
            log.warning("%s from %s: refused", attempt.name, address)
            raise HTTPException(401, "the name or the password is wrong")
        self.accounts.worked(attempt)
        log.info("%s from %s: signed in", found.name, address)
        if passwords.outdated(found.password):
            self.accounts.rehash(found.name, passwords.anew(password))
        return found

    def program(self, credentials: str, address: str) -> Account:
        """The account that a program names in each request (HTTP Basic). A password is hashed once in a while only."""
        try:
            name, colon, password = base64.b64decode(credentials, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            colon = name = password = ""
        if not colon:
            raise HTTPException(400, "the Authorization header is not what HTTP Basic says")
        key = self._keyed(f"program {credentials}")
        known, found = self._programs.get(key), self._named(name)
        if known and found and known[0] == found.password and self.clock() < known[1]:
            return found
        found = self.account(name, password, address)
        with self._lock:
            while len(self._programs) >= PROGRAMS:
                self._programs.pop(next(iter(self._programs)))
            self._programs[key] = (found.password, self.clock() + REMEMBERED)
        return found

    def open(self, account: Account) -> str:
        """The token of a new session. It is new at every sign-in, so that nobody can hand a known one to a victim."""
        token, at = secrets.token_urlsafe(32), self.clock()
        self.accounts.open_session(_digest(token), secrets.token_urlsafe(32), account.name, at, at + IDLE)
        return token

    def session(self, token: str) -> Session | None:
        """The session with this token, unless it has ended; using it makes it last."""
        at = self.clock()
        found = self.accounts.session(_digest(token), at)
        if found:
            until = min(at + IDLE, found.made_at + LONGEST)
            if until - found.expires_at > STEP:
                self.accounts.prolong(_digest(token), until)
        return found

    def close(self, token: str) -> None:
        """Ends the session with this token."""
        self.accounts.close_session(_digest(token))

    def csrf(self, browser: str) -> str:
        """The token for the forms of a browser in which nobody is signed in, from the random text in its cookie."""
        return self._keyed(f"form {browser}").hex()

    def _named(self, name: str) -> Account | None:
        try:
            return self.accounts.find(passwords.account_name(name))
        except UsageError:
            return None

    def _keyed(self, text: str) -> bytes:
        return hmac.digest(self._secret, text.encode(errors="surrogatepass"), "sha256")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _unknown(name: str) -> str:
    """What the log keeps of a name that no account has: people type passwords into the wrong field."""
    return "unknown:" + _digest(name)[:12]


def _later(wait: timedelta) -> HTTPException:
    seconds = math.ceil(wait.total_seconds())
    text = f"too many attempts to sign in; try again in {math.ceil(seconds / 60)} minutes"
    return HTTPException(429, text, {"Retry-After": str(seconds)})
