"""50 dots for the seats of every list, on one scale, with the times that it misses parliament."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from formateur.language import Language
from formateur.reporting.charts.chart import FONT, WIDE, Chart, Party, label
from formateur.reporting.charts.palette import INK, RULE, SOFT, needs_outline, party_colour
from formateur.reporting.charts.plane import Plane, Row, Scale, coloured
from formateur.reporting.dotplot import quantile_dots
from formateur.reporting.record import Spread
from formateur.reporting.schema import SeatChance

PITCH = 6.6
"""Fewest pixels from one dot to the next; the dot takes nine tenths of it."""

MOST_PITCH = 8.0

OUTSIDE = 5
"""Columns of dots left of the scale, for the elections in which a list wins no seat."""

GAP = 14
"""Pixels between them and the scale, and between two lists."""

NAME = FONT + 7
"""Pixels for the name above the dots."""

MOST_LEVELS = 10
"""Dots above each other of a list whose seats are certain; others are as high as they need."""


@dataclass(frozen=True, slots=True)
class ListSeats:
    """What one list would win.

    Attributes
    ----------
    chances
        Every number of seats that occurs, with its chance; 0 seats included.
    """

    party: Party
    seats: Spread
    chances: Sequence[SeatChance]


@dataclass(frozen=True, slots=True)
class _Ruler:
    """From seats to pixels: columns of `step` numbers of seats, each `column` pixels wide."""

    start: float
    step: int
    column: float
    pitch: float

    def middle(self, seats: int) -> float:
        return self.start + self.column * ((seats - 1) // self.step + 0.5)


def list_dots(lists: Sequence[ListSeats], language: Language, *, width: int = WIDE) -> Chart:
    """Draw 50 dots over numbers of seats for every list, one list below the other.

    Hollow dots beside the scale are elections in which the list wins no seat.

    Parameters
    ----------
    lists
        In the order in which they are shown.
    """
    ruler, most = _ruler(lists, width)
    dots: list[Row] = []
    names: list[Row] = []
    y = 0.0
    edge = width if language.direction == "rtl" else 0
    for one in lists:
        placed = list(_dots(one, ruler))
        names.append({"x": edge, "y": y, "text": label(_words(one, language), language)})
        foot = y + NAME + ruler.pitch * max((row["level"] + 1 for row in placed), default=1)
        colour = party_colour(one.party.id, one.party.colour)
        dots += [
            {**row, "y": round(foot - ruler.pitch * (row["level"] + 0.5), 1), "colour": colour,
             "edge": INK if needs_outline(one.party.shown) else colour}
            for row in placed
        ]  # fmt: skip
        y = foot + GAP
    plane = Plane(Scale("x", 0, width), Scale("y", 0, y, reverse=True), width, y)
    size = 0.9 * min(PITCH, ruler.pitch)
    data: dict[str, Sequence[Row]] = {
        "grid": list(_grid(ruler, most, y, language)),
        "names": names,
        "in": [row for row in dots if row["seats"]],
        "out": [row for row in dots if not row["seats"]],
    }
    layers = [
        plane.upright("grid", stroke=RULE),
        plane.words("grid", baseline="top", dy=5, fill=SOFT),
        plane.words("names", baseline="top", align="right" if edge else "left", fontWeight=600),
        coloured(coloured(plane.points("in", size=size, shape="circle"), "fill"), "stroke", "edge"),
        plane.points("out", size=size, shape="circle", filled=False, stroke=SOFT, strokeWidth=1.2),
    ]
    return Chart(
        id="lists",
        title=language.say("Seats of every list in 50 equally likely elections"),
        description=" ".join(language.say("{list}.", list=_words(one, language)) for one in lists),
        language=language,
        view=plane.view(data, layers),
    )


def _ruler(lists: Sequence[ListSeats], width: float) -> tuple[_Ruler, int]:
    seats = [quantile_dots(one.chances) for one in lists]
    most = max((n for one in seats for n in one), default=1) or 1
    outside = any(0 in one for one in seats)
    start = OUTSIDE * PITCH + GAP if outside else 0.0
    step = -(-most // int((width - start) / PITCH))
    column = (width - start) / -(-most // step)
    abreast = max(1, int(column / PITCH))
    return _Ruler(start, step, column, min(MOST_PITCH, column / abreast)), most


def _dots(one: ListSeats, ruler: _Ruler) -> Iterator[dict[str, float]]:
    """Place the dots of a list: pixels from the left, and levels from the foot."""
    counted = quantile_dots(one.chances)
    columns: dict[float, list[int]] = {}
    for seats, dots in sorted(counted.items()):
        if seats:
            columns.setdefault(ruler.middle(seats), []).extend([seats] * dots)
    abreast = max(1, int(ruler.column / ruler.pitch))
    if len(columns) == 1:
        abreast = max(abreast, -(-max(map(len, columns.values())) // MOST_LEVELS))
    for k in range(counted.get(0, 0)):
        x = PITCH * (k % OUTSIDE + 0.5)
        yield {"seats": 0, "x": round(x, 1), "level": k // OUTSIDE}
    for middle, stack in columns.items():
        for k, seats in enumerate(stack):
            row = min(abreast, len(stack) - k // abreast * abreast)
            x = middle + ruler.pitch * (k % abreast - (row - 1) / 2)
            yield {"seats": seats, "x": round(x, 1), "level": k // abreast}


def _grid(ruler: _Ruler, most: int, foot: float, language: Language) -> Iterator[Row]:
    spacing = next(n for n in (5, 10, 20, 50, 100, 200) if most / n <= 8)
    for k in count(1):
        seats = k * spacing
        if seats > most:
            return
        x = round(ruler.middle(seats), 1)
        yield {"x": x, "y": foot, "text": label(language.number(seats), language)}


def _words(one: ListSeats, language: Language) -> str:
    """Say name, median and range, and how often the list stays out."""
    seats = one.seats
    told = language.say(
        "{list}: {median} ({range})",
        list=one.party.name,
        median=round(seats.q50),
        range=language.span(seats.q05, seats.q95),
    ) if seats.q05 != seats.q95 else language.say(
        "{list}: {median}", list=one.party.name, median=round(seats.q50)
    )  # fmt: skip
    missed = sum(chance.p for chance in one.chances if chance.seats == 0)
    if not missed:
        return told
    return language.say("{seats}, no seat in {often}", seats=told, often=language.of_50(missed))
