"""The calendar of an election as a table for spreadsheets: one step or term a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from formateur.reporting.calendar_document import CalendarDocument

COLUMNS = ("election", "as_of", "status", "date", "latest", "days", "what", "who", "note", "source")

Row = tuple[str | int | None, ...]


def render_calendar_csv(document: CalendarDocument) -> str:
    """Return the calendar as CSV text.

    ``status`` is ``past``, ``fixed``, ``due`` (by law, at the latest), ``may`` (follow) or
    ``again`` (the next vote if no government forms); ``latest`` is the day with every extension.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(document):
        writer.writerow((document.election, document.as_of, *row))
    return text.getvalue()


def _rows(document: CalendarDocument) -> Iterator[Row]:
    for status, steps in (("past", document.past), ("fixed", document.fixed)):
        for step in steps:
            day = step.date.isoformat()
            yield status, day, "", step.days, step.step, step.who, step.note, step.source
    for term in document.terms:
        status = "due" if term.sure else "may"
        yield (
            status,
            _day(term.end),
            _day(term.extended),
            term.days,
            term.state,
            term.who,
            "",
            (term.source),
        )
    again = document.again
    if again is not None and again.usual is not None:
        days = (again.usual - document.as_of).days
        yield "again", _day(again.usual), _day(again.last), days, "vote", "", "", again.source


def _day(day: object) -> str:
    return "" if day is None else str(day)
