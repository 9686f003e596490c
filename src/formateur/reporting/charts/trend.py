"""The story of the votes: what the polls say of one list or of several, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count

from babel.dates import format_date

from formateur.reporting.charts.drawing import FONT, Look, Spec
from formateur.reporting.charts.palette import INK, RULE, SOFT
from formateur.reporting.charts.plane import Plane, Row, Scale
from formateur.reporting.view.charts import EventMark, Trend, TrendDay

LEFT = 36
"""Pixels for the numbers beside the scale."""

HEIGHTS = {True: 150, False: 340}
"""Pixels: of one list, and of several in one picture."""

LETTER = 0.58 * FONT
"""Pixels that a letter takes, near enough to leave room for words."""

EVERY = 2
"""Of the points that are a day apart every second is drawn: a chart has no finer lines."""

BETWEEN = 20
"""Pixels from the number of an event to the next; where they are closer, lines alone are drawn."""

MOST_LEVELS = 5
MOST_MONTHS = 7
STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
"""Percent from one level of the scale to the next."""


def trend_view(trends: Sequence[Trend], look: Look) -> Spec:
    """Draw the trend of one list, or of several in one picture.

    Poll dots, the median, bands of 50 and 90 percent, and events marked by their numbers at the
    head; today is the right edge.

    Parameters
    ----------
    trends
        At least one. Those without a day are left out.
    """
    drawn = [one for one in trends if one.days]
    alone = len(trends) == 1
    ends = [_end(one, look, alone=alone) for one in drawn]
    room = max((len(words) for words in ends), default=0) * LETTER + 4
    days = Scale("date", _first(trends), trends[0].last)
    shares = _shares(drawn, from_zero=not alone)
    plane = Plane(days, shares, max(look.width - LEFT - room, 120), HEIGHTS[alone])
    data: dict[str, Sequence[Row]] = {
        "levels": [
            {"share": n, "date": str(days.low), "text": look.number(n)}
            for n in _round_values(shares)
        ],
        "months": [
            {"date": str(day), "share": shares.low, "text": look.label(_month(day, look))}
            for day in _months(_first(trends), trends[0].last)
        ],
        "events": list(_events(trends[0].events, plane, look)),
        "ends": list(_ends(drawn, ends, plane, look)),
        "result": [
            {"date": str(one.last), "share": one.result} for one in drawn if one.result is not None
        ],
    }
    layers = [
        plane.level("levels", stroke=RULE),
        plane.words("levels", align="right", dx=-6, fill=SOFT),
        plane.words("months", baseline="top", dy=6, fill=SOFT),
        plane.upright("events", stroke=SOFT, strokeDash=[2, 3], strokeOpacity=0.6),
        plane.words("events", baseline="bottom", dy=-3, fill=INK),
    ]
    for one in drawn:
        data |= _rows(one)
        layers += _layers(one, plane, look)
    layers += [
        plane.points("result", size=9, shape="triangle-left", fill=INK),
        plane.words("ends", align="left", dx=9, fontWeight=600),
    ]
    return plane.view(data, layers)


def _first(trends: Sequence[Trend]) -> date:
    return min(*(one.first for one in trends), trends[0].last - timedelta(days=1))


def _end(one: Trend, look: Look, *, alone: bool) -> str:
    now = look.language.number(one.days[-1].q50, 1)
    return now if alone else look.language.say("{name} {seats}", name=one.name, seats=now)


def _shares(trends: Sequence[Trend], *, from_zero: bool) -> Scale:
    figures = [figure for one in trends for day in one.days for figure in (day.q05, day.q95)]
    figures += [poll.percent for one in trends for poll in one.polls]
    figures += [one.result for one in trends if one.result is not None]
    low, high = min(figures, default=0.0), max(figures, default=1.0)
    room = max(0.05 * (high - low), 0.1)
    return Scale("share", 0.0 if from_zero else max(low - room, 0.0), high + room)


def _rows(one: Trend) -> dict[str, Sequence[Row]]:
    return {
        f"trend_{one.list}": [
            {
                "date": str(point.day),
                "share": point.q50,
                **{name: getattr(point, name) for name in ("q05", "q25", "q75", "q95")},
            }
            for point in _thinned(one.days)
        ],
        f"polls_{one.list}": [
            {"date": str(poll.day), "share": poll.percent}
            for poll in one.polls
            if poll.day >= one.first
        ],
    }


def _thinned(days: Sequence[TrendDay]) -> Iterator[TrendDay]:
    """Leave out every second day, counted from the last, where points are a day apart."""
    kept = days[-1].day + timedelta(days=EVERY)
    for point in reversed(days):
        if (kept - point.day).days >= EVERY:
            kept = point.day
            yield point


def _layers(one: Trend, plane: Plane, look: Look) -> list[Spec]:
    paint = look.paint(one.list)
    colour, edge = paint["colour"], paint["edge"]
    rows, polls = f"trend_{one.list}", f"polls_{one.list}"
    dots = {"fillOpacity": 0.6, "stroke": edge, "strokeWidth": 0.7}
    return [
        plane.band(rows, "q05", "q95", fill=colour, fillOpacity=0.16),
        plane.band(rows, "q25", "q75", fill=colour, fillOpacity=0.28),
        plane.points(polls, size=4.5, shape="circle", fill=colour, **dots),
        plane.line(rows, stroke=edge, strokeWidth=3),
        plane.line(rows, stroke=colour, strokeWidth=2),
    ]


def _events(events: Iterable[EventMark], plane: Plane, look: Look) -> Iterator[Row]:
    """Mark events at the head by their numbers, the latest first; crowded ones by lines alone."""
    first, last = plane.x.low, plane.x.high
    if not isinstance(first, date) or not isinstance(last, date):
        return
    a_day = plane.width / (last - first).days
    shown = last + timedelta(days=BETWEEN)
    numbered = list(enumerate(events, start=1))
    for number, one in sorted(numbered, key=lambda pair: pair[1].day, reverse=True):
        if not first <= one.day <= last:
            continue
        text = ""
        if (shown - one.day).days * a_day >= BETWEEN:
            shown, text = one.day, look.number(number)
        yield {"date": str(one.day), "share": plane.y.high, "text": text}


def event_key(trend: Trend, view: Spec, look: Look) -> tuple[str, ...]:
    """Return the events whose numbers a drawing shows, each with its number and day."""
    shown = {row["text"] for row in view["datasets"].get("events", ())}
    return tuple(
        look.language.say(
            "{number} {event} ({day})",
            number=number,
            event=one.label,
            day=look.language.short_day(one.day),
        )
        for number, one in enumerate(trend.events, start=1)
        if look.number(number) in shown
    )


def _ends(trends: Sequence[Trend], words: Sequence[str], plane: Plane, look: Look) -> Iterator[Row]:
    """Write what the lists have now at the right edge, none over another."""
    low, high = _number(plane.y.low), _number(plane.y.high)
    line = (FONT + 2) * (high - low) / plane.height
    reached = low - line
    for one, text in sorted(zip(trends, words, strict=True), key=lambda k: k[0].days[-1].q50):
        last = one.days[-1]
        reached = max(last.q50, reached + line)
        yield {"date": str(one.last), "share": round(reached, 2), "text": look.label(text)}


def _number(end: float | date) -> float:
    return 0.0 if isinstance(end, date) else end


def _round_values(scale: Scale) -> list[float]:
    """Return round percents on the scale, few enough to be read."""
    low, high = _number(scale.low), _number(scale.high)
    for step in STEPS:
        values = []
        for k in count(-int(-low // step)):
            if k * step > high:
                break
            values.append(k * step)
        if len(values) <= MOST_LEVELS:
            return values
    return []


def _months(first: date, last: date) -> Iterator[date]:
    """Return first days of months, evenly thinned where there are many."""
    months = range(12 * first.year + first.month, 12 * last.year + last.month)
    for month in months[:: -(-len(months) // MOST_MONTHS) or 1]:
        yield date(month // 12, month % 12 + 1, 1)


def _month(day: date, look: Look) -> str:
    """Name a month, short as on a scale; a year at its first month."""
    return str(day.year) if day.month == 1 else format_date(day, "LLL", look.language.locale)
