"""Campaigns simulated as other libraries see them: a softmax of walks, and people asked at random.

Nothing here is of our own model: logits walk with the same variance every day, houses lean by
independent normals, and a poll counts so many people. The others' share is nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Election, ElectoralList, Poll, Reading, Source

VOTE = date(2030, 5, 20)
MADE_UP = Source("simulated")

DAILY = 0.05**2 / 7
"""Variance that a logit gathers a day."""

HOUSE = 0.05
"""Standard deviation of a house effect, on the logit."""

EVE = 7
"""Days before the vote of the last poll, and of the forecast."""


@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """An election with polls, and what the lists got, shape (lists,)."""

    election: Election
    result: NDArray[np.float64]


def simulate(
    lists: int, polls: int, houses: int, rng: np.random.Generator, days: int = 150
) -> Simulated:
    """Simulate a campaign that is polled from so many days before the vote."""
    logits = np.zeros((days + 1, lists))
    logits[0] = np.log(np.linspace(1.0, 6.0, lists))
    steps = rng.standard_normal((days, lists)) * np.sqrt(DAILY)
    logits[1:] = logits[0] + np.cumsum(steps, axis=0)
    leaning = HOUSE * rng.standard_normal((houses, lists))
    taken = np.sort(rng.integers(0, days - EVE + 1, polls))
    house, sample = rng.integers(0, houses, polls), rng.integers(800, 1501, polls)
    made = []
    for k in range(polls):
        chance = _softmax(logits[taken[k]] + leaning[house[k]])
        percents = 100.0 * rng.multinomial(sample[k], chance) / sample[k]
        end = VOTE - timedelta(days=days - int(taken[k]))
        made.append(_poll(f"p{k:04}", f"House {house[k]}", end, int(sample[k]), percents))
    named = tuple(ElectoralList(id=f"l{k}", name=f"l{k}", source=MADE_UP) for k in range(lists))
    election = Election(
        id="xx-2030",
        country="xx",
        chamber="Diet",
        name="Exampleland 2030",
        date=VOTE,
        law="law.toml",
        source=MADE_UP,
        lists=named,
        polls=tuple(made),
    )
    return Simulated(election, _softmax(logits[-1]))


def _softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    shares = np.exp(logits - logits.max())
    return np.asarray(shares / shares.sum())


def _poll(name: str, house: str, end: date, sample: int, percents: NDArray[np.float64]) -> Poll:
    return Poll(
        id=name,
        pollster=house,
        fieldwork_start=end,
        fieldwork_end=end,
        published=end,
        scale="percent",
        readings={f"l{k}": Reading("percent", x) for k, x in enumerate(percents.tolist())},
        sample_size=sample,
        source=MADE_UP,
    )
