"""Cells of polls: percent and seats, bounds, mergers, withdrawals."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import a_list, may
from vote_cases import merged, percent_poll, seat_poll

from formateur.facts import ElectoralList, Poll
from formateur.votes.cells import Cell, lineage, poll_cells

AB = (a_list("a"), a_list("b"))


def cells(poll: Poll, *lists: ElectoralList) -> dict[str, Cell]:
    return poll_cells(poll, lineage(lists or AB, may(15)), threshold=0.04, below_centre=0.5)


def test_a_percentage_is_a_share_of_hundred() -> None:
    assert cells(percent_poll("One", {"a": 26.5, "b": 30})) == {
        "a": Cell(share=0.265),
        "b": Cell(share=0.30),
    }


def test_percentages_above_hundred_are_divided_by_their_sum() -> None:
    found = cells(percent_poll("One", {"a": 63, "b": 42}))
    assert (found["a"].share, found["b"].share) == pytest.approx((0.6, 0.4))


def test_percentages_are_divided_by_what_the_undecided_leave() -> None:
    poll = replace(percent_poll("One", {"a": 40, "b": "<4"}), undecided=20.0)
    found = cells(poll)
    assert found["a"].share == pytest.approx(0.5)
    assert found["b"].below == pytest.approx(0.05)


def test_undecided_that_were_left_out_already_change_nothing() -> None:
    poll = replace(percent_poll("One", {"a": 60, "b": 40}), undecided=20.0)
    assert cells(poll) == cells(replace(poll, undecided=0.0))


def test_a_seat_poll_has_seats_printed_percentages_and_bounds() -> None:
    lists = [a_list(one) for one in "abcde"]
    poll = seat_poll("One", {"a": 60, "b": "2.3%", "c": "<", "d": "<2.5", "e": 0})
    assert cells(poll, *lists) == {
        "a": Cell(seats=60),
        "b": Cell(share=0.023),
        "c": Cell(below=0.04),
        "d": Cell(below=0.025),
        "e": Cell(below=0.04),
    }


def test_a_list_that_a_poll_does_not_print_has_no_cell() -> None:
    assert set(cells(percent_poll("One", {"a": 50}))) == {"a"}


def test_withdrawn_lists_drop_out_and_the_others_share_their_place() -> None:
    gone = merged("gone", "", may(1))
    found = cells(percent_poll("One", {"a": 40, "b": 40, "gone": 20}), *AB, gone)
    assert (found["a"].share, found["b"].share) == pytest.approx((0.5, 0.5))


def test_seats_of_a_withdrawn_list_raise_printed_percentages_and_bounds() -> None:
    gone = merged("gone", "", may(1))
    found = cells(seat_poll("One", {"a": 114, "b": "1.9%", "gone": 6}), *AB, gone)
    assert found["b"].share == pytest.approx(0.02)
    assert found["a"] == Cell(seats=114)


def test_a_merged_list_is_the_sum_of_its_parents() -> None:
    lists = [a_list("a"), merged("x", "b", may(1)), merged("y", "b", may(1)), a_list("b")]
    assert cells(seat_poll("One", {"a": 100, "x": 12, "y": 8}), *lists)["b"] == Cell(seats=20)
    found = cells(percent_poll("One", {"a": 50, "x": 7, "y": 5}), *lists)["b"]
    assert found.share == pytest.approx(0.12)


def test_a_parent_below_the_threshold_adds_the_middle_of_what_it_may_have() -> None:
    lists = [a_list("a"), merged("x", "b", may(1)), merged("y", "b", may(1)), a_list("b")]
    found = cells(seat_poll("One", {"a": 112, "x": 8, "y": "<"}), *lists)["b"]
    assert found == Cell(seats=8, share=0.02)


def test_mergers_are_followed_through_a_chain() -> None:
    lists = [a_list("a"), merged("x", "y", may(1)), merged("y", "b", may(5)), a_list("b")]
    found = cells(percent_poll("One", {"a": 50, "x": 6}), *lists)
    assert found["b"].share == pytest.approx(0.06)


@pytest.mark.parametrize(("merged_on", "share"), [(11, 0.36), (10, 0.30)])
def test_parents_add_to_a_list_that_is_printed_too_if_the_poll_was_earlier(
    merged_on: int, share: float
) -> None:
    lists = [a_list("a"), a_list("b"), merged("x", "b", may(merged_on))]
    poll = percent_poll("One", {"a": 50, "b": 30, "x": 6}, end=may(10))
    assert cells(poll, *lists)["b"].share == pytest.approx(share)


def test_a_list_that_merges_later_still_stands() -> None:
    lists = [a_list("a"), a_list("b"), merged("x", "b", may(16))]
    assert lineage(lists, may(15)).standing == ("a", "b", "x")
