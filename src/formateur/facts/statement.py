"""What lists have said about governing with each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.facts.source import Source

HEAD_OF_LARGEST = "head_of_largest_list"
"""Stands for the person who heads whichever list has most seats."""

Stance = Literal["excludes", "prefers", "requires", "tolerates", "recommends"]
Firmness = Literal["", "categorical", "conditional", "hint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A dated, sourced statement of one list about governing with somebody.

    Attributes
    ----------
    by
        Id of the list that speaks (column ``from``).
    about
        A list id, ``person:ID``, ``person:head_of_largest_list``, a `Target` id, or ``none``
        (a recommendation of nobody).
    firmness
        ``categorical``, ``conditional``, ``hint``, or empty when nobody has judged it.
    """

    id: str
    date: date
    by: str
    about: str
    stance: Stance
    firmness: Firmness = ""
    summary: str
    note: str = ""
    source: Source
