"""The place at which a page ended as an opaque word, and back: the next page begins behind it, whatever was added."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence

from facta.errors import UsageError
from facta.ledger.words import storable

Key = tuple[str | int, ...]


def written(key: Sequence[str | int]) -> str:
    """The values by which the last row of a page is sorted, as one word for an address."""
    plain = json.dumps(list(key), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode("utf-8", "surrogatepass")).decode("ascii").rstrip("=")


def read(cursor: str | None, types: tuple[type, ...]) -> Key | None:
    """The values again; `UsageError` for a word that `written` cannot have given for values of these types."""
    if not cursor:
        return None
    try:
        plain = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        key = json.loads(plain.decode("utf-8"))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise _broken(cursor) from error
    fits = isinstance(key, list) and [type(value) for value in key] == list(types)
    if not fits or any(isinstance(value, int) and abs(value) > 2**62 for value in key):
        raise _broken(cursor)
    if any(storable(value) != value for value in key if isinstance(value, str)):
        raise _broken(cursor)
    return tuple(key)


def _broken(cursor: str) -> UsageError:
    return UsageError(f"{cursor[:40]!r} is no place in this list", "leave the cursor out to begin at the first page")
