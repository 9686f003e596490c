"""How the votes came about, as parts of the forecast document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from formateur.facts import OTHER
from formateur.forecasting import Forecast
from formateur.reporting.figures import QUANTILES, chance
from formateur.reporting.schema_account import (
    HousePart,
    OrderPart,
    PastPollsPart,
    TrendPart,
    TrendPoint,
    UncertaintyPart,
)
from formateur.votes.account import Account, Trend

DAILY = 60
"""Of so many days up to the forecast every one is told, of those before every seventh."""


def trend_parts(account: Account) -> list[TrendPart]:
    """Return the trend of every list, on the days that are told."""
    return [] if account.trend is None else list(_trends(account.trend))


def _trends(trend: Trend) -> Iterator[TrendPart]:
    last = len(trend.days) - 1
    told = [k for k in range(last + 1) if last - k < DAILY or (last - k) % 7 == 0]
    percent = np.round(100.0 * trend.quantiles, 3)
    for at, one in enumerate(trend.lists):
        known = [k for k in told if not np.isnan(percent[k, at]).any()]
        points = [
            TrendPoint(
                date=trend.days[k], **dict(zip(QUANTILES, percent[k, at].tolist(), strict=True))
            )
            for k in known
        ]
        yield TrendPart(list=one, points=points)


def house_parts(account: Account) -> list[HousePart]:
    """Return the house effects."""
    return [
        HousePart(
            pollster=one.pollster,
            list=one.list,
            points=round(one.points, 3),
            low=round(one.low, 3),
            high=round(one.high, 3),
        )
        for one in account.houses
    ]


def past_polls_parts(account: Account) -> list[PastPollsPart]:
    """Return the record of every house that has one."""
    return [
        PastPollsPart(pollster=one.pollster, elections=one.elections, error=one.error)
        for one in account.pollsters
    ]


def read_shares(account: Account, poll_id: str) -> dict[str, float]:
    """Return what was read from a poll, percent of the valid votes by list."""
    read = account.readings.get(poll_id, {})
    return {one: round(100.0 * share, 2) for one, share in read.items()}


def uncertainty_parts(account: Account) -> dict[str, UncertaintyPart]:
    """Return what makes the votes unsure, by list."""
    return {
        one.list: UncertaintyPart(
            polls=round(one.polls, 3),
            movement=round(one.movement, 3),
            shared=round(one.shared, 3),
            previous=round(one.previous, 3),
            previous_weight=round(one.previous_weight, 4),
            record=round(one.record, 3),
        )
        for one in account.uncertainty
    }


def order_parts(forecast: Forecast) -> list[OrderPart]:
    """Compare every list with the next smaller one, draw by draw."""
    votes, seats = forecast.votes, forecast.parliament
    named = [one for one in votes.lists if one != OTHER]
    by_votes = sorted(named, key=lambda one: (-float(votes[one].mean()), one))
    return [
        OrderPart(
            first=first,
            second=second,
            p_more_votes=chance(float((votes[first] > votes[second]).mean())),
            p_more_seats=chance(float((seats[first] > seats[second]).mean())),
            p_equal_seats=chance(float((seats[first] == seats[second]).mean())),
        )
        for first, second in pairwise(by_votes)
    ]
