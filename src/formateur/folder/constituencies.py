"""``constituencies.csv``: where seats are given out, and how many."""

from __future__ import annotations

from formateur.facts import Constituency
from formateur.folder import cells
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Table, check_columns

REQUIRED_COLUMNS = ("constituency", "seats", "source")
CONSTITUENCY_COLUMNS = (
    *("constituency", "seats", "levelling", "region", "population"),
    *("source", "reported_by"),
)


def read_constituencies(
    table: Table, register: Register, log: ProblemLog
) -> tuple[Constituency, ...]:
    """Read constituencies and regions, in the order of the file; rows with an error are left out.

    A region is a row that others name as theirs; it has no seats of its own.
    """
    check_columns(table, CONSTITUENCY_COLUMNS, REQUIRED_COLUMNS, log)
    regions = {row.cells.get("region", "") for row in table.rows}
    seen: dict[str, int] = {}
    readers = [RowReader(row, log, register) for row in table.rows]
    read = [(reader, _constituency(reader, seen, regions)) for reader in readers]
    return tuple(one for reader, one in read if reader.sound)


def _constituency(row: RowReader, seen: dict[str, int], regions: set[str]) -> Constituency:
    name = row.required("constituency")
    if name in seen:
        row.refuse("constituency", f"stands on line {seen[name]} too", "Keep one of them.")
    elif name:
        seen[name] = row.row.line
    seats = row.value("seats", cells.whole, 0)
    if name in regions and seats:
        row.refuse("seats", "is given for a region", "Give it to the constituencies inside.")
    if name not in regions:
        row.required("seats")
    return Constituency(
        name=name,
        seats=seats,
        levelling=row.value("levelling", cells.whole, 0),
        region=row.text("region"),
        population=row.value("population", cells.whole, 0),
        source=row.source(),
    )
