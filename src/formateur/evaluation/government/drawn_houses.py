"""Houses that past formations might have met, drawn from the polls of the eve of the vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.errors import NotEnoughPollsError
from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.evaluation.backtest.plan import before_the_vote
from formateur.evaluation.backtest.task import TaskKey
from formateur.evaluation.government.national_count import national_rules
from formateur.facts import Cabinet, Draws, as_of
from formateur.folder import PastElection
from formateur.folder.past import COLLECTIVE
from formateur.government.formation import Formation, formations_of
from formateur.law import Rules
from formateur.parliament.seats import simulate_seats
from formateur.votes import model_for

EVE = 1
"""Days before the vote."""

DRAWS = 400
"""Houses for each formation: the chance of what came is known to a few percent of itself."""

SEED = 20190914

VOTES_MODEL = "state-space"


@dataclass(frozen=True, slots=True, eq=False)
class DrawnHouses:
    """Seats of a formation as they might have been.

    Attributes
    ----------
    seats
        Of the parties of the true house, int64, shape (draws, players); at least one has seats.
    house
        Of all lists, int64, shape (draws,).
    """

    seats: NDArray[np.int64]
    house: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class FromPolls:
    """The formations that can be forecast from polls.

    Attributes
    ----------
    drawn
        By id of the cabinet that came.
    left_out
        How many formations whose election was polled are not among them, by reason.
    """

    drawn: Mapping[str, DrawnHouses]
    left_out: Mapping[str, int]


NO_POLLS = FromPolls({}, {})
"""Nothing is to be forecast from polls."""


def draw_houses(cabinets: Sequence[Cabinet], past: Sequence[PastElection]) -> FromPolls:
    """Draw the houses of every formation whose election was polled.

    Parameters
    ----------
    cabinets
        Of any number of countries.
    past
        Elections with polls and a result.
    """
    polled = {one.election.id: one for one in past}
    drawn: dict[str, DrawnHouses] = {}
    left_out: Counter[str] = Counter()
    for formation in formations_of(cabinets):
        election = polled.get(formation.cabinet.election)
        if election is None:
            continue
        houses = _houses(formation, election)
        if isinstance(houses, str):
            left_out[houses] += 1
        else:
            drawn[formation.cabinet.id] = houses
    return FromPolls(drawn, dict(left_out.most_common()))


def _houses(formation: Formation, past: PastElection) -> DrawnHouses | str:
    """Return the houses, or why there are none."""
    apart = {one.id for one in past.election.lists if not one.joined} | COLLECTIVE
    if not apart.issuperset(formation.scene.players):
        return "a party of the house did not stand on a list of its own"
    rules = national_rules(formation, past)
    if isinstance(rules, str):
        return rules
    try:
        votes = _votes(past)
    except NotEnoughPollsError:
        return "too few polls, or nothing yet to learn from on that day"
    return _seated(formation, past, votes, rules)


def _votes(past: PastElection) -> Draws:
    """Draw the votes with what was known on the eve."""
    election = past.election
    day = election.date - timedelta(days=EVE)
    key = TaskKey(election.id, EVE, VOTES_MODEL)
    estimate = model_for(VOTES_MODEL, day).estimate(
        as_of(before_the_vote(election), day),
        rules_in_force(election),
        day,
        draws=DRAWS,
        rng=np.random.default_rng([SEED, *key.words()]),
        run="",
    )
    return estimate.draws


def _seated(
    formation: Formation, past: PastElection, votes: Draws, rules: Rules
) -> DrawnHouses | str:
    won = simulate_seats(votes, rules, past.election)
    nothing = np.zeros(len(won), dtype=np.int64)
    players = formation.scene.players
    seats = np.column_stack([won[one] if one in won.lists else nothing for one in players])
    if not seats.any(axis=1).all():
        return "in a draw no party of the house wins a seat"
    return DrawnHouses(
        np.asarray(seats, dtype=np.int64), np.asarray(won.values.sum(axis=1), dtype=np.int64)
    )
