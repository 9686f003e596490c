"""``calendar.csv``: steps of the electoral and the formation procedure."""

from __future__ import annotations

from formateur.facts import STEPS, CalendarStep
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Table, check_columns

REQUIRED_COLUMNS = ("date", "step", "source")
CALENDAR_COLUMNS = ("date", "step", "who", "note", "source", "reported_by")


def read_calendar(table: Table, register: Register, log: ProblemLog) -> tuple[CalendarStep, ...]:
    """Read the steps, in the order of the file; those with an error are left out."""
    check_columns(table, CALENDAR_COLUMNS, REQUIRED_COLUMNS, log)
    readers = [RowReader(row, log, register) for row in table.rows]
    read = [(reader, _step(reader)) for reader in readers]
    return tuple(step for reader, step in read if reader.sound)


def _step(row: RowReader) -> CalendarStep:
    return CalendarStep(
        date=row.day("date"),
        step=row.required_choice("step", STEPS),
        who=row.text("who"),
        note=row.text("note"),
        source=row.source(),
    )
