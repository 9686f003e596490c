"""The posterior of shifts with a Student-t prior, by expectation propagation.

The prior of a shift is a normal whose precision is unknown. A normal stands in for it, so chosen
that beside everything else it leaves the mean and the variance that the t would leave (Minka,
Expectation propagation for approximate Bayesian inference, UAI 2001). What is handed on of each
shift is not the stand-in but the t itself beside all others, a mixture of normals.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.votes.events.prior import VARIANCE
from formateur.votes.events.series import Evidence
from formateur.votes.state_space.tails import CHANCES, PRECISIONS, TAIL

Floats = NDArray[np.float64]

ROUNDS = 60
CLOSE = 1e-4
"""The rounds end when no stand-in moves by more than this part of its precision."""

PART = 0.5
"""Part of the way that a stand-in goes in one round."""

MOST = 1.5
"""A stand-in's variance is at most this multiple of what the size of its shift explains.

Without a bound, shifts that polls cannot tell apart would push each other ever farther away. This
one comes nearest to the true spread of two that only their sum is known of.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """What everything but its own prior says of each shift, and how likely the polls are.

    Attributes
    ----------
    precision, pull
        Of each shift, shape (..., shifts): precision, and precision times mean.
    scale
        Scale of each shift's prior, shape (shifts,).
    log_evidence
        Log density of the polls under these scales but for a constant, shape (...).
    """

    precision: Floats
    pull: Floats
    scale: Floats
    log_evidence: Floats


def propagate(evidence: Evidence, scale: Floats) -> Beside:
    """Find what the polls and the priors of the others leave for each shift.

    Parameters
    ----------
    evidence
        What the polls say; leading axes are independent problems.
    scale
        Scale of each shift's prior, shape (shifts,).
    """
    prior = np.broadcast_to(1.0 / (VARIANCE * scale**2), evidence.pull.shape)
    own, push = prior.copy(), np.zeros_like(prior)
    for _ in range(ROUNDS):
        beside = _beside(evidence, own, push)
        _, mean, variance = _moments(*beside, scale)
        explained = (TAIL * scale**2 + mean**2 + variance) / (TAIL + 1.0)
        kept = np.maximum(1.0 / variance - beside[0], 1.0 / (MOST * explained))
        pushed = mean * (beside[0] + kept) - beside[1]
        step = PART * np.stack([kept - own, pushed - push])
        own, push = own + step[0], push + step[1]
        if np.all(np.abs(step[0]) <= CLOSE * own) and np.all(step[1] ** 2 <= CLOSE**2 * own):
            break
    beside = _beside(evidence, own, push)
    return Beside(*beside, scale, _log_evidence(evidence, own, push, beside, scale))


def _beside(evidence: Evidence, own: Floats, push: Floats) -> tuple[Floats, Floats]:
    covariance = _covariance(evidence, own)
    variance = np.diagonal(covariance, axis1=-2, axis2=-1)
    mean = (covariance @ (evidence.pull + push)[..., None])[..., 0]
    return np.maximum(1.0 / variance - own, 0.0), mean / variance - push


def _covariance(evidence: Evidence, own: Floats) -> Floats:
    precision = evidence.precision + own[..., None] * np.eye(own.shape[-1])
    return np.asarray(np.linalg.inv(precision))


def components(precision: Floats, pull: Floats, scale: Floats) -> tuple[Floats, Floats, Floats]:
    """Return weights, means and variances of the normals that make up the posterior of shifts.

    Parameters
    ----------
    precision, pull, scale
        As in `Beside`, shape (..., shifts).

    Returns
    -------
    log_weights, means, variances
        Shape (..., shifts, normals); the weights sum to the density of the polls.
    """
    wide = np.asarray(scale)[..., None] ** 2 / PRECISIONS
    grown = 1.0 + precision[..., None] * wide
    variance = wide / grown
    logs = np.log(CHANCES) - 0.5 * np.log(grown) + 0.5 * pull[..., None] ** 2 * variance
    return logs, pull[..., None] * variance, variance


def _moments(precision: Floats, pull: Floats, scale: Floats) -> tuple[Floats, Floats, Floats]:
    """Log of the whole, mean and variance of each shift, shape (..., shifts)."""
    logs, means, variances = components(precision, pull, scale)
    most = logs.max(axis=-1, keepdims=True)
    weights = np.exp(logs - most)
    whole = weights.sum(axis=-1, keepdims=True)
    weights /= whole
    mean = (weights * means).sum(axis=-1)
    square = (weights * (variances + means**2)).sum(axis=-1)
    return (np.log(whole) + most)[..., 0], mean, square - mean**2


def _log_evidence(
    evidence: Evidence, own: Floats, push: Floats, beside: tuple[Floats, Floats], scale: Floats
) -> Floats:
    precision, pull = beside
    logs, _, _ = _moments(precision, pull, scale)
    whole = precision + own
    stand_in = 0.5 * (pull + push) ** 2 / whole - 0.5 * np.log(whole)
    covariance = _covariance(evidence, own)
    drawn = evidence.pull + push
    fit = 0.5 * np.einsum("...a,...ab,...b->...", drawn, covariance, drawn)
    size = 0.5 * np.linalg.slogdet(covariance)[1]
    return np.asarray((logs - stand_in).sum(axis=-1) + fit + size)
