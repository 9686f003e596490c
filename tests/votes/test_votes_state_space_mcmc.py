"""The fast engine against the exact model, as NUTS has sampled it for three published elections."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from check_against_mcmc import STORE, differences, stored

from formateur.votes.state_space.level import level_of

FILES = sorted(STORE.glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_moments_are_those_of_the_exact_posterior(path: Path) -> None:
    seen, motion, effects, exact = stored(path)
    assert exact["r_hat"] < 1.01
    assert exact["effective"] > 1000
    off = differences(level_of(seen, motion, effects), exact)
    assert np.abs(off["mean"]).max() < 0.1
    assert np.abs(off["sd"] - 1.0).max() < 0.05
    assert np.abs(off["house_mean"]).max() < 0.1
    assert np.mean(np.abs(off["house_sd"] - 1.0) < 0.05) > 0.95
    assert np.abs(off["house_sd"] - 1.0).max() < 0.06


def test_three_elections_of_two_countries_are_stored_and_need_no_sampler() -> None:
    assert len(FILES) >= 3
    assert len({path.stem[:2] for path in FILES}) >= 2
    assert "jax" not in sys.modules
