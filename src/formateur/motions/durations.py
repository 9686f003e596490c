"""How long comparable treaties took from one stage to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.facts import Treaty

Moment = Literal["negotiation", "signed", "approved", "in_force"]

SPANS: tuple[tuple[Moment, Moment], ...] = (
    ("negotiation", "signed"),
    ("signed", "approved"),
    ("signed", "in_force"),
    ("negotiation", "in_force"),
)


@dataclass(frozen=True, slots=True)
class Took:
    """How many days lay between two stages, in the treaties that tell both.

    Attributes
    ----------
    days
        From the shortest to the longest.
    """

    begin: Moment
    end: Moment
    days: tuple[int, ...]


def durations(treaties: Sequence[Treaty], day: date) -> tuple[Took, ...]:
    """Return how long every stage took, in what had happened by a day."""
    return tuple(Took(begin, end, _days(treaties, begin, end, day)) for begin, end in SPANS)


def _days(treaties: Sequence[Treaty], begin: Moment, end: Moment, day: date) -> tuple[int, ...]:
    pairs = ((getattr(one, begin), getattr(one, end)) for one in treaties)
    return tuple(sorted((b - a).days for a, b in pairs if a and b and b <= day))
