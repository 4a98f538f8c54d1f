"""What all values of the API share: no field that is not described, and words for spans and days."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Day = date  # for models that have a field `date`
Start = Annotated[int, Field(ge=0)]
Span = Annotated[
    tuple[Start, Start],
    Field(description="Half-open code points of the report's text: [start, end).", examples=[[120, 164]]),
]
Id = Annotated[str, Field(description="An id; it depends on content alone.", examples=["9f1c2ab4d0e37756"])]
Next = Annotated[
    str | None, Field(description="The cursor of the next page, to be given as `after`; null on the last page.")
]
State = Annotated[
    str, Field(description="Give it as `seen` when you decide: it is another once somebody has decided before you.")
]


class Value(BaseModel):
    """A JSON object with exactly the fields described, made of JSON values or of a record."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)
