"""What polls do not print, and what is taken in its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Constants learned from past elections for what polls do not print.

    Attributes
    ----------
    below_threshold_centre
        Share of a list that every poll prints only as below a bound, as a part of that bound.
    other_in_seat_polls
        Share of the valid votes of lists that no poll names, where all polls are in seats.
    """

    below_threshold_centre: float
    other_in_seat_polls: float
