"""The calendar: the steps of the procedure that are known on the day."""

from __future__ import annotations

from formateur.reporting.calendar_words import STEPS
from formateur.reporting.schema import CalendarPart
from formateur.reporting.view.records import Cell, Column, Piece, Row, Station, Table
from formateur.reporting.view.words import Words


def calendar_station(words: Words) -> Station:
    """Tabulate the steps of the procedure."""
    steps = words.document.calendar
    table = Table(
        id="calendar",
        title=words.say("Calendar"),
        caption=words.say("Steps of the procedure known on the day"),
        columns=(
            Column(key="day", title=words.say("Day"), look="day"),
            Column(key="step", title=words.say("Step"), look="name"),
            Column(key="what", title=words.say("What")),
        ),
        rows=tuple(
            Row(id=str(number), cells=_step(words, one)) for number, one in enumerate(steps, 1)
        ),
        first=len(steps),
        brief=False,
    )
    title = words.say("Calendar")
    return Station(id="calendar", title=title, tables=(table,) if steps else ())


def _step(words: Words, one: CalendarPart) -> tuple[Cell, ...]:
    who, note = words.called(one.who), words.called(one.note)
    step = words.language.tell(STEPS[one.step]) if one.step in STEPS else one.step
    told = Piece(": ".join(part.text for part in (who, note) if part.text))
    return (
        Cell(text=words.language.short_day(one.date), value=one.date),
        Cell(text=step, value=one.step),
        Cell(text=told.text, language=note.language, sources=(one.source,)),
    )
