"""What is held of an event's shifts before any poll: most are small, a few are not.

Both shifts have a Student t with four degrees of freedom around 0, on the log-ratio of the list
to all others, and the scale of a lasting one is `SCALE`. Beside that, all events of a campaign are
looked at under one common scale, half normal with that scale, so that many events without an
effect make each of them smaller. Chosen, not learned: nothing published gives the size of such
effects.
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np

from formateur.votes.state_space.tails import TAIL

SCALE = 0.05
"""Scale of a lasting shift, log-ratio."""

PASSING = 0.08 / 0.05
"""Scale of a passing shift as a multiple of that of a lasting one."""

SCALES = SCALE * np.array([NormalDist().inv_cdf(0.5 + u / 2) for u in (0.1, 0.3, 0.5, 0.7, 0.9)])
"""The common scale: five slices of equal chance of its half normal."""

VARIANCE = TAIL / (TAIL - 2.0)
"""Variance of the Student t as a multiple of its squared scale."""

PRIOR_SD = float(np.sqrt(VARIANCE)) * SCALE
"""Standard deviation of a lasting shift; the same with the common scale as without."""

T_90 = 2.131846786
"""The 95 percent quantile of a Student t with four degrees of freedom."""


def chance_beyond(shift: float) -> float:
    """Chance that a lasting shift is larger than that, either way, before any poll.

    Examples
    --------
    >>> round(chance_beyond(T_90 * SCALE), 3)
    0.1
    """
    # the distribution function of the t with four degrees in closed form
    x = (abs(shift) / SCALE) ** 2
    root = np.sqrt(x / (4.0 + x))
    return float(1.0 - root * (1.5 - 0.5 * root**2))
