"""The description of the API, and whether the server keeps to it whatever is asked."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from web_serving import Serving

CHECKS = [
    *(not_a_server_error, status_code_conformance, content_type_conformance),
    *(response_schema_conformance, negative_data_rejection, unsupported_method),
]
"""Not whether all that fits the description is answered: days, lists and laws may not exist."""

Case = schemathesis.Case[Any]

PATHS = (
    "/api/v1/elections",
    "/api/v1/forecast/{election}",
    "/api/v1/coalitions/{election}",
    "/api/v1/changes/{election}",
    "/api/v1/motion/{election}/{motion}",
    "/api/v1/events/{election}",
    "/api/v1/calendar/{election}",
    "/api/v1/explain/{election}/{figure}",
    "/api/v1/story",
)
DAYS = {"as_of": "2019-09-01", "from": "2019-09-01", "to": "2019-09-05"}
FEW = 50


@pytest.fixture(scope="session")
def described(serving: Serving) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_url(f"{serving.address}/api/v1/openapi.json")


def test_the_description_names_every_address(described: schemathesis.BaseSchema) -> None:
    paths = described.raw_schema["paths"]
    assert tuple(paths) == PATHS
    forecast = paths["/api/v1/forecast/{election}"]["get"]["responses"]
    assert set(forecast["200"]["content"]) == {"application/json", "text/csv"}
    assert set(forecast["404"]["content"]) == {"application/problem+json"}


def that_exists(case: Case) -> Case:
    """Ask of an election and of days that are there, mostly, and for little work."""
    if len(case.path_parameters.get("election", "x")) % 4:
        case.path_parameters["election"] = "il-2019-09"
        if "motion" in case.path_parameters:
            case.path_parameters["motion"] = "mutual-defence-treaty-us"
        if "figure" in case.path_parameters:
            case.path_parameters["figure"] = "seats.likud"
        case.query.update({name: day for name, day in DAYS.items() if name in case.query})
    if "calendar" not in case.path:
        case.query["draws"] = min(case.query.get("draws", FEW), FEW)
    return case


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS)
def test_the_server_keeps_to_its_description(described: schemathesis.BaseSchema, path: str) -> None:
    operation = described[path]["POST" if path.endswith("/story") else "GET"]

    @settings(max_examples=16, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def ask(data: st.DataObject) -> None:
        mode = data.draw(st.sampled_from(GenerationMode))
        case = data.draw(operation.as_strategy(generation_mode=mode))
        if mode is GenerationMode.POSITIVE and "{election}" in path:
            case = that_exists(case)
        case.validate_response(case.call(timeout=120), checks=CHECKS)

    ask()
