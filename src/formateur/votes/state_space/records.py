"""What earlier elections say of a list and of a house, for the lists and houses of this one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.learned import Learned


def record_of(learned: Learned, country: str, lists: Sequence[str]) -> NDArray[np.float64]:
    """How much better than its polls each list may be expected to do, on the scaled log.

    Shape (lists,); 0 for a list that has no record.
    """
    known = learned.records.get(country, {})
    return np.array([known.get(one, 0.0) for one in lists])


def effects_of(
    learned: Learned, country: str, houses: Sequence[str], lists: Sequence[str]
) -> NDArray[np.float64]:
    """House effects as expected from the election before, shape (lists, houses).

    0 for a house that is new, and for a list that it has not polled yet.
    """
    known = learned.houses.get(country, {})
    return np.array([[known.get(house, {}).get(one, 0.0) for house in houses] for one in lists])
