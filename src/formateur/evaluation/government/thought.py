"""What a model thinks of a formation before it is known how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.government.formation import (
    Formation,
    Parliament,
    Waits,
    expected_waits,
    house_measures,
)
from formateur.government.formation.coalition_sets import membership

OTHERS_WEIGHT = 3.0
"""Weight of the pool in the reference for the days, in waits of the country itself."""

FEWEST_PAST = 10
"""Hung parliaments that must have brought a government before waits are forecast."""


@dataclass(frozen=True, slots=True, eq=False)
class Thought:
    """Chances given true seats.

    Attributes
    ----------
    coalition
        Of every coalition, shape (2^players,); nobody, the first, has none.
    head
        Of every player to head the government, shape (players,).
    p_minority
        Of a cabinet without a majority.
    waits
        Days until a government; ``None`` while there was nothing to learn from.
    """

    coalition: NDArray[np.float64]
    head: NDArray[np.float64]
    p_minority: float
    waits: Waits | None


def thought_of(
    formation: Formation,
    coalition: NDArray[np.float64],
    head: NDArray[np.float64],
    waits: Waits | None,
) -> Thought:
    """Complete the chances of coalitions and heads by that of a minority cabinet."""
    held = membership(len(formation.seats)) @ formation.seats
    short = 2 * held <= formation.cabinet.house
    return Thought(coalition, head, float(coalition[short].sum()), waits)


def reference(formation: Formation, waits: Waits | None) -> Thought:
    """Know nothing: every coalition is as likely as any, heads are chosen by their seats."""
    coalitions = 1 << len(formation.seats)
    uniform = np.full(coalitions, 1 / (coalitions - 1))
    uniform[0] = 0.0
    return thought_of(formation, uniform, formation.seats / formation.seats.sum(), waits)


def known_before(formation: Formation, past: Sequence[Parliament]) -> list[Parliament]:
    """Return the hung parliaments of which was known on election day what came of them."""
    return [one for one in past if one.known < formation.cabinet.election_date]


def reference_waits(formation: Formation, past: Sequence[Parliament]) -> Waits | None:
    """Mix the country's own past waits, k of them with weight k / (k + 3), with all of them."""
    formed = [one for one in known_before(formation, past) if one.days is not None]
    if len(formed) < FEWEST_PAST:
        return None
    days = np.array([one.days for one in formed], dtype=np.float64)
    own = np.array([one.country == formation.cabinet.country for one in formed])
    weights = own + OTHERS_WEIGHT / len(formed)
    order = np.argsort(days, kind="stable")
    return Waits(days[order], (weights / weights.sum())[order])


def model_waits(formation: Formation, past: Sequence[Parliament]) -> Waits | None:
    """Return the waits of the formation model."""
    known = known_before(formation, past)
    if sum(one.days is not None for one in known) < FEWEST_PAST:
        return None
    players = [one for one in formation.cabinet.parties if one.seats > 0]
    measures = house_measures([p.seats for p in players], [p.left_right for p in players])
    cabinet = formation.cabinet
    return expected_waits(cabinet.country, measures, cabinet.election_date, known)
