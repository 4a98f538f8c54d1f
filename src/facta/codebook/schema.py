"""The base of every codebook file's schema: a frozen pydantic model that refuses unknown keys."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Page(BaseModel):
    """One YAML file of the codebook. Subclasses list its keys; an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")
