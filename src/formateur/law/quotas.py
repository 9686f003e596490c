"""Quotas of the largest-remainder formulas: how many votes a seat costs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Rounding = Literal["none", "nearest", "up", "down"]


@dataclass(frozen=True, slots=True)
class Quota:
    """Votes over seats and a few more.

    Attributes
    ----------
    name, label
        In a law file, and for people.
    more
        Added to the seats: 0 for Hare, 1 for Hagenbach-Bischoff, 2 for Imperiali.
    rounding
        Whether the quota is rounded to the nearest whole number (halves up), to the next one
        above or below, or not at all.
    """

    name: str
    label: str
    more: int
    rounding: Rounding = "none"

    def exact(self, votes: int, seats: int) -> Fraction:
        """Return the quota of one constituency; at least one vote where it is rounded."""
        quota = Fraction(max(votes, 1), max(seats + self.more, 1))
        if self.rounding == "none":
            return quota
        if self.rounding == "up":
            return Fraction(math.ceil(quota))
        if self.rounding == "down":
            return Fraction(max(math.floor(quota), 1))
        return Fraction(max((2 * quota + 1) // 2, 1))

    def draws(
        self, votes: NDArray[np.int64], seats: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return numerators and denominators of the quotas, in the shape of `votes`."""
        above = np.maximum(votes, 1)
        below = np.broadcast_to(np.maximum(seats + self.more, 1), votes.shape)
        if self.rounding == "none":
            return above, below
        if self.rounding == "up":
            return -(-above // below), np.ones_like(above)
        if self.rounding == "down":
            return np.maximum(above // below, 1), np.ones_like(above)
        return np.maximum((2 * above + below) // (2 * below), 1), np.ones_like(above)


HARE = Quota("hare", "Hare", 0)
HAGENBACH_BISCHOFF_ROUNDED = Quota(
    "hagenbach-bischoff-rounded", "rounded Hagenbach-Bischoff", 1, "nearest"
)
HARE_ROUNDED = Quota("hare-rounded", "rounded Hare", 0, "nearest")
HARE_ROUNDED_DOWN = Quota("hare-rounded-down", "rounded-down Hare", 0, "down")
IMPERIALI_ROUNDED = Quota("imperiali-rounded", "rounded Imperiali", 2, "nearest")
QUOTAS: tuple[Quota, ...] = (
    HARE,
    Quota("hare-rounded-up", "rounded-up Hare", 0, "up"),
    HARE_ROUNDED_DOWN,
    HAGENBACH_BISCHOFF_ROUNDED,
)
"""Every quota that lists may be counted by with the largest remainders."""
