"""Chances, days and ranges in words."""

from __future__ import annotations

from datetime import date

import pytest
from documents import document

from formateur.reporting.record import Spread
from formateur.reporting.sentences import motion_sentence
from formateur.reporting.words import (
    and_list,
    day,
    distance,
    in_cell,
    of_50,
    seat_range,
    share_range,
)


@pytest.mark.parametrize(
    ("p", "told"),
    [
        (0.0, "0 of 50"),
        (0.00005, "fewer than 1 of 50"),
        (0.0099, "fewer than 1 of 50"),
        (0.0101, "1 of 50"),
        (0.18, "9 of 50"),
        (0.5, "25 of 50"),
        (0.9899, "49 of 50"),
        (0.9901, "more than 49 of 50"),
        (0.99995, "more than 49 of 50"),
        (1.0, "50 of 50"),
    ],
)
def test_chances_are_counts_and_only_the_certain_is_told_as_certain(p: float, told: str) -> None:
    assert of_50(p) == told
    assert in_cell(p) == told.replace("fewer than ", "<").replace("more than ", ">")


@pytest.mark.parametrize(
    ("words", "told"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_words_are_joined(words: list[str], told: str) -> None:
    assert and_list(words) == told


def test_days() -> None:
    assert day(date(2019, 9, 4)) == "Wednesday 4 September 2019"
    assert [distance(days) for days in (3, 1, 0, -1, -30)] == [
        "3 days before the vote",
        "1 day before the vote",
        "the day of the vote",
        "1 day after the vote",
        "30 days after the vote",
    ]


def a_spread(low: float, middle: float, high: float) -> Spread:
    return Spread(mean=middle, q05=low, q25=low, q50=middle, q75=high, q95=high)


def test_ranges() -> None:
    assert seat_range(a_spread(29, 32, 35)) == "32 (29–35)"
    assert seat_range(a_spread(0, 0, 4)) == "0 (0–4)"
    assert seat_range(a_spread(32, 32, 32)) == "32"
    assert share_range(a_spread(23.96, 26.14, 28.4)) == "26.1 (24–28)"
    assert share_range(a_spread(25.95, 25.95, 25.95)) == "25.95"


def test_motion_that_needs_more_than_a_plain_majority_says_how_many_seats() -> None:
    motion = document().motions[0]
    assert "a majority for it" in motion_sentence(motion)
    weighty = motion.model_copy(update={"seats_needed": 80})
    assert "the 80 seats that it needs" in motion_sentence(weighty)
