"""``formateur check``: everything that is wrong with a folder, at once."""

from __future__ import annotations

import sys

import typer

from formateur.cli.options import FolderArgument
from formateur.errors import DataError


def check(folder: FolderArgument) -> None:
    """List every problem of a folder: file, line, value, what is allowed, what to do.

    The folder holds an election, or an allocation case.
    """
    from formateur.cases import check_case, is_case
    from formateur.folder import check_election

    problems = check_case(folder) if is_case(folder) else check_election(folder)
    for problem in problems:
        sys.stdout.write(f"{problem.severity}: {problem}\n")
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    told = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
    sys.stdout.write(f"{folder}: {told}.\n")
    if errors:
        raise typer.Exit(DataError.exit_code)
