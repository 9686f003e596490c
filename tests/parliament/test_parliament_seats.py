"""From shares to seats under a real law, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import SOURCE, VOTE_DAY, a_result, an_election, knesset_of, vote_draws

from formateur.facts import OTHER, SurplusAgreement
from formateur.law import Rules
from formateur.parliament import chance_to_pass, official_seats, simulate_seats


@pytest.fixture
def knesset() -> Rules:
    """D'Hondt with surplus agreements and a threshold of 3.25 %, in a house of 10."""
    return knesset_of(10).on(VOTE_DAY)


VOTES = vote_draws({"a": [0.48, 0.03], "b": [0.37, 0.86], "c": [0.12, 0.09], OTHER: [0.03, 0.02]})
"""The ten highest averages of draw 1: 48, 24, 16, 12, 9.6 | 37, 18.5, 12.3, 9.25 | 12. In draw 2
`a` is below 3.25 %, and the 9 of `c` is more than a tenth of 86."""


def test_the_law_is_applied_to_every_draw(knesset: Rules) -> None:
    seats = simulate_seats(VOTES, knesset, an_election("abc"))
    assert (seats.lists, seats.unit, seats.run) == (("a", "b", "c"), "seats", VOTES.run)
    assert seats.values.tolist() == [[5, 4, 1], [0, 9, 1]]
    assert chance_to_pass(VOTES, knesset)["a"] == 0.5


def test_others_count_for_the_threshold_and_win_no_seat(knesset: Rules) -> None:
    votes = vote_draws({"a": [0.0326], "b": [0.0324], OTHER: [0.935]})
    assert simulate_seats(votes, knesset, an_election("ab")).values.tolist() == [[10, 0]]


def test_agreement_counts_when_both_lists_have_draws(knesset: Rules) -> None:
    """The fifth average of b and c together, 9.10 %, beats the sixth of a, 9.08 %."""
    votes = vote_draws({"a": [0.545], "b": [0.28], "c": [0.175], OTHER: [0.0]})
    agreement = SurplusAgreement(lists=("b", "c"), date=VOTE_DAY, source=SOURCE)
    elsewhere = SurplusAgreement(lists=("a", "gone"), date=VOTE_DAY, source=SOURCE)
    alone = an_election("abc")
    allied = replace(alone, agreements=(elsewhere, agreement))
    assert simulate_seats(votes, knesset, alone).values.tolist() == [[6, 3, 1]]
    assert simulate_seats(votes, knesset, allied).values.tolist() == [[5, 3, 2]]


def test_official_seats_are_the_result_in_every_draw() -> None:
    election = replace(an_election("abc"), results=(a_result("b", 70, 7), a_result("a", 30, 3)))
    seats = official_seats(VOTES, election)
    assert (seats.lists, seats.values.tolist()) == (("a", "b", "c"), [[3, 7, 0]] * 2)
