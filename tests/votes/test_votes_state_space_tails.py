"""Heavy tails: normal readings that stand in for Student ones, against direct integration."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from factories import VOTE_DAY, may
from numpy.typing import NDArray
from scipy.stats import norm, t
from vote_cases import percent_poll

from formateur.facts import ElectoralList, Poll, Source
from formateur.votes.cells import lineage
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.level import level_like
from formateur.votes.state_space.observations import Observations, observe
from formateur.votes.state_space.tails import CHANCES, PRECISIONS, TAIL, with_tails
from formateur.votes.unprinted import Unprinted

STILL = Motion(
    pace=1e-9, rush=1.0, house=1e-6, overdispersion=1.0, extra=0.02, looseness=0.4, most=1.3
)
"""Nothing moves and no house leans: the level is one number, which can be integrated over."""

LISTS = (ElectoralList(id="a", name="A", source=Source("made up")),)


def seen_of(polls: list[Poll]) -> Observations:
    lines = lineage(LISTS, date(2030, 5, 1))
    return observe(polls, lines, None, Unprinted(0.5, 0.02), VOTE_DAY.toordinal())


def by_integration(seen: Observations) -> tuple[float, float]:
    values, noise = seen.values()[:, 0], seen.noise(STILL)[:, 0]
    grid = np.linspace(values.min() - 1, values.max() + 1, 20001)
    logs = t.logpdf((values[:, None] - grid) / np.sqrt(noise[:, None]), TAIL).sum(axis=0)
    chance = np.exp(logs - logs.max()) * norm.pdf(grid, values[0], 2.0)
    chance /= chance.sum()
    mean = float(chance @ grid)
    return mean, float(np.sqrt(chance @ (grid - mean) ** 2))


@pytest.mark.parametrize(
    ("percents", "within"),
    [
        ([20.0, 21.0, 19.5, 22.0], 0.03),
        ([20.0, 21.0, 19.5, 22.0, 20.5, 30.0], 0.03),
        ([20.0, 20.4, 19.6, 20.2, 35.0], 0.03),
        # two readings that contradict each other: the posterior is far from a normal one
        ([18.0, 24.0], 0.25),
    ],
)
def test_level_is_that_of_student_readings(percents: list[float], within: float) -> None:
    polls = [percent_poll(f"h{k}", {"a": x}, end=may(1 + k)) for k, x in enumerate(percents)]
    seen = seen_of(polls)
    effects = np.zeros((1, len(polls)))
    level = level_like(seen, STILL, with_tails(seen, STILL, effects), effects)
    mean, sd = by_integration(seen)
    assert level.mean[0] == pytest.approx(mean, abs=0.1 * sd)
    assert np.sqrt(level.variance[0]) == pytest.approx(sd, rel=within)


def test_a_wild_reading_counts_for_less() -> None:
    percents = [20.0, 20.4, 19.6, 20.2, 35.0]
    polls = [percent_poll(f"h{k}", {"a": x}, end=may(1 + k)) for k, x in enumerate(percents)]
    seen = seen_of(polls)
    noise = with_tails(seen, STILL, np.zeros((1, 5))).noise[:, 0]
    assert noise[4] > 5 * noise[:4].max()


def test_the_mixture_is_a_student_t() -> None:
    miss = np.linspace(0.0, 6.0, 25)
    np.testing.assert_allclose(_mixture(miss), t.pdf(miss, TAIL), rtol=0.03, atol=1e-6)


def _mixture(miss: NDArray[np.float64]) -> NDArray[np.float64]:
    densities = norm.pdf(miss[:, None], 0.0, 1.0 / np.sqrt(PRECISIONS))
    return np.asarray((CHANCES * densities).sum(axis=1))
