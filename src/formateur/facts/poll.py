"""Opinion polls as published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.facts.source import Source

Scale = Literal["percent", "seats"]
PollKind = Literal["poll", "exit"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one poll says of one list.

    Attributes
    ----------
    kind
        ``percent`` or ``seats``: a printed figure. ``below``: printed only as being below
        `value` percent, or below the legal threshold when `value` is ``None``.
    value
        Percent (0 to 100) or seats.
    """

    kind: Literal["percent", "seats", "below"]
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One published poll.

    Attributes
    ----------
    id
        Unique in the election.
    scale
        Unit of the figures of lists that are printed without a sign.
    readings
        By list id. A list that is absent was not asked about or not printed: unknown, never zero.
    undecided
        Percent of the base of the printed percentages that named no list; 0 to less than 100.
    line
        Line in ``polls.csv``, for messages; 0 when it was not read from a file.
    """

    id: str
    pollster: str
    sponsor: str = ""
    fieldwork_start: date | None = None
    fieldwork_end: date
    published: date | None = None
    sample_size: int | None = None
    scale: Scale
    kind: PollKind = "poll"
    readings: Mapping[str, Reading]
    undecided: float = 0.0
    source: Source
    note: str = ""
    line: int = 0

    @property
    def known_from(self) -> date:
        """The day it became public: published, or end of fieldwork where that is all we know."""
        return self.published or self.fieldwork_end
