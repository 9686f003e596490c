"""The majorities that a motion may need."""

from __future__ import annotations

import numpy as np
import pytest

from formateur.motions import carried, is_majority, seats_needed


@pytest.mark.parametrize("text", ["plain", "absolute", "none", "2/3", "1/2", "3/3", "1", "80"])
def test_majorities(text: str) -> None:
    assert is_majority(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "simple",
        "Plain",
        "0",
        "-5",
        "61.5",
        "2/",
        "/3",
        "0/3",
        "4/3",
        "1/0",
        "2 / 3",
        "66%",
        "²",
    ],
)
def test_no_majorities(text: str) -> None:
    assert not is_majority(text)


@pytest.mark.parametrize(
    ("majority", "house", "seats"),
    [
        ("plain", 120, None),
        ("absolute", 120, 61),
        ("absolute", 349, 175),
        ("2/3", 120, 80),
        ("2/3", 121, 81),
        ("2/3", 349, 233),
        ("1/2", 120, 60),
        ("3/3", 120, 120),
        ("80", 120, 80),
    ],
)
def test_seats_needed(majority: str, house: int, seats: int | None) -> None:
    assert seats_needed(majority, house) == seats


@pytest.mark.parametrize(
    ("majority", "passed"),
    [
        ("plain", [True, True, False, False]),
        ("absolute", [False, True, False, False]),
        ("1/2", [False, True, True, False]),
        ("5", [True, True, True, False]),
    ],
)
def test_carried(majority: str, passed: list[bool]) -> None:
    """A house of 12: five to four with three absent, seven to five, six to six, four to eight."""
    yes, no = np.array([5, 7, 6, 4]), np.array([4, 5, 6, 8])
    assert carried(majority, 12, yes, no).tolist() == passed
