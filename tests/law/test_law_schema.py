"""The JSON Schema of law files: stored as it is made, and true of every law."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from formateur.law import builtin_laws
from formateur.law.schema import law_schema

DATA = files("formateur") / "data"


def as_json(value: dict[str, Any]) -> dict[str, Any]:
    """Return a TOML document as JSON has it."""
    found: dict[str, Any] = json.loads(json.dumps(value, default=date.isoformat))
    return found


def test_stored_schema_is_the_one_of_the_code() -> None:
    stored = (DATA / "schemas" / "law.schema.json").read_text(encoding="utf-8")
    assert json.loads(stored) == law_schema()


@pytest.mark.parametrize("law", builtin_laws())
def test_built_in_law_fits_its_schema(law: str) -> None:
    document = tomllib.loads((DATA / "laws" / f"{law}.toml").read_text(encoding="utf-8"))
    validator = Draft202012Validator(
        law_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert [error.message for error in validator.iter_errors(as_json(document))] == []


def test_schema_refuses_what_the_reader_refuses() -> None:
    document = tomllib.loads((DATA / "laws" / "il-knesset.toml").read_text(encoding="utf-8"))
    document["threshold"][0]["share"] = "3,25%"
    del document["threshold"][1]["source"]
    document["threshold"][2]["shares"] = "2%"
    document["allocation"][0]["steps"].append("hat")
    found = list(Draft202012Validator(law_schema()).iter_errors(as_json(document)))
    assert len(found) == 4
