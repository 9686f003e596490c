"""CSV text to a table whose rows know their line."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from formateur.folder.problem_log import ProblemLog
from formateur.folder.suggestion import suggest


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line on which it starts, and its cells by column, stripped."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it.

    Attributes
    ----------
    line
        Line of the header.
    """

    line: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(text: str, log: ProblemLog) -> Table | None:
    """Read comma-separated text; ``None`` when it has no usable header.

    Rows whose number of cells is not that of the header are reported and left out.
    """
    records = _records(text, log)
    header = next(records, None)
    if header is None:
        if not log.problems:
            log.error(None, "", "", "the file is empty", "Give it a header line, or delete it.")
        return None
    line, columns = header
    if not _is_header(line, columns, log):
        return None
    rows = [
        Row(at, dict(zip(columns, cells, strict=True)))
        for at, cells in records
        if _fits(at, cells, columns, log)
    ]
    return Table(line, columns, tuple(rows))


def check_columns(
    table: Table, allowed: Collection[str], required: Collection[str], log: ProblemLog
) -> None:
    """Report columns that the file may not have, and columns that it lacks."""
    for column in dict.fromkeys(table.columns):
        if column not in allowed:
            remedy = suggest(column, allowed, "remove the column")
            log.error(table.line, "", column, "is not a column of this file", remedy)
    for column in required:
        if column not in table.columns:
            remedy = f"Add {column!r} to the header line, and its cells below."
            log.error(table.line, column, "", "the column is required and not there", remedy)


class _Lines(Iterator[str]):
    """Lines for the CSV reader, without those that are skipped between records."""

    def __init__(self, text: str) -> None:
        self._lines = enumerate(text.split("\n"), start=1)
        self.between_records = True
        self.record_line = 1

    def __next__(self) -> str:
        for number, line in self._lines:
            if self.between_records:
                if not line.strip() or line.startswith("#"):
                    continue
                self.between_records, self.record_line = False, number
            return line + "\n"
        raise StopIteration


def _records(text: str, log: ProblemLog) -> Iterator[tuple[int, tuple[str, ...]]]:
    lines = _Lines(text)
    reader = csv.reader(lines, strict=True)
    try:
        for cells in reader:
            stripped = tuple(cell.strip() for cell in cells)
            # Spreadsheets leave rows of empty cells below the table.
            if any(stripped):
                yield lines.record_line, stripped
            lines.between_records = True
    except csv.Error as error:
        log.error(lines.record_line, "", "", *_broken(str(error)))


def _broken(message: str) -> tuple[str, str]:
    """Put the words of the CSV reader into ours: what is wrong, and the remedy."""
    if "field limit" in message:
        limit = csv.field_size_limit()
        return f"a cell is longer than {limit} characters", "Shorten it, or close its quotes."
    if "unexpected end" in message:
        return "a quotation mark is opened and never closed", "Close it, or remove it."
    if "expected after" in message:
        remedy = 'Double every quotation mark inside a quoted cell: "".'
        return "text follows a closing quotation mark", remedy
    return f"is not CSV ({message})", "Write cells that hold commas or quotes in quotes."


def _is_header(line: int, columns: tuple[str, ...], log: ProblemLog) -> bool:
    if len(columns) == 1:
        for sign, name in ((";", "semicolons"), ("\t", "tabs")):
            if sign in columns[0]:
                reason = f"the cells are separated by {name}; only commas are read"
                log.error(line, "", columns[0], reason, "Save it again, separated by commas.")
                return False
    if "" in columns:
        place = f"column {columns.index('') + 1}"
        log.error(line, place, "", "has no name", "Name it, or remove it from every line.")
    for column in dict.fromkeys(columns):
        if column and columns.count(column) > 1:
            log.error(line, "", column, "names two columns", "Keep one of them.")
    return "" not in columns


def _fits(line: int, cells: tuple[str, ...], columns: tuple[str, ...], log: ProblemLog) -> bool:
    if len(cells) == len(columns):
        return True
    reason = f"the row has {len(cells)} cells, the header {len(columns)}"
    if len(cells) > len(columns):
        remedy = "Put cells that hold a comma in quotes."
        log.error(line, "", cells[len(columns)], reason, remedy)
    else:
        log.error(line, "", "", reason, "Add the commas of the empty cells.")
    return False
