"""Conditional logit: one alternative of many is chosen, the likelier the higher its utility.

Literature: McFadden, Conditional logit analysis of qualitative choice behavior, in Zarembka (ed.),
Frontiers in Econometrics (1974), 105-142; Martin and Stevenson, Government formation in
parliamentary democracies, American Journal of Political Science 45 (2001), 33-50.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_STEPS = 30
CONVERGED = 1e-3
"""Log-likelihood gained by a step after which the next, of its square, would not show."""

NEGLIGIBLE = 1e-9
"""Alternatives less likely than this add nothing to the second derivative."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One choice that was made.

    Attributes
    ----------
    features
        Of every alternative, float64, shape (alternatives, features).
    chosen
        Row of the one that was chosen.
    weight
        How much it counts.
    """

    features: NDArray[np.float64]
    chosen: int
    weight: float = 1.0


def probabilities(utility: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the chances of alternatives from their utilities, shape (alternatives,)."""
    raised = np.exp(utility - utility.max())
    chances: NDArray[np.float64] = raised / raised.sum()
    return chances


def fit(
    choices: Sequence[Choice],
    ridge: NDArray[np.float64],
    *,
    start: NDArray[np.float64] | None = None,
    centre: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Return the coefficients of largest penalised likelihood, float64, shape (features,).

    Newton's method with halved steps; the function is concave, so where it ends is the maximum.

    Parameters
    ----------
    choices
        At least one.
    ridge
        Penalty on half the squared distance from `centre`, shape (features,); positive.
    start
        Where to begin; `centre` by default.
    centre
        What the coefficients are drawn towards; 0 by default.
    """
    middle = np.zeros(len(ridge)) if centre is None else centre
    here = middle.copy() if start is None else start.copy()
    value = _value(choices, here, ridge, middle)
    for _ in range(MOST_STEPS):
        step = _newton_step(choices, here, ridge, middle)
        length, there, better = 1.0, here, value
        while length > 1e-6:
            there = here + length * step
            better = _value(choices, there, ridge, middle)
            if better >= value:
                break
            length /= 2
        gained, here, value = better - value, there, better
        if gained < CONVERGED:
            break
    return here


def _value(
    choices: Sequence[Choice],
    at: NDArray[np.float64],
    ridge: NDArray[np.float64],
    middle: NDArray[np.float64],
) -> float:
    total = -0.5 * float(np.sum(ridge * (at - middle) ** 2))
    for one in choices:
        utility = one.features @ at
        highest = utility.max()
        total += one.weight * float(
            utility[one.chosen] - highest - np.log(np.exp(utility - highest).sum())
        )
    return total


def _newton_step(
    choices: Sequence[Choice],
    at: NDArray[np.float64],
    ridge: NDArray[np.float64],
    middle: NDArray[np.float64],
) -> NDArray[np.float64]:
    slope, curve = -ridge * (at - middle), np.diag(ridge).astype(np.float64)
    for one in choices:
        chance = probabilities(one.features @ at)
        kept = chance > NEGLIGIBLE
        rows, weights = one.features[kept], chance[kept]
        mean = weights @ rows
        slope += one.weight * (one.features[one.chosen] - mean)
        curve += one.weight * ((rows * weights[:, None]).T @ rows - np.outer(mean, mean))
    return np.asarray(np.linalg.solve(curve, slope), dtype=np.float64)
