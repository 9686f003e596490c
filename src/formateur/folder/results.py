"""``results.csv``: the official result, one row per list."""

from __future__ import annotations

from formateur.facts import OTHER, Result
from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Table, check_columns

REQUIRED_COLUMNS = ("list", "share", "seats", "source")
RESULT_COLUMNS = ("list", "votes", "share", "seats", "source", "reported_by")


def read_results(table: Table, register: Register, log: ProblemLog) -> tuple[Result, ...]:
    """Read the results, in the order of the file; rows with an error are left out."""
    check_columns(table, RESULT_COLUMNS, REQUIRED_COLUMNS, log)
    seen: dict[str, int] = {}
    readers = [RowReader(row, log, register) for row in table.rows]
    read = [(reader, _result(reader, seen)) for reader in readers]
    return tuple(result for reader, result in read if reader.sound)


def _result(row: RowReader, seen: dict[str, int]) -> Result:
    row.required("share")
    return Result(
        list=_list(row, seen),
        votes=row.value("votes", _votes, None),
        share=row.value("share", cells.percent, 0.0),
        seats=_seats(row),
        source=row.source(),
    )


def _list(row: RowReader, seen: dict[str, int]) -> str:
    found = row.required("list")
    if found in seen:
        row.refuse("list", f"has a result on line {seen[found]} too", "Keep one of them.")
    elif found:
        seen[found] = row.row.line
    return found if found == OTHER else row.known_list("list", found)


def _seats(row: RowReader) -> int:
    row.required("seats")
    seats = row.value("seats", cells.whole, 0)
    house = row.register.house
    if house is not None and seats > house:
        row.refuse("seats", f"is more than the house, which has {house} seats", "Correct it.")
    return seats


def _votes(text: str) -> int | Flaw | None:
    return cells.whole(text)
