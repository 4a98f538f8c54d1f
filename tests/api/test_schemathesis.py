"""schemathesis asks the real API whatever its OpenAPI document allows, and much that it does not, and finds nothing."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from facta.views.api import add
from facta.views.api.document import document
from tests.api.conftest import Held

EXAMPLES = 20  # of each operation
HOST = {"host": "127.0.0.1:8000"}
# A cursor is known only to the list that made it, and what a decision may say depends on what it is on: a request can
# fit the document and still be refused.
REFUSED = ["2xx", "403", "404", "409", "422"]
OPERATIONS = [(m, path) for path, methods in document(add(FastAPI()))["paths"].items() for m in methods]


@pytest.fixture(scope="session")
def schema(held: Held) -> Any:
    config = schemathesis.Config()
    checks = config.projects.default.checks
    checks.positive_data_acceptance.expected_statuses = REFUSED
    checks.negative_data_rejection.expected_statuses = ["400", "403", "404", "413", "414", "415", "422"]
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", held.site, config=config, headers=HOST)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_nothing_is_found(schema: Any, held: Held, method: str, path: str) -> None:
    operation = schema[path][method]
    # in a form every value is a text, so that nothing is of the wrong type
    modes = [GenerationMode.POSITIVE] if path == "/imports/files" else list(GenerationMode)
    cases = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in modes))

    @given(case=cases, real=st.booleans())
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any, real: bool) -> None:
        if real:  # ids that are there, in the place of invented ones
            case.path_parameters |= {name: held.ids[name] for name in case.path_parameters if name in held.ids}
        case.call_and_validate(headers=HOST)

    ask()
