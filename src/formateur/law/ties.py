"""Ties for a seat, and how the law resolves them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

TieRule = Literal["lot", "more-votes", "fewer-votes"]
TIE_RULES: tuple[TieRule, ...] = ("lot", "more-votes", "fewer-votes")

Contender = tuple[str, ...]
"""Lists that bid for seats as one: a single list, or those of an alliance."""


def preference(rule: TieRule) -> int:
    """Return 1 where more votes win a tie, -1 where fewer do, and 0 for a lot."""
    return {"lot": 0, "more-votes": 1, "fewer-votes": -1}[rule]


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
        The rule, or ``lot``: then the real outcome is open and `winners` is one draw.
    constituency
        Where.
    """

    contenders: tuple[Contender, ...]
    winners: tuple[Contender, ...]
    resolved_by: TieRule
    constituency: str


class Lots(Protocol):
    """A source of lots, such as a NumPy generator."""

    def permutation(self, x: int, /) -> Iterable[int]:
        """Return 0 to x - 1 in the order drawn."""


class _InOrder:
    """Lots that always fall on whoever comes first."""

    def permutation(self, x: int, /) -> Iterable[int]:
        """Return 0 to x - 1."""
        return range(x)


@dataclass(frozen=True, slots=True)
class TieBreak:
    """The rule of the law and the lots that it may need.

    Attributes
    ----------
    rule
        ``lot``, or ``more-votes`` or ``fewer-votes`` (and a lot among those with equally many).
    lots
        Source of the lots; without one they fall on whoever comes first.
    """

    rule: TieRule
    lots: Lots = field(default=_InOrder(), compare=False)

    def resolve(
        self, tied: Sequence[Contender], votes: Mapping[Contender, int], seats: int, where: str
    ) -> Tie:
        """Give `seats` seats to as many of the `tied` contenders, who are more."""
        ranked = [tied[index] for index in self.lots.permutation(len(tied))]
        resolved_by: TieRule = "lot"
        if self.rule != "lot":
            ranked.sort(key=lambda contender: -preference(self.rule) * votes[contender])
            if votes[ranked[seats - 1]] != votes[ranked[seats]]:
                resolved_by = self.rule
        return Tie(tuple(tied), tuple(ranked[:seats]), resolved_by, where)
