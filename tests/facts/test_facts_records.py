"""Arrays with named columns, and the two records that look things up."""

from __future__ import annotations

import numpy as np
import pytest
from factories import a_list, an_election, may, seat_draws

from formateur.facts import Draws

SEATS = seat_draws({"a": [1, 2, 3], "b": [4, 4, 1]})


def test_column_and_total() -> None:
    assert len(SEATS) == 3
    assert SEATS["b"].tolist() == [4, 4, 1]
    assert SEATS.total(["b", "a"]).tolist() == [5, 6, 4]
    assert SEATS.total([]).tolist() == [0, 0, 0]


def test_joint_question_is_a_filter() -> None:
    kept = SEATS.where(SEATS["a"] > SEATS["b"])
    assert kept.values.tolist() == [[3, 1]]
    assert (kept.lists, kept.unit, kept.run) == (SEATS.lists, SEATS.unit, SEATS.run)


def test_unknown_column_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="c"):
        SEATS["c"]


@pytest.mark.parametrize("shape", [(3,), (3, 1), (3, 3), (2, 3, 2)])
def test_shape_must_fit_the_lists(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="do not fit 2 lists"):
        Draws(np.zeros(shape), ("a", "b"), "share", "run")


def test_values_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        SEATS["a"][0] = 7


def test_election_finds_its_lists() -> None:
    election = an_election(["a", "b"])
    assert election.list("b") is election.lists[1]
    with pytest.raises(KeyError, match="c"):
        election.list("c")


def test_list_stands_from_its_first_day_to_the_day_before_its_last() -> None:
    one = a_list("a", founded=may(3), ended=may(5))
    assert [one.stands(may(day)) for day in (2, 3, 4, 5)] == [False, True, True, False]
    assert a_list("b").stands(may(1))
