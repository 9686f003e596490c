"""Read an election folder, or say everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from formateur.errors import DataError, Problem
from formateur.facts import Election
from formateur.folder.gather import gather
from formateur.folder.law_problems import law_problems
from formateur.folder.library import find_election
from formateur.law import Law


def read_election(path: Path) -> Election:
    """Read an election folder.

    Raises
    ------
    DataError
        When the folder cannot be used; it carries every error, not only the first.
    LawError
        When the folder is sound but for its own ``law.toml``.
    """
    return _read(path)[0]


def open_election(name_or_path: str) -> tuple[Election, Law]:
    """Find an election by its id or path, and read it and its law.

    Raises
    ------
    UsageError
        When there is no such election.
    DataError, LawError
        As `read_election` does.
    """
    return _read(find_election(name_or_path))


def check_election(path: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with a folder and its law, by file and line.

    Problems whose severity is ``warning`` are kept and flagged: polls and results that do not add
    up, an election without polls, a file whose name is almost right.
    """
    gathered = gather(path)
    problems = list(gathered.problems)
    if gathered.law.error is not None:
        problems += law_problems(gathered.law.error, path)
    return tuple(sorted(problems, key=lambda one: (one.file, one.line or 0)))


def _read(path: Path) -> tuple[Election, Law]:
    gathered = gather(path)
    errors = gathered.errors()
    if gathered.law.error is not None and not errors:
        raise gathered.law.error
    election, law = gathered.election, gathered.law.law
    if errors or election is None or law is None:
        raise DataError(errors)
    return election, law
