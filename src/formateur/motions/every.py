"""The motions of an election, one after the other, with what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from formateur.facts import Cabinet, Draws, Election, Motion, Treaty
from formateur.government import Would
from formateur.government.formation.players import left_right_of
from formateur.motions.answer import MotionAnswer, answer_motion
from formateur.motions.durations import Took, durations
from formateur.motions.house import new_house, outgoing_house


def answer_motions(
    election: Election,
    day: date,
    parliament: tuple[Draws, int],
    would: Would | None,
    *,
    cabinets: Sequence[Cabinet],
    treaties: Sequence[Treaty],
    seed: np.random.SeedSequence,
) -> tuple[MotionAnswer, ...]:
    """Work out what becomes of every motion.

    Parameters
    ----------
    election
        As of the day.
    parliament
        Seats of the lists, and of the house.
    would
        The government that forms in every draw; ``None`` when none can be told.
    cabinets
        The record of the country, which places lists from left to right.
    treaties
        Those whose duration a motion may be compared with.
    seed
        Of the random numbers; one stream for every motion.
    """
    if not election.motions:
        return ()
    seats, size = parliament
    house = new_house(seats, would, size)
    outgoing = outgoing_house(election, len(house.seats))
    known = tuple(one for one in cabinets if one.start <= day)
    found = {one.id: left_right_of(one, known) for one in election.lists}
    places = {one: place for one, place in found.items() if place is not None}
    return tuple(
        replace(
            answer_motion(motion, house, outgoing, places, stream),
            took=_took(motion, treaties, day),
        )
        for motion, stream in zip(election.motions, seed.spawn(len(election.motions)), strict=True)
    )


def _took(motion: Motion, treaties: Sequence[Treaty], day: date) -> tuple[Took, ...]:
    return durations(treaties, day) if motion.reference == "mutual-defence-treaties" else ()
