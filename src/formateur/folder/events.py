"""``events.csv``: what happened in the campaign and may have moved the race."""

from __future__ import annotations

from formateur.facts import Event
from formateur.folder import cells
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Table, check_columns

REQUIRED_COLUMNS = ("id", "date", "title", "kind", "source")
EVENT_COLUMNS = (
    *("id", "date", "time", "title", "summary", "actors", "kind", "lists"),
    *("source", "reported_by"),
)


def read_events(table: Table, register: Register, log: ProblemLog) -> tuple[Event, ...]:
    """Read the events, in the order of the file; those with an error are left out."""
    check_columns(table, EVENT_COLUMNS, REQUIRED_COLUMNS, log)
    seen: dict[str, int] = {}
    readers = [RowReader(row, log, register) for row in table.rows]
    read = [(reader, _event(reader, seen)) for reader in readers]
    return tuple(event for reader, event in read if reader.sound)


def _event(row: RowReader, seen: dict[str, int]) -> Event:
    row.required("kind")
    return Event(
        id=row.unique_id(seen),
        date=row.day("date"),
        time=row.value("time", cells.time_of_day, ""),
        title=row.required("title"),
        actors=row.several("actors"),
        kind=row.value("kind", cells.slug, ""),
        lists=tuple(row.known_list("lists", one) for one in row.several("lists")),
        summary=row.text("summary"),
        source=row.source(),
    )
