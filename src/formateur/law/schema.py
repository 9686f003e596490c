"""The JSON Schema of law files, made from the steps: for editors, and for checks without us."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import TypeAdapter

from formateur.law.fields import MOST_SEATS, SCHEMA
from formateur.law.rules import Constituencies
from formateur.law.step import Step
from formateur.law.steps import STEPS, TABLED, table_of
from formateur.law.ties import TIE_RULES

_TEXT = {"type": "string", "minLength": 1}
_SINCE = {"type": "string", "format": "date", "description": "First day in force: a TOML date."}
_SOURCE = {**_TEXT, "description": "The law and its section."}


def law_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``law.toml``, TOML dates being texts of the form YYYY-MM-DD."""
    tables = {table_of(name): _dated(_own(kind)) for name, kind in TABLED.items()}
    properties: dict[str, Any] = {
        "schema": {"const": SCHEMA},
        "id": {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"},
        "name": _TEXT,
        "country": {"type": "string", "pattern": "^[a-z]{2}$"},
        "chamber": _TEXT,
        "limits": {**_TEXT, "description": "What the file leaves out."},
        "constituencies": {"enum": list(get_args(Constituencies)), "default": "one"},
        "seats": _dated(
            {
                "properties": {"value": {"type": "integer", "minimum": 1, "maximum": MOST_SEATS}},
                "required": ["value"],
            }
        ),
        "allocation": _dated(
            {
                "properties": {
                    "steps": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"enum": [*STEPS, *TABLED]},
                    },
                    "ties": {"enum": list(TIE_RULES)},
                },
                "required": ["steps", "ties"],
            }
        ),
        **tables,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Formateur: an electoral law",
        "type": "object",
        "properties": properties,
        "required": ["schema", "id", "name", "country", "chamber", "seats", "allocation"],
        "additionalProperties": False,
    }


def _own(kind: type[Step]) -> dict[str, Any]:
    """Return the keys of one step's table."""
    found = TypeAdapter(kind).json_schema()
    return {"properties": found.get("properties", {}), "required": found.get("required", [])}


def _dated(own: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of dated, sourced versions."""
    return {
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "object",
            "properties": {"from": _SINCE, "source": _SOURCE, **own["properties"]},
            "required": ["from", "source", *own["required"]],
            "additionalProperties": False,
        },
    }
