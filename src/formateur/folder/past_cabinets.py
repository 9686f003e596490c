"""Tables of past cabinets: ``cabinets.csv`` with ``parties.csv`` for the positions of parties."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from formateur.errors import DataError, UsageError
from formateur.facts import Cabinet, HouseParty, in_order
from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Row, Table, check_columns, read_table
from formateur.folder.text import read_text

CABINET_COLUMNS = (
    "cabinet_id",
    "country",
    "election_id",
    "election_date",
    "start_date",
    "caretaker",
    "party_id",
    "in_cabinet",
    "prime_minister",
    "seats",
    "seats_total",
)
PARTY_COLUMNS = ("country", "party_id", "left_right")

YES_NO = ("0", "1")

Positions = dict[tuple[str, str], float]
"""Position by country and party, from 0 (left) to 10 (right)."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of ``cabinets.csv``, read."""

    cabinet: Cabinet
    party: HouseParty


def read_past_cabinets(folder: Path, country: str = "") -> tuple[Cabinet, ...]:
    """Read the cabinets of a folder of tables, from the earliest to the latest.

    Parameters
    ----------
    folder
        Holds ``cabinets.csv`` and, where positions are known, ``parties.csv``. Columns other than
        those read are allowed.
    country
        Only cabinets of this country; of all when empty.

    Raises
    ------
    UsageError
        When there is no ``cabinets.csv``.
    DataError
        When a table cannot be used; it carries every problem.
    """
    path = folder / "cabinets.csv"
    if not path.is_file():
        raise UsageError(
            f"{path} is not there. Name a folder with cabinets.csv, one row for each cabinet and "
            "party of its house."
        )
    parties, cabinets = ProblemLog("parties.csv"), ProblemLog("cabinets.csv")
    positions = _positions(folder / "parties.csv", country, parties)
    lines = _lines(path, country, positions, cabinets)
    problems = (*parties.problems, *cabinets.problems)
    if problems:
        raise DataError(problems)
    return _cabinets(lines)


@cache  # the table is long, and every forecast of a country asks for it twice
def built_in_cabinets(country: str) -> tuple[Cabinet, ...]:
    """Return the cabinets of a country that come with Formateur; none for an unknown one."""
    return read_past_cabinets(Path(str(files("formateur"))) / "data" / "record", country)


def _positions(path: Path, country: str, log: ProblemLog) -> Positions:
    if not path.is_file():
        return {}
    table = _table(path, PARTY_COLUMNS, log)
    rows = [] if table is None else _of(table, country)
    readers = [RowReader(row, log, Register()) for row in rows]
    return {
        (one.text("country"), one.text("party_id")): position
        for one in readers
        if (position := one.value("left_right", _position, None)) is not None
    }


def _lines(path: Path, country: str, positions: Positions, log: ProblemLog) -> list[_Line]:
    table = _table(path, CABINET_COLUMNS, log)
    rows = [] if table is None else _of(table, country)
    readers = [RowReader(row, log, Register()) for row in rows]
    read = [(one, _line(one, positions)) for one in readers]
    return [line for reader, line in read if reader.sound]


def _table(path: Path, columns: tuple[str, ...], log: ProblemLog) -> Table | None:
    text = read_text(path, log)
    table = None if text is None else read_table(text, log)
    if table is not None:
        check_columns(table, table.columns, columns, log)
    return None if log.problems else table


def _of(table: Table, country: str) -> list[Row]:
    return [row for row in table.rows if country in ("", row.cells["country"])]


def _line(row: RowReader, positions: Positions) -> _Line:
    country, party = row.required("country"), row.required("party_id")
    return _Line(
        Cabinet(
            id=row.required("cabinet_id"),
            country=country,
            election=row.required("election_id"),
            election_date=row.day("election_date"),
            start=row.day("start_date"),
            caretaker=row.choice("caretaker", YES_NO, "0") == "1",
            seats_total=row.value("seats_total", cells.whole, 0),
            parties=(),
        ),
        HouseParty(
            party,
            row.value("seats", cells.whole, 0),
            row.choice("in_cabinet", YES_NO, "0") == "1",
            row.choice("prime_minister", YES_NO, "0") == "1",
            positions.get((country, party)),
        ),
    )


def _cabinets(lines: list[_Line]) -> tuple[Cabinet, ...]:
    grouped: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        grouped[line.cabinet.id].append(line)
    return in_order(tuple(_joined(of_one) for of_one in grouped.values()))


def _joined(lines: list[_Line]) -> Cabinet:
    first = lines[0].cabinet
    return Cabinet(
        id=first.id,
        country=first.country,
        election=first.election,
        election_date=first.election_date,
        start=first.start,
        caretaker=first.caretaker,
        seats_total=first.seats_total,
        parties=tuple(line.party for line in lines),
    )


def _position(text: str) -> float | Flaw | None:
    value = cells.decimal(text)
    if isinstance(value, float) and value > 10:
        return Flaw("is beyond 10", "Write a position from 0 (left) to 10 (right).")
    return value
