"""Would a motion pass: positions, and what is not known of them."""

from __future__ import annotations

import numpy as np
import pytest
from factories import a_motion, a_position, may, seat_draws, some_rules

from formateur.facts import Draws, Motion
from formateur.motions import MotionAnswer, answer_motion


def answer(motion: Motion, seats: Draws) -> MotionAnswer:
    house = int(seats.values[0].sum())
    return answer_motion(motion, seats, some_rules(house), np.random.default_rng(8))


def constant(seats: dict[str, int], draws: int = 20_000) -> Draws:
    return seat_draws({one: [held] * draws for one, held in seats.items()})


def test_all_positions_known() -> None:
    seats = seat_draws({"a": [6, 5, 4], "b": [4, 5, 6]})
    motion = a_motion(a_position("a", "support"), a_position("b", "oppose"))
    found = answer(motion, seats)
    assert found.p_carried == pytest.approx(1 / 3)
    assert found.p_if_unknown_oppose == found.p_if_unknown_support == found.p_carried


def test_half_the_house_is_enough_for_half_but_not_for_more_than_half() -> None:
    seats = constant({"a": 60, "b": 60}, draws=3)
    taken = (a_position("a", "support"), a_position("b", "oppose"))
    chances = {
        majority: answer(a_motion(*taken, majority=majority), seats).p_carried
        for majority in ("plain", "absolute", "1/2", "60", "61")
    }
    assert chances == {"plain": 0.0, "absolute": 0.0, "1/2": 1.0, "60": 1.0, "61": 0.0}


def test_unknown_list_votes_as_a_whole_by_a_coin() -> None:
    """Yes needs 7 of 12: a alone never, a and b always, whatever c does."""
    motion = a_motion(a_position("a", "support"), a_position("c", "oppose"))
    found = answer(motion, constant({"a": 4, "b": 5, "c": 3}))
    assert found.p_carried == pytest.approx(0.5, abs=0.015)
    assert (found.p_if_unknown_oppose, found.p_if_unknown_support) == (0.0, 1.0)


def test_two_unknown_lists_vote_independently() -> None:
    motion = a_motion(a_position("a", "support"))
    found = answer(motion, constant({"a": 3, "b": 2, "c": 2}))
    assert found.p_carried == pytest.approx(0.75, abs=0.015), "one of the two is enough"


def test_stated_and_missing_ignorance_are_the_same() -> None:
    seats = constant({"a": 4, "b": 5, "c": 3}, draws=200)
    silent = a_motion(a_position("a", "support"), a_position("c", "oppose"))
    said = a_motion(*silent.positions, a_position("b", "unknown"))
    assert answer(said, seats).p_carried == answer(silent, seats).p_carried
    assert set(answer(said, seats).positions) == {"a", "b", "c"}
    assert set(answer(silent, seats).positions) == {"a", "c"}


def test_split_list_gives_any_number_of_its_seats() -> None:
    """With 4 sure seats of 12, yes needs 3 of the 5 of b: three of the six numbers 0 to 5."""
    motion = a_motion(
        a_position("a", "support"),
        a_position("b", "split"),
        a_position("c", "oppose"),
        majority="absolute",
    )
    found = answer(motion, constant({"a": 4, "b": 5, "c": 3}))
    assert found.p_carried == pytest.approx(0.5, abs=0.015)
    assert found.p_if_unknown_oppose == found.p_carried, "a split list has said where it stands"
    more = answer(a_motion(*motion.positions, majority="5"), constant({"a": 4, "b": 5, "c": 3}))
    assert more.p_carried == pytest.approx(5 / 6, abs=0.015)


def test_rest_of_a_split_list_votes_no() -> None:
    motion = a_motion(a_position("a", "split"))
    found = answer(motion, constant({"a": 3}))
    assert found.p_carried == pytest.approx(0.5, abs=0.015), "2 or 3 of 3 against 1 or 0"


def test_latest_position_counts_in_whatever_order() -> None:
    seats = constant({"a": 7, "b": 5}, draws=2)
    before, after = a_position("a", "oppose", may(1)), a_position("a", "support", may(4))
    for order in ((before, after), (after, before)):
        found = answer(a_motion(*order, a_position("b", "oppose")), seats)
        assert found.p_carried == 1.0
        assert found.positions["a"] is after


def test_positions_of_lists_without_seats_to_win_are_left_out() -> None:
    motion = a_motion(a_position("a", "support"), a_position("gone", "oppose"))
    assert set(answer(motion, constant({"a": 12}, draws=2)).positions) == {"a"}


def test_swing_is_what_hangs_on_a_list() -> None:
    """Absolute in 12: a 4 for, c 3 against, b 5 unknown. With b carried, without b not."""
    motion = a_motion(a_position("a", "support"), a_position("c", "oppose"), majority="absolute")
    found = answer(motion, constant({"a": 4, "b": 5, "c": 3}))
    swings = {one.list: one.swing for one in found.deciders}
    assert swings["b"] == 1.0
    assert swings["a"] == pytest.approx(0.5, abs=0.015), "matters when b says yes"
    assert swings["c"] == pytest.approx(0.5, abs=0.015), "a and c are 7 when b says no"
    assert found.deciders[0].list == "b"
    assert {one.list: one.position for one in found.deciders} == {
        "a": "support",
        "b": "unknown",
        "c": "oppose",
    }


def test_bounds_hold_and_nothing_swings_backwards() -> None:
    values = np.random.default_rng(5).multinomial(120, [0.3, 0.3, 0.2, 0.1, 0.1], size=400)
    seats = Draws(values, tuple("abcde"), "seats", "run")
    taken = (a_position("a", "support"), a_position("b", "oppose"), a_position("c", "split"))
    found = answer(a_motion(*taken), seats)
    assert found.p_if_unknown_oppose < found.p_carried < found.p_if_unknown_support
    swings = [one.swing for one in found.deciders]
    assert swings == sorted(swings, reverse=True)
    assert min(swings) >= 0


def test_position_of_one_list_does_not_stir_the_coins_of_the_others() -> None:
    """Two motions that differ in one position differ by that list alone, draw for draw."""
    seats = constant({"a": 4, "b": 5, "c": 3, "d": 2}, draws=301)
    said = answer(a_motion(a_position("a", "support")), seats)
    against = answer(a_motion(a_position("a", "oppose")), seats)
    assert said.p_carried - against.p_carried == pytest.approx(
        next(one.swing for one in said.deciders if one.list == "a")
    )
