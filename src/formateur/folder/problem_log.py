"""Problems of one file, gathered while it is read so that all of them are told at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from formateur.errors import Problem

SHOWN_CHARACTERS = 60
"""Longest value that a message repeats; a cell may hold a novel."""


@dataclass(slots=True)
class ProblemLog:
    """What is wrong in one file.

    Attributes
    ----------
    file
        Name of the file inside the folder.
    problems
        In the order in which they were met.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int | None, column: str, value: str, reason: str, remedy: str) -> None:
        """Note something for which the folder is refused."""
        self.problems.append(Problem(self.file, line, column, _shown(value), reason, remedy))

    def warning(self, line: int | None, column: str, value: str, reason: str, remedy: str) -> None:
        """Note something that is kept and flagged."""
        self.problems.append(
            Problem(self.file, line, column, _shown(value), reason, remedy, severity="warning")
        )


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN_CHARACTERS else value[: SHOWN_CHARACTERS - 1] + "…"
