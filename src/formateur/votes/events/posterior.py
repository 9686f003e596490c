"""What is known of one shift: a mixture of normals, summed up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.votes.events.prior import PRIOR_SD, SCALE, T_90
from formateur.votes.events.propagation import Beside, components

Floats = NDArray[np.float64]

WIDTH = 6.0
"""Half width of the grid on which quantiles are looked up, in standard deviations."""

PLACES = 801

T_PEAK = 0.375
"""Density of a Student t with four degrees of freedom at 0."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift on the log-ratio of a list to all others.

    Attributes
    ----------
    mean, sd
        Of the posterior.
    low, high
        Its 90 percent interval.
    p_positive
        Chance that the list gained.
    """

    mean: float
    sd: float
    low: float
    high: float
    p_positive: float

    @property
    def learning(self) -> float:
        """Learning ratio of a lasting shift: 1 less posterior over prior standard deviation."""
        return 1.0 - self.sd / PRIOR_SD


PRIOR = Shift(0.0, PRIOR_SD, -T_90 * SCALE, T_90 * SCALE, 0.5)
"""A lasting shift of which no poll tells anything."""


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """Normals with their weights, shape (normals,) each; the weights sum to 1."""

    weights: Floats
    means: Floats
    variances: Floats

    def summed_up(self) -> Shift:
        """Return mean, standard deviation, interval and chance to be positive."""
        mean = float(self.weights @ self.means)
        sd = float(np.sqrt(self.weights @ (self.variances + self.means**2) - mean**2))
        places = mean + sd * np.linspace(-WIDTH, WIDTH, PLACES)
        low, high = np.interp([0.05, 0.95], self.below(places), places)
        return Shift(mean, sd, float(low), float(high), 1.0 - float(self.below(np.zeros(1))[0]))

    def below(self, places: Floats) -> Floats:
        """Chance to be below each place."""
        scaled = (places[:, None] - self.means) / np.sqrt(self.variances)
        return np.asarray(_normal_cdf(scaled) @ self.weights)

    def density_at_zero(self) -> float:
        """Density at 0."""
        falling = np.exp(-0.5 * self.means**2 / self.variances)
        return float(self.weights @ (falling / np.sqrt(2.0 * np.pi * self.variances)))

    def bayes_factor(self) -> float:
        """Odds of a lasting shift against none, by the ratio of Savage and Dickey.

        The prior is that of an event alone: a Student t with the scale `SCALE`.
        """
        return T_PEAK / SCALE / self.density_at_zero()


def mixture_of(found: Sequence[Beside], chances: Floats, at: int) -> Mixture:
    """Return the posterior of the shift with number `at`, averaged over scales of the prior.

    Parameters
    ----------
    found
        For every scale, what the polls leave for each shift.
    chances
        Of every scale, shape (scales,).
    """
    parts = [components(one.precision[at], one.pull[at], one.scale[at]) for one in found]
    weights = [chance * _normed(logs) for chance, (logs, _, _) in zip(chances, parts, strict=True)]
    return Mixture(
        np.concatenate(weights),
        np.concatenate([means for _, means, _ in parts]),
        np.concatenate([variances for _, _, variances in parts]),
    )


def _normed(logs: Floats) -> Floats:
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())


_SERIES = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0.0]


def _normal_cdf(x: Floats) -> Floats:
    """Distribution function of the standard normal, to 1.5e-7.

    Abramowitz and Stegun, Handbook of Mathematical Functions (1964), formula 7.1.26.
    """
    size = np.abs(x) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * size)
    upper = 0.5 * np.polyval(_SERIES, t) * np.exp(-(size**2))
    return np.asarray(np.where(x > 0, 1.0 - upper, upper))
