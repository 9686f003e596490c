"""Finds a chart of a view by a word, and by what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, assert_never, get_args

from formateur.errors import UsageError
from formateur.reporting.charts.draw import draw, draw_trends
from formateur.reporting.charts.drawing import Drawing, Look
from formateur.reporting.view.charts import Chart, SeatChances, Trend
from formateur.reporting.view.records import Station, View

ChartName = Literal["trend", "blocs", "lists", "parliament", "coalitions", "motion"]
NAMES: tuple[ChartName, ...] = get_args(ChartName)

_PREFIXES: dict[ChartName, str] = {
    "trend": "trend-",
    "blocs": "bloc-seats",
    "lists": "list-seats",
    "parliament": "parliament",
    "coalitions": "could-would",
    "motion": "motion-",
}
"""How the ids of the charts of a view begin."""


def pick_chart(view: View, name: ChartName, about: str, look: Look) -> Drawing:
    """Draw one chart of a view.

    Parameters
    ----------
    name
        ``trend``, ``blocs``, ``lists``, ``parliament``, ``coalitions`` or ``motion``.
    about
        Id of the list, the bloc or the motion that it is about; empty for all of them, or where
        there is but one.

    Raises
    ------
    UsageError
        When the forecast has no such chart, or none about this.
    """
    charts = [one for one in _charts(view) if one.id.startswith(_PREFIXES[name])]
    if not charts:
        raise UsageError(
            f"the forecast of {view.election} as of {view.day} has nothing for the chart {name!r}. "
            "An earlier day, or another chart, may have."
        )
    match name:
        case "trend":
            return _trend(charts, about, look)
        case "blocs" | "lists":
            return draw(_rows_about(charts[0], about), look)
        case "motion":
            return draw(_motion(charts, about), look)
        case "parliament" | "coalitions":
            if about:
                raise UsageError(f"the chart {name!r} is about all lists; leave out {about!r}.")
            return draw(charts[0], look)
        case _:
            assert_never(name)


def _charts(view: View) -> Iterator[Chart]:
    for station in (*view.stations, *view.background):
        yield from _of(station)


def _of(station: Station) -> Iterator[Chart]:
    yield from station.charts
    for part in station.parts:
        yield from _of(part)


def _trend(charts: list[Chart], about: str, look: Look) -> Drawing:
    by_list = {one.data.list: one for one in charts if isinstance(one.data, Trend)}
    if about:
        _known(about, list(by_list), "trend")
        return draw(by_list[about], look)
    title = look.language.say("Percent of the votes in the polls")
    return draw_trends("trend", title, charts, look)


def _rows_about(chart: Chart, about: str) -> Chart:
    if not about or not isinstance(chart.data, SeatChances):
        return chart
    _known(about, [one.id for one in chart.data.rows], "chart of seats")
    rows = tuple(one for one in chart.data.rows if one.id == about)
    told = " ".join(f"{one.name}: {one.told}." for one in rows)
    return replace(
        chart, id=f"{chart.id}-{about}", description=told, data=replace(chart.data, rows=rows)
    )


def _motion(charts: list[Chart], about: str) -> Chart:
    by_motion = {one.id.removeprefix(_PREFIXES["motion"]): one for one in charts}
    if not about and len(charts) == 1:
        return charts[0]
    if not about:
        raise UsageError(f"there are several motions; name one of {', '.join(by_motion)}.")
    _known(about, list(by_motion), "motion")
    return by_motion[about]


def _known(about: str, ids: list[str], what: str) -> None:
    if about not in ids:
        raise UsageError(f"there is no {what} about {about!r}. There is: {', '.join(ids)}.")
