"""Errors on the logits of shares that are closed to sum to 1 again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def with_error(centre: NDArray[np.float64], error: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add errors to the logits of shares and divide by the sum.

    Parameters
    ----------
    centre
        Shares, above 0 and below 1, shape (lists,).
    error
        Errors on the logit, shape (draws, lists).

    Returns
    -------
    ndarray
        Shape (draws, lists); every row sums to 1.

    Examples
    --------
    >>> with_error(np.array([0.5, 0.5]), np.array([[0.0, 0.0], [1.0, 1.0]]))
    array([[0.5, 0.5],
           [0.5, 0.5]])
    """
    odds = centre / (1.0 - centre) * np.exp(error)
    shares = odds / (1.0 + odds)
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def closing_factor(centre: NDArray[np.float64]) -> NDArray[np.float64]:
    """By how much closing shrinks an error, to first order.

    With independent errors e of the same size on the logits, the logit of the closed share i moves
    by (1 - p_i) e_i - sum over j of p_j (1 - p_j) e_j / (1 - p_i). The factor is the standard
    deviation of that over the one of e_i: a list of 40 percent loses a good quarter of its error,
    a small one next to nothing.

    Parameters
    ----------
    centre
        Shares that sum to 1, shape (lists,).

    Returns
    -------
    ndarray
        Shape (lists,).

    Examples
    --------
    >>> closing_factor(np.array([0.4, 0.3, 0.1, 0.1, 0.1])).round(2)
    array([0.74, 0.81, 0.98, 0.98, 0.98])
    """
    rest = 1.0 - centre
    moved = (centre * rest) ** 2
    return np.asarray(np.sqrt(rest**2 + (moved.sum() - moved) / rest**2))
