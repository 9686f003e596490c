"""What is thought of a formation on the eve of the vote: the model averaged over drawn houses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation.government.drawn_houses import DrawnHouses
from formateur.evaluation.government.thought import (
    FEWEST_PAST,
    Thought,
    known_before,
    reference,
    reference_waits,
)
from formateur.government.formation import (
    Formation,
    FormationModel,
    Parliament,
    Waits,
    expected_waits,
    house_measures,
)
from formateur.government.formation.coalition_sets import membership
from formateur.government.formation.over_draws import average_over_draws


def thoughts_from_polls(
    formation: Formation,
    houses: DrawnHouses,
    model: FormationModel,
    past: Sequence[Parliament],
) -> Iterator[tuple[str, Thought]]:
    """Tell what the reference and the formation model think, by name.

    The parties are those of the true house, so that chances compare with those given its seats.
    A coalition that hardly any draw can form keeps the chance that one more draw, in which all
    coalitions are as likely as any, would give it; so does the party of a head.

    Parameters
    ----------
    houses
        Of this formation.
    past
        Hung parliaments, of which those known on election day are used.
    """
    uniform = reference(formation, reference_waits(formation, past))
    by_seats = (houses.seats / houses.seats.sum(axis=1, keepdims=True)).mean(axis=0)
    minority = float(_short(houses).mean())
    yield "reference", replace(uniform, head=by_seats, p_minority=minority)
    averaged = average_over_draws(model, formation.scene, houses.seats, houses.house)
    draws, players = houses.seats.shape
    yield (
        "formation",
        Thought(
            _with_one_more(averaged.coalitions, uniform.coalition, draws),
            _with_one_more(averaged.heads.mean(axis=0), np.full(players, 1 / players), draws),
            averaged.minority,
            _waits(formation, houses, past),
        ),
    )


def _with_one_more(
    mean: NDArray[np.float64], other: NDArray[np.float64], draws: int
) -> NDArray[np.float64]:
    """Add one draw to a mean over draws."""
    total: NDArray[np.float64] = (draws * mean + other) / (draws + 1)
    return total


def _short(houses: DrawnHouses) -> NDArray[np.bool_]:
    """Tell which coalitions have no majority, shape (2^players - 1, draws)."""
    inside = membership(houses.seats.shape[1])[1:]
    without: NDArray[np.bool_] = 2 * (inside @ houses.seats.T) <= houses.house
    return without


def _waits(formation: Formation, houses: DrawnHouses, past: Sequence[Parliament]) -> Waits | None:
    """Forecast the days from the measures of a house, averaged over the draws."""
    known = known_before(formation, past)
    if sum(one.days is not None for one in known) < FEWEST_PAST:
        return None
    positions = formation.scene.position.tolist()
    measures = [house_measures(one, positions) for one in houses.seats.tolist()]
    parties, polarisation = np.mean(measures, axis=0).tolist()
    cabinet = formation.cabinet
    return expected_waits(cabinet.country, (parties, polarisation), cabinet.election_date, known)
