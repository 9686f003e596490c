"""Biproportional apportionment with standard rounding in every table of an array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled
from formateur.law.kernel.rows import rows_of

_ROUNDS = 100
"""Alternations after which a table is left to exact arithmetic; most need fewer than ten."""

_MARGIN = 1e-9
"""Distance from every rounding point that proves a table right in spite of rounded floats."""


def scale_both_ways(
    votes: NDArray[np.int64], rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Apportion tables to given sums by alternating scaling.

    Rows and columns are apportioned in turn, each with the multipliers that the other has found.
    A table whose sums are met with no quotient near a rounding point is the only right one.
    Literature: Pukelsheim, Proportional Representation, 2nd ed. (2017), chapter 15.

    Parameters
    ----------
    votes
        int64, shape (draws, rows, columns).
    rows, columns
        int64, shapes (draws, rows) and (draws, columns): the sums.

    Returns
    -------
    seats
        int64, in the shape of `votes`.
    proven
        bool, shape (draws,): where the seats are known to be right.
    """
    _, height, width = votes.shape
    tables = rows_of(votes, height, width), rows_of(votes.swapaxes(1, 2), width, height)
    sums = rows_of(rows, height), rows_of(columns, width)
    seats = np.zeros((len(votes), height, width), np.int64)
    proven = np.zeros(len(votes), np.bool_)
    _scale_all(tables, sums, seats, proven)
    return seats, proven


@compiled
def _scale_all(
    tables: tuple[NDArray[np.int64], NDArray[np.int64]],
    sums: tuple[NDArray[np.int64], NDArray[np.int64]],
    seats: NDArray[np.int64],
    proven: NDArray[np.bool_],
) -> None:
    """Fill `seats` and `proven`; the second of the `tables` are the first ones turned."""
    upright, turned = tables
    rows, columns = sums
    across = np.zeros(turned.shape[1:], np.int64)
    for draw in range(len(seats)):
        of_row, of_column = np.ones(rows.shape[1]), np.ones(columns.shape[1])
        for _ in range(_ROUNDS):
            _round_rows(upright[draw], of_row, of_column, rows[draw], seats[draw])
            met = _columns_add_up(seats[draw], columns[draw])
            if met:
                break
            _round_rows(turned[draw], of_column, of_row, columns[draw], across)
            met = _columns_add_up(across, rows[draw])
            if met:
                for row in range(len(of_row)):
                    for column in range(len(of_column)):
                        seats[draw, row, column] = across[column, row]
                break
        proven[draw] = met and _clear(upright[draw], of_row, of_column, seats[draw])


@compiled
def _round_rows(
    votes: NDArray[np.int64],
    of_row: NDArray[np.float64],
    of_column: NDArray[np.float64],
    sums: NDArray[np.int64],
    seats: NDArray[np.int64],
) -> None:
    """Fill `seats`, the rows adding up to `sums`, and `of_row` with the multipliers found."""
    weights = np.empty(votes.shape[1])
    for row in range(len(votes)):
        for column in range(len(weights)):
            weights[column] = votes[row, column] * of_column[column]
        of_row[row] = _round_to(weights, sums[row], seats[row])


@compiled
def _round_to(weights: NDArray[np.float64], house: int, seats: NDArray[np.int64]) -> float:
    """Fill `seats`, adding up to `house`; return a multiplier of which they are the rounding."""
    total = 0.0
    for weight in weights:
        total += weight
    if house <= 0 or total <= 0.0:
        seats[:] = 0
        return 0.0
    left = house
    for one in range(len(weights)):
        seats[one] = int(weights[one] * house / total + 0.5)
        left -= seats[one]
    while left > 0:
        seats[_next(weights, seats)] += 1
        left -= 1
    while left < 0:
        seats[_last(weights, seats)] -= 1
        left += 1
    following, last = _next(weights, seats), _last(weights, seats)
    highest = weights[following] / (seats[following] + 0.5)
    multiplier: float = 2.0 / (highest + weights[last] / (seats[last] - 0.5))
    return multiplier


@compiled
def _next(weights: NDArray[np.float64], seats: NDArray[np.int64]) -> int:
    """Return where the next seat goes: to the highest quotient."""
    best, highest = 0, -1.0
    for one in range(len(weights)):
        quotient = weights[one] / (seats[one] + 0.5)
        if quotient > highest:
            best, highest = one, quotient
    return best


@compiled
def _last(weights: NDArray[np.float64], seats: NDArray[np.int64]) -> int:
    """Return where the last seat went: to the lowest quotient of the seats held."""
    worst, lowest = 0, np.inf
    for one in range(len(weights)):
        if seats[one] > 0 and weights[one] / (seats[one] - 0.5) < lowest:
            worst, lowest = one, weights[one] / (seats[one] - 0.5)
    return worst


@compiled
def _columns_add_up(seats: NDArray[np.int64], sums: NDArray[np.int64]) -> bool:
    """Return whether every column has its sum."""
    for column in range(seats.shape[1]):
        left = sums[column]
        for row in range(len(seats)):
            left -= seats[row, column]
        if left != 0:
            return False
    return True


@compiled
def _clear(
    votes: NDArray[np.int64],
    of_row: NDArray[np.float64],
    of_column: NDArray[np.float64],
    seats: NDArray[np.int64],
) -> bool:
    """Return whether every quotient is well inside the interval that rounds to its seats."""
    for row in range(votes.shape[0]):
        for column in range(votes.shape[1]):
            off = votes[row, column] * of_row[row] * of_column[column] - seats[row, column]
            if abs(off) > 0.5 - _MARGIN * (seats[row, column] + 1):
                return False
    return True
