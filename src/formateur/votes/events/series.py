"""What the polls of one list say of shifts in it, everything else of the model integrated out.

Level, house effects, differential response and noise are normal, so the polls of a list are one
normal vector with the covariance that the filter implies; shifts are regressed on it by
generalised least squares (Durbin and Koopman, Time Series Analysis by State Space Methods, 2nd
edition (Oxford 2012), section 6.2). Shares add up to 1, so that what a list gains the others lose:
the log-ratio of the list to all others is sufficient for a shift in it, and the other lists' polls
add nothing that its own have not told.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.kalman import start_of
from formateur.votes.state_space.sight import Sight
from formateur.votes.state_space.walk import walked

Floats = NDArray[np.float64]

RESPONSE = 0.03
"""Standard deviation of differential response on the log of a list of 20 percent: those who have
good news are readier to answer (Gelman, Goel, Rivers and Rothschild, The mythical swing voter,
Quarterly Journal of Political Science 11 (2016))."""

RESPONSE_KEPT = 0.9
"""Part of it that is left after one day."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """The log-likelihood of shifts, a quadratic.

    Attributes
    ----------
    precision
        Shape (..., shifts, shifts).
    pull
        Precision times the best estimate, shape (..., shifts).
    """

    precision: Floats
    pull: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """The polls that print a list.

    Attributes
    ----------
    read
        Which polls, shape (all polls,).
    inverse
        Inverse of their covariance, shape (polls, polls).
    away
        Inverse covariance times the distance of the readings from what is expected without a
        shift, shape (polls,).
    slope
        What a shift of 1 on the log-ratio of the list to all others moves, on the scaled log.
    """

    read: NDArray[np.bool_]
    inverse: Floats
    away: Floats
    slope: float

    def evidence(self, columns: Floats) -> Evidence:
        """Say what the polls tell of shifts that show in them so, shape (all polls, shifts)."""
        shown = self.slope * columns[self.read]
        return Evidence(shown.T @ self.inverse @ shown, shown.T @ self.away)

    def evidence_of_pairs(self, lasting: Floats, passing: Floats) -> Evidence:
        """Say what they tell of the two shifts of each event alone, shape (all polls, events) each.

        The evidence has the shapes (events, 2, 2) and (events, 2).
        """
        shown = self.slope * np.stack([lasting[self.read], passing[self.read]], axis=-1)
        precision = np.einsum("pea,pq,qeb->eab", shown, self.inverse, shown, optimize=True)
        return Evidence(precision, np.einsum("pea,p->ea", shown, self.away))


def series_of(sight: Sight, k: int) -> Series:
    """Return the polls of the list with number `k`, which at least one poll prints."""
    seen, motion = sight.seen, sight.motion
    read = ~np.isnan(sight.readings.values[:, k])
    values, noise = sight.readings.values[read, k], sight.readings.noise[read, k]
    day, house = np.maximum(seen.day[read], 0.0), 1 + seen.house[read]
    start, prior = start_of(sight.effects[k], motion.house**2)
    gone = walked(np.full(len(day), day[0]), day, motion)
    apart = np.abs(day[:, None] - day)
    covariance = (
        prior[0, 0]
        + np.minimum(gone[:, None], gone)
        + prior[np.ix_(house, house)]
        + RESPONSE**2 * RESPONSE_KEPT**apart
        + np.diag(noise)
    )
    # the filter begins where the first reading puts the level
    expected = values[0] - start[house[0]] + start[house]
    inverse = np.linalg.inv(covariance)
    # a shift moves the log of the share by the part that the others have, here on average
    slope = (1.0 - seen.share[read, k].mean()) / seen.unit[k]
    return Series(read, inverse, inverse @ (values - expected), float(slope))
