"""What was found at dates without events in past campaigns, and where it is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from formateur.shipped import check_schema, newest_shipped

SCHEMA = "formateur/learned-events/1"
KIND = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Dates about equally near the vote.

    Attributes
    ----------
    until
        Most days before the vote.
    elections, dates
        How many they are from, and how many there are, list by list.
    surprise
        Size of the estimates in standard errors: quantiles at equal steps from 0 to 1.
    """

    until: int
    elections: int
    dates: int
    surprise: tuple[float, ...]

    def p_value(self, surprise: float) -> float:
        """Share of dates at which as much or more was found; at least one of them."""
        levels = np.linspace(0.0, 1.0, len(self.surprise))
        below = float(np.interp(abs(surprise), self.surprise, levels))
        return (1 + (1.0 - below) * self.dates) / (1 + self.dates)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPlacebos:
    """Dates without events of the campaigns before a day.

    Attributes
    ----------
    cut_off
        Only elections before this day were used.
    bands
        Nearest to the vote first.
    sources
        The poll collections.
    """

    cut_off: date
    bands: tuple[Band, ...]
    sources: tuple[str, ...]

    def near(self, days: int) -> Band | None:
        """Return the dates about so many days before the vote; ``None`` where there are none."""
        return next((band for band in self.bands if days <= band.until), None)


def placebos_document(learned: PastPlacebos) -> dict[str, Any]:
    """Return the numbers as a document of the schema `SCHEMA`, of plain values."""
    return {
        "schema": SCHEMA,
        "cut_off": str(learned.cut_off),
        "bands": [asdict(band) for band in learned.bands],
        "sources": list(learned.sources),
    }


def placebos_from(document: Mapping[str, Any]) -> PastPlacebos:
    """Build the numbers from a document of the schema `SCHEMA`.

    Raises
    ------
    UsageError
        When the document is of another schema.
    """
    check_schema(document, SCHEMA, "scripts/learn_events.py")
    return PastPlacebos(
        cut_off=date.fromisoformat(document["cut_off"]),
        bands=tuple(
            Band(**{**row, "surprise": tuple(row["surprise"])}) for row in document["bands"]
        ),
        sources=tuple(document["sources"]),
    )


@cache
def load_placebos(day: date) -> PastPlacebos:
    """Load the newest shipped file whose cut-off is not after `day`.

    Raises
    ------
    NotEnoughPollsError
        When every shipped file was learned from elections of that day or later.
    """
    path = newest_shipped(KIND, day, "what polls show at dates without events")
    return placebos_from(json.loads(path.read_text(encoding="utf-8")))
