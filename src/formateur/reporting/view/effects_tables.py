"""The tables of what events did: effects, shifts of a list, kinds and actors."""

from __future__ import annotations

from formateur.language import message
from formateur.reporting.events_campaign_schema import KinPart, SensitivityPart
from formateur.reporting.events_headlines import (
    FEWEST_KIN,
    headline_name,
    kin_name,
    kin_note,
    kin_shift,
)
from formateur.reporting.events_schema import EffectPart, Interval, PolledPart
from formateur.reporting.figure_ids import figure
from formateur.reporting.schema import EventPart
from formateur.reporting.view.cells import EMPTY, name_cell
from formateur.reporting.view.latest_events import unknown_events, unknown_of
from formateur.reporting.view.records import Cell, Column, Row, Table
from formateur.reporting.view.words import Words


def effects_table(words: Words, events: tuple[EventPart, ...]) -> Table:
    """Tabulate what polls show of events, list by list."""
    rows = tuple(
        Row(id=f"{event.id}@{one.list}", cells=_effect(words, event, one, one.polled))
        for event in events
        for one in event.effects
        if one.polled
    )
    note = message(
        "Points and seats: the lasting shift, with the range of 90 of 100 cases. Learned: 0 is "
        "nothing, 1 is all that there is to know. Within houses: points between the last poll "
        "before and the first after of the same house, and how many houses have both. As much "
        "without: share of the dates of this campaign without an event at which polls show as "
        "much; q: rate of false discoveries at which it would be found."
    )
    return Table(
        id="effects",
        title=words.say("What polls show of the last two weeks"),
        caption=words.say("Effects of the events of the last two weeks, as polls show them"),
        columns=(
            Column(key="day", title=words.say("Day"), look="day"),
            Column(key="event", title=words.say("Event"), look="name"),
            Column(key="list", title=words.say("List"), look="name"),
            Column(key="points", title=words.say("points"), look="number"),
            Column(key="seats", title=words.say("seats"), look="number"),
            Column(key="learned", title=words.say("learned"), look="number"),
            Column(key="houses", title=words.say("within houses"), look="number"),
            Column(key="without", title=words.say("as much without"), look="number"),
            Column(key="q", title=words.say("q"), look="number"),
        ),
        rows=rows,
        first=len(rows),
        notes=(words.told(note),),
        brief=False,
    )


def _effect(
    words: Words, event: EventPart, one: EffectPart, polled: PolledPart | None
) -> tuple[Cell, ...]:
    language, name = words.language, figure("event", event.id)
    told = (
        Cell(text=language.short_day(event.date), value=event.date),
        name_cell(words, event.title, event.id, (event.source,)),
        name_cell(words, one.name, one.list),
        *(_interval(words, x, name) for x in (one.points, one.seats)),
        Cell(text=language.number(one.learning_ratio, 2), value=one.learning_ratio, figure=name),
    )
    if polled is None:
        return (*told, EMPTY, EMPTY, EMPTY)
    return (
        *told,
        _houses(words, polled, name),
        Cell(text=language.percent(polled.p_campaign), value=polled.p_campaign, figure=name),
        Cell(text=language.number(polled.q, 2), value=polled.q, figure=name),
    )


def _interval(words: Words, one: Interval, name: str) -> Cell:
    span = words.language.span(one.low, one.high, 1, sign=True)
    middle = words.language.number(one.mean, 1, sign=True)
    return Cell(text=words.ranged(middle, span), value=one.mean, figure=name)


def _houses(words: Words, polled: PolledPart, name: str) -> Cell:
    if polled.house_change is None:
        return EMPTY
    change = words.language.number(polled.house_change, 1, sign=True)
    told = words.ranged(change, words.language.number(polled.houses))
    return Cell(text=told, value=polled.house_change, figure=name)


def shifts_table(words: Words, part: SensitivityPart) -> Table:
    """Tabulate seats and headlines for shifts of a list."""
    language, name = words.language, words.called(part.name).text
    title = language.say("What a shift of {name} would change", name=name)
    of = figure("event", unknown_of(words, part.list))
    seats = tuple(Cell(text=language.number(x, 1), value=x, figure=of) for x in part.seats)
    rows = [Row(id="seats", cells=(Cell(text=_seats_of(words, name)), *seats))]
    for one in part.headlines:
        called = one.model_copy(update={"names": [words.called(x).text for x in one.names]})
        told = language.tell(headline_name(called, words.document.election.majority))
        chances = (Cell(text=language.of_50(p, short=True), value=p, figure=of) for p in one.p)
        rows.append(Row(id=f"{one.what}.{'+'.join(one.of)}", cells=(Cell(text=told), *chances)))
    return Table(
        id=f"shifts-{part.list}",
        title=title,
        caption=language.say("Seats and chances if {name} is shifted by so much", name=name),
        columns=(
            Column(key="what", title=words.say("Shift on the log-ratio (points)"), look="name"),
            *(
                Column(key=f"{shift:+.2f}", title=_shift(words, shift, points), look="chance")
                for shift, points in zip(part.shifts, part.points, strict=True)
            ),
        ),
        rows=tuple(rows),
        first=len(rows),
        brief=False,
    )


def _seats_of(words: Words, name: str) -> str:
    return words.language.say("seats of {name}, on average", name=name)


def _shift(words: Words, shift: float, points: float) -> str:
    written = words.language.number
    return words.ranged(written(shift, 2, sign=True), written(points, 1, sign=True))


def kin_table(words: Words) -> Table:
    """Tabulate what kinds and actors bring: those of many events, and those asked about."""
    campaign = words.document.campaign
    asked = {name for one in unknown_events(words) for name in (one.kind, *one.actors)}
    shown = [
        one
        for one in (campaign.kin if campaign else ())
        if len(one.events) >= FEWEST_KIN or one.name in asked
    ]
    return Table(
        id="kin",
        title=words.say("Events of one kind or by one actor, this campaign and earlier"),
        caption=words.say("What events of one kind or by one actor bring on average"),
        columns=(
            Column(key="kin", title=words.say("kind or actor"), look="name"),
            Column(key="events", title=words.say("events with polls"), look="number"),
            Column(
                key="shift",
                title=words.say("shift of the list concerned, log-ratio"),
                look="number",
            ),
        ),
        rows=tuple(Row(id=f"{one.role}:{one.name}", cells=_kin(words, one)) for one in shown),
        first=len(shown),
        notes=(words.told(kin_note(shown, words.language)),) if shown else (),
        brief=False,
    )


def _kin(words: Words, one: KinPart) -> tuple[Cell, ...]:
    called = one.model_copy(update={"name": words.called(one.name).text})
    return (
        Cell(text=words.language.tell(kin_name(called)), value=one.name),
        Cell(text=words.language.number(len(one.events)), value=len(one.events)),
        Cell(text=kin_shift(one, words.language), value=one.shift.mean),
    )
