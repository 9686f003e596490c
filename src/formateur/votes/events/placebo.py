"""Dates without an event: what the same estimator finds where there is nothing to be found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.votes.events.alone import estimates, evidence_alone
from formateur.votes.events.series import Series
from formateur.votes.events.shape import NOON, shifts
from formateur.votes.state_space.choice import HISTORY_DAYS
from formateur.votes.state_space.sight import Sight

Floats = NDArray[np.float64]

LONGEST = HISTORY_DAYS
"""Dates longer before the vote than this are not looked at."""


SHADOW = 7
"""Dates no farther from an event than this are not compared with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Placebos:
    """What was found at the dates without an event of one list; shape (dates,).

    Attributes
    ----------
    days
        Dates, as days before the vote.
    estimate, error
        By the polls only, on the log-ratio of the list to all others.
    """

    days: NDArray[np.int64]
    estimate: Floats
    error: Floats

    @property
    def surprise(self) -> Floats:
        """Estimates in standard errors."""
        return np.asarray(self.estimate / self.error)

    def p_value(self, surprise: float, day: int) -> float:
        """Share of dates, the event's own among them, at which as much or more was found.

        Dates in the shadow of the event, at which the estimator sees it still, do not count.

        Parameters
        ----------
        surprise
            Of the event: estimate in standard errors.
        day
            Of the event, as days before the vote.
        """
        apart = np.abs(self.days - day) > SHADOW
        as_far = int(np.count_nonzero(np.abs(self.surprise[apart]) >= abs(surprise)))
        return (1 + as_far) / (1 + int(apart.sum()))


def placebos_of(sight: Sight, series: Series, taken: Collection[int]) -> Placebos:
    """Look at every date of a campaign that has polls of the list wholly before and after it.

    Parameters
    ----------
    taken
        Dates with an event, as ordinals.
    """
    days = free_dates(sight, series, taken)
    evidence = evidence_alone(sight, series, days.astype(np.float64) + NOON)
    return Placebos(sight.vote - days, *estimates(evidence))


def free_dates(sight: Sight, series: Series, taken: Collection[int]) -> NDArray[np.int64]:
    """Dates, as ordinals, that have no event, and polls of the list wholly before and after."""
    every = np.arange(sight.vote - LONGEST, sight.vote + 1)
    lasting, _ = shifts(sight.seen.polls, every.astype(np.float64) + NOON)
    seen = lasting[series.read]
    between = (seen == 0.0).any(axis=0) & (seen == 1.0).any(axis=0)
    free = between & ~np.isin(every, np.array(sorted(taken), dtype=np.int64))
    return np.asarray(every[free])
