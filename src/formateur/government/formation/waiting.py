"""How long hung parliaments took to bring a government, and how many brought none.

The forecast of the days is made of what happened before: the country's own waits and those of all
countries, each stretched or shortened by how the new house differs from the one it came of. The
weight of a country's own past grows with its length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet, HouseParty
from formateur.government.formation.formations import NOT_PARLIAMENTARY, Parliament
from formateur.government.formation.scene import placed

CALLED_AHEAD = timedelta(days=30)
"""An election is known to be called at least so long before it is held."""

SINCE = date(1950, 1, 1)
"""Elections before are left out: after the war provisional governments and constituent assemblies
ended otherwise."""

HALF_LIFE = 20.0
"""Years after which a wait counts half."""

OTHERS_WEIGHT = 2.0
"""The past of all countries weighs as much as so many waits of the country itself."""

OFFSET = 7.0
"""Days that are added before the logarithm is taken, so that a wait of none has one."""

RIDGE, CAUTION = 5.0, 0.5
"""Penalty of the two slopes, and the part of them that is believed; both chosen on formations
before 2009, see docs/explanation/formation.md."""

DAYS_OF_A_YEAR = 365.25


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """A distribution of days: equally informative only with its weights.

    Attributes
    ----------
    days
        float64, shape (waits,), in ascending order.
    weights
        Shape (waits,); they sum to 1.
    """

    days: NDArray[np.float64]
    weights: NDArray[np.float64]

    def quantile(self, level: float) -> float:
        """Return the least number of days that has come about with this probability."""
        reached = np.cumsum(self.weights) >= level - 1e-12
        return float(self.days[int(np.argmax(reached))] if reached.any() else self.days[-1])

    def by(self, days: float) -> float:
        """Return the chance that the wait is over within so many days."""
        return float(self.weights[self.days <= days].sum())

    def crps(self, observed: float) -> float:
        """Return the continuous ranked probability score in days; lower is better."""
        off = float(self.weights @ np.abs(self.days - observed))
        up_to = np.cumsum(self.weights)
        spread = float(self.weights * self.days @ (2 * up_to - self.weights - 1))
        return off - spread


def house_measures(seats: Sequence[int], positions: Sequence[float | None]) -> tuple[float, float]:
    """Return the logarithm of the effective number of parties, and the polarisation.

    Parameters
    ----------
    seats, positions
        Of each party with seats.
    """
    share = np.array(seats, dtype=np.float64) / sum(seats)
    where = placed(positions)
    middle = share @ where
    spread = float(np.sqrt(share @ (where - middle) ** 2))
    return float(-np.log(np.sum(share**2))), spread


def hung_parliaments(cabinets: Sequence[Cabinet]) -> tuple[Parliament, ...]:
    """Return every hung parliament of which it is known what came of it, by day.

    Parameters
    ----------
    cabinets
        Of any number of countries. A house with caretakers only has brought no government when a
        later election of the country is known.
    """
    houses: dict[tuple[str, date], list[Cabinet]] = defaultdict(list)
    for one in cabinets:
        if one.country not in NOT_PARLIAMENTARY and one.election_date >= SINCE:
            houses[one.country, one.election_date].append(one)
    found = []
    for (country, held), of_house in sorted(houses.items()):
        later = [day for other, day in houses if other == country and day > held]
        parliament = _parliament(of_house, min(later, default=None))
        if parliament is not None:
            found.append(parliament)
    return tuple(sorted(found, key=lambda one: one.held))


def _parliament(of_house: list[Cabinet], next_election: date | None) -> Parliament | None:
    regular = min((one for one in of_house if not one.caretaker), key=_start, default=None)
    first = regular or min(of_house, key=_start)
    players: list[HouseParty] = [one for one in first.parties if one.seats > 0]
    if not players or 2 * max(one.seats for one in players) > first.house:
        return None
    if regular is not None:
        known, days = regular.start, max((regular.start - regular.election_date).days, 0)
    elif next_election is not None:
        known, days = next_election - CALLED_AHEAD, None
    else:
        return None
    return Parliament(
        first.election,
        first.country,
        first.election_date,
        known,
        days,
        *house_measures([p.seats for p in players], [p.left_right for p in players]),
    )


def _start(cabinet: Cabinet) -> date:
    return cabinet.start


def expected_waits(
    country: str, measures: tuple[float, float], day: date, past: Sequence[Parliament]
) -> Waits:
    """Return how many days a hung parliament will take, if it brings a government.

    Parameters
    ----------
    measures
        Of the new house, as `house_measures` returns them.
    day
        Day of the election.
    past
        Hung parliaments of which it was known by then what came of them; at least one with a
        government.
    """
    formed = [one for one in past if one.days is not None]
    waited = np.array([one.days for one in formed], dtype=np.float64)
    house = np.array([(one.log_parties, one.polarisation) for one in formed])
    ages = np.array([(day - one.held).days / DAYS_OF_A_YEAR for one in formed])
    fading = 0.5 ** (ages / HALF_LIFE)
    countries = np.array([one.country for one in formed])
    slopes = CAUTION * _slopes(house, np.log(waited + OFFSET), fading, countries)
    shifted = np.exp(np.log(waited + OFFSET) + (np.array(measures) - house) @ slopes) - OFFSET
    own = fading * (countries == country)
    weights = (own + OTHERS_WEIGHT * fading / fading.sum()) / (own.sum() + OTHERS_WEIGHT)
    order = np.argsort(shifted, kind="stable")
    return Waits(np.maximum(shifted[order], 0.0), weights[order])


def _slopes(
    house: NDArray[np.float64],
    waited: NDArray[np.float64],
    fading: NDArray[np.float64],
    countries: NDArray[np.str_],
) -> NDArray[np.float64]:
    """Return how waits move with the house, within countries only, shape (2,)."""
    spread = np.maximum(house.std(axis=0), 1e-9)
    inner, outcome = house / spread, waited.copy()
    for country in np.unique(countries):
        rows = countries == country
        weights = fading[rows] / fading[rows].sum()
        inner[rows] -= weights @ inner[rows]
        outcome[rows] -= weights @ outcome[rows]
    curve = inner.T @ (inner * fading[:, None]) + RIDGE * np.eye(inner.shape[1])
    slopes: NDArray[np.float64] = np.linalg.solve(curve, inner.T @ (fading * outcome)) / spread
    return slopes
