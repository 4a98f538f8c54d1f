"""Writes docs/codebook-keys.md to standard output: every page and key of the codebook, from its schemas and the English
pages. `make docs` runs it, and a test compares."""

from __future__ import annotations

import ast
import inspect
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from textwrap import dedent
from typing import Any, get_args

from pydantic import BaseModel

from facta.codebook import Codebook
from facta.codebook.check import PAGES, PageKind, Scope
from facta.codebook.load import pages_of
from facta.codebook.schema import Page

HEAD = """# Every page and key of the codebook

Made from the schemas by `make docs`. [codebook.md](codebook.md) tells how to use them, with examples that run.
Words under "such as" begin the English page, or the page common to all languages.
"""
FEW = 4  # words shown of a list
LONG = 60  # characters shown of an example


def main() -> None:
    """Print the whole page."""
    out = [HEAD]
    for scope, title in ((Scope.LANGUAGE, "A page a language"), (Scope.COMMON, "Pages common to all languages")):
        out.append(f"## {title}\n")
        for kind in PAGES:
            if kind.scope is scope:
                out.extend(_page(kind))
    sys.stdout.write("\n".join(out).rstrip() + "\n")


def _page(kind: PageKind) -> Iterator[str]:
    codebook = Codebook.load("en")
    folder = "common" if kind.scope is Scope.COMMON else "<language>"
    value = (codebook.common if kind.scope is Scope.COMMON else codebook.page)(kind.name, kind.schema)
    (file,) = pages_of(codebook.folder, "common" if kind.scope is Scope.COMMON else "en", kind.name)
    beside = _beside(file.read_text(encoding="utf-8"))
    yield f"### `{folder}/{kind.name}.yml`\n\n{_first(kind.schema)}\n"
    yield from _table(kind.schema, value, beside)
    seen: set[type[BaseModel]] = {kind.schema}
    waiting = list(_inner(kind.schema))
    while waiting:
        name, model = waiting.pop(0)
        if model not in seen:
            seen.add(model)
            yield f"Each item of `{name}`: {_first(model)}\n"
            yield from _table(model, None, beside)
            waiting += list(_inner(model))


def _table(model: type[BaseModel], value: Any, beside: dict[str, str]) -> Iterator[str]:
    told = _comments(model)
    yield "| key | what it holds | such as |\n|---|---|---|"
    for name, field in model.model_fields.items():
        example = _example(getattr(value, name, None)) if value is not None else ""
        yield f"| `{name}` | {told.get(name) or beside.get(name) or _kind(field.annotation)} | {example} |"
    yield ""


def _first(model: type[BaseModel]) -> str:
    """What the model's docstring says, on one line."""
    return " ".join((inspect.getdoc(model) or "").split())


def _inner(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """The models that its keys hold, with the key."""
    for name, field in model.model_fields.items():
        for kind in _models(field.annotation):
            yield name, kind


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _kind(annotation: Any) -> str:
    """A word for what is held where no comment says it."""
    if any(True for _ in _models(annotation)):
        return "see below"
    text = str(annotation)
    if "dict" in text:
        return "names with their words or values"
    if "tuple" in text or "frozenset" in text:
        return "words"
    return {"bool": "true or false", "float": "a number", "int": "a number", "str": "a word"}.get(
        getattr(annotation, "__name__", ""), "a value"
    )


def _example(value: Any) -> str:
    """The first words of a list, or the first keys of a table."""
    if isinstance(value, dict):
        words = [str(key) for key in value][:FEW]
    elif isinstance(value, frozenset):
        words = sorted(map(str, value))[:FEW]
    elif isinstance(value, tuple):
        words = [item for item in value if isinstance(item, str)][:FEW]
    elif isinstance(value, str | int | float) and value != "":
        words = [str(value)]
    else:
        words = []
    text = ", ".join(words)
    text = text if len(text) <= LONG else text[: LONG - 1] + "…"
    return f"`{text}`".replace("|", "\\|") if text else ""


def _beside(text: str) -> dict[str, str]:
    """By key, the first comment behind or right above it in a page."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in text.splitlines():
        if told := re.match(r"\s*#\s?(.*)", line):
            above.append(told.group(1))
            continue
        if key := re.match(r"\s*(\w+):", line):
            behind = re.search(r"\s#\s(.*)", line)
            said = behind.group(1) if behind else " ".join(above)
            if said.strip("- "):
                found.setdefault(key.group(1), said.strip().replace("|", "\\|"))
        above = []
    return found


def _comments(model: type[BaseModel]) -> dict[str, str]:
    """By key, the comment on its lines or the string below it."""
    source = dedent(inspect.getsource(model))
    (tree,) = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    notes: dict[int, str] = {
        token.start[0]: token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT and "fmt:" not in token.string
    }
    found: dict[str, str] = {}
    for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            last = node.end_lineno or node.lineno
            told = " ".join(notes[n] for n in range(node.lineno, last + 1) if n in notes)
            if not told and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                told = " ".join(str(after.value.value).split())
            found[node.target.id] = told.replace("|", "\\|")
    inherited = [_comments(base) for base in model.__mro__[1:] if issubclass(base, Page) and base is not Page]
    for above in inherited:
        found = {**above, **found}
    return found


if __name__ == "__main__":
    main()
