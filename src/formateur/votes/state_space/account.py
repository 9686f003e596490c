"""The account of an estimate: trend, house effects, and what makes every list unsure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER
from formateur.votes.account import Account, HouseEffect, PastPolls, Trend, Uncertainty
from formateur.votes.state_space.expectation import Expectation
from formateur.votes.state_space.kalman import filter_level, smooth_level, start_of
from formateur.votes.state_space.learned import PollsterRecord
from formateur.votes.state_space.observations import Observations
from formateur.votes.state_space.walk import walked

NORMAL_90 = 1.6448536269514722
NORMAL = np.array([-NORMAL_90, -0.6744897501960817, 0.0, 0.6744897501960817, NORMAL_90])
"""Quantiles of the standard normal at `LEVELS`."""


def account_of(
    seen: Observations,
    expected: Expectation,
    scale: NDArray[np.float64],
    effects: NDArray[np.float64],
    days: tuple[date, date],
    *,
    records: Mapping[str, PollsterRecord],
) -> Account:
    """Tell how an estimate came about, with the pace and house effects that fit best.

    Parameters
    ----------
    scale
        Scale of the shared error, shape (lists + 1,).
    effects
        House effects as expected beforehand, shape (lists, houses).
    days
        Day of the forecast, and day of the vote.
    records
        Of the houses of the country in earlier elections, by name without capitals.
    """
    day, vote = days
    first = vote - timedelta(days=int(seen.day[0]))
    shown = tuple(first + timedelta(days=k) for k in range((day - first).days + 1))
    left = np.array([float((vote - one).days) for one in shown])
    tracks = [_track(seen, expected, effects, k, left) for k in range(len(seen.lists))]
    return Account(
        trend=Trend(shown, seen.lists, _quantiles(seen, tracks)),
        houses=tuple(_houses(seen, expected)),
        uncertainty=tuple(_uncertainty(seen, expected, scale)),
        pollsters=tuple(_pollsters(seen, records)),
        readings=_readings(seen),
    )


_Moments = tuple[NDArray[np.float64], NDArray[np.float64]]


def _track(
    seen: Observations,
    expected: Expectation,
    effects: NDArray[np.float64],
    k: int,
    left: NDArray[np.float64],
) -> _Moments:
    """Smooth one list over polls and days: mean and variance on every day, shape (days,) each.

    On scaled logs.
    """
    motion, readings = expected.level.likely, expected.level.readings
    start, prior = start_of(effects[k], motion.house**2)
    time = np.concatenate([np.maximum(seen.day, 0.0), left])
    order = np.argsort(-time, kind="stable")
    none = np.full(len(left), np.nan)
    values = np.concatenate([readings.values[:, k], none])[order]
    noise = np.concatenate([readings.noise[:, k], np.ones(len(left))])[order]
    house = np.concatenate([seen.house, np.zeros(len(left), dtype=np.int64)])[order]
    gone = walked(time[order][:-1], time[order][1:], motion)
    spread = np.stack([noise, np.concatenate([[0.0], gone])], axis=1)
    after = filter_level(values, spread, house, start, prior)
    mean, variance = smooth_level(values, spread, house, *after)
    shown = order >= len(seen.day)
    begun = np.maximum.accumulate(~np.isnan(values))[shown]
    return np.where(begun, mean[shown, 0], np.nan), variance[shown, 0]


def _quantiles(seen: Observations, levels: list[_Moments]) -> NDArray[np.float64]:
    """Shares at `LEVELS`, the medians closed to sum to what the others leave."""
    unit = seen.unit
    middle = np.exp(np.array([mean for mean, _ in levels]).T * unit)
    sure = np.sqrt(np.array([variance for _, variance in levels]).T) * unit
    named = 1.0 - seen.centre[OTHER]
    whole = np.nansum(middle, axis=1, keepdims=True)
    closed = np.where(np.isnan(middle).any(axis=1, keepdims=True), middle, middle / whole * named)
    return np.asarray(closed[:, :, None] * np.exp(sure[:, :, None] * NORMAL))


def _houses(seen: Observations, expected: Expectation) -> Iterator[HouseEffect]:
    level = expected.level
    names = _names(seen)
    for at, house in enumerate(seen.houses):
        for k, one in enumerate(seen.lists):
            mean, variance = level.houses[k, at], level.houses_variance[k, at]
            factor = 100.0 * expected.share[k] * seen.unit[k]
            half = NORMAL_90 * float(np.sqrt(max(variance, 0.0)))
            bounds = (factor * mean, factor * (mean - half), factor * (mean + half))
            yield HouseEffect(names[house], one, *(float(bound) for bound in bounds))


def _pollsters(seen: Observations, records: Mapping[str, PollsterRecord]) -> Iterator[PastPolls]:
    names = _names(seen)
    for house in seen.houses:
        if (record := records.get(house)) is not None:
            yield PastPolls(names[house], record.elections, record.error)


def _readings(seen: Observations) -> dict[str, dict[str, float]]:
    return {
        poll.id: {
            one: float(share)
            for one, share in zip(seen.lists, row, strict=True)
            if not np.isnan(share)
        }
        for poll, row in zip(seen.polls, seen.share, strict=True)
    }


def _names(seen: Observations) -> dict[str, str]:
    """Names of the houses as the polls write them, by name without capitals."""
    return {poll.pollster.casefold(): poll.pollster for poll in seen.polls}


def _uncertainty(
    seen: Observations, expected: Expectation, scale: NDArray[np.float64]
) -> Iterator[Uncertainty]:
    for k, one in enumerate(seen.lists):
        points = 100.0 * float(expected.share[k])
        scaled = points * float(seen.unit[k])
        kept = 1.0 - float(expected.part[k])
        yield Uncertainty(
            list=one,
            polls=scaled * float(np.sqrt(kept * expected.level.sampled[k])),
            movement=scaled * float(np.sqrt(kept * expected.level.moving[k])),
            shared=points * float(np.sqrt(2.0) * scale[k]),
            previous=scaled * float(expected.pulled[k]),
            record=scaled * float(expected.record[k]),
            previous_weight=float(expected.part[k]),
        )
