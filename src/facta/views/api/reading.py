"""From the OpenAPI document to what a person reads of it: addresses by subject, parameters, answers, fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

METHODS = ("get", "post")
SCHEMAS = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of an address, or a field of an object."""

    name: str
    type: str
    needed: bool
    about: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One address with one method. `takes` and `gives` name the objects in the request and the answer."""

    method: str
    path: str
    about: str
    fields: tuple[Field, ...]
    takes: str
    gives: str
    refusals: tuple[str, ...]  # beside those that all operations share


@dataclass(frozen=True, slots=True)
class Thing:
    """An object that is sent or answered."""

    name: str
    about: str
    fields: tuple[Field, ...]


def operations_of(document: Mapping[str, Any]) -> dict[str, list[Operation]]:
    """All operations, by subject."""
    found: dict[str, list[Operation]] = {}
    common = common_refusals(document)
    for path, method, told in _told(document):
        found.setdefault(told["tags"][0], []).append(_operation(method, path, told, common))
    return found


def common_refusals(document: Mapping[str, Any]) -> list[str]:
    """The statuses with which every operation may refuse."""
    every = [{status for status in told["responses"] if status >= "4"} for _, _, told in _told(document)]
    return sorted(set.intersection(*every))


def _told(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in document["paths"].items():
        yield from ((path, method, methods[method]) for method in METHODS if method in methods)


def things_of(document: Mapping[str, Any]) -> list[Thing]:
    """All objects, by name."""
    schemas = document["components"]["schemas"]
    return [
        Thing(name, schema.get("description", ""), tuple(_fields(schema)))
        for name, schema in sorted(schemas.items())
        if schema.get("type") == "object"
    ]


def _operation(method: str, path: str, told: Mapping[str, Any], common: Sequence[str]) -> Operation:
    answers = told["responses"]
    good = next(answer for status, answer in answers.items() if status.startswith("2"))
    return Operation(
        method=method.upper(),
        path=path,
        about=told.get("description", ""),
        fields=tuple(
            Field(one["name"], type_of(one["schema"]), one.get("required", False), one.get("description", ""))
            for one in told.get("parameters", ())
            if one["in"] != "path" or "description" in one
        ),
        takes=_content(told.get("requestBody", {})),
        gives=_content(good),
        refusals=tuple(status for status in answers if status >= "4" and status not in common),
    )


def _content(body: Mapping[str, Any]) -> str:
    return ", ".join(type_of(media["schema"]) for media in body.get("content", {}).values())


def _fields(schema: Mapping[str, Any]) -> Iterator[Field]:
    needed = schema.get("required", ())
    for name, one in schema.get("properties", {}).items():
        yield Field(name, type_of(one), name in needed, one.get("description", ""))


def type_of(schema: Mapping[str, Any]) -> str:
    """What kind of value a schema allows, in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(SCHEMAS)
    if several := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(dict.fromkeys(map(type_of, several)))
    if "const" in schema:
        return f'"{schema["const"]}"'
    if "enum" in schema:
        return " or ".join(f'"{one}"' for one in schema["enum"])
    if "prefixItems" in schema:
        return f"[{', '.join(map(type_of, schema['prefixItems']))}]"
    if schema.get("type") == "array":
        return f"list of {type_of(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "anything")
