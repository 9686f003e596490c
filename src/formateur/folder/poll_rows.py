"""The two forms of ``polls.csv`` brought to one: the cells of a poll, and its figures by list."""

from __future__ import annotations

from dataclasses import dataclass

from formateur.facts import OTHER
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Row, Table, check_columns

POLL_COLUMNS = (
    "id",
    "pollster",
    "sponsor",
    "fieldwork_start",
    "fieldwork_end",
    "published",
    "sample_size",
    "scale",
    "kind",
    "undecided",
    "source",
    "reported_by",
    "note",
)
"""Columns of ``polls.csv`` besides those of the lists."""

LONG_COLUMNS = ("list", "value")
"""Columns of the long form, which stand in place of those of the lists."""

REQUIRED_COLUMNS = ("pollster", "fieldwork_end", "scale", "source")

_SAME_POLL = ("pollster", "sponsor", "fieldwork_start", "fieldwork_end", "published", "scale")


@dataclass(frozen=True, slots=True)
class PollRow:
    """One poll before its cells are read.

    Attributes
    ----------
    head
        Reader of the row that tells pollster, days and source.
    figures
        By list id: a reader of the row, and the column in it, where the figure stands.
    """

    head: RowReader
    figures: dict[str, tuple[RowReader, str]]


def poll_rows(table: Table, register: Register, log: ProblemLog) -> list[PollRow]:
    """Return the polls of a table of either form, in the order of the file."""
    long = [column for column in LONG_COLUMNS if column in table.columns]
    if long:
        check_columns(
            table, (*POLL_COLUMNS, *LONG_COLUMNS), (*REQUIRED_COLUMNS, *LONG_COLUMNS), log
        )
        return _long(table, register, log)
    lists = _list_columns(table, register)
    check_columns(table, (*POLL_COLUMNS, *lists), REQUIRED_COLUMNS, log)
    return [_wide(RowReader(row, log, register), lists) for row in table.rows]


def _list_columns(table: Table, register: Register) -> frozenset[str]:
    """Return the columns that may stand for a list; all of them when the lists are not known."""
    known = frozenset(table.columns) if register.lists is None else register.lists
    return (known | {OTHER}) - frozenset(POLL_COLUMNS)


def _wide(reader: RowReader, lists: frozenset[str]) -> PollRow:
    columns = [column for column in reader.row.cells if column in lists]
    return PollRow(reader, {one: (reader, one) for one in columns if reader.text(one)})


def _long(table: Table, register: Register, log: ProblemLog) -> list[PollRow]:
    polls: dict[tuple[str, ...], PollRow] = {}
    for row in table.rows:
        reader = RowReader(row, log, register)
        key = _key(row)
        if key in polls:
            _check_same_poll(reader, polls[key].head)
        else:
            polls[key] = PollRow(reader, {})
        _add_figure(polls[key], reader)
    return list(polls.values())


def _key(row: Row) -> tuple[str, ...]:
    given = row.cells.get("id", "")
    return (given,) if given else tuple(row.cells.get(column, "") for column in _SAME_POLL)


def _check_same_poll(reader: RowReader, first: RowReader) -> None:
    for column in POLL_COLUMNS:
        if reader.text(column) != first.text(column):
            reason = f"differs from {first.text(column)!r} on line {first.row.line}, the same poll"
            first.sound = False
            reader.refuse(column, reason, "Make them equal, or give the polls different ids.")


def _add_figure(poll: PollRow, reader: RowReader) -> None:
    one = reader.required("list")
    if one in poll.figures:
        line = poll.figures[one][0].row.line
        reader.refuse("list", f"has a figure on line {line} too", "Keep one of them.")
    elif one:
        if one != OTHER:
            reader.known_list("list", one)
        poll.figures[one] = (reader, "value")
    if not reader.sound:
        poll.head.sound = False
