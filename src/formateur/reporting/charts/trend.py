"""The story of the votes: what the polls say of one list or of several, day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from formateur.language import Language
from formateur.reporting.charts.chart import FONT, WIDE, Chart, Party, Spec, label
from formateur.reporting.charts.palette import INK, RULE, SOFT, needs_outline, party_colour
from formateur.reporting.charts.plane import Plane, Row, Scale
from formateur.reporting.schema_account import TrendPoint
from formateur.reporting.votes_account import DAILY

LEFT = 38
"""Pixels for the numbers beside the scale."""

LETTER = 0.58 * FONT
"""Pixels that a letter takes, near enough to leave room for words."""

MOST_LEVELS = 5
MOST_MONTHS = 7
EVERY = 2
"""Of the daily points every second is drawn: a chart has no finer lines."""

BETWEEN = 20
"""Pixels from the number of an event to the next; where they are closer, lines alone are drawn."""

STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one poll says of one list: the middle day of its fieldwork, and percent."""

    date: date
    share: float


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """One list: its trend, oldest day first, and the readings that it rests on."""

    party: Party
    points: Sequence[TrendPoint]
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event, marked by a number at its day; the key stands beside the chart."""

    date: date
    mark: str


def trend(
    series: Sequence[TrendSeries],
    as_of: date,
    language: Language,
    *,
    events: Sequence[EventMark] = (),
    width: int = WIDE,
) -> Chart:
    """Draw the trend of one list or of several: poll dots, median, bands of 50 and 90 percent.

    Parameters
    ----------
    series
        At least one with a point; those without are left out.
    as_of
        The day it stood on: the right edge.
    events
        Those outside the days of the trend are left out.
    width
        Of the whole chart, pixels.
    """
    drawn = [one for one in series if one.points]
    ends = _end_words(drawn, language)
    room = max((len(words) for words in ends), default=0) * LETTER + 10
    first = min((one.points[0].date for one in drawn), default=as_of - timedelta(days=1))
    days = Scale("date", min(first, as_of - timedelta(days=1)), as_of)
    height = 150 if len(drawn) == 1 else 340
    plane = Plane(days, _shares(drawn), max(width - LEFT - room, 120), height)
    levels, starts = _round_values(plane.y), list(_months(first, as_of))
    data: dict[str, Sequence[Row]] = {
        "levels": [
            {"share": n, "date": str(first), "text": label(_told(n, language), language)}
            for n in levels
        ],
        "months": [
            {"date": str(day), "share": plane.y.low, "text": label(_month(day, language), language)}
            for day in starts
        ],
        "events": list(_events(events, plane, language)),
        "ends": list(_ends(drawn, ends, plane, language)),
    }
    layers = [
        plane.level("levels", stroke=RULE),
        plane.words("levels", align="right", dx=-6, fill=SOFT),
        plane.words("months", baseline="top", dy=6, fill=SOFT),
        plane.upright("events", stroke=SOFT, strokeDash=[2, 3]),
        plane.words("events", baseline="bottom", dy=-3, fill=INK),
    ]
    for one in drawn:
        data |= _rows(one, first)
        layers += _layers(one, plane)
    layers.append(plane.words("ends", align="left", dx=7, fontWeight=600))
    return Chart(
        id=f"trend-{drawn[0].party.id}" if len(drawn) == 1 else "trend",
        title=_title(drawn, language),
        description=_description(drawn, language),
        language=language,
        view=plane.view(data, layers),
    )


def _title(series: Sequence[TrendSeries], language: Language) -> str:
    if len(series) == 1:
        return language.say(
            "{party}: percent of the votes in the polls", party=series[0].party.name
        )
    return language.say("Percent of the votes in the polls")


def _description(series: Sequence[TrendSeries], language: Language) -> str:
    return " ".join(
        language.say(
            "{party}: {share} percent now, most likely between {low} and {high}.",
            party=one.party.name,
            share=language.number(one.points[-1].q50, 1),
            low=language.number(one.points[-1].q05, 1),
            high=language.number(one.points[-1].q95, 1),
        )
        for one in series
    )


def _shares(series: Sequence[TrendSeries]) -> Scale:
    """Choose the scale of the votes: from 0 where several lists share it."""
    lows = [point.q05 for one in series for point in one.points]
    highs = [point.q95 for one in series for point in one.points]
    read = [reading.share for one in series for reading in one.readings]
    low, high = min(lows + read, default=0.0), max(highs + read, default=1.0)
    room = max(0.05 * (high - low), 0.1)
    return Scale("share", max(low - room, 0.0) if len(series) == 1 else 0.0, high + room)


def _rows(one: TrendSeries, first: date) -> dict[str, Sequence[Row]]:
    party = one.party.id
    return {
        f"trend_{party}": [
            {
                "date": str(point.date),
                "share": point.q50,
                **{name: getattr(point, name) for name in ("q05", "q25", "q75", "q95")},
            }
            for point in _thinned(one.points)
        ],
        f"polls_{party}": [
            {"date": str(read.date), "share": read.share}
            for read in one.readings
            if read.date >= first
        ],
    }


def _thinned(points: Sequence[TrendPoint]) -> Iterator[TrendPoint]:
    """Keep the last point and, before it, none closer than `EVERY` days to the next."""
    last = points[-1].date
    weekly = last - timedelta(days=DAILY)
    for point in points:
        if (last - point.date).days % EVERY == 0 or point.date < weekly:
            yield point


def _layers(one: TrendSeries, plane: Plane) -> list[Spec]:
    colour = party_colour(one.party.id, one.party.colour)
    rows, polls = f"trend_{one.party.id}", f"polls_{one.party.id}"
    edge = {"stroke": INK, "strokeWidth": 0.7} if needs_outline(one.party.shown) else {}
    layers = [
        plane.band(rows, "q05", "q95", fill=colour, fillOpacity=0.16),
        plane.band(rows, "q25", "q75", fill=colour, fillOpacity=0.28),
        plane.points(polls, size=4.5, shape="circle", fill=colour, fillOpacity=0.6, **edge),
    ]
    if edge:
        layers.append(plane.line(rows, stroke=INK, strokeWidth=3.2))
    return [*layers, plane.line(rows, stroke=colour, strokeWidth=2)]


def _events(events: Sequence[EventMark], plane: Plane, language: Language) -> Iterator[Row]:
    first, last = plane.x.low, plane.x.high
    if not isinstance(first, date) or not isinstance(last, date):
        return
    a_day = plane.width / (last - first).days
    shown = last + timedelta(days=BETWEEN)
    for one in sorted(events, key=lambda one: one.date, reverse=True):
        if not first <= one.date <= last:
            continue
        text = ""
        if (shown - one.date).days * a_day >= BETWEEN:
            shown, text = one.date, label(one.mark, language)
        yield {"date": str(one.date), "share": plane.y.high, "text": text}


def _end_words(series: Sequence[TrendSeries], language: Language) -> list[str]:
    if len(series) == 1:
        return [language.number(series[0].points[-1].q50, 1)]
    return [f"{one.party.name} {language.number(one.points[-1].q50, 1)}" for one in series]


def _ends(
    series: Sequence[TrendSeries], words: Sequence[str], plane: Plane, language: Language
) -> Iterator[Row]:
    """Write names and numbers at the right edge, none over another."""
    line = (FONT + 2) * (float(_number(plane.y.high)) - _number(plane.y.low)) / plane.height
    lowest_first = sorted(zip(series, words, strict=True), key=lambda k: k[0].points[-1].q50)
    reached = _number(plane.y.low) - line
    for one, text in lowest_first:
        last = one.points[-1]
        reached = max(last.q50, reached + line)
        yield {"date": str(last.date), "share": round(reached, 2), "text": label(text, language)}


def _number(end: float | date) -> float:
    return 0.0 if isinstance(end, date) else end


def _told(value: float, language: Language) -> str:
    return language.number(value, 0 if value == int(value) else 1)


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


def _month(day: date, language: Language) -> str:
    return str(day.year) if day.month == 1 else language.short_month(day)
