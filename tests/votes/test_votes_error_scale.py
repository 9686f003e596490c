"""The error table: interpolation, and which table a day may use."""

from __future__ import annotations

import json
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import pytest
from vote_cases import ERRORS

from formateur.errors import NotEnoughPollsError, UsageError
from formateur.votes import ErrorScale, load_error_scale, reference_for
from formateur.votes.error_scale import error_scale_from

LEARNED = sorted((files("formateur") / "data" / "learned").iterdir(), key=lambda one: one.name)
SHIPPED = [one for one in LEARNED if one.name.startswith("reference-")]


@pytest.mark.parametrize(
    ("days", "scale"), [(-5, 0.1), (0, 0.1), (1, 0.1), (9, 0.15), (25, 0.2), (400, 0.2)]
)
def test_between_horizons_it_is_linear_in_the_root_of_the_days(days: int, scale: float) -> None:
    assert ERRORS.at(days) == pytest.approx(scale)


def test_a_day_gets_the_newest_table_learned_before_it() -> None:
    assert load_error_scale(date(2019, 9, 14)).cut_off == date(2019, 9, 13)
    assert load_error_scale(date(2019, 9, 13)).cut_off == date(2019, 9, 13)
    assert load_error_scale(date(2019, 9, 12)).cut_off == date(2019, 1, 1)
    assert load_error_scale(date(2100, 1, 1)).cut_off == date(2026, 1, 1)


def test_no_table_is_made_up_for_a_day_before_the_first() -> None:
    with pytest.raises(NotEnoughPollsError, match=r"no polls yet.*1960-05-01.*1990-01-01.*later"):
        reference_for(date(1960, 5, 1))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.name))
def test_every_shipped_table_is_sound(path: Traversable) -> None:
    table = error_scale_from(json.loads(path.read_text(encoding="utf-8")))
    assert path.name == f"reference-{table.cut_off}.json"
    assert load_error_scale(table.cut_off) == table
    days = [horizon.days for horizon in table.horizons]
    assert days == sorted(days)
    scales = [horizon.scale for horizon in table.horizons]
    assert scales == sorted(scales)
    assert 0.05 < scales[0] <= scales[-1] < 0.5
    assert min(horizon.elections for horizon in table.horizons) >= 5
    assert table.elections >= 10
    assert 0 < table.unprinted.other_in_seat_polls < 0.1
    assert 0 < table.unprinted.below_threshold_centre < 1
    assert table.sources


def test_the_scale_never_falls_with_the_days() -> None:
    table: ErrorScale = load_error_scale(date(2026, 1, 1))
    assert (np.diff([table.at(days) for days in range(400)]) >= 0).all()


def test_a_new_year_brings_a_table() -> None:
    cut_offs = {load_error_scale(date(year, 1, 1)).cut_off for year in range(1990, 2027)}
    assert cut_offs == {date(year, 1, 1) for year in range(1990, 2027)}
    assert load_error_scale(date(2020, 1, 1) - timedelta(days=1)).cut_off < date(2020, 1, 1)


def test_a_document_of_another_schema_is_refused() -> None:
    with pytest.raises(UsageError, match=r"'formateur/other/1' is not .*learned-reference/1"):
        error_scale_from({"schema": "formateur/other/1"})
