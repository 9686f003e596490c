"""Divisor sequences of the highest-averages formulas, as exact whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Count = TypeVar("Count", int, NDArray[np.int64])


@dataclass(frozen=True, slots=True)
class Divisors:
    """The numbers that a list's votes are divided by, one after the other.

    The divisor of a list that holds *s* seats is `first` when *s* is 0, else ``base + step * s``.
    Only ratios matter, so a statute's 1.2, 3, 5 ... is held as 6, 15, 25 ...

    Attributes
    ----------
    name
        Name in a law file: ``d-hondt``.
    label
        Name for people: "D'Hondt".
    first, base, step
        The sequence, in whole numbers.
    """

    name: str
    label: str
    first: int
    base: int
    step: int

    def after(self, seats: Count) -> Count:
        """Return the divisor with which a list that holds `seats` bids for the next one."""
        if isinstance(seats, int):
            return self.first if seats == 0 else self.base + self.step * seats
        divisors = self.base + self.step * seats
        if self.first != self.base:
            divisors[seats == 0] = self.first
        return divisors

    @property
    def offset(self) -> Fraction:
        """The signpost *r* of the sequence *s + r* above the first seat: 1 or 1/2."""
        return Fraction(self.base, self.step)


D_HONDT = Divisors("d-hondt", "D'Hondt", 1, 1, 1)
SAINTE_LAGUE = Divisors("sainte-lague", "Sainte-Laguë", 1, 1, 2)
SAINTE_LAGUE_12 = Divisors(
    "sainte-lague-1.2", "modified Sainte-Laguë with first divisor 1.2", 6, 5, 10
)
SAINTE_LAGUE_14 = Divisors(
    "sainte-lague-1.4", "modified Sainte-Laguë with first divisor 1.4", 7, 5, 10
)
DIVISORS: tuple[Divisors, ...] = (D_HONDT, SAINTE_LAGUE, SAINTE_LAGUE_12, SAINTE_LAGUE_14)
"""Every sequence that a law file may name."""
