"""The pictures of a page: drawn beforehand where that can be done, else by the reader's browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from formateur.language import Language
from formateur.reporting.charts import NARROW, WIDE, Drawing, Look, can_draw, draw, render_svg
from formateur.reporting.view.charts import Chart
from formateur.reporting.view.records import Station, View

BROAD = ("hemicycle", "motion")
"""Kinds of charts that take the whole width of a column."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a page.

    Attributes
    ----------
    marked_up
        By id of the chart, what stands in the page.
    need_vega
        Whether the browser has to draw them.
    """

    marked_up: Mapping[str, Markup]
    need_vega: bool


def pictures_of(view: View, language: Language, colours: Mapping[str, str]) -> Pictures:
    """Return the pictures of every chart of a view.

    Parameters
    ----------
    colours
        Colours of lists, ``#rrggbb``, by id.
    """
    drawn = can_draw()
    found = {}
    for chart in charts_of(view):
        width = WIDE if chart.kind in BROAD else NARROW
        drawing = draw(chart, Look(language, colours, width))
        found[chart.id] = Markup(render_svg(drawing) if drawn else _to_be_drawn(drawing))  # noqa: S704
    return Pictures(found, need_vega=bool(found) and not drawn)


def charts_of(view: View) -> Iterator[Chart]:
    """Return every chart of a view, in the order of the page."""
    for station in (*view.stations, *view.background):
        yield from _charts(station)


def _charts(station: Station) -> Iterator[Chart]:
    yield from station.charts
    for part in station.parts:
        yield from _charts(part)


def _to_be_drawn(drawing: Drawing) -> str:
    """Return what the browser draws, and the words for those without scripts."""
    told = {
        "title": drawing.look.label(drawing.title),
        "description": drawing.look.label(drawing.description),
        "language": drawing.look.language.code,
        "spec": drawing.spec,
    }
    text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    words = Markup.escape(drawing.description)
    return (
        f'<div class="picture" id="picture-{Markup.escape(drawing.id)}" data-vega role="img" '
        f'aria-label="{words}"><script type="application/json">{text}</script>'
        f"<noscript>{words}</noscript></div>"
    )
