"""The hemicycle of one parliament: a picture of who sits there, not of how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from formateur.reporting.charts.drawing import FONT, NARROW, Look, Spec
from formateur.reporting.charts.plane import Plane, Row, Scale, painted
from formateur.reporting.view.charts import Bench, Hemicycle

MOST_SEATS = 250
"""In a larger house seats would be too small to be seen, and lists are wedges."""

MOST_WIDTH = 480
"""Pixels: a half-ring that is larger says no more."""

INNER, OUTER = 0.4, 0.97
"""Radii of the innermost and of the outermost row of seats."""

BESIDE = 0.31
"""Radius on which numbers stand."""

UP = 0.02
"""Height of the middle above the foot, in radii."""

LINE = FONT + 8
"""Pixels of a line of the key."""


def hemicycle_view(data: Hemicycle, look: Look) -> Spec:
    """Draw one parliament as a half-ring: a dot for every seat, or wedges above 250 seats.

    Parameters
    ----------
    data
        Lists from the left to the right of the picture; those without a seat are left out.
    """
    benches = [one for one in data.benches if one.seats > 0]
    house = sum(one.seats for one in benches)
    width = min(look.width, MOST_WIDTH)
    radius, columns = width / 2, 3 if width > 1.3 * NARROW else 2
    foot = LINE * -(-len(benches) // columns) + 12
    plane = Plane(Scale("x", -1, 1), Scale("y", -foot / radius, 1), width, radius + foot)
    seated: Sequence[Row]
    if house <= MOST_SEATS:
        seated = list(_places(benches, house, look))
        seats = painted(plane.points("seats", size=_dot(house) * radius, shape="circle"))
    else:
        seated = list(_wedges(benches, look))
        seats = _wedge_layer(plane, radius, house)
    rows: dict[str, Sequence[Row]] = {
        "seats": seated,
        "middle": [{"x": 0, "y": UP, "text": look.label(data.majority_label)}],
        "numbers": list(_numbers(benches, radius, look)),
        "key": list(_key(benches, columns, radius, look)),
    }
    align, aside = ("right", -10) if look.from_right else ("left", 10)
    layers = [
        seats,
        plane.words("middle", baseline="bottom", fontWeight=600),
        plane.words("numbers", fontWeight=600),
        painted(plane.points("key", size=10, shape="circle")),
        plane.words("key", align=align, dx=aside),
    ]
    return plane.view(rows, layers)


def _rows(house: int) -> list[tuple[float, int]]:
    """Share the seats out over rows: radius and seats of each, the innermost first."""
    rows = max(2, round(math.sqrt(house / 4.5)))
    radii = [INNER + (OUTER - INNER) * k / (rows - 1) for k in range(rows)]
    ends = [round(house * sum(radii[:k]) / sum(radii)) for k in range(rows + 1)]
    return [(radius, ends[k + 1] - ends[k]) for k, radius in enumerate(radii)]


def _dot(house: int) -> float:
    """Return how wide a seat may be, in radii, so that none touches another."""
    rows = _rows(house)
    beside = min(math.pi * radius / max(seats - 1, 1) for radius, seats in rows)
    return 0.86 * min(beside, rows[1][0] - rows[0][0], 0.08)


def _places(benches: Sequence[Bench], house: int, look: Look) -> Iterator[Row]:
    """Give every seat its place: lists side by side, from the left to the right."""
    places = sorted(
        (math.pi * (k / (seats - 1) if seats > 1 else 0.5), radius)
        for radius, seats in _rows(house)
        for k in range(seats)
    )
    sitting = [one for one in benches for _ in range(one.seats)]
    for (angle, radius), one in zip(places, sitting, strict=True):
        x, y = -radius * math.cos(angle), radius * math.sin(angle) + UP
        yield {"list": one.id, "x": round(x, 4), "y": round(y, 4), **look.paint(one.id)}


def _wedges(benches: Sequence[Bench], look: Look) -> Iterator[Row]:
    start = 0
    for one in benches:
        end = start + one.seats
        yield {"list": one.id, "x": 0, "y": 0, "start": start, "end": end, **look.paint(one.id)}
        start = end


def _wedge_layer(plane: Plane, radius: float, house: int) -> Spec:
    """Fill the part of the half-ring that belongs to each list, with gaps between."""
    layer = painted(plane.points("seats", size=0))
    layer["mark"] = {
        "type": "arc",
        "innerRadius": round(INNER * radius),
        "outerRadius": round(OUTER * radius),
        "padAngle": 0.012,
        "strokeWidth": 1,
        "aria": False,
    }
    half = round(math.pi / 2, 6)
    layer["encoding"]["theta"] = {
        "field": "start",
        "type": "quantitative",
        "scale": {"domain": [0, house], "range": [-half, half]},
    }
    layer["encoding"]["theta2"] = {"field": "end"}
    return layer


def _numbers(benches: Sequence[Bench], radius: float, look: Look) -> Iterator[Row]:
    """Write the seats of the larger lists inside the ring, in the middle of their parts."""
    house, before = sum(one.seats for one in benches), 0
    for one in benches:
        angle = math.pi * (before + one.seats / 2) / house
        before += one.seats
        x, y = -BESIDE * math.cos(angle), BESIDE * math.sin(angle) + UP
        if BESIDE * radius * math.pi * one.seats / house > LINE and y * radius > 2 * FONT:
            yield {"x": round(x, 3), "y": round(y, 3), "text": look.number(one.seats)}


def _key(benches: Sequence[Bench], columns: int, radius: float, look: Look) -> Iterator[Row]:
    """Name the lists below, in the order in which they sit."""
    lines = -(-len(benches) // columns)
    for k, one in enumerate(benches):
        column, line = divmod(k, lines)
        x = -1 + 2 * column / columns + 8 / radius
        y = -((line + 0.5) * LINE + 12) / radius
        said = look.language.say("{name} {seats}", name=one.name, seats=one.seats)
        yield {
            "x": round(-x if look.from_right else x, 3),
            "y": round(y, 3),
            "text": look.label(said),
            **look.paint(one.id),
        }
