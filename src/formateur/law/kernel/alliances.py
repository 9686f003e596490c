"""Lists that bid as one, in every draw and constituency: joined, and parted again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled
from formateur.law.kernel.rows import rows_of


def join(
    votes: NDArray[np.int64], columns: tuple[int, ...], where: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Move the votes of an alliance to the first of its lists that has any.

    It holds where at least two of them have votes.

    Parameters
    ----------
    votes
        int64, shape (draws, constituencies, parties), which is changed.
    where
        bool, shape (constituencies,): where the alliance was made.

    Returns
    -------
    ndarray
        bool, shape (draws, constituencies, lists of the alliance): which of them are joined.
    """
    together = np.zeros((*votes.shape[:2], len(columns)), dtype=np.bool_)
    _join(votes, np.array(columns), where, together)
    return together


def gather(
    votes: NDArray[np.int64],
    seats: NDArray[np.int64],
    columns: tuple[int, ...],
    together: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the votes of the joined lists, and the seats that they hold together.

    The votes are 0 for a list that is not joined; their shape is that of `together`, and that of
    the seats (draws, constituencies).
    """
    own = np.empty(together.shape, dtype=np.int64)
    won = np.empty(together.shape[:-1], dtype=np.int64)
    tables = (rows_of(votes, *votes.shape[1:]), seats)
    _gather(tables, np.array(columns), together, own, won)
    return own, won


def scatter(
    tables: tuple[NDArray[np.int64], NDArray[np.int64]],
    columns: tuple[int, ...],
    together: NDArray[np.bool_],
    values: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> None:
    """Write values of the joined lists into two tables, which are changed."""
    _scatter(tables, np.array(columns), together, values)


@compiled
def _join(
    votes: NDArray[np.int64],
    columns: NDArray[np.int64],
    where: NDArray[np.bool_],
    together: NDArray[np.bool_],
) -> None:
    for draw in range(votes.shape[0]):
        for place in range(votes.shape[1]):
            number, total = 0, 0
            for column in columns:
                number += votes[draw, place, column] > 0
                total += votes[draw, place, column]
            if number < 2 or not where[place]:
                continue
            for one, column in enumerate(columns):
                if votes[draw, place, column] > 0:
                    together[draw, place, one] = True
                    votes[draw, place, column] = total
                    total = 0


@compiled
def _gather(
    tables: tuple[NDArray[np.int64], NDArray[np.int64]],
    columns: NDArray[np.int64],
    together: NDArray[np.bool_],
    own: NDArray[np.int64],
    won: NDArray[np.int64],
) -> None:
    votes, seats = tables
    for draw in range(votes.shape[0]):
        for place in range(votes.shape[1]):
            held = 0
            for one, column in enumerate(columns):
                joined = together[draw, place, one]
                own[draw, place, one] = joined * votes[draw, place, column]
                held += joined * seats[draw, place, column]
            won[draw, place] = held


@compiled
def _scatter(
    tables: tuple[NDArray[np.int64], NDArray[np.int64]],
    columns: NDArray[np.int64],
    together: NDArray[np.bool_],
    values: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> None:
    (first, second), (of_first, of_second) = tables, values
    for draw in range(first.shape[0]):
        for place in range(first.shape[1]):
            for one, column in enumerate(columns):
                if together[draw, place, one]:
                    first[draw, place, column] = of_first[draw, place, one]
                    second[draw, place, column] = of_second[draw, place, one]
