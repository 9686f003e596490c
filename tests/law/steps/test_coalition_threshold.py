"""Coalitions of Italy's proportional seats: who bids, who counts, who wins."""

from __future__ import annotations

from datetime import date
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.errors import LawError
from formateur.law import (
    Allocation,
    BallotDraws,
    Ballots,
    ElectionFacts,
    allocate,
    count_draws,
    load_law,
)

LAW = load_law("it-camera-proportional")
RULES = LAW.on(date(2022, 9, 25))
LISTS = ("a", "b", "c", "d", "e", "other")
COALITIONS = (("a", "b", "c"), ("d", "e"))


class FirstInOrder:
    def permutation(self, number: int) -> range:
        return range(number)


def counted(votes: dict[str, int], *coalitions: tuple[str, ...]) -> Allocation:
    return allocate(RULES, Ballots.nationwide(votes), ElectionFacts(alliances=coalitions))


def seats_of(
    day: date, votes: dict[str, int], coalitions: tuple[tuple[str, ...], ...], valid_votes: int
) -> dict[str, int]:
    facts = ElectionFacts(alliances=coalitions, exempt=frozenset({"SVP"}), valid_votes=valid_votes)
    allocation = allocate(LAW.on(day), Ballots.nationwide(votes), facts)
    return {name: seats for name, seats in allocation.seats.items() if seats}


def test_2018() -> None:
    """The proportional seats of 4 March 2018; votes to within the published shares."""
    votes = {"M5S": 10_732_066, "PD": 6_161_896, "+Europa": 841_468, "Insieme": 190_601}
    votes |= {"Civica Popolare": 178_107, "SVP": 134_651, "Lega": 5_698_687, "FI": 4_596_956}
    votes |= {"FdI": 1_429_550, "NcI": 427_152, "LeU": 1_114_799, "PaP": 372_179}
    left = ("PD", "+Europa", "Insieme", "Civica Popolare", "SVP")
    seats = {"M5S": 133, "PD": 86, "SVP": 2, "Lega": 73, "FI": 59, "FdI": 19, "LeU": 14}
    right = ("Lega", "FI", "FdI", "NcI")
    assert seats_of(date(2018, 3, 4), votes, (right, left), 32_841_705) == seats


def test_2022() -> None:
    """Votes and seats as the Ministry of the Interior gave them on 27 September 2022.

    Those of the SVP follow from its share.
    """
    votes = {"FdI": 7_300_628, "Lega": 2_464_176, "FI": 2_279_130, "NM": 255_714}
    votes |= {"PD": 5_355_086, "AVS": 1_019_208, "+Europa": 793_925, "IC": 169_405}
    votes |= {"M5S": 4_333_748, "Azione": 2_186_658, "SVP": 117_010}
    coalitions = (("FdI", "Lega", "FI", "NM"), ("PD", "AVS", "+Europa", "IC"))
    seats = {"FdI": 69, "Lega": 23, "FI": 22, "PD": 57, "AVS": 11, "M5S": 41, "Azione": 21}
    found = seats_of(date(2022, 9, 25), votes, coalitions, 28_087_000)
    assert found == seats | {"SVP": 1}


def test_lists_between_one_and_three_percent_bring_votes_and_lists_below_do_not() -> None:
    votes = {"a": 100_000, "b": 29_999, "c": 9_999, "d": 860_002}
    allocation = counted(votes, ("a", "b", "c"))
    told = [line.text for line in allocation.trace if line.step == "coalition-threshold"]
    assert told[0] == "a + b + c: a coalition with 129,999 votes that count"
    assert allocation.seats == {"a": 32, "b": 0, "c": 0, "d": 213}
    assert allocation.below_threshold == ("b", "c")


@pytest.mark.parametrize(("small", "seats"), [(30_000, 8), (29_999, 0)])
def test_in_a_coalition_below_ten_percent_every_list_stands_alone(small: int, seats: int) -> None:
    votes = {"a": 60_000, "b": small, "d": 1_000_000 - 60_000 - small}
    allocation = counted(votes, ("a", "b"))
    assert allocation.seats["b"] == (7 if seats else 0)
    assert allocation.lapsed == (("a", "b"),)


def test_a_coalition_of_small_lists_alone_is_out() -> None:
    votes = dict.fromkeys("abc", 29_000) | {"d": 913_000}
    allocation = counted(votes, ("a", "b", "c"))
    assert allocation.seats == {"a": 0, "b": 0, "c": 0, "d": 245}


def test_nobody_qualifies() -> None:
    votes = {f"list {n}": 10 for n in range(50)}
    with pytest.raises(LawError, match="below the threshold of 3 %"):
        counted(votes)


VOTES = st.one_of(st.integers(0, 100), st.sampled_from([1, 3, 10, 87]), st.integers(0, 10**7))


@given(votes=st.lists(VOTES, min_size=6, max_size=6).filter(any))
def test_draws_mean_the_same(votes: list[int]) -> None:
    facts = ElectionFacts(alliances=COALITIONS, exempt=frozenset({"e"}))
    draws = BallotDraws.nationwide(np.array([votes]), LISTS)
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        try:
            exact = allocate(RULES, Ballots.nationwide(dict(zip(LISTS, votes, strict=True))), facts)
        except LawError:
            with pytest.raises(LawError):
                count_draws(RULES, draws, facts)
            return
    assert sum(exact.seats.values()) == 245
    assert count_draws(RULES, draws, facts).totals[0].tolist() == list(exact.seats.values())
