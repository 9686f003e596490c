"""What every chart is: a Vega-Lite specification with a title and a description in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from formateur.language import Language, isolate
from formateur.reporting.charts.palette import INK, NEUTRAL

Spec = dict[str, Any]
"""A Vega-Lite specification or a part of one, as the JSON that it is."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

WIDE, NARROW = 640, 328
"""Widths in pixels: of a chart in a column, and on a phone of 360 pixels."""

FONT = 13
"""Size of the words in a chart, pixels."""


@dataclass(frozen=True, slots=True)
class Party:
    """A list as charts show it.

    Attributes
    ----------
    name
        In the language of the chart.
    colour
        ``#rrggbb``; empty where no source gives one.
    """

    id: str
    name: str
    colour: str = ""

    @property
    def shown(self) -> str:
        """Its colour, or the neutral one."""
        return self.colour or NEUTRAL


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes
    ----------
    id
        Unlike that of any other chart of a page: ``bloc-right``.
    title
        What it shows, in a few words.
    description
        What it says, for those who do not see it.
    language
        That its words are in.
    view
        The drawing: a layered Vega-Lite view with its data sets, without title and settings.
    """

    id: str
    title: str
    description: str
    language: Language
    view: Spec

    @property
    def spec(self) -> Spec:
        """The whole Vega-Lite specification; its colours are variables of the page."""
        return {
            "$schema": SCHEMA,
            "description": label(f"{self.title}. {self.description}", self.language),
            **self.view,
            "config": CONFIG,
        }


CONFIG: Spec = {
    "background": None,
    "padding": 2,
    "font": "sans-serif",
    "view": {"stroke": None},
    "text": {"fontSize": FONT, "fill": INK},
    "aria": False,
}
"""Settings that all charts share. Marks have no words of their own: the picture as a whole has."""


def label(text: str, language: Language) -> str:
    """Make a text fit to stand in a chart: whatever is around it, it keeps its own order.

    Every text of a chart goes through here. The box of a chart runs from left to right in every
    language; without isolation, Hebrew and Arabic texts with numbers or brackets would be shown in
    the wrong order, in browsers and in image files.
    """
    return isolate(text, language.direction)
