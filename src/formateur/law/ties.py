"""Ties for a seat, and how the law resolves them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

TieRule = Literal["lot", "more-votes"]
TIE_RULES: tuple[TieRule, ...] = ("lot", "more-votes")

Contender = tuple[str, ...]
"""Ids of the lists that bid for seats as one: a single list, or the two of an agreement."""


@dataclass(frozen=True, slots=True)
class Tie:
    """More contenders with the same claim than seats left.

    Attributes
    ----------
    contenders
        Who was level, in the order given.
    winners
        Those of them who got a seat.
    resolved_by
        ``more-votes``, or ``lot``: then the real outcome is open and `winners` is one draw.
    """

    contenders: tuple[Contender, ...]
    winners: tuple[Contender, ...]
    resolved_by: TieRule


@dataclass(frozen=True, slots=True)
class TieBreak:
    """The rule of the law and the lots that it may need.

    Attributes
    ----------
    rule
        ``lot``, or ``more-votes`` (and a lot among those with equally many).
    lots
        Source of the lots.
    """

    rule: TieRule
    lots: np.random.Generator = field(compare=False)

    def resolve(self, tied: Sequence[Contender], votes: Mapping[Contender, int], seats: int) -> Tie:
        """Give `seats` seats to as many of the `tied` contenders, who are more."""
        ranked = [tied[index] for index in self.lots.permutation(len(tied))]
        resolved_by: TieRule = "lot"
        if self.rule == "more-votes":
            ranked.sort(key=lambda contender: -votes[contender])
            if votes[ranked[seats - 1]] > votes[ranked[seats]]:
                resolved_by = "more-votes"
        return Tie(tuple(tied), tuple(ranked[:seats]), resolved_by)
