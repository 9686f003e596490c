"""How an event shows in the polls: a shift that lasts, and one that passes.

Time is a day number with the hour as its fraction; a poll is in the field from the beginning of
its first day to the end of its last, and an event in the middle of it counts for the part after.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Event, Poll

Floats = NDArray[np.float64]

KEPT = 0.9
"""Part of a passing shift that is left after one day."""

NOON = 0.5
"""Taken where the hour of an event is not known."""


def moment_of(event: Event) -> float:
    """When an event happened, as a day number with its fraction."""
    if not event.time:
        return event.date.toordinal() + NOON
    hours, minutes = (int(part) for part in event.time.split(":"))
    return event.date.toordinal() + (hours + minutes / 60) / 24


def left_on(day: int, moment: float) -> float:
    """Part of a passing shift that is left at noon of a day."""
    return float(KEPT ** max(day + NOON - moment, 0.0))


def shifts(polls: Sequence[Poll], moments: Floats) -> tuple[Floats, Floats]:
    """How much of an event's shifts each poll saw.

    Parameters
    ----------
    moments
        When the events happened, shape (events,).

    Returns
    -------
    lasting, passing
        Parts of the full shift, 0 to 1, shape (polls, events) each.
    """
    start = np.array([(p.fieldwork_start or p.fieldwork_end).toordinal() for p in polls], float)
    end = np.array([p.fieldwork_end.toordinal() + 1.0 for p in polls])
    first = np.maximum(start[:, None], moments) - moments
    last = np.maximum(end[:, None], moments) - moments
    length = (end - start)[:, None]
    rate = -math.log(KEPT)
    passing = (np.exp(-rate * first) - np.exp(-rate * last)) / rate / length
    return (last - first) / length, passing
