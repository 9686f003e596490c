"""The state-space model on inputs that are odd but can happen: finite, closed, and sensible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from factories import VOTE_DAY, a_list, may
from vote_cases import knesset, percent_poll, seat_poll, with_polls

from formateur.errors import NotEnoughPollsError
from formateur.facts import OTHER, Election, ElectoralList, Poll
from formateur.language import in_english
from formateur.law import Rules
from formateur.votes import VoteEstimate
from formateur.votes.state_space import Learned, StateSpace
from formateur.votes.state_space.learned import Motion, SharedError
from formateur.votes.unprinted import Unprinted

MOTION = Motion(
    pace=0.9, rush=1.2, house=0.07, overdispersion=0.55, extra=0.02, looseness=0.4, most=1.3
)
LEARNED = Learned(
    cut_off=date(2030, 1, 1),
    elections=40,
    motion=MOTION,
    error=SharedError(scale=0.07, exponent=0.4, drift=0.85, bloc=0.1),
    families={},
    records={},
    houses={},
    pollsters={},
    unprinted=Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02),
    sources=("a collection",),
)
EVE = VOTE_DAY - timedelta(days=1)


def estimate(election: Election, rules: Rules | None = None) -> VoteEstimate:
    """Estimate on the eve, and check what holds of every estimate."""
    rng = np.random.default_rng(7)
    found = StateSpace(LEARNED).estimate(election, rules, EVE, draws=500, rng=rng, run="run")
    values = found.draws.values
    assert np.isfinite(values).all()
    assert values.min() >= 0.0
    np.testing.assert_allclose(values.sum(axis=1), 1.0)
    assert sum(found.centre.values()) == pytest.approx(1.0)
    assert sum(use.weight for use in found.polls) == pytest.approx(1.0)
    assert found.account is not None
    trend = found.account().trend
    assert trend is not None
    bands = trend.quantiles
    assert bands[~np.isnan(bands)].min() >= 0.0
    return found


def spread_of(found: VoteEstimate, one: str) -> float:
    return float(found.draws[one].std())


def repeated(
    figures: Sequence[dict[str, float]], lists: tuple[str | ElectoralList, ...] = ("a", "b", "c")
) -> Election:
    """One poll a day from 1 May, of three houses in turn."""
    polls = [percent_poll(f"h{k % 3}", row, end=may(1 + k)) for k, row in enumerate(figures)]
    return with_polls(*polls, lists=lists)


def test_one_poll_is_taken_at_its_word() -> None:
    found = estimate(with_polls(percent_poll("h", {"a": 40, "b": 35, "c": 20})))
    assert found.centre["a"] == pytest.approx(0.40, abs=0.002)
    assert found.centre[OTHER] == pytest.approx(0.05, abs=0.002)


def test_more_polls_of_other_houses_make_surer_than_of_one_house() -> None:
    figures = {"a": 40, "b": 35, "c": 20}
    alone = [percent_poll("h", figures, end=may(9 + k)) for k in range(8)]
    several = [percent_poll(f"h{k}", figures, end=may(9 + k)) for k in range(8)]
    one, many = estimate(with_polls(*alone)), estimate(with_polls(*several))
    assert one.centre["a"] == pytest.approx(0.40, abs=0.005)
    assert spread_of(many, "a") < spread_of(
        estimate(with_polls(percent_poll("h", figures, end=may(16)))), "a"
    )


def test_a_single_list_and_the_others() -> None:
    found = estimate(repeated([{"a": 60.0}] * 4, lists=("a",)))
    assert found.draws.lists == ("a", OTHER)
    assert found.centre["a"] == pytest.approx(0.6, abs=0.005)


def test_a_list_that_no_poll_names_is_among_the_others() -> None:
    found = estimate(repeated([{"a": 60.0, "b": 30.0}] * 4))
    assert found.draws.lists == ("a", "b", OTHER)
    assert any("C" in in_english(note) for note in found.notes)


def test_a_list_founded_a_week_before_the_vote() -> None:
    before = [percent_poll(f"h{k % 2}", {"a": 55, "b": 35}, end=may(1 + k)) for k in range(12)]
    after = percent_poll("h0", {"a": 50, "b": 31, "new": 9}, end=may(18))
    founded = a_list("new", founded=VOTE_DAY - timedelta(days=7))
    found = estimate(with_polls(*before, after, lists=("a", "b", founded)))
    assert found.centre["new"] == pytest.approx(0.09, abs=0.01)
    assert spread_of(found, "new") / 0.09 > spread_of(found, "b") / 0.33


def test_after_two_years_without_polls_everything_is_possible() -> None:
    old = [percent_poll(f"h{k}", {"a": 50, "b": 30}, end=date(2028, 5, 1)) for k in range(3)]
    fresh = percent_poll("h0", {"a": 40, "b": 45}, end=may(15))
    stale, renewed = estimate(with_polls(*old)), estimate(with_polls(*old, fresh))
    assert spread_of(stale, "a") > 1.5 * spread_of(renewed, "a")
    assert renewed.centre["a"] == pytest.approx(0.4, abs=0.01)
    assert [use.used for use in renewed.polls] == [True, False, False, False]


@pytest.mark.slow
def test_two_thousand_polls() -> None:
    rng = np.random.default_rng(1)
    polls = [_noisy(rng, k) for k in range(2000)]
    found = estimate(with_polls(*polls))
    for one, share in (("a", 0.4), ("b", 0.3), ("c", 0.2)):
        assert found.centre[one] == pytest.approx(share, abs=0.005)


def _noisy(rng: np.random.Generator, k: int) -> Poll:
    figures = dict(zip("abc", rng.normal([40, 30, 20], 1).round(1).tolist(), strict=True))
    end = VOTE_DAY - timedelta(days=2 + k // 6)
    return replace(percent_poll(f"h{k % 30}", figures, end=end), id=f"p{k}")


def test_polls_of_one_day_count_alike_whatever_their_order() -> None:
    polls = [percent_poll(f"h{k}", {"a": 38.0 + k, "b": 30, "c": 20}) for k in range(5)]
    found, turned = estimate(with_polls(*polls)), estimate(with_polls(*polls[::-1]))
    assert found.centre["a"] == pytest.approx(0.40, abs=0.003)
    assert turned.centre == found.centre
    weights = [use.weight for use in found.polls]
    assert max(weights) < 1.3 * min(weights)


def test_shares_of_0_and_of_60_percent() -> None:
    found = estimate(repeated([{"a": 60.0, "b": 0.0, "c": 20.0}] * 6))
    assert found.centre["a"] == pytest.approx(0.6, abs=0.01)
    assert 0.0 < found.centre["b"] < 0.01
    assert 0.0 <= found.draws["b"].min() <= found.draws["b"].max() < 0.2


def test_every_poll_omits_some_list() -> None:
    whole = {"a": 40.0, "b": 30.0, "c": 20.0}
    rows = [{one: x for one, x in whole.items() if one != "abc"[k % 3]} for k in range(9)]
    found = estimate(repeated(rows))
    for one, percent in whole.items():
        assert found.centre[one] == pytest.approx(percent / 100, abs=0.01)


def test_one_wild_poll_moves_little() -> None:
    rows = [{"a": 40.0, "b": 30.0, "c": 20.0}] * 12
    wild = [*rows[:6], {"a": 4.0, "b": 30.0, "c": 20.0}, *rows[7:]]
    assert estimate(repeated(wild)).centre["a"] == pytest.approx(0.40, abs=0.004)


def test_polls_in_seats_without_a_law_are_not_used_and_the_reason_is_told() -> None:
    seats = seat_poll("h", {"a": 60, "b": 40, "c": 20})
    with pytest.raises(NotEnoughPollsError, match="without the law of the election"):
        estimate(with_polls(seats))
    found = estimate(with_polls(seats, percent_poll("other", {"a": 40, "b": 35, "c": 20})))
    assert [use.used for use in found.polls].count(True) == 1


def test_a_list_that_no_poll_gives_a_seat_is_below_the_threshold() -> None:
    found = estimate(with_polls(seat_poll("h", {"a": 70, "b": 50, "c": 0})), knesset())
    assert 0.005 < found.centre["c"] < 0.0325
