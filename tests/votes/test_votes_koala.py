"""Polls pooled as one sample, and estimators by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from factories import SOURCE, an_election, may

from formateur.errors import NotEnoughPollsError, UsageError
from formateur.facts import OTHER, Poll, Reading
from formateur.votes import MODELS, Koala, Reference, model_for
from formateur.votes.koala import effective_sample


def poll(house: str, size: int | None, **figures: float) -> Poll:
    return Poll(
        id=house,
        pollster=house,
        fieldwork_end=may(5),
        sample_size=size,
        scale="percent",
        readings={one: Reading("percent", value) for one, value in figures.items()},
        source=SOURCE,
    )


def test_one_poll_is_its_own_sample() -> None:
    assert effective_sample([poll("North", 800, red=50)], 0.5) == pytest.approx(800)


def test_equal_polls_with_correlation_count_less() -> None:
    polls = [poll(str(k), 1000, red=50) for k in range(4)]
    # variance of the sum: 4 + 2 * 6 pairs * 1/2 = 10 times that of one, of a count of 16
    assert effective_sample(polls, 0.5) == pytest.approx(4000 * 4 / 10)
    assert effective_sample(polls, 0.0) == pytest.approx(4000)
    assert effective_sample(polls, 1.0) == pytest.approx(1000)


def test_a_poll_without_a_size_counts_as_a_usual_one() -> None:
    assert effective_sample([poll("North", None, red=50)], 0.5) == pytest.approx(1000)


def test_draws_have_the_moments_of_the_posterior() -> None:
    polls = (poll("North", 1000, red=60, blue=30), poll("South", 1000, red=50, blue=40))
    election = replace(an_election(["red", "blue"]), polls=polls)
    rng = np.random.default_rng(1)
    found = Koala().estimate(election, None, may(10), draws=20_000, rng=rng, run="r")
    assert found.draws.lists == ("red", "blue", OTHER)
    size = effective_sample(polls, 0.5) + 1.5
    mean = (0.55 * (size - 1.5) + 0.5) / size
    red = found.draws["red"]
    assert float(red.mean()) == pytest.approx(mean, abs=5e-4)
    assert float(red.std()) == pytest.approx((mean * (1 - mean) / (size + 1)) ** 0.5, rel=0.03)
    assert np.allclose(found.draws.values.sum(axis=1), 1.0)


def test_without_polls_there_is_no_forecast() -> None:
    with pytest.raises(NotEnoughPollsError, match="no polls yet"):
        Koala().estimate(
            an_election(["red"]), None, may(10), draws=1, rng=np.random.default_rng(1), run=""
        )


def test_models_have_their_names() -> None:
    assert {name: model_for(name, date(2020, 1, 1)).name for name in MODELS} == {
        name: name for name in MODELS
    }
    assert isinstance(model_for("reference", date(2020, 1, 1)), Reference)


def test_what_a_model_has_learned_is_older_than_the_day() -> None:
    model = model_for("reference", date(2003, 5, 1))
    assert isinstance(model, Reference)
    assert model.errors.cut_off == date(2003, 1, 1)
    with pytest.raises(NotEnoughPollsError):
        model_for("reference", date(1950, 1, 1))


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(UsageError, match="no model 'tarot'"):
        model_for("tarot", date(2020, 1, 1))
