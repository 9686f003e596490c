"""The swing model: worked by hand, and what holds in every draw whatever the votes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.facts import OTHER
from formateur.parliament.predecessors import Base, Races, base_of
from formateur.parliament.swing import Shares, Swing, candidate_votes, list_votes

PROPORTIONAL = Swing(1.0, spread=0.0, spread_new=0.0, spread_candidates=0.0)
ADDITIVE = replace(PROPORTIONAL, proportional=0.0)
NOISY = Swing(0.75, spread=0.05, spread_new=0.1, spread_candidates=0.07)


def two_places(a: int, b: int) -> Base:
    """Two equally large places, with the votes of list `a` in each of 100."""
    votes = {"P": {"a": a, "b": 100 - a}, "Q": {"a": b, "b": 100 - b}}
    return base_of(votes, ("a", "b"), {"a": ["a"], "b": ["b"]}, {})


def votes_of(base: Base, national: list[float], swing: Swing) -> Shares:
    silence = np.zeros((1, *base.shares.shape))
    table: Shares = list_votes(base, np.array([national]), swing, silence)[0]
    return table


def test_no_swing_repeats_the_previous_result() -> None:
    base = two_places(60, 20)
    for swing in (PROPORTIONAL, ADDITIVE):
        assert votes_of(base, [0.4, 0.6], swing) == pytest.approx(base.shares / 2)


def test_additive_swing_is_the_same_everywhere() -> None:
    """Ten points from b to a: 70 and 30 percent."""
    assert votes_of(two_places(60, 20), [0.5, 0.5], ADDITIVE) == pytest.approx(
        np.array([[0.35, 0.15], [0.15, 0.35]])
    )


def test_proportional_swing_keeps_the_odds_ratio() -> None:
    """(60/40) / (20/80) = 6 before and after; the country's shares and the turnout hold."""
    table = votes_of(two_places(60, 20), [0.5, 0.5], PROPORTIONAL)
    odds = table[:, 0] / table[:, 1]
    assert odds[0] / odds[1] == pytest.approx(6)
    assert table.sum(axis=0) == pytest.approx([0.5, 0.5])
    assert table.sum(axis=1) == pytest.approx([0.5, 0.5], rel=1e-3)


def test_new_list_is_spread_evenly_where_it_stands() -> None:
    votes = {place: {"a": 50, "b": 50} for place in "PQR"}
    base = base_of(votes, ("a", "b", "new"), {"a": ["a"], "b": ["b"]}, {"new": {"P", "Q"}})
    table = votes_of(base, [0.45, 0.45, 0.1], PROPORTIONAL)
    assert table[:, 2] == pytest.approx([0.05, 0.05, 0])


def test_the_country_holds_where_turnout_contradicts_it() -> None:
    """A list of one place with more votes than that place had: turnout there rises."""
    votes = {"P": {"a": 90}, "Q": {"b": 10}}
    base = base_of(votes, ("a", "b"), {"a": ["a"], "b": ["b"]}, {})
    assert votes_of(base, [0.6, 0.4], NOISY) == pytest.approx(np.array([[0.6, 0], [0, 0.4]]))


SIZES = st.integers(0, 10_000)


@given(
    st.lists(st.tuples(SIZES, SIZES, SIZES, st.integers(1, 10_000)), min_size=1, max_size=6),
    st.lists(st.floats(0.001, 1), min_size=4, max_size=4),
    st.integers(0, 2**32 - 1),
)
def test_every_draw_has_the_country_and_nobody_where_he_does_not_stand(
    rows: list[tuple[int, ...]], shares: list[float], seed: int
) -> None:
    lists = ("a", "b", "c", OTHER)
    votes = {f"P{k}": dict(zip(lists, row, strict=True)) for k, row in enumerate(rows)}
    base = base_of(votes, lists, {one: [one] for one in lists}, {})
    national = np.tile(np.array(shares) / sum(shares), (3, 1))
    noise = np.random.default_rng(seed).standard_normal((3, len(rows), 4))
    table = list_votes(base, national, NOISY, noise)
    assert table.sum(axis=1) == pytest.approx(national, rel=1e-9)
    assert table.min() >= 0
    assert not table[:, ~base.stands].any()


def test_noise_has_the_spread_that_was_asked_for() -> None:
    """A tenth of the votes in each of 400 places: the standard deviation of a sample of 400."""
    votes = {f"P{k}": {"a": 10, "b": 90} for k in range(400)}
    base = base_of(votes, ("a", "b"), {"a": ["a"], "b": ["b"]}, {})
    noise = np.random.default_rng(1).standard_normal((20, 400, 2))
    table = list_votes(base, np.tile([0.1, 0.9], (20, 1)), NOISY, noise)
    shares = table[..., 0] / table.sum(axis=2)
    assert shares.std() == pytest.approx(0.05 * (0.1 * 0.9) ** 0.5, rel=0.1)


def test_candidates_follow_the_lists_of_their_region() -> None:
    """List a doubles in North and halves in South; the candidates do the same."""
    lists = {"North": {"a": 20, "b": 80}, "South": {"a": 40, "b": 60}}
    races = {"N1": {"a": 30, "b": 70}, "S1": {"a": 50, "b": 50}}
    follows = {"a": ["a"], "b": ["b"]}
    before = base_of(lists, ("a", "b"), follows, {})
    known = Races(
        base=base_of(races, ("a", "b"), follows, {}), lists=before, regions=np.array([0, 1])
    )
    now = np.array([[[0.2, 0.3], [0.1, 0.4]]])
    found = candidate_votes(known, now, PROPORTIONAL, np.zeros((1, 2, 2)))[0]
    north = np.array([0.3 * 0.4 / 0.2, 0.7 * 0.6 / 0.8])
    south = np.array([0.5 * 0.2 / 0.4, 0.5 * 0.8 / 0.6])
    assert found == pytest.approx(np.array([north / north.sum(), south / south.sum()]) / 2)
