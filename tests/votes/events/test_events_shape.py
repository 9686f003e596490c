"""How an event shows in a poll: by the part of the fieldwork that lies after it."""

from __future__ import annotations

import numpy as np
import pytest
from events_cases import an_event, before
from factories import a_poll
from hypothesis import given
from hypothesis import strategies as st

from formateur.votes.events.shape import KEPT, left_on, moment_of, shifts


def parts(start: int, end: int, moment: float) -> tuple[float, float]:
    """Fieldwork from one day before the vote to another, and an event so many days before it."""
    poll = a_poll("p", start=before(start), end=before(end))
    lasting, passing = shifts([poll], np.array([before(0).toordinal() - moment]))
    return float(lasting[0, 0]), float(passing[0, 0])


def test_an_hour_is_a_fraction_of_the_day_and_noon_stands_for_an_unknown_one() -> None:
    day = before(5).toordinal()
    assert moment_of(an_event("e", 5, time="18:00")) == day + 0.75
    assert moment_of(an_event("e", 5)) == day + 0.5


def test_a_poll_before_sees_nothing_and_one_after_sees_all_that_lasts() -> None:
    assert parts(9, 8, 7.0) == (0.0, 0.0)
    lasting, passing = parts(6, 5, 7.0)
    assert lasting == 1.0
    assert KEPT**3 < passing < KEPT


def test_a_poll_across_sees_the_part_after() -> None:
    assert parts(8, 7, 7.5)[0] == pytest.approx(0.75)
    assert parts(8, 8, 7.5)[0] == pytest.approx(0.5)


@given(st.integers(1, 20), st.integers(0, 6), st.floats(0.0, 25.0))
def test_the_passing_part_never_exceeds_the_lasting_one(
    end: int, length: int, moment: float
) -> None:
    lasting, passing = parts(end + length, end, moment)
    assert 0.0 <= passing <= lasting <= 1.0 + 1e-12


def test_what_is_left_on_the_day_of_the_vote() -> None:
    assert left_on(before(0).toordinal(), moment_of(an_event("e", 7))) == pytest.approx(KEPT**7)
