"""From the forecast of one day to that of another: the steps add up, and each has its cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np
import pytest
from factories import SOURCE, a_poll, an_election, knesset_of, may

from formateur.comparing import Changes, compare_days, new_polls
from formateur.errors import NotEnoughPollsError, UsageError
from formateur.facts import Election, PreviousVotes, Reading
from formateur.folder import open_election
from formateur.forecasting import Forecast, make_forecast
from formateur.law import Law
from formateur.votes import model_for
from formateur.votes.state_space import state_space_for

EARLY, LATE = date(2019, 8, 20), date(2019, 9, 1)


@pytest.fixture(scope="module")
def facts() -> tuple[Election, Law]:
    return open_election("il-2019-09")


def compared(
    facts: tuple[Election, Law], days: tuple[date, date], model: str = "state-space"
) -> Changes:
    return compare_days(*facts, days, partial(model_for, model), draws=400, seed=3)


@pytest.fixture(scope="module")
def changes(facts: tuple[Election, Law]) -> Changes:
    return compared(facts, (EARLY, LATE))


def test_both_ends_are_the_forecasts_of_the_days(
    facts: tuple[Election, Law], changes: Changes
) -> None:
    for made, day in ((changes.before, EARLY), (changes.after, LATE)):
        alone = make_forecast(*facts, day, model_for("state-space", day), draws=400, seed=3)
        assert made.run == alone.run
        assert np.array_equal(made.votes.values, alone.votes.values)
        assert np.array_equal(made.parliament.values, alone.parliament.values)


@pytest.mark.parametrize("model", ["state-space", "reference", "koala"])
def test_steps_add_up_to_the_change(facts: tuple[Election, Law], model: str) -> None:
    changes = compared(facts, (EARLY, LATE), model)
    before, after = changes.before, changes.after
    for one in after.parliament.lists:
        votes = sum(step.votes[one] for step in changes.steps)
        assert votes == pytest.approx(100 * (after.votes[one].mean() - before.votes[one].mean()))
        seats = sum(step.seats[one] for step in changes.steps)
        assert seats == pytest.approx(after.parliament[one].mean() - before.parliament[one].mean())


def test_a_withdrawal_is_no_poll(changes: Changes) -> None:
    """Zehut withdrew on 29 August 2019: its votes go with the other facts, before any poll."""
    assert [step.cause for step in changes.steps[:2]] == ["days", "facts"]
    assert changes.steps[1].votes["zehut"] == pytest.approx(
        -100 * changes.before.votes["zehut"].mean()
    )
    assert changes.steps[1].votes["likud"] > 0


def test_every_new_poll_is_a_step_in_the_order_of_publication(changes: Changes) -> None:
    told = [step.poll for step in changes.steps if step.cause == "poll"]
    assert told == new_polls(changes.before, changes.after)
    known = [poll.known_from for poll in told if poll]
    assert known == sorted(known)
    assert known[0] > EARLY
    assert known[-1] <= LATE
    assert any(abs(points) > 0.1 for points in changes.steps[-1].votes.values())


def test_a_poll_moves_a_list_where_it_points(facts: tuple[Election, Law]) -> None:
    """The last poll, given another figure of a list, moves that list the more."""
    election, law = facts
    known = [poll for poll in election.polls if poll.known_from <= LATE]
    last = max(known, key=lambda poll: (poll.known_from, poll.fieldwork_end, poll.id))
    higher = dict(last.readings)
    higher["shas"] = replace(higher["shas"], value=(higher["shas"].value or 0) + 4)
    others = tuple(poll for poll in election.polls if poll.id != last.id)
    turned = replace(election, polls=(*others, replace(last, readings=higher)))
    plain = compared((election, law), (EARLY, LATE)).steps[-1]
    raised = compared((turned, law), (EARLY, LATE)).steps[-1]
    assert raised.poll is not None
    assert raised.poll.id == last.id
    assert raised.votes["shas"] > plain.votes["shas"] + 0.1


def test_without_a_new_poll_time_alone_moves_nothing_in_the_state_space(
    facts: tuple[Election, Law],
) -> None:
    election, law = facts
    quiet = replace(election, polls=tuple(p for p in election.polls if p.known_from <= LATE))
    changes = compared((quiet, law), (LATE, date(2019, 9, 10)))
    assert [step.cause for step in changes.steps] == ["days", "facts"]
    assert all(points == 0 for step in changes.steps for points in step.votes.values())


def test_earlier_polls_that_are_too_old_are_told_with_the_first_new_one(
    facts: tuple[Election, Law],
) -> None:
    changes = compared(facts, (date(2019, 8, 1), date(2019, 9, 14)), "reference")
    assert changes.steps[0].cause == "poll"
    assert sum(step.votes["likud"] for step in changes.steps) == pytest.approx(
        100 * (changes.after.votes["likud"].mean() - changes.before.votes["likud"].mean())
    )


def test_the_previous_result_pulls_less_as_polls_come_in() -> None:
    """A list had 40 percent and polls at 20: each poll takes some of the pull away."""
    shares = {"a": 20.0, "b": 45.0, "c": 30.0}
    readings = {one: Reading("percent", share) for one, share in shares.items()}
    polls = tuple(replace(a_poll(f"{k}", end=may(k)), readings=readings) for k in (1, 6, 11))
    before = PreviousVotes(lists={"all": {"a": 400, "b": 350, "c": 250}}, source=SOURCE)
    election = replace(an_election("abc"), polls=polls, previous_votes=before)
    days = may(2), may(12)
    model = state_space_for(date(2019, 9, 14))
    changes = compare_days(election, knesset_of(120), days, lambda _: model, draws=400, seed=3)
    fresh = [step for step in changes.steps if step.cause == "poll"]
    assert len(fresh) == 2
    assert all(step.previous["a"] < 0 for step in fresh)
    assert sum(step.previous["a"] for step in changes.steps) == pytest.approx(
        pull(changes.after, "a") - pull(changes.before, "a")
    )


def pull(forecast: Forecast, list_id: str) -> float:
    told = forecast.estimate.account().uncertainty
    return next(one.previous for one in told if one.list == list_id)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((LATE, LATE), "nothing to compare"),
        ((LATE, EARLY), "earlier day first"),
        ((LATE, date(2019, 9, 18)), "after the vote"),
    ],
)
def test_days_that_cannot_be_compared_are_refused(
    facts: tuple[Election, Law], days: tuple[date, date], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        compared(facts, days)


def test_a_day_before_the_first_poll_has_nothing_to_compare(facts: tuple[Election, Law]) -> None:
    with pytest.raises(NotEnoughPollsError, match="no polls yet on 2019-05-01"):
        compared(facts, (date(2019, 5, 1), LATE))
