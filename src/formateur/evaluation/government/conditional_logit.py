"""The plain conditional logit that the literature uses: the number to beat.

Size, ideology, incumbency, record and tradition, after Martin and Stevenson, Government formation
in parliamentary democracies, American Journal of Political Science 45 (2001), 33-50; see
docs/explanation/formation.md for the columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.government.formation import Formation, Scene, fit_scaled, probabilities
from formateur.government.formation.coalition_sets import membership
from formateur.government.formation.features import (
    CENTRE,
    extent,
    familiarity,
    fixed_features,
    seated_features,
)
from formateur.government.formation.head import median_player
from formateur.government.formation.logit import Choice

RIDGE = 1.0
EXTREME = 3.5
"""Distance from the centre from which a party counts as extreme."""

SHARED = (
    "further_members",
    "single",
    "range",
    "never_in_office",
    "outgoing_again",
    "outgoing_head",
    "familiarity",
    "minority",
    "short",
    "minimal",
    "surplus",
    "minority_tradition",
    "surplus_tradition",
    "gain",
)
"""Columns that the formation model has too."""


def plain_choice(formation: Formation) -> Choice:
    """Return a formation as a choice among coalitions, with the columns of the plain logit."""
    scene, seats = formation.scene, formation.seats
    house = formation.cabinet.house
    shared = {**fixed_features(scene), **seated_features(scene, seats, house)}
    columns = [*(shared[name] for name in SHARED), *_own_columns(scene, seats, house)]
    return Choice(np.column_stack(columns)[1:], formation.chosen - 1)


def fit_plain(choices: Sequence[Choice], start: NDArray[np.float64] | None) -> NDArray[np.float64]:
    """Return its coefficients, every formation counting alike."""
    return fit_scaled(choices, RIDGE, start)


def plain_chances(coefficients: NDArray[np.float64], choice: Choice) -> NDArray[np.float64]:
    """Return the chance of every coalition, shape (2^players,); nobody, the first, has none."""
    return np.concatenate([[0.0], probabilities(choice.features @ coefficients)])


def _own_columns(scene: Scene, seats: NDArray[np.int64], house: int) -> list[NDArray[np.float64]]:
    """Largest party, median party, opposition on both sides, extreme members, worst pair."""
    inside = membership(len(seats))
    members = inside.astype(np.float64)
    low, high = extent(scene)
    both_sides = (scene.position.min() < low) & (scene.position.max() > high)
    minority = 2 * (inside @ seats) <= house
    extreme = np.abs(scene.position - CENTRE) > EXTREME
    return [
        (members @ (seats == seats.max()) > 0).astype(np.float64),
        members[:, median_player(scene.position, seats)],
        (both_sides & minority).astype(np.float64),
        members @ extreme,
        _worst_pair(familiarity(scene.record)),
    ]


def _worst_pair(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the least familiarity among the pairs of a coalition, 0 at most, (2^players,)."""
    players = len(pairs)
    worst = np.zeros(1 << players)
    inside = membership(players)
    for k in range(players):
        below = inside[: 1 << k, :k]
        least = np.where(below, pairs[k, :k], 0.0).min(axis=1, initial=0.0)
        worst[1 << k : 1 << (k + 1)] = np.minimum(worst[: 1 << k], least)
    return worst
