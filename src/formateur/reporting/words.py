"""Figures in words: a chance as a count of 50 equally likely elections, ranges, days.

Used by every output for people, so that all tell a figure alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from formateur.reporting.record import Spread


def of_50(p: float) -> str:
    """Tell a chance as a count of 50: ``9 of 50``; never 0 or 50 unless it is certain.

    Examples
    --------
    >>> of_50(0.18), of_50(0.004), of_50(0.996), of_50(1.0)
    ('9 of 50', 'fewer than 1 of 50', 'more than 49 of 50', '50 of 50')
    """
    return in_cell(p).replace("<", "fewer than ").replace(">", "more than ")


def in_cell(p: float) -> str:
    """Tell a chance as a count of 50, short enough for a table.

    Examples
    --------
    >>> in_cell(0.18), in_cell(0.004), in_cell(0.996), in_cell(0)
    ('9 of 50', '<1 of 50', '>49 of 50', '0 of 50')
    """
    count = round(50 * p)
    if count == 0 and p > 0:
        return "<1 of 50"
    if count == 50 and p < 1:
        return ">49 of 50"
    return f"{count} of 50"


def day(value: date) -> str:
    """Write a day out: ``Saturday 14 September 2019``."""
    return f"{value:%A} {value.day} {value:%B %Y}"


def distance(days: int) -> str:
    """Say how far the vote is: ``3 days before the vote``."""
    if days == 0:
        return "the day of the vote"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days)} {unit} {'before' if days > 0 else 'after'} the vote"


def seat_range(seats: Spread) -> str:
    """Write median and 90 % range of seats: ``32 (29–35)``, or the number where it is certain."""
    if seats.q05 == seats.q95:
        return f"{seats.q50:.0f}"
    return f"{seats.q50:.0f} ({seats.q05:.0f}–{seats.q95:.0f})"


def share_range(votes: Spread) -> str:
    """Write median and 90 % range of a vote share in percent: ``26.1 (24–28)``."""
    if votes.q95 - votes.q05 < 0.005:
        return f"{votes.q50:.2f}"
    return f"{votes.q50:.1f} ({votes.q05:.0f}–{votes.q95:.0f})"


def weight(share: float) -> str:
    """Write the weight of a poll in percent: ``19 %``, ``0.3 %``.

    Examples
    --------
    >>> weight(0.192), weight(0.003), weight(0.0)
    ('19 %', '0.3 %', '0 %')
    """
    return f"{100 * share:.1f} %" if 0 < share < 0.01 else f"{100 * share:.0f} %"


def and_list(words: Sequence[str]) -> str:
    """Join words: ``A, B and C``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
