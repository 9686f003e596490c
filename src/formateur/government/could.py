"""Which coalitions *could* govern, having the seats. Whether they *would* is another question."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws, Election
from formateur.government.majorities import Majorities, count_majorities
from formateur.government.statements import Block, blocks

SELDOM = 0.01
"""Coalitions that have a majority (or a minimal one) less often than this are not listed."""

LIKELIEST = 100
"""How many of the likeliest coalitions are listed besides the minimal winning ones."""

MOST_MINIMAL = 1000
"""Minimal winning coalitions that are listed at most, the likeliest; many equal lists make more."""


@dataclass(frozen=True, slots=True, eq=False)
class Could:
    """A coalition that has a majority of the seats in some draws.

    Attributes
    ----------
    lists
        Its lists, largest first.
    probability
        Chance that it has a majority. It is not the chance that it forms.
    p_minimal
        Chance that it has a majority and needs every member for it.
    minimal_winning
        Whether it needs every member in at least half of the draws in which it has a majority.
    blocks
        Statements that it would break.
    """

    lists: tuple[str, ...]
    probability: float
    p_minimal: float
    minimal_winning: bool
    blocks: tuple[Block, ...]

    @property
    def broken(self) -> tuple[Block, ...]:
        """The statements that it breaks whoever heads it."""
        return tuple(block for block in self.blocks if not block.unless_without)


@dataclass(frozen=True, slots=True, eq=False)
class Coalitions:
    """What coalitions could do, over all draws.

    Attributes
    ----------
    listed
        The minimal winning coalitions (at most `MOST_MINIMAL`), and any other among the
        `LIKELIEST`; likeliest first, of equally likely ones the smaller first.
    unlisted
        How many minimal winning coalitions are beyond `MOST_MINIMAL`.
    left_out
        Lists that were not combined because there are too many.
    """

    listed: tuple[Could, ...]
    unlisted: int
    left_out: tuple[str, ...]


def coalitions_that_could(
    seats: Draws, majority: int | NDArray[np.int64], election: Election
) -> Coalitions:
    """Find the coalitions that could govern, and what was said against each.

    Parameters
    ----------
    seats
        Seats of the lists.
    majority
        Seats needed; shape (draws,) where the size of the house differs between draws.
    election
        The election as of the day, for its statements.
    """
    counted = count_majorities(seats, majority)
    order = _likeliest_first(counted)
    minimal = (counted.p_majority > 0) & (2 * counted.p_minimal >= counted.p_majority)
    minimal_masks = [mask for mask in order if minimal[mask] and counted.p_minimal[mask] >= SELDOM]
    worth_listing = set(minimal_masks[:MOST_MINIMAL])
    worth_listing |= {mask for mask in order[:LIKELIEST] if counted.p_majority[mask] >= SELDOM}
    listed = [
        Could(
            lists=counted.members(mask),
            probability=float(counted.p_majority[mask]),
            p_minimal=float(counted.p_minimal[mask]),
            minimal_winning=bool(minimal[mask]),
            blocks=blocks(counted.members(mask), election),
        )
        for mask in order
        if mask in worth_listing
    ]
    unlisted = max(0, len(minimal_masks) - MOST_MINIMAL)
    return Coalitions(tuple(listed), unlisted, counted.left_out)


def _likeliest_first(counted: Majorities) -> list[int]:
    """Return the coalitions by their chance; of equally likely ones the smaller comes first."""
    masks = np.arange(len(counted.p_majority))
    order: list[int] = np.lexsort((masks, np.bitwise_count(masks), -counted.p_majority)).tolist()
    return order
