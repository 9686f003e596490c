"""Polls around events: which could show an effect, and which not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factories import a_poll, an_election, an_event, may

from formateur.facts import Event, Poll
from formateur.votes import EventPolls, polls_around_events


def around(*polls: Poll, event: Event | None = None) -> EventPolls:
    election = replace(
        an_election("a"), polls=polls, events=(event or an_event("speech", may(10)),)
    )
    (found,) = polls_around_events(election)
    return found


def sides(*polls: Poll) -> tuple[str, str, str]:
    found = around(*polls)
    before, after, unclear = (
        " ".join(poll.id for poll in some) for some in (found.before, found.after, found.unclear)
    )
    return before, after, unclear


def poll(poll_id: str, start: int, end: int) -> Poll:
    return a_poll(poll_id, start=may(start), end=may(end))


def test_the_whole_fieldwork_decides() -> None:
    assert sides(
        poll("before", 7, 9),
        poll("to_the_day", 8, 10),
        poll("on_the_day", 10, 10),
        poll("across", 9, 11),
        poll("from_the_day", 10, 12),
        poll("after", 11, 12),
    ) == ("before", "after", "to_the_day on_the_day across from_the_day")


def test_without_a_first_day_a_later_poll_is_unclear_and_an_earlier_one_is_not() -> None:
    assert sides(a_poll("early", end=may(9)), a_poll("late", end=may(15))) == ("early", "", "late")


def test_publication_does_not_matter() -> None:
    old = a_poll("old", start=may(1), end=may(2), published=may(12))
    assert sides(old) == ("old", "", "")


def test_exit_polls_are_left_out() -> None:
    exit_poll = replace(poll("exit", 20, 20), kind="exit")
    assert sides(exit_poll) == ("", "", "")


def test_two_polls_with_the_same_facts_are_two() -> None:
    assert sides(poll("twin", 10, 10), poll("twin", 10, 10)) == ("", "", "twin twin")


def test_effect_needs_a_poll_on_either_side() -> None:
    before, after, during = poll("b", 1, 2), poll("a", 12, 13), poll("d", 9, 11)
    assert around(before, after).identified
    assert not around(before, during).identified
    assert not around(during, after).identified
    assert not around().identified


def test_latest_event_first_and_by_the_clock_within_a_day() -> None:
    days: list[tuple[str, date, str]] = [
        ("noon", may(3), "12:00"),
        ("old", may(1), ""),
        ("evening", may(3), "18:30"),
        ("new", may(4), ""),
    ]
    election = replace(an_election("a"), events=tuple(an_event(*one) for one in days))
    found = [one.event.id for one in polls_around_events(election)]
    assert found == ["new", "evening", "noon", "old"]
