"""The forecast document: its published schema, and real output against it."""

from __future__ import annotations

import csv
import json
from datetime import timedelta
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

import documents
import jsonschema
import pytest

from formateur import api
from formateur.folder import builtin_elections, open_election
from formateur.reporting.schema import forecast_schema
from formateur.reporting.table import render_csv

SCHEMA_FILE = files("formateur") / "data" / "schemas" / "forecast.schema.json"


@cache
def document(name: str, days_before: int, draws: int = 2000) -> dict[str, Any]:
    election, _ = open_election(name)
    day = election.date - timedelta(days=days_before)
    found: dict[str, Any] = json.loads(
        api.report(api.forecast(name, as_of=day, draws=draws)).to_json()
    )
    return found


def test_published_schema_is_that_of_the_code() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == forecast_schema()


@pytest.mark.parametrize("name", builtin_elections())
@pytest.mark.parametrize("days_before", [3, 0, -1, -60])
def test_real_output_fits_the_schema(name: str, days_before: int) -> None:
    jsonschema.validate(document(name, days_before), forecast_schema())


def test_the_schema_refuses_a_document_with_a_field_missing() -> None:
    broken = {k: v for k, v in document("il-2019-09", 3).items() if k != "run"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, forecast_schema())


def test_fields_that_the_design_names_are_there() -> None:
    made = document("il-2019-09", 3)
    assert made["schema"] == "formateur/forecast/1"
    assert made["election"].keys() >= {"id", "country", "chamber", "date", "seats", "majority"}
    assert made["lists"][0].keys() >= {"id", "name", "votes", "seats", "p_threshold", "p_largest"}
    assert made["lists"][0]["seats"].keys() == {"mean", "q05", "q25", "q50", "q75", "q95"}
    assert made["blocs"][0].keys() >= {"id", "name", "lists", "seats", "p_majority"}
    assert made["governments"][0].keys() >= {
        "lists", "p_could", "minimal_winning", "surplus", "blocked_by"
    }  # fmt: skip
    assert made["motions"][0].keys() >= {"id", "p_carried"}
    assert made["events"][0].keys() >= {"id", "date", "polls_before", "polls_after", "identified"}
    assert made.keys() >= {"as_of", "days_to_election", "draws", "seed", "version", "run", "polls",
                           "sources", "notes"}  # fmt: skip


@pytest.mark.parametrize("name", builtin_elections())
def test_figures_hang_together(name: str) -> None:
    made = document(name, 3)
    assert sum(one["p_largest"] for one in made["lists"]) == pytest.approx(1, abs=1e-3)
    assert sum(one["seats"]["mean"] for one in made["lists"]) == pytest.approx(
        made["election"]["seats"], abs=0.05
    )
    for one in (*made["lists"], *made["blocs"]):
        assert sum(x["p"] for x in one["seat_chances"]) == pytest.approx(1, abs=1e-3)
        spread = one["seats"]
        assert spread["q05"] <= spread["q25"] <= spread["q50"] <= spread["q75"] <= spread["q95"]
    assert sum(poll["weight"] for poll in made["polls"]) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("name", builtin_elections())
def test_governments_are_the_minimal_winning_and_the_likeliest(name: str) -> None:
    governments = document(name, 3)["governments"]
    assert sum(not g["minimal_winning"] for g in governments) <= 100
    assert all(g["minimal_winning"] or g["p_could"] >= 0.01 for g in governments)
    chances = [g["p_could"] for g in governments]
    assert chances == sorted(chances, reverse=True)
    assert all(g["p_minimal"] <= g["p_could"] for g in governments)
    mean = {one["id"]: one["seats"]["mean"] for one in document(name, 3)["lists"]}
    majority = document(name, 3)["election"]["majority"]
    for g in governments:
        seats = sum(mean[one] for one in g["lists"])
        assert g["surplus"]["mean"] == pytest.approx(seats - majority, abs=0.02)


@pytest.mark.parametrize("name", builtin_elections())
@pytest.mark.parametrize("days_before", [3, -1])
def test_every_source_cited_is_listed_and_every_source_listed_is_cited(
    name: str, days_before: int
) -> None:
    made = document(name, days_before)
    listed = {source["id"] for source in made["sources"]}
    parts = ("blocs", "statements", "motions", "events", "calendar", "polls")
    cited = {one["source"] for part in parts for one in made[part]}
    cited |= set(made["law"]["sources"].values())
    cited |= {one["colour"]["source"] for one in made["lists"] if one["colour"]}
    cited |= {one["result"]["source"] for one in made["lists"] if one["result"]}
    cited |= {p["source"] for m in made["motions"] for p in m["positions"] if p["source"]}
    assert cited == listed
    assert all(source["text"] for source in made["sources"])
    statements = {one["id"] for one in made["statements"]}
    blocked = {b["statement"] for g in made["governments"] for b in g["blocked_by"]}
    assert blocked <= statements


def test_could_and_would_stand_apart_and_would_adds_up() -> None:
    made = document("il-2019-09", 3)
    assert all({"p_could", "p_would"} <= set(g) for g in made["governments"])
    formation = made["formation"]
    listed = sum(one["p_would"] for one in formation["governments"])
    assert 0.5 < listed + formation["p_none"] <= 1 + 1e-6
    assert any("would" in note for note in made["notes"])


def test_few_draws_are_said_to_be_rough() -> None:
    (first, second) = document("il-2019-09", 3, draws=1)["notes"][:2]
    assert "No new poll" in first
    assert second.startswith("Only 1 simulated election: every chance and range here is rough.")


def test_the_table_tells_of_every_motion_and_effect_what_the_document_does() -> None:
    made = documents.document()
    rows = {(row[2], row[3], row[5]): row[6] for row in csv.reader(StringIO(render_csv(made)))}
    for motion in made.motions:
        assert float(rows["motions", motion.id, "p_if_unknown_toss"]) == motion.p_if_unknown_toss
        assert motion.p_if_brought == float(rows["motions", motion.id, "p_if_brought"])
    told = [(event, effect) for event in made.events for effect in event.effects]
    assert {effect.identified for _, effect in told} == {True, False}
    for event, effect in told:
        identified = rows["events", event.id, f"identified.{effect.list}"]
        assert identified == str(effect.identified).lower()
