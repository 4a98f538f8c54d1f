"""The description of the API: an OpenAPI 3.1 document made of the routes and their models."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse

from facta.views.api.problems import Problem

router = APIRouter(include_in_schema=False)
PREFIX = "/api/v1"


@router.get("/openapi.json")
def openapi(request: Request) -> JSONResponse:
    """The document itself."""
    return JSONResponse(document(request.app))


def _in_paths(made: dict[str, Any]) -> list[dict[str, Any]]:
    """The parameters that are parts of an address."""
    told = (operation for methods in made["paths"].values() for operation in methods.values())
    return [one for operation in told for one in operation.get("parameters", ()) if one["in"] == "path"]


def document(api: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of the application, made once."""
    if api.openapi_schema is None:
        made = get_openapi(
            title=api.title,
            version=api.version,
            openapi_version="3.1.0",
            description=api.description,
            routes=api.routes,
            servers=[{"url": PREFIX}],
            license_info={"name": "MIT", "identifier": "MIT"},
        )
        schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
        made["components"]["schemas"] |= {**schema.pop("$defs", {}), "Problem": schema}
        made["components"]["securitySchemes"] = {"account": {"type": "http", "scheme": "basic"}}
        for parameter in _in_paths(made):
            parameter["schema"]["pattern"] = r"^[^\x00-\x1f]+$"  # the guard refuses others before any route
        made["security"] = [{"account": []}, {}]
        api.openapi_schema = made
    return api.openapi_schema
