"""Read an allocation case, or say everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from formateur.cases.case_json import CaseDocument, Facts
from formateur.cases.complaints import validate
from formateur.cases.facts import election_facts
from formateur.cases.json_document import parse_json
from formateur.cases.references import check_references
from formateur.cases.votes_csv import REQUIRED_COLUMNS, Votes, read_votes
from formateur.errors import DataError, Problem
from formateur.folder.problem_log import ProblemLog
from formateur.folder.table import read_table
from formateur.folder.text import read_text
from formateur.folder.toml_document import TomlDocument
from formateur.law import Ballots, ElectionFacts

CASE_FILE = "case.json"
VOTES_FILE = "votes.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One election to be counted.

    Attributes
    ----------
    law
        Id of the law, or the name of a law file in the folder of the case.
    day
        Day of the vote.
    seats, base_seats
        Seats given out and ordinary seats of the house, as the case says; nothing is worked out
        from them.
    labels
        Label in the case by name on the ballots, for candidates of one constituency that share a
        label.
    warnings
        What was kept and flagged.
    """

    law: str
    day: date
    ballots: Ballots
    facts: ElectionFacts
    seats: int | None = None
    base_seats: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()

    def spelled(self, name: str) -> str:
        """Return a name on the ballots as the case spells it."""
        return self.labels.get(name, name)


def read_case(folder: Path) -> Case:
    """Read an allocation case.

    Raises
    ------
    DataError
        When the case cannot be used; it carries every error, not only the first.
    """
    case, problems = _gather(folder)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors or case is None:
        raise DataError(errors)
    return case


def is_case(folder: Path) -> bool:
    """Return whether a folder holds an allocation case rather than an election."""
    try:
        return (folder / CASE_FILE).exists()
    except OSError:  # a folder that one may not read: who reads it next says so
        return False


def check_case(folder: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with a case, by file and line.

    Problems whose severity is ``warning`` are kept and flagged, such as a fact that is not known.
    """
    return _gather(folder)[1]


def _gather(folder: Path) -> tuple[Case | None, tuple[Problem, ...]]:
    """Read both files; the case is ``None`` when one cannot be used."""
    problems: list[Problem] = []
    case_log, votes_log = ProblemLog(CASE_FILE, problems), ProblemLog(VOTES_FILE, problems)
    present = _files(folder, ProblemLog(str(folder), problems))
    if present is None:
        return None, tuple(problems)
    document = _document(folder, present, case_log)
    content, facts = (None, None) if document is None else validate(document, case_log)
    votes = _votes(folder, present, facts, votes_log)
    if document is not None and facts is not None and votes is not None:
        check_references(facts, votes.ballots, document, case_log)
    problems.sort(key=lambda one: (one.file, one.line or 0))
    case = None if content is None or votes is None else _case(content, votes, problems)
    return case, tuple(problems)


def _case(content: CaseDocument, votes: Votes, problems: Sequence[Problem]) -> Case:
    return Case(
        law=content.law_id,
        day=content.date,
        ballots=votes.ballots,
        facts=election_facts(content.facts, votes),
        seats=content.seats,
        base_seats=content.facts.base_seats,
        labels=votes.labels,
        warnings=tuple(one for one in problems if one.severity == "warning"),
    )


def _files(folder: Path, log: ProblemLog) -> frozenset[str] | None:
    """Return the names of the files; ``None``, and an error in the log, without a folder."""
    try:
        return frozenset(entry.name for entry in folder.iterdir())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        remedy = f"Give the path of a folder with {VOTES_FILE} and {CASE_FILE}."
        log.error(None, "", "", f"the folder cannot be read ({why})", remedy)
        return None


def _text(folder: Path, present: frozenset[str], log: ProblemLog) -> str | None:
    if log.file in present:
        return read_text(folder / log.file, log)
    remedy = "Add it; see the reference on allocation cases."
    log.error(None, "", "", "is required and not there", remedy)
    return None


def _document(folder: Path, present: frozenset[str], log: ProblemLog) -> TomlDocument | None:
    text = _text(folder, present, log)
    if text is None:
        return None
    keys = {*CaseDocument.model_fields}
    return parse_json(text, keys, log)


def _votes(
    folder: Path, present: frozenset[str], facts: Facts | None, log: ProblemLog
) -> Votes | None:
    """Read the votes; ``None`` when rows or columns are lost."""
    text = _text(folder, present, log)
    # A log of its own: the reader looks whether anything went wrong before the header.
    own = ProblemLog(VOTES_FILE)
    table = None if text is None else read_table(text, own)
    whole = table is not None and table.rows and not own.problems
    votes = None
    if table is not None:
        votes = read_votes(table, lambda where: _elects_one(facts, where), own)
        whole = whole and set(REQUIRED_COLUMNS) <= {*table.columns}
    log.problems += own.problems
    return votes if whole else None


def _elects_one(facts: Facts | None, where: str) -> bool:
    if facts is None:
        return True  # not known; the case is refused for another reason
    return facts.magnitudes.get(where, facts.magnitude_each) == 1
