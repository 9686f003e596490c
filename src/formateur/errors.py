"""Every exception that Formateur raises, and the exit code of each on the command line.

::

    FormateurError              1  (never raised itself)
    ├── UsageError              2  an argument that cannot be
    ├── DataError               3  an election folder, case or table that cannot be used
    ├── LawError                4  a law file that is wrong, or a law that does not cover the case
    └── NotEnoughPollsError     5  nothing to forecast from on that day

A message says what is wrong (file, line, value), what is allowed and what to do next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one file.

    Attributes
    ----------
    file
        Name of the file inside the folder, ``polls.csv`` say.
    line
        Line in that file, the header being line 1; ``None`` when the file as a whole is meant.
    field
        Column or key; empty when the line as a whole is meant.
    value
        What stands there, as text; empty when nothing does.
    reason
        What is wrong and what is allowed.
    remedy
        What to do next.
    severity
        ``error`` (the folder is refused) or ``warning`` (kept and flagged).
    """

    file: str
    line: int | None
    field: str
    value: str
    reason: str
    remedy: str
    severity: str = "error"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        if self.field:
            place += f", {self.field}"
        shown = f" {self.value!r}" if self.value else ""
        return f"{place}:{shown} {self.reason}. {self.remedy}"


class FormateurError(Exception):
    """Base of all errors of Formateur; its text is meant for the user."""

    exit_code: ClassVar[int] = 1


class UsageError(FormateurError, ValueError):
    """An argument that cannot be: an unknown election, a bad day, an unwritable output."""

    exit_code = 2


MOST_TOLD = 20
"""Problems that the message of a `DataError` tells; its attribute holds them all."""


class DataError(FormateurError, ValueError):
    """An election folder, an allocation case or a table that cannot be used as it stands.

    Parameters
    ----------
    problems
        Everything that is wrong, not only the first thing.
    rest
        What the message says of problems that it does not tell.
    """

    exit_code = 3

    def __init__(
        self, problems: Sequence[Problem], rest: str = "`formateur check DIR` lists them all"
    ) -> None:
        self.problems = tuple(problems)
        told = [str(problem) for problem in self.problems[:MOST_TOLD]]
        if more := len(self.problems) - len(told):
            told.append(f"And {more} more; {rest}.")
        super().__init__("\n".join(told))


class LawError(FormateurError, ValueError):
    """A law file that is wrong, or a law that has no rule for the day or the votes at hand.

    Parameters
    ----------
    law
        Id or path of the law.
    place
        Key inside the law file, ``threshold[1].share`` say; empty for the file as a whole.
    reason, remedy
        What is wrong, and what to do next.

    Attributes
    ----------
    others
        What else is wrong with the same file.
    """

    exit_code = 4

    def __init__(self, law: str, place: str, reason: str, remedy: str) -> None:
        self.law, self.place, self.reason, self.remedy = law, place, reason, remedy
        self.others: tuple[LawError, ...] = ()
        where = f"{law}, {place}" if place else law
        super().__init__(f"{where}: {reason}. {remedy}")

    def __str__(self) -> str:
        """Tell everything that is wrong with the file, one line each."""
        return "\n".join(super(LawError, one).__str__() for one in self.all)

    @property
    def all(self) -> tuple[LawError, ...]:
        """The error and the others of the same file."""
        return (self, *self.others)


class NotEnoughPollsError(FormateurError):
    """No poll that a forecast could be made from was known on that day."""

    exit_code = 5
