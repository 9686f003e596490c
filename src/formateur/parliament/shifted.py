"""The parliament if a list had more or fewer of the votes: the same draws, shifted and counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws, Election
from formateur.law import Rules
from formateur.parliament.simulate import simulate_parliament
from formateur.parliament.swing import Swing

Floats = NDArray[np.float64]

SEED = 0
"""Of the noise of constituencies: the same for every shift, so that only the shift moves seats."""


@dataclass(frozen=True, slots=True, eq=False)
class ShiftedSeats:
    """Parliaments of the same draws of the votes, one list shifted.

    Attributes
    ----------
    list
        The list that is shifted.
    shifts
        On its log-ratio to all others, growing, shape (shifts,).
    seats
        One for each shift, shape (draws, lists).
    """

    list: str
    shifts: Floats
    seats: tuple[Draws, ...]

    def gained(self, shift: float) -> float:
        """Mean number of seats that the list wins by a shift.

        Between the shifts that were counted a straight line is taken, and beyond them the last one
        goes on.
        """
        mean = np.array([float(one[self.list].mean()) for one in self.seats])
        at = int(np.clip(np.searchsorted(self.shifts, shift) - 1, 0, len(self.shifts) - 2))
        slope = (mean[at + 1] - mean[at]) / (self.shifts[at + 1] - self.shifts[at])
        there = mean[at] + slope * (shift - self.shifts[at])
        return float(there - np.interp(0.0, self.shifts, mean))


def shift_votes(votes: Draws, list_id: str, shift: float) -> Draws:
    """Shift a list in every draw; all others give or take in proportion to what they have.

    Parameters
    ----------
    shift
        On the log-ratio of the list to all others.
    """
    values = votes.values.copy()
    at = votes.lists.index(list_id)
    values[:, at] *= np.exp(shift)
    return Draws(values / values.sum(axis=1, keepdims=True), votes.lists, "share", votes.run)


def shifted_seats(
    votes: Draws,
    rules: Rules,
    election: Election,
    swing: Swing | None,
    list_id: str,
    *,
    shifts: Sequence[float],
) -> ShiftedSeats:
    """Count the parliament for every shift of a list.

    Parameters and errors are those of `simulate_parliament`.
    """
    counted = tuple(
        simulate_parliament(
            shift_votes(votes, list_id, shift), rules, election, swing, np.random.default_rng(SEED)
        )
        for shift in shifts
    )
    return ShiftedSeats(list_id, np.array(shifts, dtype=np.float64), counted)
