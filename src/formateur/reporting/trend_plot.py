"""Where the marks of the trend of a list stand: two bands, a line, and a dot for every reading.

Lengths are units of the picture's own system; the page scales it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from formateur.reporting.figures import QUANTILES
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.schema_account import PollPart, TrendPart
from formateur.reporting.votes_account import DAILY

WIDTH, HEIGHT = 320, 130
LEFT, RIGHT, TOP, FOOT = 30, 6, 8, 18

EVERY = 2
"""Of the daily points every second is drawn: a page has no finer lines."""

MOST_LINES = 4
"""Horizontal lines with a label."""

MOST_MONTHS = 5
"""Months with a label."""

STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TrendPlot:
    """The trend of one list.

    Attributes
    ----------
    outer, inner
        Outlines of the bands that hold 90 and 50 percent, as path data.
    middle
        The line of the medians, as path data.
    dots
        Readings of the polls, as path data of lines without length; equal ones once.
    lines
        Place and label of the horizontal lines.
    months
        Place and label of the first days of months.
    """

    list: str
    outer: str
    inner: str
    middle: str
    dots: str
    lines: tuple[tuple[float, str], ...]
    months: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """From days and percent to places in the picture."""

    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> int:
        span = max((self.last - self.first).days, 1)
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - self.first).days / span)

    def y(self, percent: float) -> float:
        part = (percent - self.low) / (self.high - self.low)
        return round(HEIGHT - FOOT - (HEIGHT - TOP - FOOT) * part, 1)


def trend_plots(document: ForecastDocument) -> list[TrendPlot]:
    """Draw the trend of every list, in their order, all over the same days."""
    drawn = {trend.list: trend for trend in document.trend if trend.points}
    first = min((trend.points[0].date for trend in drawn.values()), default=document.as_of)
    ordered = [drawn[one.id] for one in document.lists if one.id in drawn]
    return [_plot(one, document.polls, first, document.as_of) for one in ordered]


def _plot(trend: TrendPart, polls: Sequence[PollPart], first: date, last: date) -> TrendPlot:
    read = [
        (middle_day(poll), poll.shares[trend.list])
        for poll in polls
        if poll.used and trend.list in poll.shares and first <= middle_day(poll) <= last
    ]
    daily = last - timedelta(days=DAILY)
    figures = [share for _, share in read]
    low = min([point.q05 for point in trend.points] + figures)
    high = max([point.q95 for point in trend.points] + figures)
    room = max(0.05 * (high - low), 0.1)
    frame = _Frame(first, last, max(low - room, 0.0), high + room)
    drawn = [one for one in trend.points if (last - one.date).days % EVERY == 0 or one.date < daily]
    bound = {
        name: [(frame.x(point.date), frame.y(getattr(point, name))) for point in drawn]
        for name in QUANTILES
    }
    return TrendPlot(
        list=trend.list,
        outer=_path(bound["q95"] + bound["q05"][::-1]) + "z",
        inner=_path(bound["q75"] + bound["q25"][::-1]) + "z",
        middle=_path(bound["q50"]),
        dots="".join(f"M{x:g} {y:g}h0" for x, y in sorted(_places(read, frame))),
        lines=tuple((frame.y(value), f"{value:g}") for value in _round_values(frame)),
        months=tuple((frame.x(day), f"{day:%b}") for day in _months(first, last)),
    )


def _places(read: Sequence[tuple[date, float]], frame: _Frame) -> set[Point]:
    return {(frame.x(day), frame.y(share)) for day, share in read}


def middle_day(poll: PollPart) -> date:
    """Return the day in the middle of the fieldwork, the later one of two."""
    start = poll.fieldwork_start or poll.fieldwork_end
    return poll.fieldwork_end - timedelta(days=(poll.fieldwork_end - start).days // 2)


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _round_values(frame: _Frame) -> list[float]:
    """Return round percents inside the frame, few enough to be read."""
    for step in STEPS:
        start = -int(-frame.low // step)
        values = []
        for k in count(start):
            if k * step > frame.high:
                break
            values.append(k * step)
        if len(values) <= MOST_LINES:
            return values
    return []


def _months(first: date, last: date) -> list[date]:
    """Return first days of months, evenly thinned where there are many."""
    starts = [
        first + timedelta(days=k)
        for k in range((last - first).days + 1)
        if (first + timedelta(days=k)).day == 1
    ]
    return starts[:: -(-len(starts) // MOST_MONTHS) or 1]
