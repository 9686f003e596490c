"""The pictures of a page: drawn beforehand where that can be done, else by the reader's browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from formateur.language import Language
from formateur.reporting.charts import (
    NARROW,
    Drawing,
    Look,
    can_draw,
    draw,
    draw_trends,
    render_svg,
)
from formateur.reporting.view.charts import Chart
from formateur.reporting.view.records import Station, View

ROOMY = 440
"""Width, pixels, of pictures with long names: on a phone their words can still be read."""


TRENDS = "trends"
"""Id of the picture that shows the trends of all lists together."""


LARGE = ("list-seats", "could-would")
"""Ids of charts that, like trends, are left to their tables where the browser has to draw: the page
carries the drawing library then, and has to stay below 1.5 MB."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes
    ----------
    markup
        What stands in the page.
    key
        What the numbers in it stand for, a line each.
    """

    markup: Markup
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a page.

    Attributes
    ----------
    by_chart
        By id of the chart, and `TRENDS`.
    need_vega
        Whether the browser has to draw them.
    """

    by_chart: Mapping[str, Picture]
    need_vega: bool


def pictures_of(view: View, language: Language, colours: Mapping[str, str]) -> Pictures:
    """Return the pictures of every chart of a view.

    Parameters
    ----------
    colours
        Colours of lists, ``#rrggbb``, by id.
    """
    drawn = can_draw()
    charts = tuple(charts_of(view))
    found = {}
    if drawn and (trends := [one for one in charts if one.kind == "trend"]):
        title = language.say("All lists: percent of the votes in the polls")
        found[TRENDS] = draw_trends(TRENDS, title, trends, Look(language, colours, ROOMY))
    for chart in charts:
        if drawn or (chart.id not in LARGE and chart.kind != "trend"):
            found[chart.id] = draw(
                chart,
                Look(language, colours, ROOMY if chart.kind == "coalitions" else NARROW),
            )
    pictures = {
        key: Picture(Markup(render_svg(one) if drawn else _to_be_drawn(one)), one.notes)  # noqa: S704
        for key, one in found.items()
    }
    return Pictures(pictures, need_vega=bool(found) and not drawn)


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
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    words = Markup.escape(drawing.description)
    return (
        f'<div class="picture" id="picture-{Markup.escape(drawing.id)}" data-vega role="img" '
        f'aria-label="{words}"><script type="application/json">{text}</script>'
        f"<noscript>{words}</noscript></div>"
    )
