"""The allocation document: its published schema, and what stands where."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from formateur import api
from formateur.reporting.allocation_schema import allocation_schema

SCHEMA_FILE = files("formateur") / "data" / "schemas" / "allocation.schema.json"

LAW = """\
schema = "formateur/law/1"
id = "xx-diet"
name = "Exampleland, elections to the Diet"
country = "xx"
chamber = "Diet"
constituencies = "many"
seats = [{ from = 1990-01-01, value = 4, source = "Constitution, art. 4" }]
threshold = [{ from = 1995-01-01, share = "5%", source = "Elections Act, s. 9" }]
allocation = [{ from = 1990-01-01, ties = "lot", source = "Elections Act, ss. 10-11", steps = [
  "plurality", "threshold", "additional-members:d-hondt"] }]
"""

VOTES = """\
constituency,party,votes,tier
N1,Blue,80,constituency
N1,Ind,90,constituency
N1,Ind,95,constituency
N2,Blue,70,constituency
N2,Green,70,constituency
South,Blue,100,list
South,Green,70,list
South,Red,5,list
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    facts = {"list_seats": {"South": 2}, "region_of": {"N1": "South", "N2": "South"}, "foo": 1}
    document = {"law_id": "law.toml", "date": "2020-05-17", "facts": facts}
    (tmp_path / "case.json").write_text(json.dumps(document), "utf-8")
    (tmp_path / "votes.csv").write_text(VOTES, "utf-8")
    (tmp_path / "law.toml").write_text(LAW, "utf-8")
    return tmp_path


def made(case: Path, **changes: object) -> dict[str, Any]:
    text = api.allocate(case, changes={k.replace("__", "."): v for k, v in changes.items()})
    document: dict[str, Any] = json.loads(text.to_json())
    return document


def test_published_schema_is_that_of_the_code() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == allocation_schema()


def test_documents_fit_the_schema(case: Path) -> None:
    jsonschema.validate(made(case), allocation_schema())
    jsonschema.validate(made(case, threshold__share="45%"), allocation_schema())


def test_seats_are_in_the_order_of_the_case_and_spelled_as_in_the_case(case: Path) -> None:
    document = made(case)
    rows = [tuple(row.values()) for row in document["seats"]]
    winner = document["ties"][0]["winners"][0][0]
    assert rows[:2] == [("N1", "constituency", "Ind", 1), ("N2", "constituency", winner, 1)]
    assert {row[:2] for row in rows[2:]} == {("South", "list")}
    assert sum(row[3] for row in rows) == 4


def test_total_law_and_ties(case: Path) -> None:
    document = made(case)
    total = {row["party"]: row for row in document["total"]}
    assert set(total) == {"Blue", "Green", "Red", "Ind"}
    assert total["Ind"] == {"party": "Ind", "votes": 0, "seats": 1, "by_tier": {"constituency": 1}}
    assert document["below_threshold"] == ["Red"]
    assert document["law"]["id"] == "xx-diet"
    assert document["law"]["date"] == "2020-05-17"
    assert document["law"]["in_force_from"] == "1995-01-01"
    assert [one["covers"] for one in document["law"]["sources"]] == [
        "seats", "threshold", "allocation"
    ]  # fmt: skip
    (tie,) = document["ties"]
    assert (tie["constituency"], tie["resolved_by"]) == ("N2", "lot")
    assert tie["contenders"] == [["Blue"], ["Green"]]


def test_last_seats_come_closest_first(case: Path) -> None:
    last = made(case)["last_seats"]
    assert [one["votes_missing"] for one in last] == sorted(one["votes_missing"] for one in last)
    (n1,) = (one for one in last if one["constituency"] == "N1")
    assert (n1["winner"], n1["runner_up"], n1["votes_missing"]) == (["Ind"], ["Ind"], 6)
    assert n1["quotients"] == [95, 90]


def test_warnings_stand_in_notes_and_in_the_trace(case: Path) -> None:
    document = made(case)
    (note,) = document["notes"]
    assert "facts.foo: is not a known fact" in note
    assert document["trace"][0] == {"step": "case", "constituency": "national", "text": note}
    assert any(line["step"] == "threshold" for line in document["trace"])


def test_a_what_if_is_held_beside_the_law_as_it_was(case: Path) -> None:
    document = made(case, threshold__share="45%")
    assert document["law"]["changes"] == ["threshold.share = 45%"]
    what_if = document["what_if"]
    before = made(case)
    assert before["what_if"] is None
    now = {(row["constituency"], row["tier"], row["party"]): row for row in what_if["seats"]}
    for one, key in ((document, "seats"), (before, "seats_as_it_was")):
        shown = {k: row[key] for k, row in now.items() if row[key]}
        assert shown == {
            (r["constituency"], r["tier"], r["party"]): r["seats"] for r in one["seats"]
        }
    assert all(r["difference"] == r["seats"] - r["seats_as_it_was"] for r in what_if["seats"])
    assert sum(row["difference"] for row in what_if["total"]) == 0
    assert any(row["difference"] for row in what_if["total"])


def test_csv_holds_the_same_rows(case: Path) -> None:
    report = api.allocate(case)
    rows = list(csv.reader(io.StringIO(report.to_csv())))
    assert rows[0] == ["constituency", "tier", "party", "seats"]
    assert rows[1:] == [[str(x) for x in row.values()] for row in made(case)["seats"]]
    changed = api.allocate(case, changes={"threshold.share": "45%"}).to_csv()
    assert changed.splitlines()[0].endswith("seats,seats_as_it_was,difference")


def test_same_case_same_bytes(case: Path) -> None:
    assert api.allocate(case, seed=4).to_json() == api.allocate(case, seed=4).to_json()
