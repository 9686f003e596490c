"""What lists can build on, worked by hand on three constituencies."""

from __future__ import annotations

import numpy as np
import pytest
from factories import a_list

from formateur.facts import OTHER
from formateur.parliament.predecessors import Base, base_of, predecessors

VOTES = {
    "North": {"red": 60, "blue": 30, OTHER: 10},
    "South": {"red": 10, "blue": 20, "gone": 20},
    "Isle": {"isle": 25, "blue": 25},
}
LISTS = ("red", "blue", "isle", "new", OTHER)


def base(**stands_in: set[str]) -> Base:
    follows = {"red": ("red",), "blue": ("blue",), "isle": ("isle",)}
    return base_of(VOTES, LISTS, follows, stands_in)


def test_shares_are_those_of_the_valid_votes_of_a_place() -> None:
    found = base()
    assert found.places == ("North", "South", "Isle")
    assert found.shares.tolist() == [
        [0.6, 0.3, 0, 0, 0.1],
        [0.2, 0.4, 0, 0, 0],
        [0, 0.5, 0.5, 0, 0],
    ]
    assert found.weights.tolist() == [0.5, 0.25, 0.25]
    assert found.national.tolist() == [0.35, 0.375, 0.125, 0, 0.05]


def test_a_list_stands_where_it_had_votes_and_a_new_one_everywhere() -> None:
    assert base().stands.T.tolist() == [
        [True, True, False],
        [True, True, True],
        [False, False, True],
        [True, True, True],
        [True, False, False],
    ]
    assert base(new={"Isle"}, red={"Isle", "North"}).stands.T.tolist()[:4] == [
        [True, False, True],
        [True, True, True],
        [False, False, True],
        [False, False, True],
    ]


def test_heirs_share_the_votes_where_they_stand() -> None:
    follows = {"rose": ("red",), "coast": ("red", "isle"), "blue": ("blue",)}
    found = base_of(VOTES, ("rose", "coast", "blue"), follows, {"coast": {"South", "Isle"}})
    assert found.shares[:, :2].tolist() == pytest.approx(np.array([[0.6, 0], [0.1, 0.1], [0, 0.5]]))


def test_predecessor_is_the_list_of_the_same_id_unless_others_are_named() -> None:
    assert predecessors(a_list("red"), VOTES["North"]) == ("red",)
    assert predecessors(a_list("new"), VOTES["North"]) == ()
