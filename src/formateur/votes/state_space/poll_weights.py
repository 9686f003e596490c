"""Of every poll: its weight in the level on the day of the vote, and how surprising it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Poll
from formateur.language import Message
from formateur.votes.estimate import USED, PollUse
from formateur.votes.state_space.expectation import Expectation
from formateur.votes.state_space.kalman import filter_level, pull_of_readings, start_of
from formateur.votes.state_space.observations import Observations
from formateur.votes.state_space.tails import TAIL
from formateur.votes.windows import newest_first


def poll_uses(
    polls: Sequence[Poll],
    reasons: Mapping[str, Message | None],
    seen: Observations,
    expected: Expectation,
    effects: NDArray[np.float64],
) -> tuple[PollUse, ...]:
    """Say of every poll whether it was used, with what weight, and how far off it was.

    Parameters
    ----------
    polls
        All polls known on the day.
    reasons
        By id, why a poll was not used; ``None`` where it was.
    effects
        House effects as expected beforehand, shape (lists, houses).
    """
    weights, surprises = _weighed(seen, expected, effects)
    by_id = {poll.id: k for k, poll in enumerate(seen.polls)}
    uses = []
    for poll in newest_first(polls):
        if reason := reasons[poll.id]:
            uses.append(PollUse(poll, False, reason, 0.0))
        else:
            at = by_id[poll.id]
            uses.append(PollUse(poll, True, USED, float(weights[at]), float(surprises[at])))
    return tuple(uses)


def _weighed(
    seen: Observations, expected: Expectation, effects: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights, which sum to 1, and root mean square of the scaled misses; shape (polls,) each."""
    motion, readings = expected.level.likely, expected.level.readings
    values, moved = seen.values(), seen.moved(motion)
    plain = TAIL / (TAIL - 2.0) * seen.noise(motion)
    weights, squares = np.zeros(len(seen.polls)), np.zeros(values.shape)
    for k, share in enumerate(expected.share[:-1]):
        start, prior = start_of(effects[k], motion.house**2)
        own = np.ascontiguousarray(readings.values[:, k])
        noise = readings.noise[:, k]
        spread = np.stack([noise, moved], axis=1)
        means, covs = filter_level(own, spread, seen.house, start, prior)
        known = np.where(np.isnan(own), np.inf, noise)
        weights += share * pull_of_readings(seen.house, known, covs)
        squares[:, k] = _scaled_misses(seen, values[:, k], plain[:, k] + moved, means, covs)
    weights = np.maximum(weights, 0.0)
    told = ~np.isnan(squares)
    sums = np.where(told, squares, 0.0).sum(axis=1)
    return weights / weights.sum(), np.sqrt(sums / np.maximum(told.sum(axis=1), 1))


def _scaled_misses(
    seen: Observations,
    values: NDArray[np.float64],
    unsure: NDArray[np.float64],
    means: NDArray[np.float64],
    covs: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Squares of what each reading missed the forecast of the polls before it by, scaled.

    Parameters
    ----------
    unsure
        Variance of each reading and of the movement before it, shape (polls,).
    """
    out = np.full(len(values), np.nan)
    step, at = np.arange(1, len(values)), seen.house[1:] + 1
    before, cov = means[:-1], covs[:-1]
    row = step - 1
    total = cov[:, 0, 0] + cov[row, at, at] + 2.0 * cov[row, 0, at] + unsure[1:]
    begun = np.maximum.accumulate(~np.isnan(values))[:-1]
    square = (values[1:] - before[:, 0] - before[row, at]) ** 2 / total
    out[1:] = np.where(begun, square, np.nan)
    return out
