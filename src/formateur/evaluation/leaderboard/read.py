"""Tables of a backtest read back, whoever made them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import TypeVar

from formateur.errors import DataError
from formateur.evaluation.backtest import joint_of
from formateur.evaluation.backtest.rows import (
    JOINT_COLUMNS,
    LIST_COLUMNS,
    QUANTILES,
    JointRow,
    ListRow,
)
from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.suggestion import suggest
from formateur.folder.table import read_table
from formateur.folder.text import read_text

Record = TypeVar("Record")

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?")


RESULT_ROUNDING = 0.1
"""Two tables may print the same result with other decimals; percentage points."""


@dataclass(frozen=True, slots=True, eq=False)
class BacktestRows:
    """What the two tables of a backtest hold.

    Attributes
    ----------
    joint
        None when the file of the joint scores is not there.
    """

    lists: tuple[ListRow, ...]
    joint: tuple[JointRow, ...]


def read_backtest(path: Path) -> BacktestRows:
    """Read a table of lists, and the joint scores beside it when they are there.

    Raises
    ------
    DataError
        When a file cannot be used; it carries every problem.
    """
    joint = joint_of(path)
    lists = _records(path, LIST_COLUMNS, partial(_list_row, seen={}, results={}))
    found = _records(joint, JOINT_COLUMNS, partial(_joint_row, seen={})) if joint.exists() else ()
    return BacktestRows(lists, found)


def year_of(row: ListRow | JointRow) -> int:
    """Return the year of the vote."""
    day = cells.day(row.as_of)
    if isinstance(day, Flaw):
        raise TypeError("rows have been read with a day")
    return (day + timedelta(days=row.days_before)).year


def _records(
    path: Path, required: Sequence[str], read: Callable[[RowReader], Record]
) -> tuple[Record, ...]:
    log = ProblemLog(path.name)
    text = read_text(path, log)
    table = read_table(text, log) if text is not None else None
    found: list[tuple[RowReader, Record]] = []
    if table is not None:
        missing = [column for column in required if column not in table.columns]
        for column in missing:
            remedy = suggest(
                column, table.columns, "make the table with `formateur backtest votes`"
            )
            log.error(table.line, column, "", "the column is required and not there", remedy)
        if not missing:
            rows = (RowReader(row, log, Register()) for row in table.rows)
            found = [(row, read(row)) for row in rows]
            if not found:
                log.error(None, "", "", "the table has no rows", "Run a backtest that gives some.")
    if log.problems:
        raise DataError(log.problems, rest="correct these first")
    return tuple(record for _, record in found)


def _list_row(
    row: RowReader,
    *,
    seen: dict[tuple[str, ...], int],
    results: dict[tuple[str, str], tuple[float, int]],
) -> ListRow:
    quantiles = {name: _figure(row, name, most=100.0) for name in QUANTILES}
    found = ListRow(
        election_id=row.required("election_id"),
        days_before=_days(row),
        as_of=row.day("as_of").isoformat(),
        model=row.required("model"),
        party_id=row.required("party_id"),
        result=_figure(row, "result", most=100.0),
        mean=_figure(row, "mean", most=100.0),
        sd=_figure(row, "sd"),
        **quantiles,
        crps=_figure(row, "crps"),
    )
    if row.sound:
        _check_rising(row, quantiles)
        _check_new(row, ("election_id", "days_before", "model", "party_id"), seen)
        _check_result(row, found, results)
    return found


def _joint_row(row: RowReader, *, seen: dict[tuple[str, ...], int]) -> JointRow:
    def some(column: str) -> float | None:
        return _figure(row, column, least=-1e9) if row.text(column) else None

    found = JointRow(
        election_id=row.required("election_id"),
        days_before=_days(row),
        as_of=row.day("as_of").isoformat(),
        model=row.required("model"),
        lists=row.value("lists", cells.whole, 0),
        party_ids=row.required("party_ids"),
        energy=_figure(row, "energy"),
        energy_independent=_figure(row, "energy_independent"),
        copula_lists=row.value("copula_lists", cells.whole, 0),
        copula_log_score=some("copula_log_score"),
        lead_of=row.text("lead_of"),
        **{
            f"{what}_{figure}": some(f"{what}_{figure}")
            for what in ("lead", "left", "right")
            for figure in ("result", "pit", "crps")
        },
    )
    if row.sound:
        _check_new(row, ("election_id", "days_before", "model"), seen)
    return found


def _days(row: RowReader) -> int:
    row.required("days_before")
    return row.value("days_before", cells.whole, 0)


def _figure(row: RowReader, column: str, *, least: float = 0.0, most: float = 1e9) -> float:
    row.required(column)
    return row.value(column, partial(_within, least=least, most=most), 0.0)


def _within(text: str, *, least: float, most: float) -> float | Flaw:
    if not _NUMBER.fullmatch(text):
        flaw = cells.decimal(text)
        return flaw if isinstance(flaw, Flaw) else Flaw("is not a number", "Write digits.")
    value = float(text)
    if isfinite(value) and least <= value <= most:
        return value
    return Flaw(
        f"is not between {least:g} and {most:g}", "Give the figure in percent of the votes."
    )


def _check_rising(row: RowReader, quantiles: dict[str, float]) -> None:
    for lower, upper in pairwise(QUANTILES):
        if quantiles[upper] < quantiles[lower]:
            reason = f"is less than {lower}, {row.text(lower)}"
            row.refuse(upper, reason, "Quantiles must not fall; correct one of the two.")


def _check_result(
    row: RowReader, found: ListRow, results: dict[tuple[str, str], tuple[float, int]]
) -> None:
    """Refuse a second result of a list: models that are held against two cannot be compared."""
    result, line = results.setdefault(
        (found.election_id, found.party_id), (found.result, row.row.line)
    )
    if abs(found.result - result) > RESULT_ROUNDING:
        reason = f"is not the result that line {line} has for this list, {result:g}"
        row.refuse("result", reason, "A list has one result; correct one of the two.")


def _check_new(row: RowReader, columns: tuple[str, ...], seen: dict[tuple[str, ...], int]) -> None:
    key = tuple(row.text(column) for column in columns)
    if key in seen:
        reason = f"has the same {', '.join(columns)} as line {seen[key]}"
        row.refuse("", reason, "Keep one of the two.")
    seen.setdefault(key, row.row.line)
