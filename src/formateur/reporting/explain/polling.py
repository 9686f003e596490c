"""Figures of polls: trend, what makes a list unsure, houses, pollsters, single polls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from formateur.language import Amount, message, message_many
from formateur.reporting.explain.figure_step import Way, figure_step, ranges
from formateur.reporting.explain.polls import house_polls_step, how_figures_are_told
from formateur.reporting.explain.steps import Said, Step, list_name, list_of, quoted, said
from formateur.reporting.explain.votes import votes_steps
from formateur.reporting.figure_ids import FigureId
from formateur.reporting.schema_account import PollPart
from formateur.reporting.view.words import Words


def trend(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead what the polls say of a list back to them."""
    points = next(one.points for one in words.document.trend if one.list == asked.of)
    first, last = points[0], points[-1]
    title = message("Trend of {list}", list=list_name(words, asked.of))
    told = (
        message(
            "The polls put it at {share} on {day} ({low} to {high} in 90 of 100), after {before} "
            "on {start}.",
            share=Amount(last.q50 / 100, 1, percent=True),
            low=Amount(last.q05, 1),
            high=Amount(last.q95, 1),
            day=last.date,
            before=Amount(first.q50 / 100, 1, percent=True),
            start=first.date,
        ),
        message(
            "What all polls, earlier and later ones, say of every day; the error that all polls "
            "share is not in it, so the trend is surer than the forecast."
        ),
    )
    yield figure_step(words, asked, title, (said(words, one) for one in told))
    yield from votes_steps(words, (asked.of,))


def unsure(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead what makes the votes of a list unsure back."""
    title = message("What makes {list} unsure", list=list_name(words, asked.of))
    one = list_of(words, asked.of)
    told = message("Votes: {range} percent.", range=words.shares(one.votes))
    yield figure_step(words, asked, title, (said(words, told), *ranges(words)))
    yield from votes_steps(words, (asked.of,))


def house(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead a house effect back to the polls of the house."""
    list_id, _, pollster = asked.of.partition("@")
    one = next(
        one for one in words.document.houses if (one.list, one.pollster) == (list_id, pollster)
    )
    name = list_name(words, list_id)
    title = message("{list} in the polls of {house}", list=name, house=pollster)
    told = message(
        "{points} percentage points against what the other houses show ({low} to {high} in 90 of "
        "100).",
        points=words.points(one.points),
        low=words.points(one.low),
        high=words.points(one.high),
    )
    how = message(
        "Worked out by the model from all polls of this and the other houses, and taken off before "
        "polls are averaged."
    )
    yield figure_step(words, asked, title, (said(words, told), said(words, how)))
    yield house_polls_step(words, pollster, (list_id,))


def pollster(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the record of a house back to its polls."""
    one = next(one for one in words.document.pollsters if one.pollster == asked.of)
    told = message_many(
        "The last polls of {house} before {count} earlier election were off by {error} percentage "
        "points a list (mean absolute error).",
        "The last polls of {house} before {count} earlier elections were off by {error} percentage "
        "points a list (mean absolute error).",
        one.elections,
        house=one.pollster,
        error=Amount(one.error, 1),
    )
    title = message("Record of {house}", house=one.pollster)
    yield figure_step(words, asked, title, (said(words, told),))
    yield house_polls_step(words, asked.of, ())


def poll(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead a poll back to who published it."""
    one = next(one for one in words.document.polls if one.id == asked.of)
    title = message("Poll of {house}, {day}", house=one.pollster, day=one.fieldwork_end)
    lists = tuple(part.id for part in words.document.lists if part.id in one.readings)
    yield figure_step(words, asked, title, tuple(_poll(words, one)), polls=(one.id,), lists=lists)


def _poll(words: Words, one: PollPart) -> Iterator[Said]:
    if one.used:
        yield said(words, message("Its weight: {weight}.", weight=words.weight(one.weight)))
    else:
        reason = words.written(one.reason_message)
        yield said(words, message("It is not used: {reason}.", reason=reason))
    if one.sample_size:
        yield said(
            words,
            message_many(
                "{count} person was asked.", "{count} people were asked.", one.sample_size
            ),
        )
    if one.surprise is not None:
        yield said(
            words,
            message(
                "It missed what the polls before it led to expect by {surprise} standard "
                "deviations.",
                surprise=Amount(one.surprise, 1),
            ),
        )
    yield said(words, how_figures_are_told((one,)))
    yield from quoted(words, one.note)


WAYS: Mapping[str, Way] = MappingProxyType(
    {"trend": trend, "unsure": unsure, "house": house, "pollster": pollster, "poll": poll}
)
"""By kind of figure."""
