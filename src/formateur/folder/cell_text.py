"""Values to the text of cells, as `cells` reads it."""

from __future__ import annotations

from datetime import date

import numpy as np

from formateur.facts import Reading, Scale


def format_reading(reading: Reading, scale: Scale) -> str:
    """Return what a poll prints for one list: ``26.5``, ``34``, ``2.3%``, ``<`` or ``<2.5``.

    Parameters
    ----------
    reading
        The figure.
    scale
        The poll's: a percentage in a poll of seats has its sign.
    """
    if reading.value is None:
        return "<"
    figure = format_number(reading.value)
    if reading.kind == "below":
        return f"<{figure}"
    return f"{figure}%" if reading.kind == "percent" and scale == "seats" else figure


def format_number(number: float | None) -> str:
    """Return a number in the fewest digits that give it back, without an exponent."""
    return "" if number is None else str(np.format_float_positional(number, trim="-"))


def format_day(day: date | None) -> str:
    """Return a day, ``2019-09-14``; empty for none."""
    return "" if day is None else day.isoformat()
