"""``statements.csv``: what lists have said about governing with each other."""

from __future__ import annotations

from typing import get_args

from formateur.facts import Firmness, Stance, Statement
from formateur.facts.statement import HEAD_OF_LARGEST
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register, knows
from formateur.folder.row_reader import RowReader
from formateur.folder.suggestion import suggest
from formateur.folder.table import Table, check_columns

REQUIRED_COLUMNS = ("id", "date", "from", "about", "stance", "summary", "source")
STATEMENT_COLUMNS = (
    *("id", "date", "from", "about", "stance", "firmness", "summary"),
    *("source", "reported_by", "note"),
)

STANCES: tuple[Stance, ...] = get_args(Stance)
FIRMNESSES: tuple[Firmness, ...] = get_args(Firmness)

NOBODY = "none"


def read_statements(table: Table, register: Register, log: ProblemLog) -> tuple[Statement, ...]:
    """Read the statements, in the order of the file; those with an error are left out."""
    check_columns(table, STATEMENT_COLUMNS, REQUIRED_COLUMNS, log)
    seen: dict[str, int] = {}
    readers = [RowReader(row, log, register) for row in table.rows]
    read = [(reader, _statement(reader, seen)) for reader in readers]
    return tuple(statement for reader, statement in read if reader.sound)


def _statement(row: RowReader, seen: dict[str, int]) -> Statement:
    return Statement(
        id=row.unique_id(seen),
        date=row.day("date"),
        by=row.known_list("from", row.required("from")),
        about=_about(row),
        stance=row.required_choice("stance", STANCES),
        firmness=row.choice("firmness", FIRMNESSES, ""),
        summary=row.required("summary"),
        note=row.text("note"),
        source=row.source(),
    )


def _about(row: RowReader) -> str:
    about = row.required("about")
    if not about or about == NOBODY:
        return about
    kind, colon, name = about.partition(":")
    if not colon:
        return row.known_list("about", about)
    if kind == "person":
        _check_person(row, name)
    elif not knows(row.register.targets, about):
        remedy = suggest(about, row.register.targets or (), "add a [[target]] to election.toml")
        row.refuse("about", "is not a target of this election", remedy)
    return about


def _check_person(row: RowReader, name: str) -> None:
    persons = row.register.persons
    if persons is not None and name not in persons | {HEAD_OF_LARGEST}:
        remedy = suggest(name, persons | {HEAD_OF_LARGEST}, "add a [[person]] to election.toml")
        row.refuse("about", "names a person whom election.toml does not have", remedy)
