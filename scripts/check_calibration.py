"""Is the fast engine calibrated? Simulated campaigns with known truth, fitted and compared.

    python scripts/check_calibration.py model [COUNT]
    python scripts/check_calibration.py seats [COUNT]

``model`` is simulation-based calibration: campaigns drawn from the model's own prior, and where
the truth falls in the posterior (Talts, Betancourt, Simpson, Vehtari and Gelman, Validating
Bayesian inference algorithms with simulation-based calibration, arXiv:1804.06788). ``seats`` is
how often intervals of the level cover when all polls are turned into seats by a law. Both print
Markdown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm
from simulated_campaigns import (
    campaign,
    fitted,
    in_seats,
    level_places,
    people_asked,
    percent_polls,
    readings_with_tails,
    seat_polls,
)

from formateur.law import load_law

Floats = NDArray[np.float64]

BEGIN = (0.24, 0.18, 0.1, 0.06, 0.04)
"""Shares with which campaigns of the model begin; the others have the rest."""

BINS = 10
LEVELS = (0.5, 0.8, 0.9, 0.95)

CHAMBERS = {
    "Knesset": (
        "il-knesset",
        date(2019, 9, 17),
        (0.26, 0.24, 0.11, 0.08, 0.07, 0.06, 0.05, 0.04, 0.034, 0.029),
        (("l0", "l5"), ("l1", "l4"), ("l2", "l3")),
    ),
    "Tweede Kamer": (
        "nl-tweede-kamer",
        date(2023, 11, 22),
        (0.21, 0.17, 0.14, 0.13, 0.11, 0.09, 0.065, 0.045, 0.012, 0.008),
        (),
    ),
}
"""By chamber: law, day, shares of ten lists, and lists that join their surplus."""


def ranks_of_model(count: int, seed: int) -> tuple[Floats, Floats]:
    """Where the truth falls in the posterior of a level and of a house effect, shape (count,).

    One list and one house of each campaign: those of one campaign share pace and scale.
    """
    rng = np.random.default_rng(seed)
    levels, houses = np.zeros(count), np.zeros(count)
    for at in range(count):
        truth = campaign(BEGIN, 50, 6, rng)
        polls = percent_polls(truth, readings_with_tails(truth, 1000, rng), 1000)
        seen, level = fitted(polls, len(BEGIN))
        k, house = rng.integers(len(BEGIN)), rng.integers(6)
        levels[at] = level_places(seen, level, truth)[k]
        told = seen.houses.index(f"house {house}")
        sure = np.sqrt(level.houses_variance[k, told])
        leaned = truth.effects[k, house] * truth.unit[k] / seen.unit[k]
        houses[at] = (leaned - level.houses[k, told]) / sure
    return norm.cdf(levels), norm.cdf(houses)


def places_in_seats(chamber: str, count: int, seed: int) -> Iterator[tuple[Floats, Floats]]:
    """Yield estimated shares, and where the truth is, in standard deviations; (lists,) each."""
    law, day, shares, agreements = CHAMBERS[chamber]
    rules = load_law(law).on(day)
    rng = np.random.default_rng(seed)
    for _ in range(count):
        truth = campaign(shares, 40, 6, rng)
        sample = rng.integers(600, 1001, len(truth.days))
        told = people_asked(truth, sample, rng)
        polls = seat_polls(truth, told, in_seats(told, rules, agreements), sample, rng)
        seen, level = fitted(polls, len(shares), rules)
        yield np.exp(level.mean * seen.unit), level_places(seen, level, truth)


def uniformity(ranks: Floats) -> tuple[NDArray[np.int64], float]:
    """Count ranks in `BINS` bins, and the chi-square of the counts, of BINS - 1 degrees."""
    counts = np.histogram(ranks, BINS, (0.0, 1.0))[0]
    expected = len(ranks) / BINS
    return counts, float(((counts - expected) ** 2).sum() / expected)


def coverage(places: Floats) -> list[float]:
    """How often central intervals of `LEVELS` hold the truth."""
    return [float(np.mean(np.abs(places) <= norm.ppf((1 + level) / 2))) for level in LEVELS]


def _model(count: int) -> None:
    print(f"| rank of | {' | '.join(f'{k / BINS:.1f}–' for k in range(BINS))} | chi² (9) |")
    print("|---" + "|--:" * (BINS + 1) + "|")
    for name, ranks in zip(("level", "house effect"), ranks_of_model(count, 1), strict=True):
        counts, square = uniformity(ranks)
        print(f"| {name} | {' | '.join(map(str, counts))} | {square:.1f} |")


def _seats(count: int) -> None:
    print("| chamber | estimated share | lists | 50 % | 80 % | 90 % | 95 % | mean place |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    for chamber, (law, day, *_) in CHAMBERS.items():
        rules = load_law(law).on(day)
        least = max(float(rules.threshold), 1 / rules.seats)
        found = list(places_in_seats(chamber, count, 1))
        share, place = (np.concatenate(one) for one in zip(*found, strict=True))
        edges = (0.0, 0.85 * least, 1.3 * least, 0.06, 0.15, 1.0)
        for low, high in pairwise(edges):
            own = place[(share >= low) & (share < high)]
            row = " | ".join(f"{100 * x:.0f}" for x in coverage(own))
            size = f"{100 * low:.1f} to {100 * high:.1f} %"
            print(f"| {chamber} | {size} | {len(own)} | {row} | {own.mean():+.2f} |")


if __name__ == "__main__":
    counts = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    _seats(counts) if sys.argv[1:2] == ["seats"] else _model(counts)
