"""Small houses and motions for the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from formateur.facts import Motion
from formateur.motions import House, MotionAnswer, answer_motion

NONE: Mapping[str, float] = {}


def a_house(
    seats: Mapping[str, int],
    *,
    cabinet: Sequence[str] = (),
    head: str = "",
    draws: int = 4000,
) -> House:
    """The same house in every draw, with the cabinet of whole lists that leads it."""
    lists = tuple(seats)
    held = np.tile(np.array([seats[one] for one in lists]), (draws, 1))
    within = np.array([one in cabinet for one in lists])
    mask = sum(1 << k for k, one in enumerate(lists) if one in cabinet)
    return House(
        lists,
        held,
        held * within,
        lists,
        np.full(draws, mask),
        np.full(draws, lists.index(head) if head else -1),
        held.sum(axis=1),
    )


def answer(
    motion: Motion,
    house: House,
    *,
    outgoing: House | None = None,
    places: Mapping[str, float] = NONE,
) -> MotionAnswer:
    return answer_motion(motion, house, outgoing, places, np.random.SeedSequence(8))
