"""The majority that a motion needs."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

WORDS = ("plain", "absolute", "none")

_FRACTION = re.compile(r"(\d+)/(\d+)")


def is_majority(text: str) -> bool:
    """Whether `text` names a majority: a word of `WORDS`, a fraction, or a number of seats."""
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        return 0 < int(fraction[1]) <= int(fraction[2])
    return text in WORDS or (text.isdecimal() and int(text) > 0)


def seats_needed(majority: str, house: int) -> int | None:
    """Return the seats that must vote yes; ``None`` where a plain majority of those voting does.

    ``None`` too where no vote is asked for.

    Parameters
    ----------
    majority
        As `is_majority` allows.
    house
        Seats of the house.
    """
    if majority in ("plain", "none"):
        return None
    if majority == "absolute":
        return house // 2 + 1
    fraction = _FRACTION.fullmatch(majority)
    if fraction:
        share = Fraction(int(fraction[1]), int(fraction[2]))
        return -(-share.numerator * house // share.denominator)
    return int(majority)


def seats_needed_by_draw(majority: str, house: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the same for houses that differ between draws, int64, shape (draws,).

    Parameters
    ----------
    house
        Seats of the house, shape (draws,).
    """
    sizes, place = np.unique(house, return_inverse=True)
    needed = [seats_needed(majority, int(size)) for size in sizes]
    return None if None in needed else np.array(needed, dtype=np.int64)[place]


def carried(
    majority: str, house: NDArray[np.int64], yes: NDArray[np.int64], no: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return in which draws the motion is carried, bool, shape (draws,).

    Parameters
    ----------
    majority
        As `is_majority` allows, but for ``none``.
    house
        Seats of the house, int64, shape (draws,).
    yes, no
        Seats that vote so, int64, shape (draws,).
    """
    needed = seats_needed_by_draw(majority, house)
    return yes > no if needed is None else yes >= needed
