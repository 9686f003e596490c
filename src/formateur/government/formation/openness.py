"""How open past parliaments were: learned from for the chance of no government."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from formateur.facts import Cabinet, Pledge
from formateur.government.formation.failure import Deadlock, learn_deadlock
from formateur.government.formation.formations import (
    FEWEST_PLAYERS,
    MOST_PLAYERS,
    Parliament,
)
from formateur.government.formation.model import FormationModel
from formateur.government.formation.over_draws import average_over_draws
from formateur.government.formation.scene import scene_before
from formateur.government.formation.words import spoken, words_of


def learn_failure(
    model: FormationModel,
    parliaments: Sequence[Parliament],
    cabinets: Sequence[Cabinet],
    pledges: Sequence[Pledge],
) -> Deadlock:
    """Learn how failure hangs on openness, from hung parliaments of which the outcome is known."""
    first: dict[str, Cabinet] = {}
    for one in sorted(cabinets, key=lambda one: (one.caretaker, one.start)):
        first.setdefault(one.election, one)
    known = [(one, first[one.election]) for one in parliaments if one.election in first]
    used = [(one, house) for one, house in known if _players(house) <= MOST_PLAYERS]
    used = [(one, house) for one, house in used if _players(house) >= FEWEST_PLAYERS]
    open_ = [_openness(model, house, cabinets, pledges) for _, house in used]
    failed = [one.days is None for one, _ in used]
    return learn_deadlock(open_, failed, max(float(np.mean(failed)), 0.01))


def _players(house: Cabinet) -> int:
    return sum(one.seats > 0 for one in house.parties)


def _openness(
    model: FormationModel, house: Cabinet, cabinets: Sequence[Cabinet], pledges: Sequence[Pledge]
) -> float:
    players = [one for one in house.parties if one.seats > 0]
    seats = np.array([[one.seats for one in players]], dtype=np.int64)
    names = [one.party for one in players]
    scene = scene_before(
        names,
        [one.left_right for one in players],
        [one for one in cabinets if one.country == house.country],
        house.election,
        house.election_date,
    )
    own = [one for one in pledges if one.formation == house.election]
    said = spoken(words_of(own, names), seats[0] / house.house) if own else None
    averaged = average_over_draws(model, scene, seats, np.array([house.house]), said)
    return float(averaged.openness[0])
