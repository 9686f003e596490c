"""What a shift of one list would do to the headlines of a forecast, and how large it must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws
from formateur.forecasting import Forecast
from formateur.gauging.effects import SHIFTS, shift
from formateur.parliament import bloc_seats
from formateur.votes.events.prior import chance_beyond

Floats = NDArray[np.float64]

FARTHEST = 0.8
"""Shifts beyond this are not tried: 0.8 takes a list from 28 to 46 percent of the votes."""

COARSE = tuple(np.linspace(-FARTHEST, FARTHEST, 17).round(6).tolist())
TRIED = tuple(sorted({*COARSE, *SHIFTS}))

What = Literal["majority", "first"]


@dataclass(frozen=True, slots=True)
class Headline:
    """A yes or no that a forecast gives, and the shift that would change it.

    Attributes
    ----------
    what
        ``majority``: the bloc has a majority. ``first``: the first list of the two largest has more
        seats than the second.
    of
        Id of the bloc, or ids of the two lists.
    p
        Its chance for each of `SHIFTS`.
    break_even
        The smallest shift at which the likelier answer changes; ``None`` beyond `FARTHEST`.
    p_beyond
        Chance of a shift that large, either way, before any poll.
    """

    what: What
    of: tuple[str, ...]
    p: tuple[float, ...]
    break_even: float | None
    p_beyond: float


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """All headlines, for shifts of one list.

    Attributes
    ----------
    seats
        Mean seats of the list for each of `SHIFTS`.
    """

    list: str
    seats: tuple[float, ...]
    headlines: tuple[Headline, ...]


def sensitivity(forecast: Forecast, list_id: str) -> Sensitivity:
    """Count every draw of a forecast again for shifts of a list."""
    counted = shift(forecast, list_id, TRIED, len(forecast.votes))
    chances = [_chances(forecast, seats) for seats in counted.seats]
    shown = [TRIED.index(one) for one in SHIFTS]
    headlines = []
    for key in chances[0]:
        row = np.array([one[key] for one in chances])
        at = _break_even(np.array(TRIED), row)
        headlines.append(
            Headline(
                *key,
                p=tuple(float(row[k]) for k in shown),
                break_even=at,
                p_beyond=chance_beyond(FARTHEST if at is None else at),
            )
        )
    seats = tuple(float(counted.seats[k][list_id].mean()) for k in shown)
    return Sensitivity(list_id, seats, tuple(headlines))


def _chances(forecast: Forecast, seats: Draws) -> dict[tuple[What, tuple[str, ...]], float]:
    blocs = bloc_seats(seats, forecast.rules, forecast.election)
    found: dict[tuple[What, tuple[str, ...]], float] = {
        ("majority", (one.bloc.id,)): one.p_majority for one in blocs
    }
    by_size = sorted(forecast.p_largest, key=lambda one: (-forecast.p_largest[one], one))
    if len(by_size) > 1:
        first, second = by_size[:2]
        ahead = np.sign(seats[first].astype(np.int64) - seats[second].astype(np.int64))
        found["first", (first, second)] = float((ahead + 1.0).mean() / 2.0)
    return found


def _break_even(shifts: Floats, p: Floats) -> float | None:
    """Smallest shift, either way, at which a chance crosses one half."""
    middle = int(np.flatnonzero(shifts == 0.0)[0])
    likely = p[middle] >= 0.5
    crossed = []
    for path in (range(middle, len(shifts) - 1), range(middle, 0, -1)):
        step = path.step
        for at in path:
            if (p[at + step] >= 0.5) != likely:
                part = (0.5 - p[at]) / (p[at + step] - p[at])
                crossed.append(float(shifts[at] + part * (shifts[at + step] - shifts[at])))
                break
    return min(crossed, key=abs, default=None)
