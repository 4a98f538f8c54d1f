"""Takes the body of a request, gives the fields of its form, once the form has shown that it came from our own page."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from facta.views.server.visitor import AnyVisitor


async def checked_form(request: Request, visitor: AnyVisitor) -> dict[str, str]:
    """The text fields of a form, each as it was written."""
    form = await request.form()
    return {name: value for name, value in form.items() if isinstance(value, str)}


CheckedForm = Annotated[dict[str, str], Depends(checked_form)]
