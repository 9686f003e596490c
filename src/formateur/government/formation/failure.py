"""No government before the next election: how often, and how much likelier a deadlock makes it.

The base rate is that of hung parliaments of the last ten years, drawn a little towards the long
run. It is moved by how open the house is: the logarithm of the sum of all that speaks for any
coalition, with what was said. How far, is learned from the few parliaments that failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from formateur.government.formation.formations import Parliament

LONG_RUN, ITS_WEIGHT = 0.03, 20.0
"""Share of all hung parliaments since 1950 that failed, and for how many parliaments it counts."""

COUNTRYS_WEIGHT = 10.0
"""For how many parliaments of the country the share of all countries counts. Assumed: failures are
too few to tell how much countries differ."""

WINDOW_YEARS = 9
"""The base rate looks back to the first day of the ninth year before, 2010 for 2019."""

EXPECTED_SLOPE, ITS_SPREAD = 0.7, 0.4
"""What one unit of openness is expected to take off the log-odds of failure, and how sure."""

MOST_BEYOND = 6.0
"""Openness beyond its usual by more than this counts as this much."""


@dataclass(frozen=True, slots=True)
class Deadlock:
    """How failure hangs on openness.

    Attributes
    ----------
    usual
        Mean openness of the hung parliaments that brought a government.
    slope
        By how much the log-odds of failure fall with each unit above.
    """

    usual: float
    slope: float


@dataclass(frozen=True, slots=True)
class History:
    """Hung parliaments of the last ten years: how many, and how many brought no government.

    Attributes
    ----------
    parliaments, failed
        Of all countries.
    own_parliaments, own_failed
        Of the country.
    """

    since: date
    parliaments: int
    failed: int
    own_parliaments: int
    own_failed: int

    @property
    def base_rate(self) -> float:
        """The share that failed, of all drawn towards the long run, of the country towards all."""
        of_all = (self.failed + ITS_WEIGHT * LONG_RUN) / (self.parliaments + ITS_WEIGHT)
        own = self.own_failed + COUNTRYS_WEIGHT * of_all
        return own / (self.own_parliaments + COUNTRYS_WEIGHT)


def history_on(country: str, day: date, past: Sequence[Parliament]) -> History:
    """Count the hung parliaments of the last ten years of which the outcome was known."""
    since = date(day.year - WINDOW_YEARS, 1, 1)
    recent = [one for one in past if one.held >= since and one.known <= day]
    own = [one for one in recent if one.country == country]
    failed, own_failed = (sum(one.days is None for one in some) for some in (recent, own))
    return History(since, len(recent), failed, len(own), own_failed)


def learn_deadlock(openness: Sequence[float], failed: Sequence[bool], base: float) -> Deadlock:
    """Learn the slope from hung parliaments, by Newton's method in one dimension.

    Parameters
    ----------
    openness, failed
        Of each hung parliament.
    base
        Share that failed among them, which fixes the level.
    """
    values, outcome = np.array(openness), np.array(failed, dtype=np.float64)
    usual = float(values[outcome == 0].mean()) if (outcome == 0).any() else 0.0
    beyond = np.clip(values - usual, -MOST_BEYOND, MOST_BEYOND)
    slope = EXPECTED_SLOPE
    for _ in range(20):
        odds = base / (1 - base) * np.exp(-slope * beyond)
        chance = odds / (1 + odds)
        pull = float((-beyond * (outcome - chance)).sum())
        pull -= (slope - EXPECTED_SLOPE) / ITS_SPREAD**2
        bend = float((beyond**2 * chance * (1 - chance)).sum()) + ITS_SPREAD**-2
        slope += pull / bend
    return Deadlock(usual, float(slope))
