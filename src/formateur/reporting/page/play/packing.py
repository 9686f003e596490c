"""Whole numbers as text that is short, compresses well and can stand in a page.

Every number less the smallest is written in digits of 64, with the letters of base64 (RFC 4648)
for digits: first the highest digit of all numbers, then the next of all, and so on. Each letter
holds one digit of one number, which a page that is sent compressed keeps smaller than base64 of
the bytes, where numbers lie across letters.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.reporting.record import Record

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BITS = 6


class Packed(Record):
    """Whole numbers.

    Attributes
    ----------
    low
        The smallest of them.
    digits
        How many digits each has: the text is that many times as long as there are numbers.
    text
        The digits.
    """

    low: int
    digits: int
    text: str


def pack(numbers: NDArray[np.int64]) -> Packed:
    """Write whole numbers down, shape (any,); at least one.

    Examples
    --------
    >>> pack(np.array([7, 5, 70]))
    Packed(low=5, digits=2, text='AABCAB')
    """
    low = int(numbers.min())
    above = numbers - low
    digits = max(1, -(-int(above.max()).bit_length() // BITS))
    letters = np.frombuffer(ALPHABET, dtype=np.uint8)
    planes = [letters[above >> BITS * k & 63].tobytes() for k in reversed(range(digits))]
    return Packed(low=low, digits=digits, text=b"".join(planes).decode("ascii"))


def unpack(packed: Packed) -> NDArray[np.int64]:
    """Read what `pack` has written, int64, shape (any,)."""
    values = np.zeros(256, dtype=np.int64)
    values[list(ALPHABET)] = np.arange(64)
    planes = values[np.frombuffer(packed.text.encode("ascii"), dtype=np.uint8)]
    weights = 64 ** np.arange(packed.digits - 1, -1, -1)
    numbers: NDArray[np.int64] = packed.low + weights @ planes.reshape(packed.digits, -1)
    return numbers
