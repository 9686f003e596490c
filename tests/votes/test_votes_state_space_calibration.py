"""The fast engine on simulated campaigns: ranks are uniform, and intervals cover."""

from __future__ import annotations

import numpy as np
import pytest
from check_calibration import BINS, coverage, places_in_seats, ranks_of_model, uniformity
from scipy.stats import chi2, norm

CAMPAIGNS = 200


@pytest.mark.slow
def test_ranks_of_the_truth_are_uniform() -> None:
    """With exact inference chi-square would pass this bound in one of a thousand seeds.

    So few campaigns notice a posterior that is a third too narrow, as the next test shows; the
    full run of the script has ten times as many.
    """
    most = chi2.ppf(0.999, BINS - 1)
    for ranks in ranks_of_model(CAMPAIGNS, seed=5):
        _, square = uniformity(ranks)
        assert square < most


def test_the_check_itself_notices_a_posterior_too_narrow() -> None:
    rng = np.random.default_rng(1)
    narrow = norm.cdf(1.6 * rng.standard_normal(CAMPAIGNS))
    assert uniformity(narrow)[1] > chi2.ppf(0.999, BINS - 1)


@pytest.mark.slow
@pytest.mark.parametrize("chamber", ["Knesset", "Tweede Kamer"])
def test_intervals_cover_when_all_polls_are_in_seats(chamber: str) -> None:
    """Lists of one campaign move together, so 40 campaigns count as some 150 single lists.

    Three standard errors of a share of 0.8 or 0.9 among so many are 0.1 and 0.07.
    """
    found = list(places_in_seats(chamber, 40, seed=3))
    place = np.concatenate([one for _, one in found])
    _, within_80, within_90, _ = coverage(place)
    assert within_80 == pytest.approx(0.8, abs=0.1)
    assert within_90 == pytest.approx(0.9, abs=0.07)
    assert np.abs(place.mean()) < 0.35
