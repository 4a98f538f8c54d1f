"""What to do about a value that a page of the codebook cannot hold. In: pydantic's error; out: a short sentence."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel

from facta.codebook.schema import Page

_WANTED = {
    "tuple_type": "write a list, such as [one, two]",
    "frozen_set_type": "write a list, such as [one, two]",
    "dict_type": "write keys with values below it",
    "model_type": "write keys with values below it",
    "string_type": 'write words; put a number or date into quotes, such as "10"',
    "missing": "add the key",
}


class Misplaced(ValueError):
    """A value of a page that does not fit another one; `path` leads to it."""

    def __init__(self, message: str, path: tuple[str | int, ...]) -> None:
        super().__init__(message)
        self.path = path


def remedy(error: Any, schema: type[Page]) -> str:
    """How the person can mend the first error of a page."""
    if error["type"] == "extra_forbidden":
        *above, key = error["loc"]
        keys = _keys(schema, above)
        near = get_close_matches(str(key), keys, 1)
        return f"did you mean `{near[0]}`?" if near else f"known here are {', '.join(keys)}"
    return _WANTED.get(error["type"], "")


def _keys(schema: Any, path: Iterable[str | int]) -> list[str]:
    """The keys that a page knows at a path."""
    kind: Any = schema
    for step in path:
        if _is_model(kind):
            kind = kind.model_fields[step].annotation if step in kind.model_fields else None
        else:
            kind = next((k for k in reversed(get_args(kind)) if k is not Ellipsis), None)
    return sorted(kind.model_fields) if _is_model(kind) else []


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
