"""Read every file of a folder once, and gather the facts and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from formateur.errors import Problem
from formateur.facts import Election, Motion
from formateur.folder.calendar_steps import read_calendar
from formateur.folder.constituencies import read_constituencies
from formateur.folder.events import read_events
from formateur.folder.governing_law import OWN_LAW, GoverningLaw, governing_law
from formateur.folder.plausibility import check_plausible, check_polled
from formateur.folder.polls import read_polls
from formateur.folder.previous_result import CONSTITUENCIES_FILE, VOTES_FILE, previous_result
from formateur.folder.previous_votes import read_previous_votes
from formateur.folder.problem_log import ProblemLog
from formateur.folder.references import check_election, check_motions
from formateur.folder.register import Register
from formateur.folder.results import read_results
from formateur.folder.statements import read_statements
from formateur.folder.suggestion import nearest
from formateur.folder.table import Table, read_table
from formateur.folder.text import read_text
from formateur.folder.toml_document import TomlDocument, parse_toml

Record = TypeVar("Record")
Reader = Callable[[Table, Register, ProblemLog], tuple[Record, ...]]

ELECTION_FILE = "election.toml"
POLLS_FILE = "polls.csv"
MOTIONS_FILE = "motions.toml"
FILES = (
    *(ELECTION_FILE, POLLS_FILE, "statements.csv", "events.csv", MOTIONS_FILE),
    *("calendar.csv", "results.csv", CONSTITUENCIES_FILE, VOTES_FILE, OWN_LAW),
)
"""Files that an election folder may hold; only the first must be there."""


@dataclass(slots=True)
class Gathered:
    """What a folder holds, and what is wrong with it.

    Attributes
    ----------
    election
        ``None`` when ``election.toml`` cannot be used. Where other files hold errors, it lacks
        what they tell.
    """

    election: Election | None = None
    law: GoverningLaw = field(default_factory=GoverningLaw)
    problems: list[Problem] = field(default_factory=list)

    def errors(self) -> list[Problem]:
        """Return the problems for which the folder is refused."""
        return [problem for problem in self.problems if problem.severity == "error"]


def gather(path: Path) -> Gathered:
    """Read the folder; whatever is wrong with it is in the result, nothing is raised."""
    folder = _Folder(path, Gathered())
    if not folder.list_files():
        return folder.gathered
    document = folder.toml(ELECTION_FILE)
    register = Register()
    if document is not None:
        register = _election(document, folder)
    election = _with_files(folder, register)
    if election is not None and document is not None:
        election = _with_constituencies(election, document, folder, register)
        check_plausible(election, register.house, folder.log)
        check_polled(election, folder.gathered.problems, folder.log(POLLS_FILE))
        folder.gathered.election = election
    folder.gathered.problems.sort(key=lambda one: (one.file, one.line or 0))
    return folder.gathered


class _Folder:
    """Files of one folder, and the log of each."""

    def __init__(self, path: Path, gathered: Gathered) -> None:
        self.path, self.gathered = path, gathered
        self.present: set[str] = set()

    def log(self, name: str) -> ProblemLog:
        """Return a log of the file that writes to the problems of the folder."""
        return ProblemLog(name, self.gathered.problems)

    def list_files(self) -> bool:
        """Look at what is there; without a folder nothing can be read."""
        try:
            self.present = {entry.name for entry in self.path.iterdir()}
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            reason = f"the folder cannot be read ({why})"
            remedy = "Give the path of an election folder; formateur new DIR starts one."
            ProblemLog(str(self.path), self.gathered.problems).error(None, "", "", reason, remedy)
            return False
        for name in sorted(self.present - set(FILES)):
            meant = nearest(name, FILES, likeness=0.8)
            if meant and Path(name).suffix.lower() in {".csv", ".toml"}:
                reason = "is not a file of an election folder and is not read"
                self.log(name).warning(None, "", "", reason, f"Did you mean {meant!r}?")
        return True

    def text(self, name: str) -> str | None:
        """Return the text of a file; ``None`` when it is not there or cannot be read."""
        if name in self.present:
            return read_text(self.path / name, self.log(name))
        if name == ELECTION_FILE:
            remedy = "Write one; formateur new DIR shows how."
            self.log(name).error(None, "", "", "is required and not there", remedy)
        return None

    def toml(self, name: str) -> TomlDocument | None:
        """Return a TOML file; ``None`` when it is not there or cannot be read."""
        text = self.text(name)
        return None if text is None else parse_toml(text, self.log(name))

    def records(self, name: str, read: Reader[Record], register: Register) -> tuple[Record, ...]:
        """Return the records of a CSV file; none when it is not there or cannot be read."""
        text = self.text(name)
        # A log of its own: the reader looks whether anything went wrong before the header.
        log = ProblemLog(name)
        table = None if text is None else read_table(text, log)
        records = () if table is None else read(table, register, log)
        self.gathered.problems += log.problems
        return records


def _election(document: TomlDocument, folder: _Folder) -> Register:
    """Read ``election.toml`` and the law it names; return what the other files may name."""
    from formateur.folder.election_facts import read_facts  # noqa: PLC0415 - pydantic is slow

    log = folder.log(ELECTION_FILE)
    folder.gathered.law = governing_law(document, folder.path, log)
    register = _register(document, folder.gathered.law.house)
    folder.gathered.election = read_facts(document, log)
    check_election(document, register, log)
    return register


def _register(document: TomlDocument, house: int | None) -> Register:
    def ids(key: str) -> frozenset[str]:
        return frozenset(one.text("id") for one in document.top.tables(key))

    return Register(
        lists=ids("list"),
        persons=ids("person"),
        targets=ids("target"),
        vote=document.top.day("date"),
        house=house,
    )


def _with_files(folder: _Folder, register: Register) -> Election | None:
    polls = folder.records(POLLS_FILE, read_polls, register)
    statements = folder.records("statements.csv", read_statements, register)
    events = folder.records("events.csv", read_events, register)
    calendar = folder.records("calendar.csv", read_calendar, register)
    results = folder.records("results.csv", read_results, register)
    motions = _motions(folder, register)
    if folder.gathered.election is None:
        return None
    return replace(
        folder.gathered.election,
        polls=polls,
        statements=statements,
        events=events,
        motions=motions,
        calendar=calendar,
        results=results,
    )


def _with_constituencies(
    election: Election, document: TomlDocument, folder: _Folder, register: Register
) -> Election:
    before = folder.gathered.errors()
    places = folder.records(CONSTITUENCIES_FILE, read_constituencies, register)
    rows = folder.records(VOTES_FILE, read_previous_votes, register)
    if len(folder.gathered.errors()) > len(before):
        return election
    found = previous_result(document, places, rows, folder.gathered.law.law, folder.log)
    return replace(election, constituencies=found.constituencies, previous_votes=found.votes)


def _motions(folder: _Folder, register: Register) -> tuple[Motion, ...]:
    from formateur.folder.motions_toml import read_motions  # noqa: PLC0415 - pydantic is slow

    document = folder.toml(MOTIONS_FILE)
    if document is None:
        return ()
    log = folder.log(MOTIONS_FILE)
    check_motions(document, register, log)
    return read_motions(document, log)
