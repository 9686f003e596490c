"""Figures of lists: votes, seats, threshold, most seats, order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from formateur.language import message
from formateur.reporting.explain.blocs import bloc_seats
from formateur.reporting.explain.figure_step import Way, figure_step, often, ranges, settled
from formateur.reporting.explain.law import law_step
from formateur.reporting.explain.steps import Step, list_name, list_of, said
from formateur.reporting.explain.votes import votes_steps
from formateur.reporting.figure_ids import BLOC, FigureId
from formateur.reporting.view.words import Words


def votes(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the votes of a list back."""
    one = list_of(words, asked.of)
    title = message("Votes of {list}", list=list_name(words, one.id))
    told = message("{range} percent of the valid votes.", range=words.shares(one.votes))
    yield figure_step(words, asked, title, (said(words, told), *ranges(words)))
    yield from votes_steps(words, (one.id,))


def seats(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the seats of a list or of a bloc back."""
    if asked.of.startswith(BLOC):
        yield from bloc_seats(words, asked)
        return
    one = list_of(words, asked.of)
    title = message("Seats of {list}", list=list_name(words, one.id))
    told = message("{range} seats.", range=words.seats(one.seats))
    yield figure_step(words, asked, title, (said(words, told), *ranges(words)))
    yield law_step(words)
    yield from votes_steps(words, (one.id,))


def threshold_of(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance to pass the threshold back."""
    one = list_of(words, asked.of)
    named, threshold = list_name(words, one.id), words.threshold()
    told = settled(
        words,
        one.p_threshold,
        message("{list} passed the threshold of {threshold}.", list=named, threshold=threshold),
        message("{list} missed the threshold of {threshold}.", list=named, threshold=threshold),
        message(
            "{list} passes the threshold of {threshold} in {passes}, and misses it in {misses}.",
            list=named,
            threshold=threshold,
            passes=often(words, one.p_threshold),
            misses=words.language.of_50(round(1 - one.p_threshold, 6)),
        ),
    )
    title = message("Threshold: {list}", list=named)
    yield figure_step(words, asked, title, (said(words, told),))
    yield law_step(words)
    yield from votes_steps(words, (one.id,))


def largest(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance to have most seats back."""
    one = list_of(words, asked.of)
    named = list_name(words, one.id)
    told = settled(
        words,
        one.p_largest,
        message("{list} has most seats.", list=named),
        message("{list} does not have most seats.", list=named),
        message(
            "{list} has most seats in {often}; ties are shared.",
            list=named,
            often=often(words, one.p_largest),
        ),
    )
    title = message("Most seats: {list}", list=named)
    yield figure_step(words, asked, title, (said(words, told),))
    yield law_step(words)
    yield from votes_steps(words, (one.id,))


def order(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the order of two lists back."""
    first, second = asked.of.split("+")
    pair = next(one for one in words.document.order if (one.first, one.second) == (first, second))
    names = {"first": list_name(words, first), "second": list_name(words, second)}
    title = message("Order: {first} before {second}", **names)
    told = settled(
        words,
        pair.p_more_votes,
        message("{first} has more votes than {second}.", **names),
        message("{second} has at least as many votes as {first}.", **names),
        message(
            "{first} has more votes than {second} in {votes}, more seats in {seats}, as many in "
            "{equal}.",
            **names,
            votes=often(words, pair.p_more_votes),
            seats=often(words, pair.p_more_seats),
            equal=words.language.of_50(pair.p_equal_seats),
        ),
    )
    yield figure_step(words, asked, title, (said(words, told),))
    yield law_step(words)
    yield from votes_steps(words, (first, second))


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "votes": votes,
        "seats": seats,
        "threshold": threshold_of,
        "largest": largest,
        "order": order,
    }
)
