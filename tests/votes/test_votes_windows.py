"""Which polls the reference uses, and what it says of the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from factories import may
from vote_cases import percent_poll

from formateur.facts import Poll
from formateur.language import in_english
from formateur.votes import PollUse
from formateur.votes.windows import choose_polls

FIGURES = {"a": 60.0, "b": 40.0}
BOTH = frozenset("ab")


def poll(house: str, days_before: int) -> Poll:
    return percent_poll(house, FIGURES, end=may(31) - timedelta(days=days_before))


def uses(*polls: Poll) -> list[PollUse]:
    return choose_polls(polls, may(31), BOTH)


def test_the_latest_poll_of_each_house_is_used() -> None:
    chosen = uses(poll("One", 9), poll("ONE", 3), poll("Two", 5))
    assert [(use.poll.pollster, use.used, use.weight) for use in chosen] == [
        ("ONE", True, 0.5),
        ("Two", True, 0.5),
        ("One", False, 0.0),
    ]
    assert [in_english(use.reason) for use in chosen] == [
        "used",
        "used",
        "a later poll of the same house is used",
    ]


@pytest.mark.parametrize(
    ("days_before", "reason"),
    [
        (-1, "fieldwork had not ended"),
        (0, "used"),
        (28, "used"),
        (29, "fieldwork ended more than 28 days before"),
    ],
)
def test_the_window_includes_both_its_ends(days_before: int, reason: str) -> None:
    assert [in_english(use.reason) for use in uses(poll("One", days_before))] == [reason]


def test_an_exit_poll_is_never_used_and_does_not_stand_in_for_its_house() -> None:
    exit_poll = replace(poll("One", 0), kind="exit")
    assert [in_english(use.reason) for use in uses(exit_poll, poll("One", 2))] == [
        "exit poll",
        "used",
    ]


@pytest.mark.parametrize("figures", [{"gone": 50.0}, {"a": "<"}, {"a": 0.0}, {}])
def test_a_poll_without_a_figure_is_passed_over(figures: dict[str, float | str]) -> None:
    empty = percent_poll("One", figures, end=may(30))
    assert [in_english(use.reason) for use in uses(empty, poll("One", 2))] == [
        "prints no figure of a list that stands",
        "used",
    ]


def test_of_two_polls_of_one_day_the_later_published_is_used_in_whatever_order() -> None:
    early = replace(poll("One", 5), id="z", published=may(27))
    late = replace(poll("One", 5), id="a", published=may(28))
    assert uses(early, late) == uses(late, early)
    assert [use.poll.id for use in uses(early, late) if use.used] == ["a"]
