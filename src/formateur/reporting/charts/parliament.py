"""The hemicycle of one parliament: a picture of who sits there, not of how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formateur.language import Language
from formateur.reporting.charts.chart import FONT, NARROW, Chart, Party, Spec, label
from formateur.reporting.charts.palette import GROUND, INK, needs_outline, party_colour
from formateur.reporting.charts.plane import Plane, Row, Scale, coloured

MOST_SEATS = 250
"""In a larger house seats would be too small to be seen, and parties are wedges."""

INNER = 0.4
"""Radius of the innermost row of seats; the outermost has 1."""

BESIDE = 0.31
"""Radius on which numbers stand."""

LINE = FONT + 8
"""Pixels of a line of the key."""


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of one list in one parliament."""

    party: Party
    seats: int


def parliament(
    lists: Sequence[Seats], majority: int, language: Language, *, width: int = NARROW
) -> Chart:
    """Draw one parliament as a half-ring: a dot for every seat, or wedges above 250 seats.

    Parameters
    ----------
    lists
        From the left to the right of the picture; those without a seat are left out.
    majority
        Seats of a majority, written in the middle.
    """
    seated = [one for one in lists if one.seats > 0]
    house = sum(one.seats for one in seated)
    radius = width / 2
    columns = 3 if width > 1.5 * NARROW else 2
    foot = LINE * -(-len(seated) // columns) + 12
    plane = Plane(
        Scale("x", -1, 1),
        Scale("y", -foot / radius, 1),
        width,
        radius + foot,
    )
    key = list(_key(seated, columns, radius, language))
    data: dict[str, Sequence[Row]] = {
        "middle": [{"x": 0, "y": 0.02, "text": label(_middle(majority, language), language)}],
        "numbers": list(_numbers(seated, radius, language)),
        "key": key,
    }
    layers: list[Spec] = []
    if house <= MOST_SEATS:
        data["seats"] = list(_places(seated, house))
        size = _dot(house) * radius
        layers.append(_filled(plane.points("seats", size=size, shape="circle")))
    else:
        data["wedges"] = list(_wedges(seated))
        layers.append(_wedge_layer(plane, radius, house))
    rtl = language.direction == "rtl"
    layers += [
        plane.words("middle", baseline="bottom", fontSize=FONT + 2, fontWeight=600),
        plane.words("numbers", fontWeight=600),
        _filled(plane.points("key", size=10, shape="circle")),
        plane.words("key", align="right" if rtl else "left", dx=-10 if rtl else 10),
    ]
    return Chart(
        id="parliament",
        title=language.say("One possible parliament"),
        description=language.say(
            "Of {house} seats: {lists}. {majority} make a majority.",
            house=house,
            lists=tuple(_named(one, language) for one in seated),
            majority=majority,
        ),
        language=language,
        view=plane.view(data, layers),
    )


def _filled(layer: Spec) -> Spec:
    return coloured(coloured(layer, "fill"), "stroke", "edge")


def _look(one: Seats) -> dict[str, str]:
    colour = party_colour(one.party.id, one.party.colour)
    return {"colour": colour, "edge": INK if needs_outline(one.party.shown) else colour}


def _named(one: Seats, language: Language) -> str:
    return language.say("{list} {seats}", list=one.party.name, seats=one.seats)


def _middle(majority: int, language: Language) -> str:
    return language.say("majority: {seats}", seats=majority)


def _rows(house: int) -> list[tuple[float, int]]:
    """Share the seats out over rows: radius and seats of each, the innermost first."""
    rows = max(1, round(math.sqrt(house / 4.5)))
    radii = [0.97 - (0.97 - INNER) * k / max(rows - 1, 1) for k in range(rows)][::-1]
    whole = sum(radii)
    ends = [round(house * sum(radii[:k]) / whole) for k in range(rows + 1)]
    return [(radius, ends[k + 1] - ends[k]) for k, radius in enumerate(radii)]


def _dot(house: int) -> float:
    """Return how wide a seat may be, in radii: nine tenths of the closest distance."""
    rows = _rows(house)
    beside = min(math.pi * radius / max(seats - 1, 1) for radius, seats in rows)
    between = rows[1][0] - rows[0][0] if len(rows) > 1 else 1.0
    return 0.86 * min(beside, between, 0.08)


def _places(seated: Sequence[Seats], house: int) -> Iterator[Row]:
    """Give every seat its place: parties side by side, as the angle grows."""
    places = sorted(
        (math.pi * (1 - (k / (seats - 1) if seats > 1 else 0.5)), radius)
        for radius, seats in _rows(house)
        for k in range(seats)
    )[::-1]
    sitting = [one for one in seated for _ in range(one.seats)]
    for (angle, radius), one in zip(places, sitting, strict=True):
        x, y = radius * math.cos(angle), radius * math.sin(angle) + 0.02
        yield {"list": one.party.id, "x": round(x, 4), "y": round(y, 4), **_look(one)}


def _wedges(seated: Sequence[Seats]) -> Iterator[Row]:
    start = 0
    for one in seated:
        end = start + one.seats
        yield {"list": one.party.id, "x": 0, "y": 0, "start": start, "end": end, **_look(one)}
        start = end


def _wedge_layer(plane: Plane, radius: float, house: int) -> Spec:
    """Fill the part of the half-ring that belongs to each list, with gaps between."""
    layer = plane.points("wedges", size=0)
    layer["mark"] = {
        "type": "arc",
        "innerRadius": round(INNER * radius),
        "outerRadius": round(radius),
        "stroke": GROUND,
        "strokeWidth": 2,
        "aria": False,
    }
    half = round(math.pi / 2, 6)
    layer["encoding"]["theta"] = {
        "field": "start",
        "type": "quantitative",
        "scale": {"domain": [0, house], "range": [-half, half]},
    }
    layer["encoding"]["theta2"] = {"field": "end"}
    return coloured(layer, "fill")


def _numbers(seated: Sequence[Seats], radius: float, language: Language) -> Iterator[Row]:
    """Write the seats of the larger lists inside the ring, in the middle of their parts."""
    house, before = sum(one.seats for one in seated), 0
    for one in seated:
        angle = math.pi * (1 - (before + one.seats / 2) / house)
        before += one.seats
        x, y = BESIDE * math.cos(angle), BESIDE * math.sin(angle) + 0.02
        if BESIDE * one.seats * math.pi / house * radius > LINE and y * radius > 2 * LINE:
            text = label(language.number(one.seats), language)
            yield {"x": round(x, 3), "y": round(y, 3), "text": text}


def _key(seated: Sequence[Seats], columns: int, radius: float, language: Language) -> Iterator[Row]:
    """Name the lists below, in the order in which they sit."""
    lines = -(-len(seated) // columns)
    for k, one in enumerate(seated):
        column, line = divmod(k, lines)
        if language.direction == "rtl":
            x = 1 - (2 * column / columns) - 8 / radius
        else:
            x = -1 + 2 * column / columns + 8 / radius
        y = -(line + 0.5) * LINE / radius - 12 / radius
        text = label(_named(one, language), language)
        yield {"x": round(x, 3), "y": round(y, 3), "text": text, **_look(one)}
