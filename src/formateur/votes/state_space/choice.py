"""Which polls the state-space model uses: every one but exit polls and those of long ago."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from formateur.errors import NotEnoughPollsError
from formateur.facts import Election, Poll, Reading
from formateur.language import Message, in_english, message
from formateur.law import Rules
from formateur.votes.windows import WINDOW_DAYS, newest_first

HISTORY_DAYS = 400
"""Fieldwork that ended longer ago than this before the newest poll is not used."""


def usable(
    polls: Sequence[Poll], day: date, standing: frozenset[str], rules: Rules | None
) -> dict[str, Message | None]:
    """Say of every poll, by id, why it is not used; ``None`` where it is.

    Parameters
    ----------
    standing
        Ids whose readings count.
    rules
        The law; without one no poll of seats can be read.
    """
    reasons = {poll.id: _unfit(poll, day, standing, rules) for poll in newest_first(polls)}
    ends = [poll.fieldwork_end for poll in polls if not reasons[poll.id]]
    if ends:
        first = max(ends) - timedelta(days=HISTORY_DAYS)
        told = message(
            "fieldwork ended more than {days} days before the newest poll", days=HISTORY_DAYS
        )
        for poll in polls:
            if not reasons[poll.id] and poll.fieldwork_end < first:
                reasons[poll.id] = told
    return reasons


def latest(polls: Sequence[Poll]) -> list[Poll]:
    """Return the latest poll of each house in the window before the newest poll."""
    ordered = newest_first(polls)
    first = ordered[0].fieldwork_end - timedelta(days=WINDOW_DAYS)
    by_house: dict[str, Poll] = {}
    for poll in ordered:
        if poll.fieldwork_end >= first:
            by_house.setdefault(poll.pollster.casefold(), poll)
    return list(by_house.values())


def no_polls(
    election: Election, day: date, reasons: Mapping[str, Message | None]
) -> NotEnoughPollsError:
    """Say that there is nothing to forecast from, and why."""
    counted = Counter(in_english(one) for one in reasons.values() if one)
    known = ", ".join(f"{count} ({reason})" for reason, count in counted.items()) or "none"
    return NotEnoughPollsError(
        f"{election.id}: no polls yet on {day} to forecast from. Polls known by then: {known}. A "
        "forecast needs one poll with a figure of a list that stands: add it to polls.csv, or "
        "choose another day."
    )


def _unfit(poll: Poll, day: date, standing: frozenset[str], rules: Rules | None) -> Message | None:
    if poll.kind == "exit":
        return message("exit poll")
    if poll.fieldwork_end > day:
        return message("fieldwork had not ended")
    if not any(one in standing and _is_figure(r) for one, r in poll.readings.items()):
        return message("prints no figure of a list that stands")
    if rules is None and any(reading.kind == "seats" for reading in poll.readings.values()):
        return message("in seats, which cannot be read without the law of the election")
    return None


def _is_figure(reading: Reading) -> bool:
    return reading.kind != "below" and bool(reading.value)
