"""Which member of a coalition heads the government."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.government.formation.features import CENTRE, FAR
from formateur.government.formation.record import PSEUDO_YEARS
from formateur.government.formation.scene import Scene

HEAD_FEATURES = ("share", "largest", "median", "outgoing_head", "years_as_head", "extreme")
"""Share of the coalition's seats, largest member, party of the median seat, of which the head was
before, part of the record as head, distance beyond the moderate positions."""


def fixed_head_features(scene: Scene) -> NDArray[np.float64]:
    """Return the last three of `HEAD_FEATURES`, which no seats change, shape (players, 3)."""
    far = np.maximum(np.abs(scene.position - CENTRE) - FAR, 0)
    years = scene.record.as_head / (scene.record.years + PSEUDO_YEARS)
    return np.column_stack([scene.outgoing_head, years, far])


def head_features(scene: Scene, seats: NDArray[np.int64], mask: int) -> NDArray[np.float64]:
    """Return `HEAD_FEATURES` of the members of a coalition, shape (members, features).

    Parameters
    ----------
    seats
        Of all players, shape (players,).
    mask
        The coalition; its members have seats.
    """
    members = [k for k in range(len(seats)) if mask >> k & 1]
    held = seats[members].astype(np.float64)
    return np.column_stack(
        [
            held / held.sum(),
            held == held.max(),
            [k == median_player(scene.position, seats) for k in members],
            fixed_head_features(scene)[members],
        ]
    )


def median_player(position: NDArray[np.float64], seats: NDArray[np.int64]) -> int:
    """Return the player that holds the median seat of the house from left to right."""
    order = np.argsort(position, kind="stable")
    reached = 2 * np.cumsum(seats[order]) >= seats.sum()
    return int(order[int(np.argmax(reached))])
