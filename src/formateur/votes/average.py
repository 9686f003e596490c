"""The average of some polls: figures, seats and bounds brought to shares of the votes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER
from formateur.law import Rules, seats_to_share
from formateur.votes.cells import Cell
from formateur.votes.censored import mean_below
from formateur.votes.unprinted import Unprinted

SMALLEST_SHARE = 0.001
"""Least share of a list and of the others, so that the logit exists."""

_ROUNDS = 1000
_CLOSE_ENOUGH = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class PollTable:
    """Polls by lists, as arrays of shape (polls, lists) unless said otherwise.

    Attributes
    ----------
    lists
        Ids of the lists that at least one poll prints.
    seat_share
        Expected share of a list among the lists that win seats in that poll; 0 without seats.
    figure
        Share that is printed, 0 to 1; 0 without one.
    below
        Upper bound where that is all that is printed; else not a number.
    printed
        Whether the poll prints the list at all.
    in_seats
        Whether the poll is one of seats, shape (polls,).
    """

    lists: tuple[str, ...]
    seat_share: NDArray[np.float64]
    figure: NDArray[np.float64]
    below: NDArray[np.float64]
    printed: NDArray[np.bool_]
    in_seats: NDArray[np.bool_]

    @property
    def only_below(self) -> NDArray[np.bool_]:
        """Whether no poll prints a figure or seats, shape (lists,)."""
        return np.asarray(~(self.printed & np.isnan(self.below)).any(axis=0))


def poll_table(
    polls: Sequence[Mapping[str, Cell]], lists: Sequence[str], rules: Rules | None
) -> PollTable:
    """Put cells of polls into arrays.

    Parameters
    ----------
    polls
        Cells by list, one mapping per poll.
    lists
        Ids of the lists that stand; those that no poll prints are left out.
    rules
        The law, through which seats are read; may be ``None`` when no poll is in seats.

    Raises
    ------
    ValueError
        When a poll is in seats and there are no rules.
    """
    kept = tuple(one for one in lists if any(one in cells for cells in polls))
    rows = [[cells.get(one, Cell()) for one in kept] for cells in polls]
    seats = np.array([[cell.seats for cell in row] for row in rows], dtype=np.int64)
    if seats.any() and rules is None:
        raise ValueError("polls in seats can only be read with the rules of the election")
    return PollTable(
        lists=kept,
        seat_share=np.array([_seat_share(row, rules) for row in seats]),
        figure=np.array([[cell.share for cell in row] for row in rows]),
        below=np.array([[_number(cell.below) for cell in row] for row in rows]),
        printed=np.array([[one in cells for one in kept] for cells in polls]),
        in_seats=np.asarray(seats.any(axis=1)),
    )


def average(table: PollTable, unprinted: Unprinted) -> dict[str, float]:
    """Average the polls list by list, each over the polls that print it.

    Bounds and seats are read given the average, and the average is taken given their reading,
    in turns until nothing moves.

    Parameters
    ----------
    unprinted
        What is taken in the place of what polls do not print.

    Returns
    -------
    dict
        Share by list, with `OTHER` last; sums to 1.
    """
    below_centre = unprinted.below_threshold_centre
    count = np.maximum(table.printed.sum(axis=0), 1)
    bound = np.nan_to_num(table.below)
    mean = np.where(table.only_below, below_centre * bound.sum(axis=0) / count, 0.03)
    other = unprinted.other_in_seat_polls
    for _ in range(_ROUNDS):
        small = np.where(np.isnan(table.below), table.figure, _imputed(table, mean, below_centre))
        unseated = np.where(table.printed, small, mean).sum(axis=1)
        in_parliament = np.maximum(1.0 - other - unseated, 0.0) * table.in_seats
        before = mean
        mean = (small + table.seat_share * in_parliament[:, None]).sum(axis=0) / count
        other = _other(table, unseated, unprinted.other_in_seat_polls)
        if np.abs(mean - before).max() < _CLOSE_ENOUGH:
            break
    shares = np.maximum([*mean, other], SMALLEST_SHARE)
    return dict(zip((*table.lists, OTHER), (shares / shares.sum()).tolist(), strict=True))


def readings(
    table: PollTable, centre: Mapping[str, float], unprinted: Unprinted
) -> NDArray[np.float64]:
    """Read every poll as shares, given an average to read seats and bounds by.

    Parameters
    ----------
    centre
        Share by list and of `OTHER`, such as `average` gives it.

    Returns
    -------
    ndarray
        Shape (polls, lists); not a number where a poll does not print the list.
    """
    mean = np.array([centre.get(one, 0.0) for one in table.lists])
    read = _imputed(table, mean, unprinted.below_threshold_centre)
    small = np.where(np.isnan(table.below), table.figure, read)
    unseated = np.where(table.printed, small, mean).sum(axis=1)
    in_parliament = np.maximum(1.0 - centre[OTHER] - unseated, 0.0) * table.in_seats
    shares = small + table.seat_share * in_parliament[:, None]
    return np.where(table.printed, shares, np.nan)


def _number(bound: float | None) -> float:
    return np.nan if bound is None else bound


def _seat_share(seats: NDArray[np.int64], rules: Rules | None) -> NDArray[np.float64]:
    shares = np.zeros(len(seats))
    won = seats > 0
    if rules is not None and won.any():
        shares[won] = seats_to_share(rules, seats[won].tolist())
    return shares


def _imputed(
    table: PollTable, mean: NDArray[np.float64], below_centre: float
) -> NDArray[np.float64]:
    """Read the bounds: at the fixed place, or by the mean of the polls that print a figure."""
    read = below_centre * table.below
    cut = ~np.isnan(table.below) & ~table.only_below
    read[cut] = mean_below(np.broadcast_to(mean, cut.shape)[cut], table.below[cut])
    return np.asarray(read)


def _other(table: PollTable, named: NDArray[np.float64], in_seat_polls: float) -> float:
    """Return what the polls in percent leave over on average; they alone can show it."""
    in_percent = ~table.in_seats
    if not in_percent.any():
        return in_seat_polls
    return float(np.maximum(1.0 - named[in_percent], 0.0).mean())
