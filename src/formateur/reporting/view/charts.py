"""What a picture needs: its words in the reader's language, and its numbers.

Names and labels are plain text; who draws isolates them for right-to-left scripts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """The chances of the numbers of seats of one list or bloc.

    Attributes
    ----------
    figure
        Name of the figure that `told` tells.
    chances
        Numbers of seats and their chances, fewest seats first; the chances add up to 1.
    told
        The chance that matters, in words: to have a majority, to pass the threshold.
    result
        Seats that it got, once the votes are counted.
    """

    id: str
    name: str
    figure: str
    chances: tuple[tuple[int, float], ...]
    told: str
    result: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatChances:
    """Seats of lists or blocs, one small picture each on one scale: 50 dots.

    Attributes
    ----------
    axis
        Name of the scale.
    line, line_label
        The majority, where reaching it matters; ``None`` for lists.
    reached_label, missed_label
        What a dot at or over the line, and one under it, stands for.
    """

    rows: tuple[SeatRow, ...]
    axis: str
    line: int | None = None
    line_label: str = ""
    reached_label: str = ""
    missed_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendDay:
    """The trend on one day, percent: median and the bounds of 50 and 90 of 100."""

    day: date
    q05: float
    q25: float
    q50: float
    q75: float
    q95: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PollDot:
    """What one poll was read as: the middle day of its fieldwork, percent, and who asked."""

    id: str
    day: date
    percent: float
    label: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """An event on the scale of days."""

    id: str
    day: date
    label: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How one list moved.

    Attributes
    ----------
    first, last
        The days of the scale, the same for all lists.
    result
        Percent that the list got, once the votes are counted.
    """

    list: str
    name: str
    axis: str
    first: date
    last: date
    days: tuple[TrendDay, ...]
    polls: tuple[PollDot, ...]
    events: tuple[EventMark, ...]
    result: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The seats of one list in one parliament."""

    id: str
    name: str
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hemicycle:
    """One parliament, from left to right as the lists are placed, or by size.

    Attributes
    ----------
    majority
        Seats of a majority of the house.
    """

    benches: tuple[Bench, ...]
    majority: int
    majority_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoalitionRow:
    """One coalition: could and would, each as a chance and in words.

    Attributes
    ----------
    would
        ``None`` where a list of it may split; `would_told` says so.
    """

    id: str
    name: str
    could: float | None
    could_told: str
    would: float | None
    would_told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldWould:
    """Coalitions, could beside would; the two never share a scale or a number."""

    rows: tuple[CoalitionRow, ...]
    could_label: str
    would_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """The lists that take one position on a motion, and their seats in the parliament shown.

    Attributes
    ----------
    position
        ``support``, ``split``, ``abstain``, ``unknown`` or ``oppose``.
    """

    position: str
    label: str
    benches: tuple[Bench, ...]
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionSeats:
    """A motion: for, undecided and against, with the seats that it needs.

    Attributes
    ----------
    needed
        ``None`` where it needs more votes for than against, whoever votes.
    """

    camps: tuple[Camp, ...]
    needed: int | None
    needed_label: str


Kind = Literal["seats", "trend", "hemicycle", "coalitions", "motion"]

ChartData = SeatChances | Trend | Hemicycle | CouldWould | MotionSeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture to be drawn.

    Attributes
    ----------
    title
        What it shows.
    description
        The same in words, for those who do not see it.
    table
        Id of the table that tells the same.
    data
        What is drawn, of the type that goes with the kind.
    """

    id: str
    kind: Kind
    title: str
    description: str
    table: str
    data: ChartData
