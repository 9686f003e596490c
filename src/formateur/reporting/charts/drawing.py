"""What every chart becomes: a Vega-Lite specification with a title and a description in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from formateur.language import Language, isolate
from formateur.reporting.charts.palette import INK, party_colour, party_edge

Spec = dict[str, Any]
"""A Vega-Lite specification or a part of one, as the JSON that it is."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

WIDE, NARROW = 640, 328
"""Widths in pixels: of a chart in a column, and on a phone of 360 pixels."""

FONT = 13
"""Size of the words in a chart, pixels."""

CONFIG: Spec = {
    "background": "transparent",
    "padding": 2,
    "font": "sans-serif",
    "view": {"stroke": None},
    "text": {"fontSize": FONT, "fill": INK},
    "aria": False,
}
"""Settings that all charts share. Marks have no words of their own: the picture as a whole has."""


@dataclass(frozen=True, slots=True)
class Look:
    """How charts are drawn.

    Attributes
    ----------
    language
        That their words are in; numbers on scales are written in its way.
    colours
        Colour of a list, ``#rrggbb``, by id; a list that is not named is neutral.
    width
        Of a chart, pixels.
    """

    language: Language
    colours: Mapping[str, str] = field(default_factory=dict)
    width: int = NARROW

    @property
    def from_right(self) -> bool:
        """Whether reading begins at the right edge."""
        return self.language.direction == "rtl"

    def label(self, text: str) -> str:
        """Make a text fit to stand in a chart: whatever is around it, it keeps its own order.

        Every text of a chart goes through here. The box of a chart runs from left to right in
        every language; without isolation, Hebrew and Arabic texts with numbers or brackets would be
        shown in the wrong order, in browsers and in image files.
        """
        return isolate(text, self.language.direction)

    def number(self, value: float) -> str:
        """Write a number of a scale: whole, or with one decimal."""
        return self.label(self.language.number(value, 0 if value == int(value) else 1))

    def paint(self, list_id: str) -> dict[str, str]:
        """Return fill and edge of the marks of a list."""
        colour = self.colours.get(list_id, "")
        return {"colour": party_colour(list_id, colour), "edge": party_edge(list_id, colour)}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, ready to be rendered.

    Attributes
    ----------
    id
        Unlike that of any other chart of a page.
    title
        What it shows, in a few words.
    description
        What it says, for those who do not see it.
    look
        How it is drawn.
    view
        The drawing: a layered Vega-Lite view with its data sets, without settings.
    notes
        Key of the numbers in it, a line each.
    """

    id: str
    title: str
    description: str
    look: Look
    view: Spec
    notes: tuple[str, ...] = ()

    @property
    def spec(self) -> Spec:
        """The whole Vega-Lite specification; its colours are variables of the page."""
        return {
            "$schema": SCHEMA,
            "description": self.look.label(f"{self.title}. {self.description}"),
            **self.view,
            "config": CONFIG,
        }
