"""Numbers as law files write them: exact shares, never a float."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, WithJsonSchema

CLOSED = ConfigDict(extra="forbid")
"""Tables of a law file have the keys of their step and no others."""

_PERCENTAGE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,30})?) ?%")
_FRACTION = re.compile(r"([0-9]{1,6})/([1-9][0-9]{0,5})")


def parse_share(text: object) -> Fraction:
    """Return a share that is written ``"3.25%"`` or ``"1/150"``, exact.

    Raises
    ------
    ValueError
        When it is written otherwise, or is not below 1.

    Examples
    --------
    >>> parse_share("3.25%")
    Fraction(13, 400)
    """
    if isinstance(text, Fraction):
        return text
    if isinstance(text, str):
        share = None
        if found := _PERCENTAGE.fullmatch(text):
            share = Fraction(found[1]) / 100
        elif found := _FRACTION.fullmatch(text):
            share = Fraction(int(found[1]), int(found[2]))
        if share is not None and share < 1:
            return share
    raise ValueError(
        "must be an exact percentage below 100, or a fraction below 1, in quotation marks"
    )


def percent(share: Fraction) -> str:
    """Return a share as an exact percentage: "3.25 %"."""
    return f"{float(100 * share):.12g} %"


Share = Annotated[
    Fraction,
    BeforeValidator(parse_share),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^({_PERCENTAGE.pattern}|{_FRACTION.pattern})$",
            "examples": ["3.25%", "1/150"],
        }
    ),
]
"""A share of the votes in a law file, exact."""
