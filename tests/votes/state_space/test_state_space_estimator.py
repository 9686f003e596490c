"""The estimator on made-up campaigns: what it must do whatever it has learned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from factories import SOURCE
from state_space_cases import (
    LEARNED,
    MOTION,
    SHARES,
    VOTE,
    a_campaign,
    a_poll_of,
    estimate_of,
    usual_polls,
    with_previous,
)

from formateur.errors import NotEnoughPollsError
from formateur.facts import OTHER, ElectoralList
from formateur.votes.state_space import StateSpace
from formateur.votes.state_space.learned import Family, Learned, PollsterRecord
from formateur.votes.state_space.shared_error import error_scale


def test_shares_are_near_the_polls_and_sum_to_one() -> None:
    made = estimate_of(a_campaign())
    assert made.draws.values.sum(axis=1) == pytest.approx(1.0)
    assert made.draws.lists[-1] == OTHER
    assert sum(made.centre.values()) == pytest.approx(1.0)
    for one, percent in SHARES.items():
        assert 100 * made.centre[one] == pytest.approx(percent, abs=1.5)


@pytest.mark.parametrize(
    "other",
    [
        replace(LEARNED, records={"xx": {"a": 0.1}}),
        replace(LEARNED, houses={"xx": {"house": {"a": 0.1}}}),
        replace(LEARNED, pollsters={"xx": {"house": PollsterRecord(elections=1, error=2.0)}}),
        replace(LEARNED, families={"xx": Family(factor=1.1, elections=3)}),
        replace(LEARNED, motion=replace(MOTION, pace=1.01)),
    ],
)
def test_other_numbers_make_another_run(other: Learned) -> None:
    assert repr(StateSpace(replace(other))) == repr(StateSpace(other))
    assert repr(StateSpace(other)) != repr(StateSpace(LEARNED))


def test_same_seed_same_draws() -> None:
    first, second = estimate_of(a_campaign()), estimate_of(a_campaign())
    assert np.array_equal(first.draws.values, second.draws.values)


def test_weights_sum_to_one_and_newer_polls_weigh_more() -> None:
    made = estimate_of(a_campaign())
    weights = {use.poll.id: use.weight for use in made.polls}
    assert sum(weights.values()) == pytest.approx(1.0)
    assert weights["North-4"] > weights["North-18"] > weights["North-70"]


def test_a_poll_far_off_counts_less_and_is_told_as_a_surprise() -> None:
    odd = a_poll_of("East", 2, {"a": 30.0, "b": 40.0, "c": 20.0, "d": 7.0})
    plain = a_poll_of("East", 2)
    off = estimate_of(a_campaign(*usual_polls(), odd))
    fine = estimate_of(a_campaign(*usual_polls(), plain))
    use = {one.poll.id: one for one in off.polls}["East-2"]
    same = {one.poll.id: one for one in fine.polls}["East-2"]
    assert use.weight < 0.8 * same.weight
    assert use.surprise is not None
    assert same.surprise is not None
    assert use.surprise > 2.0 > same.surprise


def test_a_house_that_leans_is_seen_through() -> None:
    level = [a_poll_of(h, d) for h in ("North", "South") for d in (3, 10, 20, 30)]
    leaning = [a_poll_of("West", d, {**SHARES, "a": 46.0, "b": 24.0}) for d in (4, 11, 21, 31)]
    alone = estimate_of(a_campaign(*level))
    both = estimate_of(a_campaign(*level, *leaning, a_poll_of("West", 1, {**SHARES, "a": 46.0})))
    told = {(one.pollster, one.list): one for one in both.account().houses}
    assert told["West", "a"].low > 0.5
    assert told["West", "a"].points > 1.5 > told["North", "a"].points
    # a third of the houses is six points off; the estimate follows by less than a third of that
    assert 100 * (both.centre["a"] - alone.centre["a"]) < 2.5


def test_intervals_widen_with_the_days_to_the_vote() -> None:
    near = estimate_of(a_campaign(*[a_poll_of("North", 5)]), 4, draws=4000)
    far = estimate_of(a_campaign(*[a_poll_of("North", 101)]), 100, draws=4000)
    assert far.draws["a"].std() > 1.3 * near.draws["a"].std()


def test_more_polls_do_not_take_the_shared_error_away() -> None:
    few = estimate_of(a_campaign(*[a_poll_of(f"H{k}", 2) for k in range(3)]), draws=4000)
    many = estimate_of(a_campaign(*[a_poll_of(f"H{k}", 2) for k in range(60)]), draws=4000)
    on_the_log = np.sqrt(2.0) * error_scale(np.array([0.4]), LEARNED.error, 1.0)[0]
    assert many.draws["a"].std() > 0.4 * (1.0 - 0.4) * on_the_log
    assert many.draws["a"].std() < few.draws["a"].std()


def test_the_previous_result_pulls_far_out_and_hardly_on_the_eve() -> None:
    before = {"a": 25.0, "b": 45.0, "c": 20.0, "d": 7.0}
    moved = {}
    for days in (1, 100):
        polls = [a_poll_of(h, days + 1 + k) for k, h in enumerate(("North", "South", "West"))]
        plain = a_campaign(*polls)
        with_it = estimate_of(with_previous(plain, before), days)
        moved[days] = estimate_of(plain, days).centre["a"] - with_it.centre["a"]
        told = {one.list: one for one in with_it.account().uncertainty}["a"]
        assert told.previous < 0.0 < told.previous_weight
    assert moved[100] > 3 * moved[1] > 0.0


def test_the_record_of_a_list_moves_it() -> None:
    learned = replace(LEARNED, records={"xx": {"d": 0.05}})
    plain, moved = estimate_of(a_campaign()), estimate_of(a_campaign(), learned=learned)
    assert moved.centre["d"] > 1.05 * plain.centre["d"]


def test_the_family_widens_the_shared_error() -> None:
    learned = replace(LEARNED, families={"xx": Family(factor=2.0, elections=9)})
    plain, wide = estimate_of(a_campaign()), estimate_of(a_campaign(), learned=learned)
    assert wide.draws["a"].std() > 1.3 * plain.draws["a"].std()


def test_a_list_that_polls_omit_is_read_from_those_that_print_it() -> None:
    silent = {one: value for one, value in SHARES.items() if one != "d"}
    polls = [a_poll_of("North", d) for d in (3, 9)]
    polls += [a_poll_of("South", d, silent) for d in (2, 5, 8)]
    made = estimate_of(a_campaign(*polls))
    assert 100 * made.centre["d"] == pytest.approx(7.0, abs=0.7)
    assert 100 * made.centre["a"] == pytest.approx(40.0, abs=1.0)


def test_merged_lists_are_added_up() -> None:
    ended = VOTE - timedelta(days=30)
    lists = (
        "a",
        "b",
        "joint",
        ElectoralList(id="c", name="C", ended=ended, joined="joint", source=SOURCE),
        ElectoralList(id="d", name="D", ended=ended, joined="joint", source=SOURCE),
    )
    after = {"a": 40.0, "b": 30.0, "joint": 27.0}
    polls = [a_poll_of("North", 40), a_poll_of("South", 45), a_poll_of("North", 5, after)]
    made = estimate_of(a_campaign(*polls, lists=lists))
    assert set(made.centre) == {"a", "b", "joint", OTHER}
    assert 100 * made.centre["joint"] == pytest.approx(27.0, abs=0.8)


def test_the_trend_ends_where_the_polls_do() -> None:
    trend = estimate_of(a_campaign()).account().trend
    assert trend is not None
    assert trend.days[-1] == VOTE - timedelta(days=1)
    assert trend.quantiles.shape == (len(trend.days), 4, 5)
    assert (np.diff(trend.quantiles, axis=2) > 0).all()
    at = trend.lists.index("a")
    assert trend.quantiles[-1, at, 2] == pytest.approx(0.4, abs=0.015)


def test_without_a_poll_it_says_so() -> None:
    with pytest.raises(NotEnoughPollsError, match=r"no polls yet on 2030-05-19.*polls\.csv"):
        estimate_of(replace(a_campaign(), polls=()))
