"""Reads codebook files into their schemas; a mistake is reported with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from facta.codebook.schema import Page
from facta.errors import CodebookError

P = TypeVar("P", bound=Page)


class _Loader(yaml.CSafeLoader):
    """YAML in which only `true` and `false` are truth values: in a word list, `no` and `on` are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def bundled() -> Traversable:
    """The folder of the codebook that ships with facta."""
    return files("facta.codebook") / "data"


def load_page(folder: Traversable | Path, language: str, name: str, schema: type[P]) -> P:
    """`<folder>/<language>/<name>.yml` as a `schema`; a missing file is an empty page."""
    file = folder / language / f"{name}.yml"
    if not file.is_file():
        return schema()
    text = file.read_text(encoding="utf-8")
    try:
        return schema.model_validate(yaml.load(text, Loader=_Loader) or {})
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(str(file), line, error.problem or "not YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        line = line_in(text, first["loc"])
        raise CodebookError(str(file), line, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def line_in(text: str, path: tuple[Any, ...]) -> int:
    """The line (from 1) of the YAML node at the path of keys and indices, or of its nearest ancestor."""
    node = yaml.compose(text, Loader=_Loader)
    line = 1
    for step in path:
        below = _below(node, step)
        if below is None:
            break
        mark, node = below
        line = mark + 1
    return line


def _below(node: Any, step: Any) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    return None


def languages(folder: Traversable | Path) -> Iterator[str]:
    """The languages that have a folder in the codebook, in alphabetical order."""
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_dir())
    yield from (name for name in names if name != "common" and len(name) == 2)
