"""Which polls are used on a day: the latest of each house within a window."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from formateur.facts import Poll, Reading
from formateur.language import Message, message
from formateur.votes.estimate import USED, PollUse

WINDOW_DAYS = 28
"""Fieldwork that ended longer ago than this is not used."""


def newest_first(polls: Iterable[Poll]) -> list[Poll]:
    """Sort by end of fieldwork, then day of publication, then id, the latest first."""
    return sorted(polls, key=_age, reverse=True)


def choose_polls(polls: Iterable[Poll], day: date, standing: frozenset[str]) -> list[PollUse]:
    """Choose the latest poll of each house within `WINDOW_DAYS` before `day`.

    Two polls are of one house when their ``pollster`` is the same but for capitals.

    Parameters
    ----------
    polls
        Polls known on `day`, in any order.
    day
        The day of the forecast.
    standing
        Ids whose readings count: lists that stand, and lists that were merged into one of them.

    Returns
    -------
    list of PollUse
        One for every poll, newest first; used polls have equal weights that sum to 1.
    """
    reasons: list[tuple[Poll, Message | None]] = []
    houses: set[str] = set()
    for poll in newest_first(polls):
        reason = _unfit(poll, day, standing)
        house = poll.pollster.casefold()
        if not reason and house in houses:
            reason = message("a later poll of the same house is used")
        if not reason:
            houses.add(house)
        reasons.append((poll, reason))
    weight = 1 / len(houses) if houses else 0.0
    return [
        PollUse(poll, not reason, reason or USED, 0.0 if reason else weight)
        for poll, reason in reasons
    ]


def _age(poll: Poll) -> tuple[date, date, str]:
    return (poll.fieldwork_end, poll.known_from, poll.id)


def _unfit(poll: Poll, day: date, standing: frozenset[str]) -> Message | None:
    days = (day - poll.fieldwork_end).days
    if poll.kind == "exit":
        return message("exit poll")
    if days < 0:
        return message("fieldwork had not ended")
    if days > WINDOW_DAYS:
        return message("fieldwork ended more than {days} days before", days=WINDOW_DAYS)
    if not any(one in standing and _is_figure(poll.readings[one]) for one in poll.readings):
        return message("prints no figure of a list that stands")
    return None


def _is_figure(reading: Reading) -> bool:
    return reading.kind != "below" and bool(reading.value)
