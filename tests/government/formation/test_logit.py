from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from formateur.government.formation.logit import Choice, fit, probabilities


def test_two_alternatives_give_the_share_that_was_chosen() -> None:
    features = np.array([[0.0], [1.0]])
    choices = [Choice(features, int(k < 30)) for k in range(40)]
    (found,) = fit(choices, np.array([1e-9]))
    assert found == pytest.approx(np.log(3), abs=1e-4), "30 of 40: the odds are 3"


def test_a_weight_counts_as_repetition() -> None:
    features = np.array([[0.0], [1.0]])
    yes, no = Choice(features, 1), Choice(features, 0)
    penalty = np.array([0.5])
    repeated = fit([yes] * 6 + [no] * 2, penalty)
    weighted = fit([replace(yes, weight=6.0), replace(no, weight=2.0)], penalty)
    assert repeated == pytest.approx(weighted)


def test_known_coefficients_are_found_again() -> None:
    rng = np.random.default_rng(5)
    true = np.array([1.5, -0.7])
    choices = []
    for _ in range(2000):
        features = rng.normal(size=(6, 2))
        chosen = rng.choice(6, p=probabilities(features @ true))
        choices.append(Choice(features, int(chosen)))
    assert fit(choices, np.full(2, 1e-6)) == pytest.approx(true, abs=0.12)


def test_where_it_starts_does_not_matter_and_the_penalty_draws_to_the_centre() -> None:
    rng = np.random.default_rng(6)
    choices = [Choice(rng.normal(size=(4, 2)), 0) for _ in range(10)]
    penalty = np.full(2, 2.0)
    assert fit(choices, penalty) == pytest.approx(
        fit(choices, penalty, start=np.array([3.0, -3.0])), abs=1e-3
    )
    centre = np.array([4.0, 5.0])
    assert fit(choices, np.full(2, 1e9), centre=centre) == pytest.approx(centre, abs=1e-6)


def test_chances_do_not_overflow() -> None:
    assert probabilities(np.array([1e5, 1e5 - 1])).sum() == pytest.approx(1)
