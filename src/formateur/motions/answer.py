"""Would a motion have a majority in the new parliament, and who decides it?

Only this one of three questions is answered here; whether a government would bring the motion, and
whether parliament is needed at all, are others.

A list that supports votes yes with all its seats, one that opposes votes no. A split list gives yes
any number of its seats, all numbers equally likely, and no the rest. A list that has not said where
it stands votes yes or no as a whole, each in half of the draws: not a forecast of what it will do,
but the least that can be claimed; hence the chance is also given for all of them voting alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws, Motion, Position, PositionTaken
from formateur.law import Rules
from formateur.motions.majority import carried


@dataclass(frozen=True, slots=True)
class Decider:
    """How much hangs on one list.

    Attributes
    ----------
    swing
        Chance that the motion is carried if the list supports it, less the chance if it opposes.
    """

    list: str
    position: Position
    swing: float


@dataclass(frozen=True, slots=True)
class MotionAnswer:
    """The chance that a motion has its majority in the new parliament.

    Attributes
    ----------
    positions
        By list, the position known on the day; lists without one are unknown and absent.
    p_carried
        With each undeclared list voting yes in half of the draws.
    p_if_unknown_oppose, p_if_unknown_support
        With all undeclared lists voting alike.
    deciders
        Every list, the one that most hangs on first.
    """

    motion: Motion
    positions: Mapping[str, PositionTaken]
    p_carried: float
    p_if_unknown_oppose: float
    p_if_unknown_support: float
    deciders: tuple[Decider, ...]


def answer_motion(
    motion: Motion, seats: Draws, rules: Rules, rng: np.random.Generator
) -> MotionAnswer:
    """Work out the chance that a motion is carried.

    Parameters
    ----------
    motion
        The motion with the positions known on the day.
    seats
        Seats of the lists.
    rules
        For the size of the house.
    rng
        Decides how split and undeclared lists vote.
    """
    taken = {one.list: one for one in sorted(motion.positions, key=lambda p: p.date)}
    stand: dict[str, Position] = {
        one: taken[one].position if one in taken else "unknown" for one in seats.lists
    }
    yes = np.column_stack([_yes(stand[one], seats[one], rng) for one in seats.lists])

    def chance(voting_yes: Iterable[str] = (), voting_no: Iterable[str] = ()) -> float:
        fixed = yes.copy()
        for one in voting_yes:
            fixed[:, seats.lists.index(one)] = seats[one]
        for one in voting_no:
            fixed[:, seats.lists.index(one)] = 0
        return _chance(motion, seats, rules, fixed)

    unknown = [one for one, position in stand.items() if position == "unknown"]
    deciders = [
        Decider(one, stand[one], chance(voting_yes=[one]) - chance(voting_no=[one]))
        for one in seats.lists
    ]
    return MotionAnswer(
        motion=motion,
        positions={one: taken[one] for one in seats.lists if one in taken},
        p_carried=chance(),
        p_if_unknown_oppose=chance(voting_no=unknown),
        p_if_unknown_support=chance(voting_yes=unknown),
        deciders=tuple(sorted(deciders, key=lambda one: -one.swing)),
    )


def _yes(
    position: Position,
    seats: NDArray[np.float64] | NDArray[np.int64],
    rng: np.random.Generator,
) -> NDArray[np.int64]:
    """Seats of one list that vote yes, shape (draws,); the rest vote no."""
    held = seats.astype(np.int64)
    coin = rng.integers(0, 2, size=len(held))
    part = rng.integers(0, held + 1)
    if position == "split":
        return part
    if position == "unknown":
        return held * coin
    return held if position == "support" else np.zeros_like(held)


def _chance(motion: Motion, seats: Draws, rules: Rules, yes: NDArray[np.int64]) -> float:
    """Chance that the motion is carried, given the yes votes, shape (draws, lists)."""
    votes = yes.sum(axis=1)
    against = seats.values.sum(axis=1).astype(np.int64) - votes
    return float(carried(motion.majority, rules.seats, votes, against).mean())
