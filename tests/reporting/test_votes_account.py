"""How the votes came about, in the document: trend, order, houses, uncertainty, surprise."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from documents import document
from factories import a_forecast, an_election, vote_draws

from formateur import api
from formateur.facts import OTHER
from formateur.reporting.document import make_document
from formateur.reporting.votes_account import order_parts, trend_parts
from formateur.votes.account import Account, Trend

LAST = date(2030, 5, 10)


def a_trend(days: int, begins: int = 0) -> Account:
    """A trend of one list whose median is the number of the day in tenths of a percent."""
    shown = tuple(LAST - timedelta(days=days - 1 - k) for k in range(days))
    middle = np.arange(days) / 1000.0
    levels = np.array([0.8, 0.9, 1.0, 1.1, 1.2])
    quantiles = (middle[:, None] * levels)[:, None, :]
    quantiles[:begins] = np.nan
    return Account(trend=Trend(shown, ("a",), quantiles))


def test_trend_is_daily_for_sixty_days_and_weekly_before() -> None:
    (told,) = trend_parts(a_trend(100))
    days = [(LAST - point.date).days for point in told.points]
    assert days == [98, 91, 84, 77, 70, 63, *range(59, -1, -1)]
    assert told.points[-1].q50 == pytest.approx(9.9)
    assert told.points[-1].q05 == pytest.approx(7.92)


def test_trend_begins_with_the_first_poll_of_the_list() -> None:
    (told,) = trend_parts(a_trend(20, begins=15))
    assert [point.date for point in told.points] == [
        LAST - timedelta(days=k) for k in (4, 3, 2, 1, 0)
    ]


def test_no_trend_is_an_empty_list() -> None:
    assert trend_parts(Account()) == []


def test_order_compares_neighbours_draw_by_draw() -> None:
    votes = {
        "b": [0.30, 0.30, 0.45, 0.30],
        "a": [0.50, 0.50, 0.35, 0.50],
        "c": [0.15, 0.15, 0.15, 0.15],
        OTHER: [0.05, 0.05, 0.05, 0.05],
    }
    made = a_forecast(an_election("abc"), vote_draws(votes), seats=10)
    first, second = order_parts(made)
    assert (first.first, first.second, second.second) == ("a", "b", "c")
    assert first.p_more_votes == 0.75
    assert second.p_more_votes == 1.0
    seats = made.parliament
    assert first.p_more_seats == float((seats["a"] > seats["b"]).mean())
    assert first.p_equal_seats == float((seats["a"] == seats["b"]).mean())


def test_a_model_without_an_account_leaves_its_parts_empty() -> None:
    votes = {"a": [0.6], "b": [0.3], OTHER: [0.1]}
    made = make_document(a_forecast(an_election("ab"), vote_draws(votes), seats=10))
    assert (made.trend, made.houses, made.pollsters) == ([], [], [])
    assert [one.uncertainty for one in made.lists] == [None, None]


def test_the_flagship_tells_all_of_it() -> None:
    made = document()
    lists = {one.id for one in made.lists}
    assert made.estimator == "state-space"
    assert {one.list for one in made.trend} == lists
    for one in made.trend:
        assert one.points[-1].date == made.as_of
        for point in one.points:
            assert point.q05 < point.q25 < point.q50 < point.q75 < point.q95
    pollsters = {poll.pollster for poll in made.polls}
    assert {house.pollster for house in made.houses} <= pollsters
    assert {past.pollster for past in made.pollsters} <= pollsters
    assert all(house.low < house.points < house.high for house in made.houses)
    assert all(one.uncertainty and one.uncertainty.shared > 0 for one in made.lists)
    used = [poll for poll in made.polls if poll.used]
    assert all(poll.surprise is not None and poll.shares for poll in used)
    assert len(made.order) == len(lists) - 1


def test_trend_and_shared_error_make_up_the_width_of_the_forecast() -> None:
    """The bands of the last day are narrower: the forecast adds what polls cannot see."""
    made = document()
    last = {one.list: one.points[-1] for one in made.trend}
    for one in made.lists:
        assert last[one.id].q95 - last[one.id].q05 < one.votes.q95 - one.votes.q05


@pytest.mark.parametrize("model", ["reference", "koala"])
def test_other_models_name_themselves(model: str) -> None:
    made = api.report(api.forecast("il-2019-09", as_of="2019-09-14", draws=20, model=model))
    assert made.document.estimator == model
    assert made.document.trend == []
    assert f",{model}\n" in made.to_csv()
