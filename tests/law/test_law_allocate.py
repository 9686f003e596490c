"""One result: thresholds, agreements, ties, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from law_cases import D_HONDT, HARE, last_seat_of, national, rules

from formateur.errors import LawError
from formateur.law import BallotDraws, Ballots, ElectionFacts, allocate, allocate_draws
from formateur.law.steps import STEPS


def test_list_exactly_at_the_threshold_is_in() -> None:
    made = rules(seats=10, threshold="13/400")
    allocation = national(made, {"at": 13, "under": 12, "rest": 375})
    assert allocation.below_threshold == ("under",)
    allocation = national(rules(seats=40, threshold="13/400"), {"at": 13, "rest": 387})
    assert allocation.seats["at"] == 1


def test_valid_votes_of_lists_not_given_raise_the_threshold() -> None:
    made = rules(seats=10, threshold="1/10")
    votes = {"a": 10, "b": 90}
    assert national(made, votes).below_threshold == ()
    assert national(made, votes, valid_votes=101).below_threshold == ("a",)


def test_other_counts_and_never_wins() -> None:
    allocation = national(rules(seats=10, threshold="1/10"), {"a": 9, "b": 50, "other": 41})
    assert allocation.seats == {"a": 0, "b": 10, "other": 0}
    assert allocation.below_threshold == ("a",)


def test_agreement_wins_a_seat_that_the_lists_alone_would_not() -> None:
    made = rules(seats=5, agreements=True)
    votes = {"a": 30, "b": 14, "c": 15}
    assert national(made, votes).seats == {"a": 3, "b": 1, "c": 1}
    joined = national(made, votes | {"a": 25}, [("b", "c")])
    assert joined.seats == {"a": 2, "b": 1, "c": 2}
    assert joined.lapsed == ()
    assert joined.trace[-1].text == "b + c, 3 seats: b 1, c 2"


@pytest.mark.parametrize("pair", [("a", "small"), ("small", "a"), ("a", "unknown")])
def test_agreement_lapses_with_a_partner_who_is_out(pair: tuple[str, str]) -> None:
    made = rules(seats=5, threshold="1/10", agreements=True)
    allocation = national(made, {"a": 30, "b": 15, "small": 4}, [pair])
    assert allocation.lapsed == (pair,)
    assert allocation.seats == {"a": 4, "b": 1, "small": 0}


def test_agreements_lapse_under_a_law_without_them() -> None:
    assert national(rules(), {"a": 1, "b": 1}, [("a", "b")]).lapsed == (("a", "b"),)


def test_lot_is_reported_and_follows_the_seed() -> None:
    made = rules(seats=1)
    votes = {"a": 10, "b": 10, "c": 5}
    allocations = [national(made, votes, seed=seed) for seed in range(20)]
    assert {tie.resolved_by for one in allocations for tie in one.ties} == {"lot"}
    assert {one.ties[0].winners for one in allocations} == {(("a",),), (("b",),)}
    assert allocations[3] == national(made, votes, seed=3)
    assert allocations[0].ties[0].contenders == (("a",), ("b",))


def test_level_lists_that_all_get_a_seat_are_no_tie() -> None:
    assert national(rules(seats=2), {"a": 10, "b": 10}).ties == ()


@pytest.mark.parametrize("allocation", [D_HONDT, HARE])
def test_lot_among_those_with_equally_many_votes(allocation: str) -> None:
    made = rules(allocation, seats=1, ties="more-votes")
    (tie,) = national(made, {"a": 10, "b": 10}).ties
    assert tie.resolved_by == "lot"


def test_tie_of_remainders_goes_to_more_votes() -> None:
    # quotas 1.5, 0.5 and 1: one seat is left for two equal remainders
    made = rules(HARE, seats=3, ties="more-votes")
    allocation = national(made, {"small": 10, "large": 30, "even": 20})
    assert allocation.seats == {"small": 0, "large": 2, "even": 1}
    assert allocation.ties[0].resolved_by == "more-votes"


def test_single_list_has_no_runner_up() -> None:
    assert last_seat_of(national(rules(seats=3), {"a": 10})) is None


def test_remainders_around_the_last_seat_are_told() -> None:
    """Quotas of 100: a has 30 votes over, b 20 and c 50; a vote more adds a third to a quota."""
    allocation = national(rules(HARE, seats=3), {"a": 130, "b": 120, "c": 50})
    assert allocation.seats == {"a": 1, "b": 1, "c": 1}
    last = last_seat_of(allocation)
    assert last is not None
    assert (last.winner, last.runner_up) == (("c",), ("a",))
    assert (last.quotients, last.measure) == ((50.0, 30.0), "remainder")
    # with 30 votes more a quota is 110, and a has 50 over as well
    assert last.votes_missing == 31
    assert "c (remainder 50.00); a (30.00) came next, 31 votes short" in allocation.trace[-1].text


def test_whole_quotas_alone_have_no_runner_up() -> None:
    assert last_seat_of(national(rules(HARE, seats=3), {"a": 200, "b": 100})) is None


@pytest.mark.parametrize(
    ("votes", "valid_votes", "word"),
    [
        ({}, None, "no valid votes"),
        ({"a": 0, "b": 0}, None, "no valid votes"),
        ({"a": 5, "b": -1}, None, "'b' are -1"),
        ({"a": 5.5}, None, "whole numbers"),
        ({"a": 5, "b": 6}, 10, "more than the 10 valid votes"),
        ({"a": 5, "b": 6}, 1000, "below the threshold of 5 %"),
        ({"a": 0, "other": 6}, None, "no list has the votes"),
    ],
)
def test_impossible_votes_are_refused(
    votes: Mapping[str, int], valid_votes: int | None, word: str
) -> None:
    with pytest.raises(LawError, match=word) as caught:
        national(rules(threshold="1/20"), votes, valid_votes=valid_votes)
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    ("steps", "alliances"),
    [
        ((HARE,), ()),
        (("join-alliances", D_HONDT, "split-surplus-agreements:d-hondt"), (("a", "b"),)),
    ],
)
def test_seats_without_candidates_are_refused(
    steps: tuple[str, ...], alliances: tuple[tuple[str, ...], ...]
) -> None:
    made = replace(rules(seats=4), steps=tuple(STEPS[name] for name in steps))
    facts = ElectionFacts(alliances=alliances, most_seats={"national": {"a": 1}})
    votes = {"a": 60, "b": 20, "c": 20}
    with pytest.raises(LawError, match=r"'a' wins . seats and has candidates for 1"):
        allocate(made, Ballots.nationwide(votes), facts)
    draws = BallotDraws.nationwide(np.array([list(votes.values())]), tuple(votes))
    with pytest.raises(LawError, match=r"'a' wins . seats in a draw and has candidates for 1"):
        allocate_draws(made, draws, facts)


@pytest.mark.parametrize("pairs", [[("a", "a")], [("a", "b"), ("b", "c")]])
def test_list_may_be_in_one_agreement_only(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(LawError, match="named twice"):
        national(rules(agreements=True), {"a": 1, "b": 1, "c": 1}, pairs)
