"""What changed between two days, in all forms: the same figures, and they hang together."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from importlib.resources import files

import jsonschema
import pytest
from rich.console import Console

from formateur import api
from formateur.language import open_language
from formateur.reporting.changes_schema import ChangesDocument, changes_schema
from formateur.reporting.changes_text import render_changes_text
from formateur.reports import ChangesReport

SCHEMA_FILE = files("formateur") / "data" / "schemas" / "changes.schema.json"


@cache
def report(model: str = "state-space", first: str = "2019-08-20") -> ChangesReport:
    return api.compare("il-2019-09", first, "2019-09-01", draws=400, model=model)


def text(document: ChangesDocument) -> str:
    out = io.StringIO()
    Console(file=out, width=120, markup=False).print(
        render_changes_text(document, open_language("en"))
    )
    return " ".join(out.getvalue().split())


def test_published_schema_is_that_of_the_code() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == changes_schema()


@pytest.mark.parametrize("model", ["state-space", "reference"])
def test_real_output_fits_the_schema(model: str) -> None:
    made = json.loads(report(model).to_json())
    jsonschema.validate(made, changes_schema())
    assert made["schema"] == "formateur/changes/1"
    assert made["estimator"] == model


def test_steps_add_up_in_the_document_too() -> None:
    made = report().document
    for one in made.lists:
        votes = sum(step.votes[one.id] for step in made.steps)
        assert votes == pytest.approx(one.votes.change, abs=1e-3)
        means = [spread.mean if spread else 0.0 for spread in (one.votes.before, one.votes.after)]
        assert one.votes.change == pytest.approx(means[1] - means[0], abs=2e-3)
        seats = sum(step.seats[one.id] for step in made.steps)
        assert seats == pytest.approx(one.seats.change, abs=1e-3)


def test_weights_and_sources_are_told() -> None:
    made = report().document
    fresh = [step for step in made.steps if step.cause == "poll"]
    assert made.weight_of_earlier_polls + sum(step.weight for step in fresh) == pytest.approx(
        1, abs=1e-3
    )
    assert {step.source for step in fresh} == {source.id for source in made.sources}


def test_a_list_that_withdrew_has_nothing_after() -> None:
    zehut = next(one for one in report().document.lists if one.id == "zehut")
    assert zehut.votes.after is None
    assert zehut.votes.before is not None
    assert zehut.votes.change == pytest.approx(-zehut.votes.before.mean, abs=2e-3)
    assert zehut.p_threshold.after == 0


def test_csv_has_one_figure_a_row_and_those_of_the_document() -> None:
    made = report()
    rows = list(csv.DictReader(io.StringIO(made.to_csv())))
    found = {(row["part"], row["id"], row["figure"]): row["value"] for row in rows}
    assert len(found) == len(rows)
    own = made.document.lists[0]
    assert float(found["lists", own.id, "votes.change"]) == own.votes.change
    assert float(found["steps", "2", f"votes.{own.id}"]) == made.document.steps[1].votes[own.id]
    bloc = made.document.blocs[0]
    assert float(found["blocs", bloc.id, "p_majority.after"]) == bloc.p_majority.after


def test_text_says_what_moved_and_why() -> None:
    told = text(report().document)
    assert "from Tuesday 20 August 2019 to Sunday 1 September 2019" in told
    assert "state-space model of all polls" in told
    for word in ("nearer", "facts", "new polls", "Zehut", "Time alone moves nothing"):
        assert word in told
    assert "The polls known before weigh" in told


def test_text_says_when_the_earlier_polls_were_too_old() -> None:
    made = api.compare("il-2019-09", "2019-08-01", "2019-09-14", draws=50, model="reference")
    assert "told with the first new poll" in text(made.document)
