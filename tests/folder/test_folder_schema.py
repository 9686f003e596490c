"""The JSON Schema, as an editor would use it, and pydantic agree about what may stand."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from folder_cases import ELECTION
from jsonschema import Draft202012Validator

from formateur.folder import builtin_elections, find_election
from formateur.folder.election_toml import election_schema


def as_json(value: object) -> object:
    """Dates as the texts that a JSON Schema sees."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    return [as_json(one) for one in value] if isinstance(value, list) else value


def complaints(text: str) -> list[str]:
    validator = Draft202012Validator(election_schema())
    return [error.json_path for error in validator.iter_errors(as_json(tomllib.loads(text)))]


@pytest.mark.parametrize("election", builtin_elections())
def test_built_in_elections_fit(election: str) -> None:
    text = (find_election(election) / "election.toml").read_text(encoding="utf-8")
    assert complaints(text) == []


def test_starter_fits() -> None:
    starter = Path(__file__).parents[2] / "src" / "formateur" / "folder" / "starter"
    text = (starter / "election.toml").read_text(encoding="utf-8")
    for name in ("d0", "d24"):
        text = text.replace(f"${{{name}}}", "2030-05-20")
    assert complaints(text.replace("${year}", "2030")) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('"Knesset"', "5", "$.chamber"),
        ("chamber", "chambers", "$"),
        ('"blue_white"', '"Blue"', "$.list[1].id"),
        ("election/1", "election/2", "$.schema"),
    ],
)
def test_what_does_not_fit(old: str, new: str, where: str) -> None:
    assert where in complaints(ELECTION.replace(old, new, 1))
