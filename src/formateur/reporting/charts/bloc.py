"""50 dots for the seats of a bloc: what it would win in 50 equally likely elections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from formateur.language import Language
from formateur.reporting.charts.chart import NARROW, Chart, label
from formateur.reporting.charts.palette import DOT, HAS, INK, RULE, SOFT
from formateur.reporting.charts.plane import Plane, Row, Scale
from formateur.reporting.dotplot import quantile_dots
from formateur.reporting.schema import SeatChance

PITCH = 12
"""Most pixels from one dot to the next; the dot takes four fifths of it."""

SMALLEST = 7.5
"""Fewest pixels from one dot to the next: the dot is 6 pixels then, and can be counted."""


@dataclass(frozen=True, slots=True)
class BlocSeats:
    """What a bloc, or any other sum of lists, would win.

    Attributes
    ----------
    chances
        Every number of seats that occurs, with its chance.
    p_majority
        Chance to reach the majority.
    """

    id: str
    name: str
    chances: Sequence[SeatChance]
    p_majority: float


@dataclass(frozen=True, slots=True)
class Columns:
    """How numbers of seats are put into columns of dots, column 0 beginning with the majority.

    Attributes
    ----------
    step
        Numbers of seats in a column.
    first, last
        The outermost columns.
    """

    majority: int
    step: int
    first: int
    last: int

    def of(self, seats: int) -> int:
        """Return the column of a number of seats."""
        return (seats - self.majority) // self.step

    def ticks(self) -> Iterator[tuple[int, int]]:
        """Return column and number of every fifth number of seats, or of every fifth column."""
        for column in range(self.first, self.last + 1):
            seats = self.majority + column * self.step
            if (seats if self.step == 1 else column) % 5 == 0 and seats >= 0:
                yield column, seats


def columns_for(blocs: Iterable[BlocSeats], majority: int, width: float = NARROW) -> Columns:
    """Choose columns that hold the majority line and every dot of all blocs: one scale for all."""
    seats = [majority, *(n for one in blocs for n in quantile_dots(one.chances))]
    step = max(1, -(-(max(seats) - min(seats) + 3) // int(width / SMALLEST)))
    low, high = (min(seats) - majority) // step, (max(seats) - majority) // step
    return Columns(majority, step, low - 1, high + 1)


def bloc_dots(
    bloc: BlocSeats,
    majority: int,
    language: Language,
    *,
    columns: Columns | None = None,
    width: int = NARROW,
) -> Chart:
    """Draw 50 dots over numbers of seats, ◆ where the bloc has a majority.

    Parameters
    ----------
    columns
        Scale of the seats, where several blocs share one; the bloc's own by default.
    """
    scale = columns or columns_for([bloc], majority, width)
    dots = list(_dots(bloc.chances, scale))
    pitch = min(PITCH, width / (scale.last - scale.first + 1))
    tallest = max((row["level"] for row in dots), default=0) + 1
    height = pitch * tallest
    plane = Plane(
        Scale("column", scale.first, scale.last + 1),
        Scale("level", 0, tallest),
        pitch * (scale.last - scale.first + 1),
        height,
    )
    data: dict[str, Sequence[Row]] = {
        "short": [_centred(row) for row in dots if row["seats"] < majority],
        "enough": [_centred(row) for row in dots if row["seats"] >= majority],
        "ground": [{"level": 0}],
        "line": [{"column": 0}],
        "majority": [_majority_words(scale, tallest, language)],
        "seats": [
            {"column": k + 0.5, "level": 0, "text": label(language.number(n), language)}
            for k, n in scale.ticks()
        ],
    }
    near_start = -scale.first < (scale.last + 1 - scale.first) / 2
    layers = [
        plane.level("ground", stroke=RULE),
        plane.upright("line", strokeWidth=1.5, strokeDash=[4, 3], stroke=INK),
        plane.words(
            "majority",
            align="left" if near_start else "right",
            baseline="bottom",
            dx=4 if near_start else -4,
            dy=-4,
        ),
        plane.words("seats", baseline="top", dy=6, fill=SOFT),
        plane.points("short", size=0.8 * pitch, shape="circle", fill=DOT),
        plane.points("enough", size=0.98 * pitch, shape="diamond", fill=HAS),
    ]
    return Chart(
        id=f"bloc-{bloc.id}",
        title=language.say("{bloc}: seats in 50 equally likely elections", bloc=bloc.name),
        description=_description(bloc, majority, language),
        language=language,
        view=plane.view(data, layers),
    )


def _dots(chances: Iterable[SeatChance], scale: Columns) -> Iterator[dict[str, int]]:
    filled: dict[int, int] = {}
    for seats, dots in sorted(quantile_dots(chances).items()):
        column = scale.of(seats)
        for _ in range(dots):
            level = filled.get(column, 0)
            filled[column] = level + 1
            yield {"seats": seats, "column": column, "level": level}


def _centred(row: dict[str, int]) -> Row:
    """Put a dot into the middle of its cell."""
    return {**row, "column": row["column"] + 0.5, "level": row["level"] + 0.5}


def _majority_words(scale: Columns, tallest: int, language: Language) -> Row:
    words = language.say("majority: {seats}", seats=scale.majority)
    return {"column": 0, "level": tallest, "text": label(words, language)}


def _description(bloc: BlocSeats, majority: int, language: Language) -> str:
    dots = quantile_dots(bloc.chances)
    return language.say(
        "In {often} the bloc reaches the majority of {majority}. The dots reach from {low} to "
        "{high} seats.",
        often=language.of_50(bloc.p_majority),
        majority=majority,
        low=min(dots, default=0),
        high=max(dots, default=0),
    )
