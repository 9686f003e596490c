"""The station of votes: what the polls say, how they moved, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, message, message_many
from formateur.reporting.figure_ids import figure, figure_at
from formateur.reporting.schema_account import HousePart, PollPart
from formateur.reporting.view.marks import marked
from formateur.reporting.view.records import Station
from formateur.reporting.view.trends import trend_charts
from formateur.reporting.view.unsure import unsure_table
from formateur.reporting.view.words import Words

STANDING_OUT = 3
"""Houses, surprising polls and open orders that are told in a sentence."""

OPEN = 0.75
"""With a smaller chance the order of two lists is told as open."""

SURPRISING = 1.5
"""Standard deviations; polls that missed by less are as polls are."""


def votes_station(words: Words) -> Station:
    """Tell how the polls moved and what makes the votes unsure."""
    document = words.document
    told = (*_houses(words), *_surprises(words), *_order(words))
    return Station(
        id="votes",
        title=words.say("Votes"),
        sentences=tuple(words.told(one) for one in told),
        doubts=words.notes("basis"),
        charts=tuple(trend_charts(words)),
        tables=(unsure_table(words),) if document.trend else (),
    )


def _houses(words: Words) -> Iterator[Message]:
    """Say which houses differ from the others beyond chance."""
    if not words.document.houses:
        return
    sure = [one for one in words.document.houses if one.low > 0 or one.high < 0]
    if not sure:
        yield message("Houses: none shows a list higher or lower than the others beyond chance.")
        return
    largest = sorted(sure, key=lambda one: -abs(one.points))[:STANDING_OUT]
    told = tuple(_house(words, one) for one in largest)
    rest = len(sure) - len(largest)
    if rest:
        yield message_many(
            "Houses that stand out, in points against the others: {houses}; {count} more such "
            "difference.",
            "Houses that stand out, in points against the others: {houses}; {count} more such "
            "differences.",
            rest,
            houses=told,
        )
    else:
        yield message("Houses that stand out, in points against the others: {houses}.", houses=told)


def _house(words: Words, one: HousePart) -> Message:
    return message(
        "{pollster} has {list} at {points} ({range})",
        pollster=words.name_of(one.pollster),
        list=words.name(one.list),
        points=marked(words.points(one.points), figure_at("house", one.list, one.pollster)),
        range=points_range(words, one.low, one.high),
    )


def points_range(words: Words, low: float, high: float) -> Message:
    """Tell a range of differences in points: ``−0.1 to +0.7``."""
    return message("{low} to {high}", low=words.points(low), high=words.points(high))


def _surprises(words: Words) -> Iterator[Message]:
    """Say which polls were farthest from what the polls before them led to expect."""
    known = [poll for poll in words.document.polls if poll.surprise is not None]
    ordered = sorted(known, key=lambda poll: -(poll.surprise or 0.0))
    if not ordered:
        return
    far = [poll for poll in ordered if (poll.surprise or 0.0) >= SURPRISING][:STANDING_OUT]
    if far:
        yield message(
            "Polls that surprised: {polls}.", polls=tuple(_poll(words, one) for one in far)
        )
    else:
        yield message(
            "No poll was a surprise; farthest off was {poll}.", poll=_poll(words, ordered[0])
        )


def _poll(words: Words, poll: PollPart) -> Message:
    off = words.language.number(poll.surprise or 0.0, 1)
    return message(
        "{pollster} of {day} ({deviations} standard deviations)",
        pollster=words.name_of(poll.pollster),
        day=words.language.day_and_month(poll.fieldwork_end),
        deviations=marked(off, figure("poll", poll.id)),
    )


def _order(words: Words) -> Iterator[Message]:
    """Say where the order of the votes is most open."""
    unsure = [pair for pair in words.document.order if pair.p_more_votes < OPEN]
    told = tuple(
        message(
            "{first} before {second} in {often}",
            first=words.name(pair.first),
            second=words.name(pair.second),
            often=words.often(pair.p_more_votes, figure("order", pair.first, pair.second)),
        )
        for pair in sorted(unsure, key=lambda pair: pair.p_more_votes)[:STANDING_OUT]
    )
    if told:
        yield message("Order of the votes, where it is most open: {pairs}.", pairs=told)
