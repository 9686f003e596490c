"""From the charts of the view model to Vega-Lite specifications."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from formateur.reporting.charts.could_would import could_would_view
from formateur.reporting.charts.drawing import Drawing, Look, Spec
from formateur.reporting.charts.hemicycle import hemicycle_view
from formateur.reporting.charts.motion import motion_view
from formateur.reporting.charts.seats import seats_view
from formateur.reporting.charts.trend import event_key, trend_view
from formateur.reporting.view.charts import (
    Chart,
    ChartData,
    CouldWould,
    Hemicycle,
    MotionSeats,
    SeatChances,
    Trend,
)


def draw(chart: Chart, look: Look) -> Drawing:
    """Draw a chart of the view model.

    Parameters
    ----------
    chart
        What is shown, in numbers and in the words of the look's language.
    """
    view = _view(chart.data, look)
    notes = event_key(chart.data, view, look) if isinstance(chart.data, Trend) else ()
    return Drawing(chart.id, chart.title, chart.description, look, view, notes)


def draw_trends(id: str, title: str, charts: Sequence[Chart], look: Look) -> Drawing:  # noqa: A002
    """Draw the trends of several lists in one picture, without events.

    Parameters
    ----------
    id, title
        Of the picture.
    charts
        Of kind ``trend``, at least one.
    """
    trends = [one.data for one in charts if isinstance(one.data, Trend)]
    told = " ".join(one.description for one in charts)
    without = [replace(one, events=()) for one in trends]
    return Drawing(id, title, told, look, trend_view(without, look))


def _view(data: ChartData, look: Look) -> Spec:
    match data:
        case SeatChances():
            return seats_view(data, look)
        case Trend():
            return trend_view([data], look)
        case Hemicycle():
            return hemicycle_view(data, look)
        case CouldWould():
            return could_would_view(data, look)
        case MotionSeats():
            return motion_view(data, look)
        case _:
            assert_never(data)
