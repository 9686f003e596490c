"""Events looked at one by one, as if each were the only one of its campaign.

So dates with an event and dates without one, of this campaign and of past ones, are looked at
alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.votes.events.posterior import Mixture, mixture_of
from formateur.votes.events.prior import PASSING, SCALE, VARIANCE
from formateur.votes.events.propagation import Beside, propagate
from formateur.votes.events.series import Evidence, Series
from formateur.votes.events.shape import shifts
from formateur.votes.state_space.sight import Sight

Floats = NDArray[np.float64]

PAIR = SCALE * np.array([1.0, PASSING])
"""Scales of the priors of a lasting and a passing shift."""

_PASSING_PRECISION = 1.0 / (VARIANCE * PAIR[1] ** 2)


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """What the polls say of the lasting shifts of events, each as if alone; shape (events,).

    Attributes
    ----------
    estimate, error
        By the polls only, with no prior of the lasting shift: estimate and standard error.
    posteriors
        With the prior.
    """

    estimate: Floats
    error: Floats
    posteriors: tuple[Mixture, ...]

    @property
    def surprise(self) -> Floats:
        """Estimates in standard errors: dates with many polls and with few can be compared."""
        return np.asarray(self.estimate / self.error)


def evidence_alone(sight: Sight, series: Series, moments: Floats) -> Evidence:
    """Say what the polls of a list tell of both shifts of each event: (events, 2, ...)."""
    return series.evidence_of_pairs(*shifts(sight.seen.polls, moments))


def estimates(evidence: Evidence) -> tuple[Floats, Floats]:
    """Estimate and standard error of each lasting shift, by the polls only.

    An infinite error stands where they say nothing.
    """
    precision, pull = evidence.precision, evidence.pull
    shared = precision[..., 0, 1] / (precision[..., 1, 1] + _PASSING_PRECISION)
    left = precision[..., 0, 0] - shared * precision[..., 0, 1]
    drawn = pull[..., 0] - shared * pull[..., 1]
    told = left > 0.0
    kept = np.where(told, left, 1.0)
    return np.where(told, drawn / kept, 0.0), np.where(told, 1.0 / np.sqrt(kept), np.inf)


def posteriors(evidence: Evidence) -> tuple[Mixture, ...]:
    """Posterior of each lasting shift, with the prior of an event alone."""
    found = propagate(evidence, PAIR)
    return tuple(
        mixture_of([Beside(precision, pull, PAIR, np.zeros(1))], np.ones(1), 0)
        for precision, pull in zip(found.precision, found.pull, strict=True)
    )


def alone(sight: Sight, series: Series, moments: Floats) -> Alone:
    """Look at each event alone.

    Parameters
    ----------
    moments
        When they happened, shape (events,).
    """
    evidence = evidence_alone(sight, series, moments)
    return Alone(*estimates(evidence), posteriors(evidence))
