"""``votes.csv``: the votes, one row for each list or candidate in a constituency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.suggestion import suggest
from formateur.folder.table import Table, check_columns
from formateur.law import Ballots

REQUIRED_COLUMNS = ("constituency", "party", "votes")
COLUMNS = (*REQUIRED_COLUMNS, "tier")
TIERS = ("list", "constituency")


@dataclass(frozen=True, slots=True)
class Votes:
    """The ballots, and how the case spells those that they tell apart.

    Attributes
    ----------
    labels
        Label in the case by name on the ballots, where several candidates of one constituency
        share a label, as independents do: the second is ``Independent (2)`` on the ballots.
    """

    ballots: Ballots
    labels: dict[str, str]


def read_votes(table: Table, elects_one: Callable[[str], bool], log: ProblemLog) -> Votes:
    """Read the votes in the order of the file; rows with an error have none.

    Parameters
    ----------
    elects_one
        Whether a constituency of the only ballot elects one candidate.
    """
    known = [column for column in table.columns if column in COLUMNS]
    check_columns(Table(table.line, tuple(known), table.rows), COLUMNS, REQUIRED_COLUMNS, log)
    _warn_of_columns(table, log)
    tally = _Tally(elects_one, frozenset(row.cells.get("party", "") for row in table.rows))
    for row in table.rows:
        tally.add(RowReader(row, log, Register()), tiers="tier" in table.columns)
    if not (table.rows or log.problems):
        log.error(None, "", "", "holds no votes", "Add one row for each list or candidate.")
    return tally.votes()


def _warn_of_columns(table: Table, log: ProblemLog) -> None:
    for column in table.columns:
        if column not in COLUMNS:
            remedy = suggest(column, COLUMNS, "remove the column if nobody needs it")
            reason = "is not a known column and has no effect"
            log.warning(table.line, "", column, reason, remedy)


@dataclass(slots=True)
class _Tally:
    """Rows on their way to ballots."""

    elects_one: Callable[[str], bool]
    printed: frozenset[str]
    tables: dict[str, dict[str, dict[str, int]]] = field(
        default_factory=lambda: {tier: {} for tier in TIERS}
    )
    labels: dict[str, str] = field(default_factory=dict)
    lines: dict[tuple[str, str, str, int], int] = field(default_factory=dict)

    def add(self, row: RowReader, *, tiers: bool) -> None:
        """Add one row, or report what is wrong with it."""
        where, label = row.required("constituency"), row.required("party")
        row.required("votes")
        votes = row.value("votes", _votes, 0)
        tier = row.required_choice("tier", TIERS) if tiers else TIERS[0]
        table = self.tables[tier].setdefault(where, {}) if where else {}
        if not row.sound:
            table.setdefault(label, 0)  # so that facts may name it
            return
        name = label
        if label in table:
            candidates = tier == "constituency" or self.elects_one(where)
            if not candidates:
                remedy = "Keep one of them; name two candidates apart."
                row.refuse("party", f"has a row in {where!r} already", remedy)
            elif votes and (line := self.lines.get((tier, where, label, votes))):
                remedy = "Remove one of them; name two candidates apart."
                row.refuse("party", f"has as many votes in {where!r} on line {line}", remedy)
            name = self._apart(label, table)
        table[name] = votes
        self.lines[tier, where, label, votes] = row.row.line

    def _apart(self, label: str, table: dict[str, int]) -> str:
        """Return a name of its own for one more candidate of a label."""
        number = 2
        while (name := f"{label} ({number})") in table or name in self.printed:
            number += 1
        self.labels[name] = label
        return name

    def votes(self) -> Votes:
        """Return the ballots; rows of one tier are the only votes there are."""
        lists, candidates = (self.tables[tier] for tier in TIERS)
        if not lists:
            lists, candidates = candidates, {}
        return Votes(Ballots(lists=lists, candidates=candidates), self.labels)


def _votes(text: str) -> int | Flaw:
    read = cells.whole(text)
    if isinstance(read, Flaw) and "separators" not in read.reason:
        return Flaw(read.reason, "Write a whole number from 0 up, in digits.")
    return read
