"""Checks of single keys of a law file; every complaint names the key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from inspect import signature
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from formateur.errors import LawError
from formateur.law.complaints import first_of
from formateur.law.step import Step

Word = TypeVar("Word", bound=str)

_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
"""What pydantic calls a key that is not known."""

SCHEMA = "formateur/law/1"

MOST_SEATS = 10_000
"""More than any parliament has; what is larger is a slip, and would take all memory."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a law file and its place there.

    Attributes
    ----------
    law
        Id or name of the file.
    place
        ``threshold[2]``, counted from 1; empty for the document.
    """

    law: str
    place: str
    content: Mapping[str, object]

    def wrong(self, key: str, reason: str, remedy: str) -> LawError:
        """Return the complaint about `key`."""
        place = f"{self.place}.{key}" if self.place else key
        return LawError(self.law, place, reason, remedy)

    def allow(self, *keys: str) -> None:
        """Refuse every other key."""
        for key in self.content:
            if key not in keys:
                raise self.wrong(
                    key,
                    f"this key is not known here{closest(key, keys)}",
                    "The keys are " + ", ".join(keys),
                )

    def value(self, key: str, example: str) -> object:
        """Return what stands at a required key."""
        if key not in self.content:
            raise self.wrong(key, "this key is missing", f"Add it, such as {key} = {example}")
        return self.content[key]

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        found = self.value(key, '"…"')
        if not isinstance(found, str) or not found.strip():
            raise self.wrong(key, f"{found!r} must be a text, not empty", f'Write {key} = "…"')
        return found.strip()

    def name(self, key: str, pattern: str, allowed: str) -> str:
        """Return a text of a fixed form."""
        found = self.text(key)
        if re.fullmatch(pattern, found) is None:
            raise self.wrong(key, f"{found!r} must consist of {allowed}", "Change it")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self.value(key, '["…"]')
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self.wrong(key, f"{found!r} must be a list of texts", f'Write {key} = ["…", "…"]')
        return tuple(found)

    def choice(self, key: str, words: tuple[Word, ...], default: Word | None = None) -> Word:
        """Return one of the words that may stand at a key."""
        if default is not None and key not in self.content:
            return default
        found = self.text(key)
        for word in words:
            if found == word:
                return word
        raise self.wrong(
            key,
            f"{found!r} cannot stand here{closest(found, words)}",
            f"Write {' or '.join(words)}",
        )

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return the tables of an array, in the order of the file."""
        found = self.content.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.wrong(key, "must be dated tables", f"Write [[{key}]] with double brackets")
        if not found:
            raise self.wrong(key, "this table is missing", f"Add a [[{key}]]")
        return tuple(Table(self.law, f"{key}[{n}]", one) for n, one in enumerate(found, 1))


def closest(name: str, known: Sequence[str]) -> str:
    """Return a hint at the nearest known name; empty when none is near."""
    near = difflib.get_close_matches(name, known, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


def start(table: Table) -> date:
    """Return the first day on which a version is in force."""
    found = table.value("from", "2014-03-11")
    if not isinstance(found, date) or isinstance(found, datetime):
        raise table.wrong(
            "from", f"{found!r} must be a day", "Write from = 2014-03-11, without quotation marks"
        )
    return found


def source(table: Table) -> str:
    """Return the statute behind a version."""
    if "source" not in table.content:
        raise table.wrong(
            "source",
            "a value of the law needs its source",
            'Name the law and section, such as source = "Elections Act, s. 14"',
        )
    return table.text("source")


def house(table: Table) -> int:
    """Return the number of seats."""
    table.allow("from", "source", "value")
    found = table.value("value", "120")
    if type(found) is not int or not 1 <= found <= MOST_SEATS:
        raise table.wrong(
            "value", f"{found!r} must be a whole number from 1 to {MOST_SEATS}", "Write value = 120"
        )
    return found


def step_of_table(kind: type[Step], table: Table) -> Step:
    """Make a step of the keys of its dated table."""
    values = {key: value for key, value in table.content.items() if key not in ("from", "source")}
    try:
        return kind(**values)
    except ValidationError as error:
        keys = tuple(signature(kind).parameters)
        # a misspelt key is missing as well, and says more under the name that it has
        details = sorted(
            error.errors(include_url=False), key=lambda one: one["type"] not in _UNKNOWN
        )
        raise first_of([_mistake(table, detail, keys) for detail in details]) from None


def _mistake(table: Table, detail: ErrorDetails, keys: tuple[str, ...]) -> LawError:
    """Return the complaint about a mistake that was found in a table."""
    path = ".".join(str(part) for part in detail["loc"] if part != "[key]")
    if detail["type"] in _UNKNOWN:
        known = ("from", "source", *keys)
        reason = f"this key is not known here{closest(path, known)}"
        return table.wrong(path, reason, "The keys are " + ", ".join(known))
    if detail["type"] in ("missing", "missing_keyword_only_argument"):
        return table.wrong(path, "this key is missing", "See the reference on law files")
    reason = detail["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return table.wrong(path, f"{detail['input']!r} {reason}", "See the reference on law files")
