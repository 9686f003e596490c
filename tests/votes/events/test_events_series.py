"""The likelihood of a shift is that of the Kalman filter, for every size of it."""

from __future__ import annotations

import numpy as np
import pytest
from events_cases import a_campaign, an_event, sight_of

from formateur.votes.events import series
from formateur.votes.events.series import series_of
from formateur.votes.events.shape import moment_of, shifts
from formateur.votes.state_space.kalman import last_level, start_of


@pytest.mark.parametrize("k", [0, 3])
def test_the_filter_run_on_shifted_polls_agrees(k: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "RESPONSE", 0.0)  # the filter has no differential response
    sight = sight_of(a_campaign())
    moments = np.array([moment_of(an_event("e", 20)), moment_of(an_event("f", 9))])
    columns, _ = shifts(sight.seen.polls, moments)
    own = series_of(sight, k)
    found = own.evidence(columns)

    def fit(shift: np.ndarray) -> float:
        values = sight.readings.values[:, k] - own.slope * columns @ shift
        spread = np.stack([sight.readings.noise[:, k], sight.seen.moved(sight.motion)], axis=1)
        start = start_of(sight.effects[k], sight.motion.house**2)
        return last_level(values, spread, sight.seen.house, *start)[2]

    for shift in np.array([[0.1, 0.0], [0.0, -0.2], [0.3, 0.1], [-0.05, 0.4]]):
        expected = found.pull @ shift - 0.5 * shift @ found.precision @ shift
        assert fit(shift) - fit(np.zeros(2)) == pytest.approx(expected, rel=1e-6, abs=1e-8)


def test_pairs_are_the_same_as_one_by_one() -> None:
    sight = sight_of(a_campaign())
    own = series_of(sight, 0)
    moments = np.array([moment_of(an_event("e", days)) for days in (30, 12)])
    lasting, passing = shifts(sight.seen.polls, moments)
    pairs = own.evidence_of_pairs(lasting, passing)
    for at in range(2):
        one = own.evidence(np.stack([lasting[:, at], passing[:, at]], axis=1))
        assert pairs.precision[at] == pytest.approx(one.precision)
        assert pairs.pull[at] == pytest.approx(one.pull)
