"""One vote on a motion, in every simulated house at once.

A list first makes up its own mind. The cabinet takes the side on which more of its seats are, the
firmer the fewer are on the other; that moves the lists in it towards this side by `DISCIPLINE` in
the log-odds. Of the members of a list, `COHESION` vote as it does, the others stay away.

Every list has the same random numbers whatever its chances are, so that two answers differ by
what was changed and by nothing else, and more support never costs a vote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.motions.house import NOBODY, House
from formateur.motions.majority import carried
from formateur.motions.standing import Standing

COHESION = 0.97
"""Part of a list's members who vote as it does, in parliaments with such discipline as Israel's."""

DISCIPLINE = 2.0
"""What a cabinet of one mind adds to the log-odds of a list in it: from even to 88 percent."""

FIRM = 1e-9
"""What is left to chance in a position that is taken as certain."""

Chances = NDArray[np.float64]
"""Of each list to vote for, and for or not at all: float64, shape (2, lists)."""


@dataclass(frozen=True, slots=True, eq=False)
class Luck:
    """What chance decides, drawn once, shape (draws, lists).

    Attributes
    ----------
    mind
        What speaks against the motion in a list that is of two minds, in log-odds, float64; of a
        split list, what speaks for it.
    away
        Members who stay away, int64.
    """

    mind: NDArray[np.float64]
    away: NDArray[np.int64]


def draw_luck(house: House, rng: np.random.Generator) -> Luck:
    """Draw what decides a vote in every house."""
    return Luck(
        mind=rng.logistic(size=house.seats.shape),
        away=rng.binomial(house.seats, 1 - COHESION),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What became of a motion in every house, bool, shape (draws,).

    Attributes
    ----------
    carried
        Whether it has its majority.
    brought
        Whether there is a government that would bring it: its head's list is for the motion, and
        so are more seats in the cabinet than are against.
    """

    carried: NDArray[np.bool_]
    brought: NDArray[np.bool_]


def chances_of(standings: Sequence[Standing]) -> Chances:
    """Gather the chances of the lists."""
    return np.array([[x.p_for for x in standings], [x.p_not_against for x in standings]])


def vote(
    house: House, luck: Luck, majority: str, chances: Chances, split: NDArray[np.bool_]
) -> Outcome:
    """Vote on a motion in every house.

    Parameters
    ----------
    majority
        As `is_majority` allows; with ``none`` it is carried where a government brings it.
    chances
        Of every list.
    split
        Lists that give a part of their votes, bool, shape (lists,).
    """
    firm = np.clip(chances, FIRM, 1 - FIRM)
    odds = np.log(firm) - np.log1p(-firm)
    side = _side(luck.mind, odds, split)
    cabinet = house.inside.sum(axis=1)
    leaning = (house.inside * side).sum(axis=1) / np.maximum(cabinet, 1)
    brought = (house.head != NOBODY) & (leaning > 0)
    brought &= side[np.arange(len(side)), house.head] > 0
    if majority == "none":
        return Outcome(brought, brought)
    # A push towards one side in the odds is as good as one to the other side in the mind.
    push = DISCIPLINE * leaning[:, None]
    bound = _side(np.where(split, luck.mind + push, luck.mind - push), odds, split)
    there = house.seats - luck.away
    inside = np.minimum(house.inside, there)
    yes = _yes(side, there - inside) + _yes(bound, inside)
    no = _yes(-side, there - inside) + _yes(-bound, inside)
    return Outcome(carried(majority, house.size, yes, no), brought)


def _side(
    mind: NDArray[np.float64], odds: NDArray[np.float64], split: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return where each list stands: 1 for, 0 aside, -1 against, between for parts of it."""
    side: NDArray[np.float64] = (mind < odds[0]).astype(np.float64) - (mind >= odds[1])
    side[:, split] = np.tanh(mind[:, split] / 2)  # 2p - 1, where p has these log-odds
    return side


def _yes(side: NDArray[np.float64], seats: NDArray[np.int64]) -> NDArray[np.int64]:
    """Seats for the motion in every house: all of a list for it, that part of one split."""
    part = np.floor((1 + side) / 2 * (seats + 1 - FIRM))
    return np.asarray(np.where(side == 0, 0, part).sum(axis=1), dtype=np.int64)
