"""The calendar: the steps of the procedure that are known on the day."""

from __future__ import annotations

from formateur.language import Message, message
from formateur.reporting.schema import CalendarPart
from formateur.reporting.view.records import Cell, Column, Piece, Row, Station, Table
from formateur.reporting.view.words import Words

STEPS: dict[str, Message] = {
    "election-called": message("election called"),
    "parliament-dissolved": message("parliament dissolved"),
    "lists-close": message("lists close"),
    "agreements-close": message("agreements close"),
    "poll-silence": message("poll silence"),
    "vote": message("vote"),
    "results": message("results"),
    "consultations-start": message("consultations start"),
    "consultations-end": message("consultations end"),
    "mandate-given": message("mandate given"),
    "mandate-extended": message("mandate extended"),
    "mandate-returned": message("mandate returned"),
    "mandate-expired": message("mandate expired"),
    "parliament-period-start": message("period of parliament begins"),
    "parliament-period-end": message("period of parliament ends"),
    "coalition-agreement": message("coalition agreement"),
    "investiture-vote": message("investiture vote"),
    "government-announced": message("government announced"),
    "government-sworn-in": message("government sworn in"),
    "government-resigned": message("government resigned"),
}
"""The steps of `formateur.facts.STEPS` in words."""


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
