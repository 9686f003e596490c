"""What becomes of a motion under each of the likeliest governments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from formateur.motions.ballot import Outcome
from formateur.motions.house import House

LISTED = 6
"""Governments that are told apart."""

FEWEST_DRAWS = 50
"""Draws of a government below which nothing is said of it."""


@dataclass(frozen=True, slots=True)
class GivenCabinet:
    """Chances given that one government forms, or that none does.

    Attributes
    ----------
    members
        Ids of its lists, or of members of lists, as the formation names them; empty for no
        government.
    draws
        In how many draws it forms.
    p_carried, p_brought
        In these draws.
    """

    members: tuple[str, ...]
    draws: int
    p_carried: float
    p_brought: float


def by_cabinet(house: House, outcome: Outcome) -> tuple[GivenCabinet, ...]:
    """Tell governments apart, those that form in most draws first; no government comes last."""
    masks, counts = np.unique(house.cabinet, return_counts=True)
    order = sorted(range(len(masks)), key=lambda k: (masks[k] == 0, -counts[k], masks[k]))
    formed = [k for k in order if masks[k] and counts[k] >= FEWEST_DRAWS][:LISTED]
    none = [k for k in order if not masks[k] and counts[k] >= FEWEST_DRAWS]
    return tuple(_given(int(masks[k]), house, outcome) for k in formed + none)


def _given(mask: int, house: House, outcome: Outcome) -> GivenCabinet:
    there = house.cabinet == mask
    return GivenCabinet(
        members=tuple(one for k, one in enumerate(house.players) if mask >> k & 1),
        draws=int(there.sum()),
        p_carried=float(outcome.carried[there].mean()),
        p_brought=float(outcome.brought[there].mean()),
    )
