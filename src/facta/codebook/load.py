"""Reads codebook files into their schemas, yours over the bundled ones; a mistake is told with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from facta.codebook.layers import ONLY, WITHOUT, Folder, Only, Without, bundled, joined, layers
from facta.codebook.remedies import remedy
from facta.codebook.schema import Page
from facta.errors import CodebookError

__all__ = ["Keys", "bundled", "languages", "line_in", "line_of", "load_page", "lower", "pages_of", "parsed"]

P = TypeVar("P", bound=Page)
Keys = tuple[str | int, ...]  # keys and numbers that lead to a value of a page


class _Loader(yaml.CSafeLoader):
    """YAML in which only `true` and `false` are truth values: in a word list, `no` and `on` are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _only(loader: yaml.CSafeLoader, node: yaml.SequenceNode) -> Only:
    return Only(tuple(loader.construct_sequence(node, deep=True)))


def _without(loader: yaml.CSafeLoader, node: yaml.SequenceNode) -> Without:
    return Without(tuple(loader.construct_sequence(node, deep=True)))


_Loader.add_constructor(ONLY, _only)
_Loader.add_constructor(WITHOUT, _without)


def load_page(folder: Folder, language: str, name: str, schema: type[P]) -> P:
    """The page `name` of the codebook as a `schema`, from all its layers; a missing file is an empty page."""
    files = pages_of(folder, language, name)
    values = [parsed(_text(file), str(file)) for file in files]
    try:
        return schema.model_validate(joined(values) if values else {})
    except ValidationError as error:
        first = error.errors()[0]
        inner = first.get("ctx", {}).get("error")
        path = (*first["loc"], *getattr(inner, "path", ()))
        file, line = _at_fault(files, path)
        told = ".".join(map(str, path))
        reason = f"{told}: {first['msg']}" if told else first["msg"]
        raise CodebookError(str(file), line, reason, remedy(first, schema)) from error


def _at_fault(files: list[Folder], path: Keys) -> tuple[Folder, int]:
    """The file that holds the value at the path, and its line; the first file where none does."""
    steps = path
    for file in files:
        text = _text(file)
        if (line := line_of(text, steps)) is not None:
            return file, line
        steps = lower(text, steps)
    return files[0], line_in(_text(files[0]), path)


def lower(text: str, path: Keys) -> Keys:
    """The path as it counts in the layer below a page: the items of the page's own list are passed over."""
    number = next((n for n, step in enumerate(path) if isinstance(step, int)), None)
    if number is None:
        return path
    node = _node(text, path[:number])
    own = sum(item.tag != WITHOUT for item in node.value) if isinstance(node, yaml.SequenceNode) else 0
    return (*path[:number], int(path[number]) - own, *path[number + 1 :])


def _node(text: str, path: Keys) -> Any:
    """The YAML node at the path, or nothing."""
    node = _composed(text)
    for step in path:
        below = _below(node, step)
        if below is None:
            return None
        _, node = below
    return node


def pages_of(folder: Folder, language: str, name: str) -> list[Folder]:
    """The files of a page, the one that counts first before the others."""
    found = (layer / language / f"{name}.yml" for layer in layers(folder))
    return [file for file in found if file.is_file()]


def parsed(text: str, name: str) -> Any:
    """What a page says, its tags kept; `name` is that of its file."""
    try:
        return yaml.load(text, Loader=_Loader) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(name, line, error.problem or "not YAML", "see the lines above it as well") from error


def _text(file: Folder) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CodebookError(str(file), 1, "not UTF-8", "save the file in UTF-8") from error


def line_in(text: str, path: Keys) -> int:
    """The line (from 1) of the YAML node at the path of keys and numbers, or of its nearest ancestor."""
    return _line(text, path)[0]


def line_of(text: str, path: Keys) -> int | None:
    """The line of the YAML node at the path; `None` when the page does not reach so far."""
    line, whole = _line(text, path)
    return line if whole else None


def _line(text: str, path: Keys) -> tuple[int, bool]:
    node, line = _composed(text), 1
    for step in path:
        below = _below(node, step)
        if below is None:
            return line, False
        line, node = below
    return line, True


@lru_cache(maxsize=32)
def _composed(text: str) -> Any:
    return yaml.compose(text, Loader=_Loader)


def _below(node: Any, step: Any) -> tuple[int, Any] | None:
    """The line and the node of a key or number; what is taken out of a list is not counted."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        items = [item for item in node.value if item.tag != WITHOUT]
        if 0 <= step < len(items):
            return items[step].start_mark.line + 1, items[step]
    return None


def languages(folder: Folder) -> Iterator[str]:
    """The languages that have a folder in one of the codebook's layers, in alphabetical order."""
    names = {entry.name for layer in layers(folder) for entry in layer.iterdir() if entry.is_dir()}
    yield from sorted(name for name in names if name != "common" and len(name) == 2)
