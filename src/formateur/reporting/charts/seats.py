"""50 dots for the seats of blocs or lists, one below the other on one scale.

Every dot is one of 50 equally likely elections. Where there is a line to reach, dots that reach it
are ◆; hollow dots beside the scale are elections in which a list wins no seat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from formateur.reporting.charts.drawing import FONT, Look, Spec
from formateur.reporting.charts.palette import DOT, HAS, INK, RULE, SOFT
from formateur.reporting.charts.plane import Plane, Row, Scale, painted
from formateur.reporting.charts.quantile_dots import DOTS, quantile_dots
from formateur.reporting.view.charts import SeatChances, SeatRow

PITCH = 6.6
"""Fewest pixels from one dot to the next; the dot takes nine tenths of it and can be counted."""

MOST_PITCH = {True: 11.0, False: 7.6}
"""Most pixels: of charts with a line to reach, and without."""

OUTSIDE = 5
"""Columns of dots beside the scale, for the elections in which a list wins no seat."""

GAP = 14
"""Pixels between them and the scale, and between two rows."""

LINE = FONT + 4
"""Pixels of a line of words; a row has two above its dots."""

MOST_LEVELS = 10
"""Dots above each other of a row whose seats are certain; others are as high as they need."""

MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class _Ruler:
    """From seats to pixels: columns of `step` numbers of seats, one of which begins at `origin`."""

    start: float
    origin: int
    first: int
    last: int
    step: int
    column: float
    pitch: float

    def column_of(self, seats: int) -> int:
        return (seats - self.origin) // self.step

    def middle(self, column: int) -> float:
        return self.start + self.column * (column - self.first + 0.5)

    @property
    def end(self) -> float:
        return self.edge(self.last + 1)

    def edge(self, column: int) -> float:
        return self.start + self.column * (column - self.first)


def seats_view(data: SeatChances, look: Look) -> Spec:
    """Draw the seats of blocs or lists as 50 dots each.

    Parameters
    ----------
    data
        With a line to reach (blocs), or without (lists).
    """
    counts = {one.id: quantile_dots(one.chances) for one in data.rows}
    ruler = _ruler(data, [n for count in counts.values() for n in count], look)
    rows: dict[str, list[Row]] = {
        name: [] for name in ("names", "told", "ground", "short", "enough", "out", "result")
    }
    side = look.width if look.from_right else 0
    y = 0.0
    for one in data.rows:
        rows["names"].append({"x": side, "y": y, "text": look.label(one.name)})
        rows["told"].append({"x": side, "y": y + LINE, "text": look.label(one.told)})
        dots = list(_dots(counts[one.id], ruler, certain=data.line))
        foot = y + 2 * LINE + ruler.pitch * max((row["level"] + 1 for row in dots), default=1)
        for row in dots:
            kind = _kind(int(row["seats"]), data.line)
            place = {"seats": row["seats"], "x": row["x"]}
            level = round(foot - ruler.pitch * (row["level"] + 0.5), 1)
            rows[kind].append({**place, "y": level, **_paint(one, data, look)})
        rows["ground"].append({"y": foot + 1})
        if one.result is not None:
            rows["result"].append({"x": _place(one.result, ruler, data.line), "y": foot + 6})
        y = foot + GAP
    rows["grid"] = list(_grid(ruler, y, look))
    rows["line"] = list(_line(data, ruler, look))
    plane = Plane(Scale("x", 0, look.width), Scale("y", 0, y, reverse=True), look.width, y)
    return plane.view(rows, _layers(plane, ruler, look))


def _layers(plane: Plane, ruler: _Ruler, look: Look) -> list[Spec]:
    size = 0.9 * min(MOST_PITCH[True], ruler.pitch)
    align = "right" if look.from_right else "left"
    return [
        plane.upright("grid", stroke=RULE),
        plane.words("grid", baseline="top", dy=4, fill=SOFT),
        plane.level("ground", stroke=RULE),
        plane.upright("line", strokeWidth=1.5, strokeDash=[4, 3], stroke=INK),
        plane.words("line", baseline="bottom", dy=-3),
        plane.words("names", baseline="top", align=align, fontWeight=600),
        plane.words("told", baseline="top", align=align, fill=SOFT),
        painted(plane.points("short", size=size, shape="circle")),
        plane.points("enough", size=1.15 * size, shape="diamond", fill=HAS),
        plane.points("out", size=size, shape="circle", filled=False, stroke=SOFT, strokeWidth=1.2),
        plane.points("result", size=9, shape="triangle-up", fill=INK),
    ]


def _kind(seats: int, line: int | None) -> str:
    if line is not None:
        return "enough" if seats >= line else "short"
    return "short" if seats else "out"


def _paint(one: SeatRow, data: SeatChances, look: Look) -> dict[str, str]:
    return {"colour": DOT, "edge": DOT} if data.line is not None else look.paint(one.id)


def _ruler(data: SeatChances, seats: Sequence[int], look: Look) -> _Ruler:
    """Choose columns that hold every dot and the line, wide enough for a dot."""
    outside = data.line is None and 0 in seats
    start = OUTSIDE * PITCH + GAP if outside else 0.0
    room = int((look.width - start) / PITCH)
    if data.line is None:
        origin, low, high, margin = 1, 1, max([1, *seats]), 0
    else:
        origin, low, high, margin = data.line, min([data.line, *seats]), max([data.line, *seats]), 1
    for step in count(1):
        first, last = (low - origin) // step - margin, (high - origin) // step + margin
        if last - first < room:
            break
    column = (look.width - start) / (last - first + 1)
    widest = MOST_PITCH[data.line is not None]
    pitch = min(widest, column / max(1, int(column / PITCH)))
    if data.line is not None:
        pitch = min(widest, column)
    return _Ruler(start, origin, first, last, step, column, pitch)


def _dots(
    counted: dict[int, int], ruler: _Ruler, *, certain: int | None
) -> Iterator[dict[str, float]]:
    """Place the dots of a row: pixels from the left, and levels from the foot."""
    columns: dict[int, list[int]] = {}
    for seats, dots in sorted(counted.items()):
        if seats or certain is not None:
            columns.setdefault(ruler.column_of(seats), []).extend([seats] * dots)
    abreast = 1 if certain is not None else max(1, int(ruler.column / ruler.pitch + 0.01))
    if len(counted) == 1:
        abreast = max(abreast, -(-DOTS // MOST_LEVELS))
    for k in range(counted.get(0, 0) if certain is None else 0):
        yield {"seats": 0, "x": round(PITCH * (k % OUTSIDE + 0.5), 1), "level": k // OUTSIDE}
    for column, stack in columns.items():
        room = ruler.pitch * min(abreast, len(stack)) / 2
        middle = min(max(ruler.middle(column), ruler.start + room), ruler.end - room)
        for k, seats in enumerate(stack):
            beside = min(abreast, len(stack) - k // abreast * abreast)
            x = middle + ruler.pitch * (k % abreast - (beside - 1) / 2)
            yield {"seats": seats, "x": round(x, 1), "level": k // abreast}


def _place(seats: int, ruler: _Ruler, line: int | None) -> float:
    if seats == 0 and line is None:
        return round(PITCH * OUTSIDE / 2, 1)
    column = min(max(ruler.column_of(seats), ruler.first), ruler.last)
    return round(ruler.middle(column), 1)


def _grid(ruler: _Ruler, foot: float, look: Look) -> Iterator[Row]:
    """Mark round numbers of seats at their columns."""
    low = max(ruler.origin + ruler.first * ruler.step, 1)
    high = ruler.origin + (ruler.last + 1) * ruler.step - 1
    for every in (5, 10, 20, 50, 100, 200):
        marked = range(-(-low // every) * every, high + 1, every)
        if len(marked) <= MOST_TICKS:
            break
    for seats in marked:
        middle = ruler.middle(ruler.column_of(seats))
        yield {"x": round(middle, 1), "y": foot, "text": look.number(seats)}


def _line(data: SeatChances, ruler: _Ruler, look: Look) -> Iterator[Row]:
    if data.line is not None:
        yield {"x": round(ruler.edge(0), 1), "y": 0, "text": look.label(data.line_label)}
