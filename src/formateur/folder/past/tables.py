"""The files of a folder of past elections as rows whose cells can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from formateur.errors import DataError, Problem, UsageError
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.suggestion import suggest
from formateur.folder.table import read_table
from formateur.folder.text import read_text

Record = TypeVar("Record")


class PastFolder:
    """A folder of tables; what is wrong in it is gathered until `check` is asked.

    Parameters
    ----------
    path
        The folder.

    Raises
    ------
    UsageError
        When it is not a folder.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_dir():
            raise UsageError(
                f"{path} is not a folder. Name the folder that holds elections.csv, parties.csv, "
                "results.csv, polls.csv and poll_values.csv."
            )
        self._path = path
        self._problems: list[Problem] = []

    def records(
        self,
        name: str,
        required: tuple[str, ...],
        read: Callable[[RowReader], Record],
        *,
        optional: bool = False,
    ) -> list[Record]:
        """Read the rows of one file; those with an error are left out.

        Parameters
        ----------
        name
            Of the file.
        required
            Columns that it must have; it may have any others.
        read
            Makes a record of a row.
        optional
            Whether the file may be absent.
        """
        log = ProblemLog(name)
        found = [(row, read(row)) for row in self._rows(name, required, log, optional=optional)]
        self._problems += log.problems
        return [record for row, record in found if row.sound]

    def check(self) -> None:
        """Stop here when something was wrong.

        Raises
        ------
        DataError
            With every problem so far.
        """
        if self._problems:
            raise DataError(self._problems, rest="correct these first")

    def _rows(
        self, name: str, required: tuple[str, ...], log: ProblemLog, *, optional: bool
    ) -> Iterator[RowReader]:
        path = self._path / name
        if not path.exists() and not path.is_symlink():
            if not optional:
                remedy = f"Add the file; its columns are at least: {', '.join(required)}."
                log.error(None, "", "", "the file is not there", remedy)
            return
        text = read_text(path, log)
        table = read_table(text, log) if text is not None else None
        if table is None:
            return
        missing = [column for column in required if column not in table.columns]
        for column in missing:
            remedy = suggest(column, table.columns, "add it to the header, and its cells below")
            log.error(table.line, column, "", "the column is required and not there", remedy)
        if not missing:
            yield from (RowReader(row, log, Register()) for row in table.rows)


def known(row: RowReader, column: str, names: Mapping[str, object], file: str) -> str:
    """Return an id that another file of the folder must have."""
    found = row.required(column)
    if found and found not in names:
        remedy = suggest(found, names, "add it there, or remove the row")
        row.refuse(column, f"is not in {file}", remedy)
    return found


def once(row: RowReader, column: str, key: object, seen: dict[object, int]) -> None:
    """Refuse a row whose key a row above has too."""
    if row.sound and key in seen:
        row.refuse(column, f"has a row on line {seen[key]} too", "Keep one of the two.")
    seen.setdefault(key, row.row.line)


def grouped(records: Iterable[Record], key: Callable[[Record], str]) -> Mapping[str, list[Record]]:
    """Put records under their keys, in the order in which they came."""
    groups: dict[str, list[Record]] = {}
    for one in records:
        groups.setdefault(key(one), []).append(one)
    return groups
