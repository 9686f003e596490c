"""``data/treaties.csv``: mutual defence treaties since 1945, and the days of their stages."""

from __future__ import annotations

from importlib.resources import files

from formateur.errors import DataError
from formateur.facts import Treaty
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Table, check_columns, read_table

COLUMNS = (
    *("id", "name", "negotiation", "signed", "approved", "approved_by", "in_force"),
    *("note", "source"),
)


def built_in_treaties() -> tuple[Treaty, ...]:
    """Return the treaties that come with Formateur, in order of their signature."""
    text = (files("formateur") / "data" / "treaties.csv").read_text(encoding="utf-8")
    return read_treaties(text)


def read_treaties(text: str) -> tuple[Treaty, ...]:
    """Read the table.

    Raises
    ------
    DataError
        When it cannot be used; it carries every problem.
    """
    log = ProblemLog("treaties.csv")
    table = read_table(text, log)
    found = [] if table is None else _treaties(table, log)
    if log.problems:
        raise DataError(tuple(log.problems))
    return tuple(sorted(found, key=lambda one: (one.signed, one.id)))


def _treaties(table: Table, log: ProblemLog) -> list[Treaty]:
    check_columns(table, COLUMNS, COLUMNS, log)
    return [_treaty(RowReader(row, log, Register())) for row in table.rows]


def _treaty(row: RowReader) -> Treaty:
    return Treaty(
        id=row.required("id"),
        name=row.required("name"),
        negotiation=row.optional_day("negotiation"),
        signed=row.day("signed"),
        approved=row.optional_day("approved"),
        approved_by=row.text("approved_by"),
        in_force=row.optional_day("in_force"),
        source=row.required("source"),
    )
