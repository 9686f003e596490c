"""``pledges.csv``: what parties had said about governing before past governments formed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from formateur.errors import DataError
from formateur.facts import Cabinet, Pledge
from formateur.facts.pledge import DatePrecision, PledgeFirmness, PledgeStance
from formateur.folder.cells import Flaw
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import check_columns, read_table
from formateur.folder.text import read_text

PLEDGE_COLUMNS = (
    "id",
    "formation",
    "date",
    "date_precision",
    "from",
    "about",
    "person_party",
    "stance",
    "firmness",
    "kept",
    "summary",
    "source",
    "reported_by",
)

STANCES: tuple[PledgeStance, ...] = (
    "excludes",
    "promises",
    "prefers",
    "requires",
    "tolerates",
    "recommends",
)
FIRMNESS: tuple[PledgeFirmness, ...] = ("said", "decided", "signed")
PRECISION: tuple[DatePrecision, ...] = ("day", "month", "campaign")

PARTY = r"[a-z0-9_-]+"
ABOUT = re.compile(rf"none|{PARTY}|person:.+|(group|coalition):{PARTY}(\+{PARTY})+")


def read_pledges(path: Path, cabinets: Sequence[Cabinet]) -> tuple[Pledge, ...]:
    """Read pledges, in the order of the file, and hold them against the formations meant.

    Parameters
    ----------
    path
        The file; without one there are no pledges.
    cabinets
        Of the formations: a pledge must come from a party of the house, and no later than the
        first regular government. Formations that are not among them are not held against anything.

    Raises
    ------
    DataError
        When the file cannot be used; it carries every problem.
    """
    if not path.is_file():
        return ()
    log = ProblemLog(path.name)
    text = read_text(path, log)
    table = None if text is None else read_table(text, log)
    pledges: list[Pledge] = []
    if table is not None:
        check_columns(table, PLEDGE_COLUMNS, PLEDGE_COLUMNS[:-1], log)
        seen: dict[str, int] = {}
        houses = _houses(cabinets)
        readers = [RowReader(row, log, Register()) for row in table.rows]
        read = [(one, _pledge(one, seen, houses)) for one in readers]
        pledges = [pledge for reader, pledge in read if reader.sound]
    if log.problems:
        raise DataError(log.problems)
    return tuple(pledges)


def built_in_pledges(cabinets: Sequence[Cabinet]) -> tuple[Pledge, ...]:
    """Return the pledges that come with Formateur."""
    return read_pledges(Path(str(files("formateur"))) / "data" / "pledges.csv", cabinets)


def pledges_of(folder: Path, cabinets: Sequence[Cabinet]) -> tuple[Pledge, ...]:
    """Return the pledges of a folder of tables, or the built-in ones when it has none."""
    own = folder / "pledges.csv"
    return read_pledges(own, cabinets) if own.is_file() else built_in_pledges(cabinets)


def _houses(cabinets: Sequence[Cabinet]) -> dict[str, Cabinet]:
    """Return the first regular cabinet after each election, or the first caretaker."""
    first: dict[str, Cabinet] = {}
    for one in sorted(cabinets, key=lambda one: (one.caretaker, one.start)):
        first.setdefault(one.election, one)
    return first


def _pledge(row: RowReader, seen: dict[str, int], houses: dict[str, Cabinet]) -> Pledge:
    row.required("about")
    pledge = Pledge(
        id=row.unique_id(seen),
        formation=row.required("formation"),
        date=row.day("date"),
        date_precision=row.required_choice("date_precision", PRECISION),
        by=row.required("from"),
        about=row.value("about", _about, ""),
        person_party=row.text("person_party"),
        stance=row.required_choice("stance", STANCES),
        firmness=row.required_choice("firmness", FIRMNESS),
        kept=row.choice("kept", ("", "yes", "no"), ""),
        summary=row.required("summary"),
        source=row.source(),
    )
    if house := houses.get(pledge.formation):
        _hold_against(pledge, house, row)
    return pledge


def _hold_against(pledge: Pledge, house: Cabinet, row: RowReader) -> None:
    parties = {one.party for one in house.parties}
    if pledge.by and pledge.by not in parties:
        row.refuse("from", "is not a party of that house", "Write its id of cabinets.csv.")
    if not house.caretaker and pledge.date > house.start:
        row.refuse("date", f"is after the government of {house.start}", "Leave the row out.")


def _about(text: str) -> str | Flaw:
    if ABOUT.fullmatch(text):
        return text
    return Flaw(
        "says nothing that can be read",
        "Write a party, person:NAME, group:a+b, coalition:a+b or none.",
    )
