"""The majority that a motion needs."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

_FRACTION = re.compile(r"(\d+)/(\d+)")


def is_majority(text: str) -> bool:
    """Whether `text` names a majority: ``plain``, ``absolute``, a fraction, or seats."""
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        return 0 < int(fraction[1]) <= int(fraction[2])
    return text in ("plain", "absolute") or (text.isdecimal() and int(text) > 0)


def seats_needed(majority: str, house: int) -> int | None:
    """Return the seats that must vote yes, or ``None`` for a plain majority of those voting.

    Parameters
    ----------
    majority
        As `is_majority` allows.
    house
        Seats of the house.
    """
    if majority == "plain":
        return None
    if majority == "absolute":
        return house // 2 + 1
    fraction = _FRACTION.fullmatch(majority)
    if fraction:
        share = Fraction(int(fraction[1]), int(fraction[2]))
        return -(-share.numerator * house // share.denominator)
    return int(majority)


def carried(
    majority: str, house: int, yes: NDArray[np.int64], no: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return in which draws the motion is carried, bool, shape (draws,).

    Parameters
    ----------
    majority
        As `is_majority` allows.
    house
        Seats of the house.
    yes, no
        Seats that vote so, int64, shape (draws,).
    """
    needed = seats_needed(majority, house)
    return yes > no if needed is None else yes >= needed
