"""The reference estimator as a whole."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from factories import may
from hypothesis import given, settings
from hypothesis import strategies as st
from vote_cases import ERRORS, estimate, merged, percent_poll, seat_poll, with_polls

from formateur.errors import NotEnoughPollsError
from formateur.facts import OTHER, Election, Poll, as_of
from formateur.folder import open_election
from formateur.language import in_english
from formateur.votes import Estimator, Horizon, Reference, reference_for
from formateur.votes.closed_error import closing_factor, with_error

THREE = {"a": 50.0, "b": 30.0, "c": 15.0}


def told_notes(election: Election) -> str:
    return " ".join(in_english(note) for note in estimate(election).notes)


def test_it_is_an_estimator() -> None:
    estimator: Estimator = Reference(ERRORS)
    assert estimator.name == "reference"


def test_the_centre_is_the_mean_of_the_latest_polls() -> None:
    polls = (
        percent_poll("One", {"a": 10, "b": 80, "c": 5}, end=may(2)),
        percent_poll("One", THREE, end=may(9)),
        percent_poll("Two", {"a": 54, "b": 28, "c": 13}, end=may(4)),
    )
    found = estimate(with_polls(*polls))
    assert found.centre == pytest.approx({"a": 0.52, "b": 0.29, "c": 0.14, OTHER: 0.05})
    assert found.draws.lists == ("a", "b", "c", OTHER)
    assert (found.draws.unit, found.draws.run) == ("share", "run")
    assert [use.poll.fieldwork_end.day for use in found.polls] == [9, 4, 2]


def test_the_errors_of_draws_have_the_scale_of_the_days_to_the_vote() -> None:
    """Four days before the vote the table says 0.125; the quartiles of t with 4 df are +-0.741."""
    tiny = {f"l{k:02}": 0.5 for k in range(10)}
    election = with_polls(percent_poll("One", tiny), lists=tuple(tiny))
    shares = estimate(election, may(16), draws=40_000).draws["l03"]
    low, high = np.quantile(np.log(shares / (1 - shares)), [0.25, 0.75])
    # The others, 95 percent of the votes, hardly move, so that closing hardly matters.
    assert (high - low) / 2 == pytest.approx(0.741 * 0.125, rel=0.03)


def test_the_same_seed_gives_the_same_bytes() -> None:
    election = with_polls(percent_poll("One", THREE))
    first, second = estimate(election), estimate(election)
    assert first.draws.values.tobytes() == second.draws.values.tobytes()


def test_nothing_later_matters() -> None:
    election = with_polls(
        percent_poll("One", THREE),
        percent_poll("Two", {"a": 44, "b": 36}),
        lists=("a", "b", "c", merged("x", "c", may(16))),
    )
    later = (
        percent_poll("One", {"b": 99}, end=may(16)),
        replace(percent_poll("Three", {"b": 99}, end=may(12)), published=may(17)),
    )
    then = as_of(replace(election, polls=(*election.polls, *later)), may(15))
    before = estimate(as_of(election, may(15)))
    after = estimate(then)
    assert before.draws.values.tobytes() == after.draws.values.tobytes()
    assert (before.polls, before.notes) == (after.polls, after.notes)


@pytest.mark.parametrize(
    ("polls", "known"),
    [
        ((), "none."),
        (
            (percent_poll("One", THREE, end=date(2030, 4, 1)),),
            "1 (fieldwork ended more than 28 days before).",
        ),
        ((replace(percent_poll("One", THREE), kind="exit"),), "1 (exit poll)."),
        ((percent_poll("One", {"gone": 40}),), "1 (prints no figure of a list that stands)."),
    ],
)
def test_without_a_poll_it_says_what_is_missing(polls: tuple[Poll, ...], known: str) -> None:
    told = r"xx-2030.*2030-05-15.*2030-04-17.*polls\.csv"
    with pytest.raises(NotEnoughPollsError, match=told) as raised:
        estimate(with_polls(*polls))
    assert f"Polls known by then: {known}" in str(raised.value)


@pytest.mark.parametrize(("figures", "told"), [({"a": 55}, True), ({"a": 60, "b": 38}, False)])
def test_votes_for_lists_without_a_name_are_told_when_they_could_win_seats(
    figures: dict[str, float], told: bool
) -> None:
    notes = told_notes(with_polls(percent_poll("One", figures)))
    assert (
        "The polls leave 45.0\N{NO-BREAK SPACE}% of the votes to lists that they do not name"
        in notes
    ) is told


def test_notes_say_what_was_assumed() -> None:
    polls = seat_poll("One", {"a": 70, "b": 50, "c": "<"})
    notes = told_notes(with_polls(polls, lists=("a", "b", "c", "d")))
    assert "40 elections before 1 January 2030" in notes
    assert "No poll in use names D: counted among the other lists." in notes
    assert "read as shares through the threshold" in notes
    assert "2.0\N{NO-BREAK SPACE}% of the votes in all" in notes
    assert "Printed only as below a bound, taken at 50\N{NO-BREAK SPACE}% of it: C." in notes


def test_a_note_does_not_list_dozens_of_names() -> None:
    many = tuple(f"l{k:02}" for k in range(30))
    notes = told_notes(with_polls(percent_poll("One", {"l00": 90}), lists=many))
    assert "L01, L02, L03, L04, L05 and 24 more" in notes


def test_polls_in_percent_are_silent_on_seats() -> None:
    notes = told_notes(with_polls(percent_poll("One", THREE)))
    assert "seats" not in notes
    assert "No poll" not in notes


def test_it_is_fast() -> None:
    lists = tuple(f"l{k:02}" for k in range(14))
    figures = dict.fromkeys(lists, 7.0)
    election = with_polls(*(percent_poll(h, figures) for h in "ABCDEFGH"), lists=lists)
    start = time.perf_counter()
    estimate(election, draws=20_000)
    assert time.perf_counter() - start < 0.5  # about 0.03 s; the rest is for busy machines


figures = st.dictionaries(st.sampled_from("abcde"), st.floats(0.5, 30.0), min_size=1)
seat_figures = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 60), min_size=1)


@st.composite
def campaigns(draw: st.DrawFn) -> list[Poll]:
    """One to six polls in percent or seats, each by its own house and with a seat or figure."""
    polls = []
    for house in range(draw(st.integers(1, 6))):
        end = may(draw(st.integers(1, 15)))
        if draw(st.booleans()):
            seats = {**draw(seat_figures), "a": draw(st.integers(4, 60))}
            polls.append(seat_poll(f"House {house}", seats, end=end))
        else:
            polls.append(percent_poll(f"House {house}", draw(figures), end=end))
    return polls


@given(campaigns())
def test_shares_of_centre_and_draws_sum_to_one(polls: list[Poll]) -> None:
    found = estimate(with_polls(*polls, lists=tuple("abcde")))
    assert sum(found.centre.values()) == pytest.approx(1.0)
    assert min(found.centre.values()) > 0
    np.testing.assert_allclose(found.draws.values.sum(axis=1), 1.0)
    assert (found.draws.values > 0).all()
    assert sum(use.weight for use in found.polls) == pytest.approx(1.0)


@given(campaigns(), st.randoms(use_true_random=False), st.permutations("abcde"))
@settings(max_examples=50)
def test_the_order_of_polls_and_lists_does_not_matter(
    polls: list[Poll], random: Random, lists: list[str]
) -> None:
    expected = estimate(with_polls(*polls, lists=tuple("abcde")))
    random.shuffle(polls)
    shuffled = estimate(with_polls(*polls, lists=tuple("abcde")))
    assert shuffled.draws.values.tobytes() == expected.draws.values.tobytes()
    assert estimate(with_polls(*polls, lists=tuple(lists))).centre == pytest.approx(expected.centre)


@given(campaigns(), figures, st.integers(1, 40))
def test_an_older_poll_of_a_house_changes_nothing(
    polls: list[Poll], older: dict[str, float], days: int
) -> None:
    end = polls[0].fieldwork_end - timedelta(days=days)
    extra = percent_poll("HOUSE 0", older, end=end)
    expected = estimate(with_polls(*polls, lists=tuple("abcde")))
    found = estimate(with_polls(*polls, extra, lists=tuple("abcde")))
    assert found.draws.values.tobytes() == expected.draws.values.tobytes()


def test_closing_shrinks_errors_by_the_stated_factor() -> None:
    centre = np.array([0.4, 0.3, 0.1, 0.1, 0.1])
    noise = np.random.default_rng(5).normal(0.0, 0.02, (100_000, 5))
    closed = with_error(centre, noise)
    logits = np.log(closed / (1 - closed))
    np.testing.assert_allclose(logits.std(axis=0) / 0.02, closing_factor(centre), rtol=0.02)


def test_without_error_the_centre_is_drawn() -> None:
    still = replace(ERRORS, horizons=(Horizon(1, 0.0, 40, 200),))
    found = estimate(with_polls(percent_poll("One", THREE)), errors=still)
    np.testing.assert_allclose(found.draws.values, [[0.5, 0.3, 0.15, 0.05]] * 50)


def test_the_built_in_case() -> None:
    """Israel, 14 September 2019: bounds wide enough for a correction of a single poll."""
    day = date(2019, 9, 14)
    election, law = open_election("il-2019-09")
    rng = np.random.default_rng(1)
    found = reference_for(day).estimate(
        as_of(election, day), law.on(election.date), day, draws=10, rng=rng, run="run"
    )
    assert {use.poll.fieldwork_end <= day for use in found.polls} == {True}
    assert sum(use.used for use in found.polls) == 8
    assert 0.24 < found.centre["likud"] < 0.27
    assert 0.24 < found.centre["blue_white"] < 0.27
    assert 0.030 < found.centre["otzma_yehudit"] < 0.034
    assert 0.01 < found.centre[OTHER] < 0.02
