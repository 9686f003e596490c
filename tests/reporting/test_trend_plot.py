"""Where the marks of a trend stand."""

from __future__ import annotations

import re
from datetime import timedelta

from documents import document

from formateur.reporting.trend_plot import (
    FOOT,
    HEIGHT,
    LEFT,
    MOST_LINES,
    MOST_MONTHS,
    RIGHT,
    TOP,
    WIDTH,
    trend_plots,
)


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path)]


def test_every_mark_lies_inside_the_frame() -> None:
    for plot in trend_plots(document()):
        for path in (plot.outer, plot.inner, plot.middle, plot.dots):
            for x, y in points(path):
                assert LEFT <= x <= WIDTH - RIGHT
                assert TOP <= y <= HEIGHT - FOOT
        assert all(TOP <= y <= HEIGHT - FOOT for y, _ in plot.lines)
        assert 1 <= len(plot.lines) <= MOST_LINES
        assert len(plot.months) <= MOST_MONTHS


def test_bands_lie_in_each_other_around_the_line() -> None:
    plot = trend_plots(document())[0]
    outer, inner, middle = (points(path) for path in (plot.outer, plot.inner, plot.middle))
    count = len(middle)
    for k in range(count):
        top, low = outer[k][1], outer[-1 - k][1]
        assert top <= inner[k][1] <= middle[k][1] <= inner[-1 - k][1] <= low
        assert outer[k][0] == outer[-1 - k][0] == middle[k][0]


def test_labels_stand_where_their_percent_is() -> None:
    plot = trend_plots(document())[0]
    (y1, first), (y2, second) = plot.lines[:2]
    part = document().trend
    trend = next(one for one in part if one.list == plot.list)
    slope = (y2 - y1) / (float(second) - float(first))
    last = points(plot.middle)[-1][1]
    assert abs(y1 + slope * (trend.points[-1].q50 - float(first)) - last) < 0.5


def test_a_dot_stands_for_each_reading_and_day() -> None:
    made = document()
    plot = trend_plots(made)[0]
    read = {
        (
            poll.fieldwork_end
            - timedelta(
                days=(poll.fieldwork_end - (poll.fieldwork_start or poll.fieldwork_end)).days // 2
            ),
            poll.shares[plot.list],
        )
        for poll in made.polls
        if plot.list in poll.shares
    }
    assert 0.8 * len(read) < len(points(plot.dots)) <= len(read)


def test_no_trend_no_plots() -> None:
    assert trend_plots(document().model_copy(update={"trend": []})) == []
