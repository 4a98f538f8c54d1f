"""Parameters of lists that come in pages, and the header that leads to the next one."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request, Response

After = Annotated[
    str | None,
    Query(
        pattern=r"^[A-Za-z0-9_-]*$",
        max_length=2_000,
        description="The `next` of the page before; leave it out for the first page.",
    ),
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many to give at most.")]


def lead_on(request: Request, response: Response, after: str | None) -> None:
    """Adds `Link: <…>; rel="next"` where there is a next page."""
    if after is None:
        return
    parts = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    response.headers["Link"] = f'<{request.url.path}?{urlencode([*parts, ("after", after)])}>; rel="next"'
