"""Takes the names and passwords of accounts as people type them, gives what is stored, and compares."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from facta.errors import UsageError

LEAST = 10  # characters of a password
LONGEST = 1000  # of a password: longer ones only cost time
NAME = re.compile(r"[^\W_][\w.@+-]{0,63}")  # no colon: HTTP Basic parts name and password at it
HASHER = PasswordHasher()
AT_ONCE = BoundedSemaphore(2)  # each hash takes 64 MiB, so that many at once would take all memory


def account_name(text: str) -> str:
    """The name as it is stored: in lower case, since telephones capitalise; `UsageError` if it cannot be one."""
    name = unicodedata.normalize("NFC", text.strip()).lower()
    if not NAME.fullmatch(name):
        raise UsageError(f"{text!r} cannot be the name of an account", "use letters, digits and . @ + - _, at most 64")
    return name


def hashed(password: str, name: str) -> str:
    """The argon2 hash of a new password; `UsageError` if it is too easy to guess."""
    if len(password) < LEAST:
        raise UsageError("the password is too short", f"take at least {LEAST} characters; several words are best")
    if len(password) > LONGEST:
        raise UsageError("the password is too long", f"take at most {LONGEST} characters")
    if password.lower() == name or len(set(password)) < 4:
        raise UsageError("the password is easy to guess", "several words are best")
    return anew(password)


def anew(password: str) -> str:
    """A hash of a password that is in use already, with today's settings."""
    with AT_ONCE:
        return HASHER.hash(_normal(password))


def fits(stored: str | None, password: str) -> bool:
    """Whether the password belongs to the stored hash. Takes as long when there is no such account."""
    given = password if len(password) <= LONGEST else ""
    with AT_ONCE:
        try:
            right = HASHER.verify(stored or _nobody(), _normal(given))
        except (VerificationError, InvalidHashError):
            return False
    return right and stored is not None


def outdated(stored: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return HASHER.check_needs_rehash(stored)


def _normal(password: str) -> str:
    """One form for what different keyboards send."""
    return unicodedata.normalize("NFKC", password)


@lru_cache(maxsize=1)
def _nobody() -> str:
    """A hash that is checked in place of an account's that does not exist."""
    return HASHER.hash("nobody's")
