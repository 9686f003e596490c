"""A sentence that is yet to be said: an English template and what goes into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is written with a fixed count of decimals.

    Attributes
    ----------
    percent
        Whether `value` is a share, to be written in percent.
    sign
        Whether a plus is written too, as differences are.
    """

    value: float
    places: int = 0
    percent: bool = False
    sign: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is yet to be said.

    Attributes
    ----------
    text
        English template with ``{names}`` of its values.
    plural
        Template for counts other than one; empty where nothing is counted.
    count
        What the form is chosen by.
    values
        By name: text and names are put in as they are, the rest in the way of the language.
    """

    text: str
    plural: str
    count: int
    values: Mapping[str, Value]

    def with_values(self, **values: Value) -> Message:
        """Return the sentence with more put into it."""
        return replace(self, values=MappingProxyType({**self.values, **values}))


Value = str | int | date | Amount | Message | tuple["Value", ...]
"""What can be put into a sentence; a tuple is joined as a list (A, B and C)."""


def message(text: str, /, **values: Value) -> Message:
    """Write down a sentence to be said later, in whatever language."""
    return Message(text, "", 1, MappingProxyType(values))


def message_many(one: str, many: str, count: int, /, **values: Value) -> Message:
    """Write down a sentence that counts; ``{count}`` in it is the number."""
    return Message(one, many, count, MappingProxyType({"count": count, **values}))
