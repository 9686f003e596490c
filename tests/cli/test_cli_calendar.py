"""``formateur calendar`` as a user has it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from test_cli import assert_refused, run


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_calendar_in_every_form(form: str) -> None:
    done = run("calendar", "il-2019-09", "--as-of", "2019-09-14", "--format", form)
    assert done.returncode == 0, done.stderr
    if form == "json":
        assert json.loads(done.stdout)["days_to_election"] == 3
    elif form == "csv":
        assert {row["as_of"] for row in csv.DictReader(io.StringIO(done.stdout))} == {"2019-09-14"}
    else:
        assert "If no government forms" in done.stdout
        assert max(map(len, done.stdout.splitlines())) <= 120


def test_what_is_no_day_is_refused() -> None:
    assert_refused(run("calendar", "il-2019-09", "--as-of", "soon"), 2, "soon")
