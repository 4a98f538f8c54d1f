"""Records to JSON text and back without loss, and vectors to text that any database can hold."""

from __future__ import annotations

import base64
from typing import Any, TypeVar

import msgspec
import numpy as np
from pydantic import TypeAdapter

from facta.records import Claim, Figure, Incident, Pledge, Statement, Vector

T = TypeVar("T")
KINDS: dict[str, type[Claim]] = {"statement": Statement, "incident": Incident, "pledge": Pledge, "figure": Figure}


def kind_of(claim: Claim) -> str:
    return type(claim).__name__.lower()


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
_DECODERS: dict[type[Any], msgspec.json.Decoder[Any]] = {}  # four times as fast: a dossier decodes thousands of bodies


def _adapter(record_type: type[Any]) -> TypeAdapter[Any]:
    """The converter of a record type, made when first needed, since making one takes some milliseconds."""
    if record_type not in _ADAPTERS:
        _ADAPTERS[record_type] = TypeAdapter(record_type)
    return _ADAPTERS[record_type]


def to_body(record: object) -> str:
    """A record as one line of JSON with every field."""
    return _adapter(type(record)).dump_json(record).decode("utf-8")


def from_body(record_type: type[T], body: str) -> T:
    """The record that `to_body` wrote."""
    decoder = _DECODERS.get(record_type) or _DECODERS.setdefault(record_type, msgspec.json.Decoder(record_type))
    record: T = decoder.decode(body)
    return record


def to_values(record: object) -> dict[str, Any]:
    """A record as JSON values."""
    values: dict[str, Any] = _adapter(type(record)).dump_python(record, mode="json")
    return values


def from_values(record_type: type[T], values: Any) -> T:
    """The record that `to_values` wrote; `ValueError` if the values make none."""
    record: T = _adapter(record_type).validate_python(values)
    return record


def pack(vector: Vector | None) -> str | None:
    """Little-endian 32-bit floats in base64."""
    if vector is None:
        return None
    return base64.b64encode(np.asarray(vector, dtype="<f4").tobytes()).decode("ascii")


def unpack(packed: str | None) -> Vector | None:
    if packed is None:
        return None
    return np.frombuffer(base64.b64decode(packed), dtype="<f4").astype(np.float32)
