"""Charts of real forecasts, of the view model and drawn."""

from __future__ import annotations

from collections.abc import Iterator

from documents import document

from formateur.language import open_language
from formateur.reporting.charts import Drawing, Look, draw, draw_trends
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import Station, make_view
from formateur.reporting.view.charts import Chart

COLOURS = {"likud": "#1f5aa5", "blue_white": "#00b7eb", "yamina": "#e8e337"}
"""One that both grounds bear, one that is faint on the light one, one that is very faint."""


def look(code: str = "en", width: int = 640) -> Look:
    return Look(open_language(code), COLOURS, width)


def charts(code: str = "en", of: ForecastDocument | None = None) -> dict[str, Chart]:
    """Return every chart of a view, by id."""
    view = make_view(of or document(), open_language(code))
    stations = (*view.stations, *view.background)
    return {one.id: one for station in stations for one in _charts(station)}


def _charts(station: Station) -> Iterator[Chart]:
    yield from station.charts
    for part in station.parts:
        yield from _charts(part)


def drawings(code: str = "en", width: int = 640) -> list[Drawing]:
    """Draw every chart of the flagship, and all trends in one picture."""
    every = charts(code)
    trends = [one for one in every.values() if one.kind == "trend"]
    drawn = [draw(one, look(code, width)) for one in every.values()]
    return [*drawn, draw_trends("trend", "All", trends, look(code, width))]
