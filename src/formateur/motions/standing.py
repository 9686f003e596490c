"""Where a list stands on a motion, and how likely it is to vote for it when the vote comes.

Nobody has counted how often lists of a house change their mind between a campaign and a vote, so
the figures are assumptions, kept in one place:

* a *stated* position changes with a chance of 0.1 (somewhere from 0.05 to 0.15); a list that
  changes its mind abstains as often as it goes over to the other side;
* one that was *inferred* by whoever wrote it down is known no better than a count of 3 to 1;
* a list that has *said nothing* is taken to lean to where its neighbours from left to right have
  said they stand, and to vote by the toss of a coin where none has; again known no better than
  by a count of 4 in all, and never surer than an inferred position.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from formateur.facts import Motion, Position, PositionTaken

FLIP = 0.10
FLIP_RANGE = (0.05, 0.15)
"""Chance that a stated position is given up before the vote, and what it may well be."""

SIZE = 4.0
"""How many votes observed the knowledge of an inferred position or of a leaning is worth."""

INFERRED = 0.75
"""Chance that an inferred position is kept."""

WIDTH = 1.0
"""Points from left (0) to right (10) within which lists are taken to lean alike."""

NEAR = 0.05
"""Weight of all declared lists together below which a list has no neighbours: the nearest is more
than about two and a half points away."""

Ground = Literal["stated", "inferred", "neighbours", "coin"]
"""What the chance rests on: the list's own word, what somebody inferred, the words of lists that
stand near it from left to right, or nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one list stands.

    Attributes
    ----------
    taken
        What is known of it; ``None`` when nothing is.
    p_for, p_not_against
        Chance to vote for the motion, and for it or not at all, with nobody to discipline it.
        A split list gives any part of its votes instead, all parts equally likely.
    """

    list: str
    position: Position
    ground: Ground
    taken: PositionTaken | None
    p_for: float
    p_not_against: float

    @property
    def declared(self) -> bool:
        """Whether its position is known."""
        return self.position != "unknown"


def standings(
    motion: Motion, lists: Sequence[str], places: Mapping[str, float]
) -> tuple[Standing, ...]:
    """Say where lists stand, in their order.

    Parameters
    ----------
    motion
        With the positions known on the day.
    places
        By list, its place from 0 (left) to 10 (right); those that nobody has placed are absent.
    """
    taken = {one.list: one for one in sorted(motion.positions, key=lambda p: p.date)}
    leaning = {k: SUPPORT[one.position] for k, one in taken.items() if one.position in SUPPORT}
    return tuple(_standing(one, taken.get(one), _lean(one, leaning, places)) for one in lists)


SUPPORT: dict[Position, float] = {"support": 1.0, "split": 0.5, "abstain": 0.5, "oppose": 0.0}


def _lean(one: str, leaning: Mapping[str, float], places: Mapping[str, float]) -> float | None:
    """Return the chance that a list without a position supports; ``None`` without neighbours.

    A mean of one half, worth one list, and of the declared lists, each the less the farther off.
    """
    told = [other for other in leaning if other in places and other != one]
    if one not in places or not told:
        return None
    away = np.array([places[other] - places[one] for other in told])
    weights = np.exp(-((away / WIDTH) ** 2) / 2)
    if weights.sum() < NEAR:
        return None
    mean = (0.5 + weights @ [leaning[other] for other in told]) / (1 + weights.sum())
    return float(np.clip(mean, 1 - INFERRED, INFERRED))


def _standing(one: str, taken: PositionTaken | None, lean: float | None) -> Standing:
    if taken is None or taken.position == "unknown":
        p = 0.5 if lean is None else lean
        return Standing(one, "unknown", "coin" if lean is None else "neighbours", taken, p, p)
    flip = FLIP if taken.basis == "stated" else 1 - INFERRED
    p_for, p_not_against = _kept(taken.position, flip)
    return Standing(one, taken.position, taken.basis, taken, p_for, p_not_against)


def declared(one: str, position: Position) -> Standing:
    """Return how a list would stand if it said so."""
    return Standing(one, position, "stated", None, *_kept(position, FLIP))


def _kept(position: Position, flip: float) -> tuple[float, float]:
    half = flip / 2
    return {
        "support": (1 - flip, 1 - half),
        "abstain": (half, 1 - half),
        "oppose": (half, flip),
    }.get(position, (0.5, 0.5))


def vary(standing: Standing, rng: np.random.Generator) -> tuple[float, float]:
    """Draw another pair of chances that could be meant as well by what is known of a list."""
    if standing.ground == "stated":
        return _kept(standing.position, float(rng.uniform(*FLIP_RANGE)))
    if standing.ground == "inferred":
        return _kept(standing.position, float(rng.beta(SIZE * (1 - INFERRED), SIZE * INFERRED)))
    p = float(rng.beta(SIZE * standing.p_for, SIZE * (1 - standing.p_for)))
    return p, p
