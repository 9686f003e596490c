"""Cells of one row to values; whatever is wrong goes into the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from formateur.facts import Source
from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register, knows
from formateur.folder.suggestion import suggest
from formateur.folder.table import Row

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=str)


@dataclass(slots=True)
class RowReader:
    """Reads the cells of one row.

    A cell that cannot be read gives a placeholder and makes the row unsound, so that every
    problem of the row is found; a record made from an unsound row must be dropped.
    """

    row: Row
    log: ProblemLog
    register: Register
    sound: bool = True

    def refuse(self, column: str, reason: str, remedy: str, value: str | None = None) -> None:
        """Note an error of this row; the value shown is the cell's unless another is given."""
        self.sound = False
        shown = self.text(column) if value is None else value
        self.log.error(self.row.line, column, shown, reason, remedy)

    def text(self, column: str) -> str:
        """Return the text of a cell; empty when it or its column is not there."""
        return self.row.cells.get(column, "")

    def required(self, column: str) -> str:
        """Return the text of a cell that must not be empty."""
        found = self.text(column)
        if not found:
            self.sound = False
            # A column that is missing altogether has been reported once, at the header.
            if column in self.row.cells:
                self.refuse(column, "the cell is empty", f"Fill in {column!r}; it is required.")
        return found

    def value(self, column: str, grammar: Callable[[str], Value | Flaw], none: Value) -> Value:
        """Return the value of a cell, or `none` when it is empty or cannot be read."""
        found = self.text(column)
        if not found:
            return none
        read = grammar(found)
        if isinstance(read, Flaw):
            self.refuse(column, read.reason, read.remedy)
            return none
        return read

    def day(self, column: str) -> date:
        """Return a required date."""
        return self.optional_day(column) or date.min if self.required(column) else date.min

    def optional_day(self, column: str) -> date | None:
        """Return a date, or ``None`` when the cell is empty."""
        return self.value(column, cells.day, None)

    def choice(self, column: str, allowed: tuple[Choice, ...], default: Choice) -> Choice:
        """Return one of the allowed words; an empty cell means `default`."""
        found = self.text(column)
        for word in allowed:
            if found == word:
                return word
        if found:
            remedy = suggest(found, allowed, f"write one of: {', '.join(filter(None, allowed))}")
            self.refuse(column, "is not a word that may stand here", remedy)
        return default

    def required_choice(self, column: str, allowed: tuple[Choice, ...]) -> Choice:
        """Return one of the allowed words; the cell must not be empty."""
        self.required(column)
        return self.choice(column, allowed, allowed[0])

    def unique_id(self, seen: dict[str, int]) -> str:
        """Return the required ``id``, after a look at those of the rows above."""
        self.required("id")
        return self.optional_id(seen)

    def optional_id(self, seen: dict[str, int]) -> str:
        """Return the ``id`` or an empty text, after a look at those of the rows above."""
        found = self.value("id", cells.slug, "")
        if found in seen:
            self.refuse("id", f"is already the id of line {seen[found]}", "Give it another id.")
        elif found:
            seen[found] = self.row.line
        return found

    def known_list(self, column: str, found: str) -> str:
        """Return the id of a list after a look at whether ``election.toml`` has it."""
        if found and not knows(self.register.lists, found):
            remedy = suggest(found, self.register.lists or (), "add a [[list]] to election.toml")
            self.refuse(column, "is not a list of this election", remedy, found)
        return found

    def several(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that are separated by ``;``."""
        parts = (part.strip() for part in self.text(column).split(";"))
        return tuple(part for part in parts if part)

    def source(self) -> Source:
        """Return the source of the row, which is required, and who reported it."""
        return Source(self.required("source"), self.text("reported_by"))
