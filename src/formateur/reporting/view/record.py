"""The record: how right forecasts of this kind were before."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import message, message_many
from formateur.reporting.schema_record import PastForecastPart, PastForecastsPart
from formateur.reporting.view.records import Cell, Column, Row, Sentence, Station, Table
from formateur.reporting.view.words import Words


def record_station(words: Words) -> Station:
    """Tell how far such forecasts were off in earlier elections."""
    past = words.document.past_forecasts
    return Station(
        id="record",
        title=words.say("How right would this have been?"),
        sentences=tuple(_record(words, past)) if past else (),
        tables=(_country(words, past),) if past and past.country else (),
    )


def _record(words: Words, past: PastForecastsPart) -> Iterator[Sentence]:
    yield words.told(
        message_many(
            "Forecast again {days} before {count} earlier vote, today's model would have been off "
            "by {points} points in the mean of the lists with 2 percent or more.",
            "Forecast again {days} before {count} earlier votes of all countries, today's model "
            "would have been off by {points} points in the mean of the lists with 2 percent or "
            "more.",
            past.elections,
            days=message_many("{count} day", "{count} days", past.days_before),
            points=words.language.number(past.mean_error, 1),
        )
    )
    yield words.told(
        message(
            "Of {lists} results {inside_90} lay in the range that was to hold 90 of 100, and "
            "{inside_50} in that for 50 of 100.",
            lists=past.lists,
            inside_90=past.inside_90,
            inside_50=past.inside_50,
        )
    )


def _country(words: Words, past: PastForecastsPart) -> Table:
    return Table(
        id="record",
        title=words.say("Earlier elections of the country, forecast as far ahead"),
        caption=words.say(
            "Earlier elections of the country, forecast again as many days before the vote: lists "
            "with 2 percent or more"
        ),
        columns=(
            Column(key="election", title=words.say("Election"), look="name"),
            Column(key="day", title=words.say("vote"), look="day"),
            Column(key="lists", title=words.say("lists"), look="number"),
            Column(key="error", title=words.say("mean error, points"), look="number"),
            Column(key="inside_50", title=words.say("in the 50 % ranges"), look="number"),
            Column(key="inside_90", title=words.say("in the 90 % ranges"), look="number"),
        ),
        rows=tuple(Row(id=one.election, cells=_election(words, one)) for one in past.country),
        first=len(past.country),
        brief=False,
    )


def _election(words: Words, one: PastForecastPart) -> tuple[Cell, ...]:
    number = words.language.number
    return (
        Cell(text=one.election, value=one.election),
        Cell(text=words.language.short_day(one.date), value=one.date),
        Cell(text=number(one.lists), value=one.lists),
        Cell(text=number(one.mean_error, 1), value=one.mean_error),
        Cell(text=number(one.inside_50), value=one.inside_50),
        Cell(text=number(one.inside_90), value=one.inside_90),
    )
