"""Figures that draws are summed up in."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws
from formateur.reporting import schema
from formateur.reporting.record import Spread

QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q95": 0.95}


def spread(values: NDArray[np.float64] | NDArray[np.int64]) -> Spread:
    """Return mean and quantiles; seats stay whole seats in the quantiles.

    Parameters
    ----------
    values
        Shape (draws,).
    """
    method: Literal["inverted_cdf", "linear"] = (
        "inverted_cdf" if values.dtype.kind == "i" else "linear"
    )
    points = np.quantile(values.astype(np.float64), list(QUANTILES.values()), method=method)
    figures = {key: round(float(q), 3) for key, q in zip(QUANTILES, points, strict=True)}
    return Spread(mean=round(float(values.mean()), 3), **figures)


def seat_chances(seats: NDArray[np.int64]) -> list[schema.SeatChance]:
    """Return every number of seats that occurs, with its chance."""
    values, counts = np.unique(seats, return_counts=True)
    return [
        schema.SeatChance(seats=int(value), p=chance(count / len(seats)))
        for value, count in zip(values, counts, strict=True)
    ]


def example(parliament: Draws) -> dict[str, int]:
    """Return the seats of the draw that is nearest to the expected seats, the first of equals."""
    away = np.abs(parliament.values - parliament.values.mean(axis=0)).sum(axis=1)
    seats = parliament.values[int(np.argmin(away))]
    return dict(zip(parliament.lists, seats.astype(int).tolist(), strict=True))


def chance(p: float) -> float:
    """Round a probability to the six digits of the document."""
    return round(float(p), 6)
