"""The story of the race: what happened, and whether polls could show what it did."""

from __future__ import annotations

from formateur.reporting.events_sentences import event_sentence
from formateur.reporting.figure_ids import figure
from formateur.reporting.rows import EVENT_ROWS
from formateur.reporting.schema import EventPart
from formateur.reporting.view.effects import effect_parts, effects_in_short
from formateur.reporting.view.records import Cell, Column, Row, Station, Table
from formateur.reporting.view.words import Words


def race_station(words: Words) -> Station:
    """Tell the events, latest first, and what the latest did in full."""
    events = words.document.events
    return Station(
        id="race",
        title=words.say("The race"),
        sentences=tuple(effects_in_short(words)),
        tables=(events_table(words),) if events else (),
        parts=tuple(effect_parts(words)),
    )


def events_table(words: Words) -> Table:
    """Tabulate the events with the polls around them."""
    events = words.document.events
    shown = min(EVENT_ROWS, len(events))
    rest = len(events) - shown
    return Table(
        id="events",
        title=words.language.say_many("Events (latest)", "Events (latest {count})", shown),
        caption=words.say("Events, latest first, and the polls around them"),
        columns=(
            Column(key="day", title=words.say("Day"), look="day"),
            Column(key="event", title=words.say("Event"), look="name"),
            Column(key="before", title=words.say("polls before"), look="number", brief=False),
            Column(key="after", title=words.say("polls after"), look="number", brief=False),
            Column(key="effect", title=words.say("effect")),
        ),
        rows=tuple(Row(id=one.id, cells=_event(words, one)) for one in events),
        first=shown,
        rest=words.language.say_many("{count} earlier event", "{count} earlier events", rest)
        if rest
        else "",
    )


def _event(words: Words, event: EventPart) -> tuple[Cell, ...]:
    title, summary = words.called(event.title), words.called(event.summary)
    day = words.language.short_day(event.date)
    name = figure("event", event.id)
    return (
        Cell(
            text=f"{day} {event.time}" if event.time else day,
            value=event.date,
        ),
        Cell(
            text=title.text,
            value=event.id,
            language=title.language,
            sources=(event.source,),
            small=(summary,) if summary.text else (),
        ),
        Cell(text=words.language.number(event.polls_before), value=event.polls_before, figure=name),
        Cell(text=words.language.number(event.polls_after), value=event.polls_after, figure=name),
        Cell(text=effects_told(words, event), value=event.identified, figure=name),
    )


def effects_told(words: Words, event: EventPart) -> str:
    """Say what the polls show of an event, with the names as the reader's language has them."""
    effects = [
        one.model_copy(update={"name": words.called(one.name).text}) for one in event.effects
    ]
    told = event_sentence(event.model_copy(update={"effects": effects}), words.language)
    return told.replace("\n", " ")
