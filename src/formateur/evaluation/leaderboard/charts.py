"""Where the marks of the page's plots stand, in units of their drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formateur.evaluation.leaderboard.board import PIT_BINS, REFERENCE, Line
from formateur.evaluation.leaderboard.intervals import Interval
from formateur.evaluation.leaderboard.words import horizon

LEFT, WIDTH = 150.0, 640.0
"""Room for the names of the rows, and the whole width."""

ROW, TOP = 22.0, 26.0
"""Height of a row, and of the scale above the first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure and its interval, as places from left to right."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a plot; `opens` a horizon or goes on with it."""

    middle: float
    name: str
    opens: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the plot, and its label."""

    at: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """Rows of marks over one scale."""

    height: float
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """Heights of the bars of one model and horizon, each 0 to 1 of the tallest of all."""

    name: str
    heights: tuple[float, ...]
    even: float


def ratio_plot(lines: Iterable[Line]) -> Plot | None:
    """Draw CRPS against the reference; ``None`` when there is nothing to compare."""
    shown = [(line, line.ratio) for line in lines if line.model != REFERENCE and line.ratio]
    if not shown:
        return None
    ends = [end for _, ratio in shown for end in _ends(ratio)]
    low, high = min(*ends, 0.98), max(*ends, 1.02)
    step = next(step for step in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1e9) if (high - low) / step < 9)
    first, last = int(low // step), int(-(-high // step))
    scale = _Scale(first * step, last * step)
    ticks = [
        Tick(scale(k * step), f"{k * step:.2f}", abs(k * step - 1) < 1e-9)
        for k in range(first, last + 1)
    ]
    return _plot([(line, [ratio]) for line, ratio in shown], ticks, scale)


def coverage_plot(lines: Iterable[Line]) -> Plot:
    """Draw the coverage of the central intervals beside what it should be."""
    shown = [(line, list(line.coverage.values())) for line in lines]
    scale = _Scale(0.0, 1.0)
    levels = shown[0][0].coverage if shown else ()
    ticks = [Tick(scale(0.0), "0", False)]
    ticks += [Tick(scale(level / 100), str(level), True) for level in levels]
    return _plot(shown, ticks, scale)


def pit_histograms(lines: Sequence[Line]) -> tuple[Histogram, ...]:
    """Draw the share of results in each tenth of the forecast."""
    tallest = max((max(line.pit) for line in lines), default=1.0)
    return tuple(
        Histogram(
            name=f"{line.model}, {_days(line.days)}",
            heights=tuple(share / tallest for share in line.pit),
            even=1 / PIT_BINS / tallest,
        )
        for line in sorted(lines, key=lambda one: (one.model != REFERENCE, one.model))
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def __call__(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return round(LEFT + (WIDTH - LEFT - 20) * min(max(part, 0.0), 1.0), 2)


def _plot(
    shown: Sequence[tuple[Line, Sequence[Interval]]], ticks: Sequence[Tick], scale: _Scale
) -> Plot:
    rows = []
    before: int | None = -1
    for number, (line, figures) in enumerate(shown):
        opens = line.days != before
        before = line.days
        marks = tuple(Mark(scale(one.value), *map(scale, _ends(one))) for one in figures)
        name = f"{line.model}, {_days(line.days)}"
        rows.append(Row(TOP + ROW * (number + 0.5), name, opens, marks))
    return Plot(TOP + ROW * len(rows) + 4, tuple(rows), tuple(ticks))


def _ends(found: Interval) -> tuple[float, float]:
    """Return the bounds; without them, the figure itself."""
    if found.low is None or found.high is None:
        return found.value, found.value
    return found.low, found.high


def _days(days: int | None) -> str:
    return "all days" if days is None else f"{horizon(days)} {'day' if days == 1 else 'days'}"
