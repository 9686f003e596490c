"""Draws of election day: the level that polls tell, and the error that all polls share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Bloc
from formateur.votes.state_space.learned import SharedError
from formateur.votes.state_space.size import size_factor

DEGREES_OF_FREEDOM = 4.0
"""Of the shared error, as last-week errors of poll averages have them."""

FARTHEST = 8.0
"""Scales; of 3,227 past results one was farther off (9.6, Great Britain in 2017, 100 days before).
On the log a t without an end would now and then give the whole country to a list of one percent.
"""


def error_scale(
    centre: NDArray[np.float64], error: SharedError, factor: float
) -> NDArray[np.float64]:
    """Scale of the shared error of every list, on the log of its share, shape (lists,).

    Parameters
    ----------
    centre
        Shares, shape (lists,).
    factor
        Of the family of countries.
    """
    return np.asarray(error.scale * factor * size_factor(centre, error.exponent))


def draw_votes(
    centre: NDArray[np.float64],
    level_sd: NDArray[np.float64],
    scale: NDArray[np.float64],
    blocs: NDArray[np.float64],
    rng: np.random.Generator,
    *,
    draws: int,
) -> NDArray[np.float64]:
    """Draw shares: errors on the logs, closed to sum to 1.

    Parameters
    ----------
    centre
        Shares expected, the others last, shape (lists,); sum to 1.
    level_sd
        Standard deviation of the level on its log, shape (lists,).
    scale
        Scale of the shared error's Student t, shape (lists,).
    blocs
        As `bloc_pull` gives it.

    Returns
    -------
    ndarray
        Shape (draws, lists).
    """
    size = (draws, len(centre))
    errors = level_sd * rng.standard_normal(size)
    shared = rng.standard_t(DEGREES_OF_FREEDOM, size)
    errors += scale * np.clip(shared, -FARTHEST, FARTHEST)
    shares = np.exp(np.log(centre) + errors @ blocs.T)
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def bloc_pull(
    centre: NDArray[np.float64],
    spread: NDArray[np.float64],
    members: Sequence[NDArray[np.bool_]],
    part: float,
) -> NDArray[np.float64]:
    """Matrix that takes a part of each bloc's common error out of the errors of its lists.

    What one list of a bloc loses the others win, so the sum of the bloc is surer than its lists;
    every list stays as unsure as it was.

    Parameters
    ----------
    centre
        Shares, shape (lists,).
    spread
        Standard deviation of the error of every list, shape (lists,).
    members
        For every bloc, which lists are in it, shape (lists,); no list is in two.
    part
        0 to 1.

    Returns
    -------
    ndarray
        Shape (lists, lists); the unit matrix for a part of 0 or without blocs.
    """
    matrix = np.eye(len(centre))
    for inside in members:
        if inside.sum() > 1:
            matrix[inside] -= part * centre * inside / centre[inside].sum()
    kept = np.sqrt((matrix**2) @ spread**2)
    return np.asarray(matrix * (spread / kept)[:, None])


def bloc_members(blocs: Sequence[Bloc], lists: Sequence[str]) -> list[NDArray[np.bool_]]:
    """Which lists are in which bloc; a bloc that shares a list with one before it is left out."""
    taken: set[str] = set()
    members = []
    for bloc in blocs:
        own = set(bloc.lists) & set(lists)
        if len(own) > 1 and not own & taken:
            taken |= own
            members.append(np.array([one in own for one in lists]))
    return members
