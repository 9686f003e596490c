"""The figures of the leaderboard, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from board_cases import a_joint_row, a_row

from formateur.errors import UsageError
from formateur.evaluation.backtest.rows import JointRow, ListRow
from formateur.evaluation.leaderboard import Leaderboard, make_leaderboard
from formateur.evaluation.leaderboard.board import Line
from formateur.evaluation.leaderboard.intervals import mean_interval, paired, weigh
from formateur.evaluation.leaderboard.read import BacktestRows

MAIN = "2 % and more"


def board(
    *rows: ListRow,
    joint: tuple[JointRow, ...] = (),
    since: int | None = None,
    until: int | None = None,
) -> Leaderboard:
    return make_leaderboard(BacktestRows(rows, joint), since=since, until=until)


def line(
    found: Leaderboard,
    model: str,
    *,
    days: int | None = 1,
    by: str = "horizon",
    group: str = "",
    selection: str = MAIN,
) -> Line:
    (one,) = (
        one
        for one in found.where(selection, by)
        if (one.model, one.days, one.group) == (model, days, group)
    )
    return one


def test_elections_weigh_the_same_whatever_their_lists() -> None:
    found = board(
        a_row("xx-2010", "a", result=31, crps=1),
        a_row("xx-2010", "b", result=28, crps=2),
        a_row("xx-2010", "c", result=30, crps=3),
        a_row("xx-2014", "a", result=34, crps=4),
    )
    one = line(found, "reference")
    assert (one.elections, one.lists) == (2, 4)
    assert one.mae == pytest.approx(((1 + 2 + 0) / 3 + 4) / 2)
    assert one.rmse == pytest.approx((((1 + 4 + 0) / 3 + 16) / 2) ** 0.5)
    assert one.crps == pytest.approx((2 + 4) / 2)


def test_horizons_of_an_election_weigh_the_same_when_pooled() -> None:
    found = board(
        a_row("xx-2010", "a", crps=1),
        a_row("xx-2010", "b", crps=1),
        a_row("xx-2010", "a", days=7, crps=4),
    )
    assert line(found, "reference", days=None).crps == pytest.approx((1 + 4) / 2)


def test_coverage_counts_bounds_as_inside() -> None:
    results = (30.0, 31.0, 32.5, 34.5)  # in all; on the bound of 50; in 90; in none
    found = board(*(a_row("xx-2010", f"p{k}", result=r) for k, r in enumerate(results)))
    covered = {level: one.value for level, one in line(found, "reference").coverage.items()}
    assert covered == {50: 0.5, 80: 0.5, 90: 0.75, 95: 0.75}


def test_small_results_count_in_the_second_selection_only() -> None:
    found = board(
        a_row("xx-2010", "a", crps=1.0), a_row("xx-2010", "b", result=1.9, centre=5, crps=3.0)
    )
    assert line(found, "reference").crps == pytest.approx(1.0)
    assert line(found, "reference", selection="all").crps == pytest.approx(2.0)


def test_size_is_that_of_the_forecast() -> None:
    found = board(
        a_row("xx-2010", "a", centre=4.9, result=25, crps=1.0),
        a_row("xx-2010", "b", centre=29, result=35, crps=2.0),
        a_row("xx-2010", "c", centre=30, result=10, crps=3.0),
    )
    groups = {one.group: one.crps for one in found.where(MAIN, "size") if one.days == 1}
    assert groups == pytest.approx({"below 5": 1.0, "20 to 30": 2.0, "30 and more": 3.0})


def test_countries_are_told_apart_by_the_id() -> None:
    found = board(a_row("xx-2010", "a", crps=1.0), a_row("yy-2010", "a", crps=3.0))
    assert line(found, "reference", by="country", group="yy").crps == pytest.approx(3.0)


def test_models_are_scored_on_what_all_of_them_forecast() -> None:
    found = board(
        a_row("xx-2010", "a", crps=2.0),
        a_row("xx-2014", "a", crps=9.0),
        a_row("xx-2010", "a", model="other", crps=1.0),
        a_row("xx-2010", "b", model="other", crps=9.0),
    )
    assert found.models == ("reference", "other")
    assert found.elections == 1
    assert found.left_out == {"reference": 1}
    other = line(found, "other")
    assert other.crps == pytest.approx(1.0)
    assert other.ratio is not None
    assert other.difference is not None
    assert other.ratio.value == pytest.approx(0.5)
    assert other.difference.value == pytest.approx(-1.0)
    assert other.ratio.low is None


def test_without_the_reference_nothing_is_compared() -> None:
    found = board(a_row("xx-2010", "a", model="other"))
    assert line(found, "other").ratio is None


def test_years_choose_elections() -> None:
    rows = (a_row("xx-2010", "a", crps=1.0), a_row("xx-2014", "a", crps=3.0))
    assert line(board(*rows, since=2011), "reference").crps == pytest.approx(3.0)
    assert line(board(*rows, until=2013), "reference").crps == pytest.approx(1.0)
    with pytest.raises(UsageError, match="--since"):
        board(*rows, since=2015)


def test_places_of_results_are_counted_in_tenths() -> None:
    found = board(
        a_row("xx-2010", "a", result=20),
        a_row("xx-2010", "b", result=30.2),
        a_row("xx-2014", "a", result=60),
    )
    pit = line(found, "reference").pit
    assert pit == pytest.approx((0.25, 0, 0, 0, 0, 0.25, 0, 0, 0, 0.5))


def test_the_joint_scores_stand_beside_each_other() -> None:
    rows = tuple(a_row("xx-2010", "a", model=model) for model in ("reference", "other"))
    found = board(
        *rows,
        joint=(
            a_joint_row("xx-2010", energy=2.0),
            a_joint_row("xx-2010", model="other", energy=1.0, pit=0.95),
            a_joint_row("xx-2014", energy=7.0),
            a_joint_row("xx-2014", model="other", parties="a;b;c", energy=1.0),
        ),
    )
    _, other, *_ = found.joint
    assert (other.model, other.days, other.elections) == ("other", 1, 1)
    assert other.energy_ratio is not None
    assert other.energy_ratio.value == pytest.approx(0.5)
    assert other.energy_dependence.value == pytest.approx(0.4)
    assert other.copula is not None
    assert other.copula.value == pytest.approx(0.5)
    covered = {level: one.value for level, one in other.sums["blocs"].coverage.items()}
    assert covered == {50: 0.0, 80: 0.0, 90: 1.0, 95: 1.0}


def test_weights_of_rows_add_up_to_one_for_every_election() -> None:
    weights = weigh(np.array(["x", "x", "x", "y"]), np.array([1, 1, 7, 1]))
    assert weights.share == pytest.approx([0.25, 0.25, 0.5, 1.0])
    assert weights.means(np.array([1.0, 3.0, 5.0, 7.0])) == pytest.approx([3.5, 7.0])


def test_the_interval_of_a_mean_is_that_of_its_elections() -> None:
    means = np.random.default_rng(1).normal(2, 1, 400)
    found = mean_interval(means)
    assert found.low == pytest.approx(means.mean() - 1.96 * means.std(ddof=1) / 20, abs=1e-4)
    assert found.high == pytest.approx(means.mean() + 1.96 * means.std(ddof=1) / 20, abs=1e-4)


def test_the_bootstrap_of_a_difference_is_near_its_normal_interval() -> None:
    rng = np.random.default_rng(2)
    reference = rng.normal(2, 0.3, 400)
    model = reference - 0.1 + rng.normal(0, 0.2, 400)
    ratio, difference = paired(model, reference)
    half = 1.96 * (model - reference).std(ddof=1) / 20
    assert difference.low == pytest.approx(difference.value - half, abs=0.003)
    assert difference.high == pytest.approx(difference.value + half, abs=0.003)
    assert ratio.value == pytest.approx(model.mean() / reference.mean())
    assert ratio.low is not None
    assert ratio.high is not None
    assert ratio.low < ratio.value < ratio.high < 1
    assert paired(model, reference) == (ratio, difference)
