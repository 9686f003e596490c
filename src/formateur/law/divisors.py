"""Divisor sequences of the highest-averages formulas, as exact whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt, sqrt

import numpy as np
from numpy.typing import NDArray


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
    geometric
        Whether the divisors are the geometric means of s and s + 1 instead. Votes and divisors are
        then held as their squares; `base` and `step` are those of the arithmetic means.
    """

    name: str
    label: str
    first: int
    base: int
    step: int
    geometric: bool = False

    def of(self, votes: int) -> int:
        """Return what is divided: the votes, or their square."""
        return votes * votes if self.geometric else votes

    def within(self, divided: int) -> int:
        """Return the most votes of which no more than `divided` is divided."""
        return isqrt(divided) if self.geometric else divided

    def after(self, seats: int) -> int:
        """Return the divisor with which a list that holds `seats` bids for the next one.

        It is 0 where everybody gets a first seat before anybody gets a second one.
        """
        if self.geometric:
            return seats * (seats + 1)
        return self.first if seats == 0 else self.base + self.step * seats

    def after_each(self, seats: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the divisors after each of many numbers of seats, in the same shape."""
        return np.where(seats == 0, self.first, self.base + self.step * seats)

    def quotient(self, votes: int, seats: int) -> float:
        """Return votes per divisor as a statute writes the sequence (1.2, 3, 5 ...), for people."""
        divisor = self.after(seats)
        return votes / (sqrt(divisor) if self.geometric else divisor / self.base)

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
"""Every sequence that lists may be counted by."""
HUNTINGTON_HILL = Divisors("huntington-hill", "Huntington-Hill", 0, 1, 2, geometric=True)
"""The method of equal proportions."""

DANISH = Divisors("danish", "the Danish method", 1, 1, 3)
"""1, 4, 7 ...: with it Denmark places levelling seats in constituencies; no law shares by it."""
