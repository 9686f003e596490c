"""The energy score against a second implementation and closed forms."""

from __future__ import annotations

import numpy as np
import pytest
import scoringrules  # type: ignore[import-untyped]

from formateur.evaluation.energy import energy_score, independent
from formateur.evaluation.proper_scores import crps_of_draws


@pytest.mark.parametrize(("draws", "parts"), [(2, 1), (255, 3), (257, 7), (900, 2)])
def test_agrees_with_scoringrules(draws: int, parts: int) -> None:
    rng = np.random.default_rng(draws)
    values, observed = rng.normal(30, 4, (draws, parts)), rng.normal(30, 4, parts)
    theirs = scoringrules.es_ensemble(observed, values, estimator="nrg")
    assert energy_score(values, observed) == pytest.approx(float(theirs), rel=1e-9)


def test_is_the_crps_in_one_dimension() -> None:
    values = np.random.default_rng(1).normal(0, 1, 700)
    assert energy_score(values[:, None], np.array([0.3])) == pytest.approx(
        crps_of_draws(values, 0.3), rel=1e-9
    )


def test_equal_draws_leave_the_distance() -> None:
    values = np.full((300, 2), 5.0)
    assert energy_score(values, np.array([8.0, 9.0])) == pytest.approx(5.0)


def test_independent_margins_stay_and_dependence_goes() -> None:
    rng = np.random.default_rng(2)
    one = rng.normal(0, 1, 2000)
    values = np.column_stack([one, -one])
    mixed = independent(values, rng)
    assert np.sort(mixed, axis=0).tolist() == np.sort(values, axis=0).tolist()
    assert abs(float(np.mean(mixed[:, 0] * mixed[:, 1]))) < 0.08
