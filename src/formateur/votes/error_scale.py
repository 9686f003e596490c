"""How wrong poll averages have been, by days to the vote: tables learned from past elections."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from formateur.shipped import check_schema, newest_shipped
from formateur.votes.unprinted import Unprinted

SCHEMA = "formateur/learned-reference/1"


@dataclass(frozen=True, slots=True)
class Horizon:
    """The error at some days to the vote.

    Attributes
    ----------
    days
        Days from the forecast to the vote.
    scale
        Scale of the Student t error on the logit of a list's share.
    elections, lists
        How many elections and results of lists it was measured on.
    """

    days: int
    scale: float
    elections: int
    lists: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorScale:
    """A table learned from the elections before a cut-off.

    Attributes
    ----------
    cut_off
        Only elections before this day were used.
    horizons
        In order of days.
    degrees_of_freedom
        Of the Student t.
    window_days
        Window of the averages whose errors were measured.
    unprinted
        What is taken in the place of what polls do not print.
    sources
        The poll collections it was learned from.
    made_by
        The command that made the table.
    """

    cut_off: date
    horizons: tuple[Horizon, ...]
    degrees_of_freedom: int
    window_days: int
    unprinted: Unprinted
    sources: tuple[str, ...]
    made_by: str

    def at(self, days: int) -> float:
        """Scale of the error `days` before the vote.

        Linear in the square root of the days between two horizons, constant before the first and
        after the last.
        """
        roots = [h.days**0.5 for h in self.horizons]
        return float(np.interp(max(days, 0) ** 0.5, roots, [h.scale for h in self.horizons]))

    @property
    def elections(self) -> int:
        """The most elections behind any horizon."""
        return max(h.elections for h in self.horizons)


def error_scale_from(document: Mapping[str, Any]) -> ErrorScale:
    """Build the table from a document of the schema `SCHEMA`.

    Raises
    ------
    UsageError
        When the document is of another schema.
    """
    check_schema(document, SCHEMA, "scripts/learn_reference.py")
    return ErrorScale(
        cut_off=date.fromisoformat(document["cut_off"]),
        horizons=tuple(Horizon(**row) for row in document["horizons"]),
        degrees_of_freedom=document["degrees_of_freedom"],
        window_days=document["window_days"],
        unprinted=Unprinted(document["below_threshold_centre"], document["other_in_seat_polls"]),
        sources=tuple(document["sources"]),
        made_by=document["made_by"],
    )


def load_error_scale(day: date) -> ErrorScale:
    """Load the newest shipped table whose cut-off is not after `day`.

    Raises
    ------
    NotEnoughPollsError
        When every shipped table was learned from elections of that day or later.
    """
    text = newest_shipped("reference", day, "polling errors").read_text(encoding="utf-8")
    return error_scale_from(json.loads(text))
