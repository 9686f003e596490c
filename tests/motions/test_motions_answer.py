"""What becomes of a motion: positions, cabinets, and what is not known of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from factories import a_motion, a_position, may
from hypothesis import given, settings
from hypothesis import strategies as st
from motion_cases import a_house, answer

from formateur.facts import Position
from formateur.motions import supposing

SEATS = {"a": 40, "b": 50, "c": 30}


def test_known_positions_decide_but_for_changes_of_mind() -> None:
    """Each list keeps its word in nine of ten, and else abstains or turns round alike."""
    motion = a_motion(a_position("a", "support"), *(a_position(one, "oppose") for one in "bc"))
    turns = {1: 0.9, 0: 0.05, -1: 0.05}
    exact = sum(
        turns[a] * turns[b] * turns[c]
        for a, b, c in product(turns, repeat=3)
        if 40 * a - 50 * b - 30 * c > 0
    )
    assert answer(motion, a_house(SEATS)).p_carried == pytest.approx(exact, abs=0.02)


def test_an_unknown_list_votes_as_a_whole_by_a_coin() -> None:
    motion = a_motion(a_position("a", "support"), a_position("c", "oppose"), majority="absolute")
    found = answer(motion, a_house(SEATS))
    assert found.p_carried == pytest.approx(0.5, abs=0.1)
    assert found.p_if_unknown_toss == found.p_carried
    assert found.p_if_unknown_oppose < 0.15
    assert found.p_if_unknown_support > 0.85
    assert found.p_range[0] < found.p_carried < found.p_range[1]
    assert found.deciders[0].list == "b"
    assert found.deciders[0].banzhaf == 1


def test_stated_and_missing_ignorance_are_the_same() -> None:
    silent = a_motion(a_position("a", "support"), a_position("c", "oppose"))
    said = a_motion(*silent.positions, a_position("b", "unknown"))
    house = a_house(SEATS, draws=300)
    assert answer(said, house).p_carried == answer(silent, house).p_carried
    assert set(answer(said, house).positions) == {"a", "b", "c"}


def test_neighbours_say_something_of_a_list_that_has_not_spoken() -> None:
    motion = a_motion(a_position("a", "support"), a_position("c", "oppose"))
    house = a_house(SEATS)
    near_a = answer(motion, house, places={"a": 7, "b": 7.5, "c": 2})
    near_c = answer(motion, house, places={"a": 7, "b": 2.5, "c": 2})
    coin = answer(motion, house)
    assert near_c.p_carried < coin.p_carried < near_a.p_carried
    assert near_a.p_if_unknown_toss == coin.p_carried
    grounds = {one.list: one.standing.ground for one in near_a.deciders}
    assert grounds == {"a": "stated", "b": "neighbours", "c": "stated"}


def test_a_cabinet_binds_its_lists() -> None:
    motion = a_motion(a_position("a", "support"), a_position("c", "oppose"))
    alone = answer(motion, a_house(SEATS))
    bound = answer(motion, a_house(SEATS, cabinet="ab", head="a"))
    against = answer(motion, a_house(SEATS, cabinet="bc", head="b"))
    assert against.p_carried < alone.p_carried < bound.p_carried
    assert alone.p_brought == 0
    assert alone.p_if_brought is None
    assert bound.p_brought > 0.4
    assert bound.p_if_brought is not None
    assert bound.p_if_brought > bound.p_carried


def test_a_government_brings_what_its_head_and_most_of_its_seats_are_for() -> None:
    motion = a_motion(a_position("a", "support"), a_position("b", "oppose"))
    led = answer(motion, a_house(SEATS, cabinet="a", head="a"))
    outweighed = answer(motion, a_house(SEATS, cabinet="ab", head="a"))
    assert led.p_brought == pytest.approx(0.9, abs=0.02)
    assert outweighed.p_brought < 0.2


def test_parliament_is_asked_only_where_it_must_be() -> None:
    house = a_house(SEATS, cabinet="a", head="a")
    motion = a_motion(a_position("a", "support"), *(a_position(one, "oppose") for one in "bc"))
    required = answer(motion, house)
    customary = answer(replace(motion, parliament="customary"), house)
    alone = answer(replace(motion, majority="none"), house)
    assert required.p_passed < 0.2
    assert customary.p_passed == customary.p_brought == pytest.approx(0.9, abs=0.02)
    assert alone.p_carried == alone.p_brought == customary.p_brought
    assert alone.motion.needed == "no"


def test_governments_are_told_apart_and_none_comes_last() -> None:
    motion = a_motion(a_position("a", "support"), a_position("c", "oppose"))
    house = a_house(SEATS, cabinet="ab", head="a", draws=1000)
    mask, head, inside = house.cabinet.copy(), house.head.copy(), house.inside.copy()
    mask[:700], head[:700], inside[:700] = 0, -1, 0
    found = answer(motion, replace(house, cabinet=mask, head=head, inside=inside)).given
    assert [(one.members, one.draws) for one in found] == [(("a", "b"), 300), ((), 700)]
    assert found[1].p_brought == 0


def test_the_outgoing_house_answers_for_itself() -> None:
    motion = a_motion(a_position("a", "support"), *(a_position(one, "oppose") for one in "bc"))
    then = a_house({"a": 100, "b": 10, "gone": 10}, cabinet="a", head="a", draws=500)
    found = answer(motion, a_house(SEATS), outgoing=then)
    assert found.outgoing is not None
    assert found.outgoing.seats == {"a": 100, "b": 10, "gone": 10}
    assert found.outgoing.p_carried > 0.8 > found.p_carried


def test_who_abstains_is_missed_where_seats_are_counted_and_else_not() -> None:
    seats = {"a": 45, "b": 40, "c": 35}
    motion = a_motion(a_position("a", "support"), a_position("b", "oppose"))
    house = a_house(seats)
    aside = supposing(motion, {"c": "abstain"})
    assert answer(aside, house).p_carried > 0.7
    assert answer(replace(aside, majority="absolute"), house).p_carried < 0.2


def test_a_split_list_gives_any_part_of_its_votes() -> None:
    motion = a_motion(a_position("a", "split"))
    found = answer(motion, a_house({"a": 99}))
    assert found.p_carried == pytest.approx(0.5, abs=0.03)
    assert found.deciders[0].banzhaf == 1


def test_the_latest_position_counts() -> None:
    before, after = a_position("a", "oppose", may(1)), a_position("a", "support", may(4))
    for order in ((before, after), (after, before)):
        found = answer(a_motion(*order, a_position("b", "oppose")), a_house({"a": 7, "b": 5}))
        assert found.positions["a"] is after


def test_what_is_supposed_replaces_what_was_said() -> None:
    motion = a_motion(a_position("a", "support", may(1)), a_position("a", "support", may(4)))
    changed = supposing(motion, {"a": "oppose", "b": "unknown"})
    assert {one.list: one.position for one in changed.positions} == {"a": "oppose", "b": "unknown"}
    assert supposing(motion, {}) is motion


positions = st.sampled_from(["support", "oppose", "abstain", "unknown"])
lower = st.sampled_from(["oppose", "abstain", "unknown"])


@settings(max_examples=60, deadline=None)
@given(
    held=st.lists(st.integers(1, 60), min_size=3, max_size=5),
    said=st.lists(positions, min_size=4, max_size=4),
    before=lower,
    places=st.lists(st.none() | st.floats(0, 10), min_size=5, max_size=5),
    majority=st.sampled_from(["plain", "absolute", "2/3", "30", "none"]),
    bound=st.sets(st.sampled_from("abcde")),
)
def test_one_more_supporter_never_lowers_the_chance(
    held: list[int],
    said: list[Position],
    before: Position,
    places: list[float | None],
    majority: str,
    bound: set[str],
) -> None:
    """Draw for draw, whatever the rest do, from any other position but a split one."""
    lists = "abcde"[: len(held)]
    cabinet = [one for one in lists if one in bound]
    house = a_house(
        dict(zip(lists, held, strict=True)),
        cabinet=cabinet,
        head=cabinet[0] if cabinet else "",
        draws=60,
    )
    others = [a_position(one, p) for one, p in zip(lists[1:], said, strict=False)]
    at = {one: p for one, p in zip(lists, places, strict=False) if p is not None}

    def chance(position: Position) -> tuple[float, float]:
        motion = a_motion(a_position("a", position), *others, majority=majority)
        found = answer(motion, house, places=at)
        return found.p_carried, found.p_brought

    less, more = chance(before), chance("support")
    assert more[0] >= less[0]
    assert more[1] >= less[1]
