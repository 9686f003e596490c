"""Where the marks of the pictures stand: 50 countable dots, and bars of seats in a table.

Lengths are units of the picture's own system; the page scales it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from formateur.reporting.charts.quantile_dots import quantile_dots as shared_out
from formateur.reporting.schema import BlocPart, SeatChance

STEP = 10
"""From one column of dots, and from one row, to the next."""

MOST_COLUMNS = 42
"""More columns than this would make the dots too small to count on a phone."""

HEAD, FOOT = 18, 18
"""Room for the words above and below the dots."""

BAR_HEIGHT = 20.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One of 50 equally likely elections."""

    x: int
    y: int
    majority: bool


@dataclass(frozen=True, slots=True)
class DotPlot:
    """The dots of one bloc, on the scale that all blocs share.

    Attributes
    ----------
    ticks
        Place and label of the numbers of seats under the dots.
    line
        Place of the majority line.
    """

    width: int
    height: int
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[int, int], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The chance of one number of seats, as a bar; `at_line` says whether it reaches the line."""

    x: int
    height: float
    at_line: bool


def quantile_dots(chances: Iterable[SeatChance]) -> dict[int, int]:
    """Share 50 dots out over numbers of seats."""
    return shared_out((one.seats, one.p) for one in chances)


def bloc_plots(blocs: Sequence[BlocPart], majority: int) -> list[DotPlot]:
    """Place the dots of all blocs on one scale of seats that holds the majority line."""
    counts = [quantile_dots(bloc.seat_chances) for bloc in blocs]
    seats = [number for count in counts for number in count] + [majority]
    step = -(-(max(seats) - min(seats) + 3) // MOST_COLUMNS)
    columns = [_in_columns(count, majority, step) for count in counts]
    first = (min(seats) - majority) // step - 1
    last = (max(seats) - majority) // step + 1
    tallest = max((dots for column in columns for dots in column.values()), default=0)
    height = HEAD + STEP * tallest + FOOT
    ticks = tuple(_ticks(first, last, majority, step))
    return [
        DotPlot(
            width=STEP * (last - first + 1),
            height=height,
            dots=tuple(_dots(column, first, height - FOOT)),
            ticks=ticks,
            line=-STEP * first,
        )
        for column in columns
    ]


def _in_columns(count: dict[int, int], majority: int, step: int) -> dict[int, int]:
    """Put seats into columns of `step` numbers; column 0 begins with the majority."""
    columns: dict[int, int] = {}
    for seats, dots in count.items():
        column = (seats - majority) // step
        columns[column] = columns.get(column, 0) + dots
    return columns


def _dots(column: dict[int, int], first: int, ground: int) -> Iterator[Dot]:
    for number, dots in sorted(column.items()):
        for level in range(dots):
            x = STEP * (number - first) + STEP // 2
            yield Dot(x, ground - STEP * level - STEP // 2, majority=number >= 0)


def _ticks(first: int, last: int, majority: int, step: int) -> Iterator[tuple[int, int]]:
    """Label every fifth number of seats, or the first number of every fifth column."""
    for column in range(first, last + 1):
        seats = majority + column * step
        if (seats % 5 == 0) if step == 1 else (column % 5 == 0):
            yield STEP * (column - first) + STEP // 2, seats


def bars(chances: Iterable[SeatChance], low: int, line: int | None = None) -> list[Bar]:
    """Draw the chances of the numbers of seats as bars from `low` on, one unit wide each.

    The highest bar is `BAR_HEIGHT`; chances under half a percent are left out.
    """
    kept = [one for one in chances if one.p >= 0.005]
    top = max((one.p for one in kept), default=1.0)
    return [
        Bar(
            x=one.seats - low,
            height=round(max(1.0, BAR_HEIGHT * one.p / top), 1),
            at_line=line is not None and one.seats >= line,
        )
        for one in kept
    ]


def span(chances: Iterable[SeatChance]) -> tuple[int, int]:
    """Return the smallest and the largest number of seats that `bars` draws."""
    seats = [one.seats for one in chances if one.p >= 0.005] or [0]
    return min(seats), max(seats)
