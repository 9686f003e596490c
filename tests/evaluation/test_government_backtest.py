from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from cabinet_world import a_world

from formateur.errors import UsageError
from formateur.evaluation.government import (
    COLUMNS,
    Row,
    backtest_governments,
    paired_gain,
    rows_text,
    standings,
)
from formateur.evaluation.government.leaderboard import calibration, log_loss
from formateur.facts import Cabinet

MODELS = {"reference", "conditional-logit", "formation"}


def rows_of(world: tuple[Cabinet, ...]) -> list[Row]:
    return backtest_governments(world, (), lambda _: None)


@pytest.fixture(scope="module")
def world_rows() -> list[Row]:
    return rows_of(a_world())


def test_there_is_one_row_for_each_formation_scheme_and_model(world_rows: list[Row]) -> None:
    once = [one for one in world_rows if one.scheme == "leave-one-country-out"]
    assert len(once) == 36 * len(MODELS)
    assert {one.model for one in once} == MODELS
    keys = [(one.cabinet_id, one.scheme, one.model) for one in world_rows]
    assert len(set(keys)) == len(keys)


def test_rolling_forecasts_the_last_fifth_of_hung_parliaments(world_rows: list[Row]) -> None:
    hung = [one for one in world_rows if one.hung and one.model == "formation"]
    rolled = [one for one in hung if one.scheme == "rolling"]
    days = sorted(one.election_id.split("-")[1] for one in hung if one.scheme != "rolling")
    first = days[int(0.8 * len(days))]
    assert {one.election_id for one in rolled} == {
        one.election_id for one in hung if one.election_id.split("-")[1] >= first
    }


def test_the_reference_knows_nothing_of_coalitions(world_rows: list[Row]) -> None:
    for row in world_rows:
        if row.model == "reference":
            assert row.probability == pytest.approx(1 / row.n_coalitions)
            assert row.rank == (row.n_coalitions + 1) / 2


def test_the_formation_model_learns_the_habit_of_a_made_up_world(world_rows: list[Row]) -> None:
    by = {one.model: one for one in standings(world_rows) if one.scheme == "leave-one-country-out"}
    assert by["formation"].log_loss < by["reference"].log_loss - 0.5
    assert by["formation"].top_1 > 0.5
    assert by["formation"].gain.low <= by["formation"].gain.mean <= by["formation"].gain.high
    assert by["conditional-logit"].gain.mean == 0


def test_a_country_that_is_left_out_is_not_learned_from(world_rows: list[Row]) -> None:
    """What later happens in a country moves no forecast of it that leaves it out."""
    world = a_world()
    changed = tuple(
        one if one.country != "aa" or one.start < date(2010, 1, 1) else _turned(one)
        for one in world
    )
    before = {_key(one): one for one in world_rows if one.country == "aa"}
    for row in rows_of(changed):
        if row.country == "aa" and row.scheme != "rolling" and row.election_id < "aa-2009":
            was = before[_key(row)]
            assert row.days_crps == was.days_crps
            # Newton's method starts elsewhere and ends within its tolerance of the maximum
            assert row.probability == pytest.approx(was.probability, rel=1e-4)


def test_rolling_forecasts_see_nothing_of_their_year_or_later(world_rows: list[Row]) -> None:
    rolled = [one for one in world_rows if one.scheme == "rolling"]
    year = min(one.election_id.split("-")[1] for one in rolled)
    world = a_world()
    changed = tuple(_turned(one) if one.start.year > int(year) else one for one in world)
    again = {_key(one): one for one in rows_of(changed)}
    compared = 0
    for row in rolled:
        if row.election_id.endswith(year) and _key(row) in again:
            assert again[_key(row)].probability == row.probability
            compared += 1
    assert compared


def test_the_table_has_the_columns_that_were_agreed(world_rows: list[Row]) -> None:
    table = list(csv.DictReader(io.StringIO(rows_text(world_rows))))
    assert ",".join(table[0]) == (
        "cabinet_id,election_id,country,scheme,model,n_coalitions,hung,probability,rank,"
        "head_probability,head_rank,p_minority,minority,days,days_crps"
    )
    assert tuple(table[0]) == COLUMNS
    assert {row["hung"] for row in table} <= {"0", "1"}


def test_one_country_alone_cannot_be_left_out() -> None:
    with pytest.raises(UsageError, match="two countries"):
        rows_of(a_world(countries=1, elections=25))


def test_a_paired_gain_counts_countries_and_not_formations(world_rows: list[Row]) -> None:
    own = [one for one in world_rows if one.model == "formation" and one.scheme != "rolling"]
    assert paired_gain(own, own, log_loss).high == 0
    other = [one for one in world_rows if one.model == "reference" and one.scheme != "rolling"]
    gain = paired_gain(other, own, log_loss)
    expected = np.mean([log_loss(a) - log_loss(b) for a, b in zip(other, own, strict=True)])
    assert gain.mean == pytest.approx(expected)


def test_bins_hold_every_formation_once(world_rows: list[Row]) -> None:
    own = [one for one in world_rows if one.model == "formation" and one.hung]
    bins = calibration(own)
    assert sum(one.formations for one in bins) == len(own)
    assert all(one.low <= one.came <= one.high for one in bins)


def _key(row: Row) -> tuple[str, str, str]:
    return row.cabinet_id, row.scheme, row.model


def _turned(cabinet: Cabinet) -> Cabinet:
    """The same house under the opposition."""
    parties = tuple(
        replace(one, in_cabinet=not one.in_cabinet, head=False) for one in cabinet.parties
    )
    return replace(cabinet, parties=parties)
