"""Charts as files that stand alone: with title, day, source and version, on light ground."""

from __future__ import annotations

import json
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from formateur.reporting.charts.drawing import CONFIG, SCHEMA, Drawing, Spec
from formateur.reporting.charts.images import png_file, svg_file
from formateur.reporting.charts.palette import INK, LIGHT, SOFT, solid
from formateur.reporting.view.records import View

TITLE, SMALL = 17, 11
"""Sizes of words, pixels."""

LETTER = 0.56
"""Width of a letter in its sizes, near enough to break lines."""


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart with everything that must be with it when it leaves the page.

    Attributes
    ----------
    stood
        The day in words.
    foot
        Key of marks, what the forecast rests on, and how to cite it, with version and run.
    """

    drawing: Drawing
    stood: str
    foot: tuple[str, ...]

    @property
    def spec(self) -> Spec:
        """The Vega-Lite specification, which any Vega editor or notebook can draw."""
        look = self.drawing.look
        width = max(self.drawing.view["width"], look.width)
        small = round(width / (LETTER * SMALL))
        lines = [look.label(line) for text in self.foot for line in wrap(text, small)]
        side = "end" if look.from_right else "start"
        title = wrap(self.drawing.title, round(width / (LETTER * TITLE)))
        stood = wrap(self.stood, round(width / (LETTER * (SMALL + 2))))
        full: Spec = {
            "$schema": SCHEMA,
            "description": self.drawing.spec["description"],
            "title": {
                "text": [look.label(line) for line in title],
                "subtitle": [look.label(line) for line in stood],
                "anchor": side,
                "frame": "bounds",
                "offset": 14,
                "fontSize": TITLE,
                "subtitleFontSize": SMALL + 2,
                "color": INK,
                "subtitleColor": SOFT,
            },
            "datasets": self.drawing.view["datasets"] | {"foot": _foot(lines)},
            "vconcat": [
                {key: part for key, part in self.drawing.view.items() if key != "datasets"},
                _foot_view(len(lines), width, from_right=look.from_right),
            ],
            "spacing": 14,
            "config": {**CONFIG, "background": LIGHT, "padding": 14, "concat": {"spacing": 14}},
        }
        made: Spec = json.loads(solid(json.dumps(full)))
        return made

    def to_json(self) -> str:
        """Return the Vega-Lite specification as JSON text."""
        return json.dumps(self.spec, ensure_ascii=False, indent=1) + "\n"

    def to_svg(self) -> str:
        """Return the chart as an SVG file.

        Raises
        ------
        UsageError
            When the extra ``images`` is not installed.
        """
        return svg_file(self.drawing, self.spec)

    def to_png(self) -> bytes:
        """Return the chart as a PNG file, two pixels for each of the SVG.

        Raises
        ------
        UsageError
            When the extra ``images`` is not installed.
        """
        return png_file(self.to_svg())

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Spec]:  # noqa: ANN401 - the notebook's own
        """Draw the chart where a notebook shows it."""
        return {"application/vnd.vegalite.v6+json": self.spec}


def _foot(lines: list[str]) -> list[dict[str, str | int]]:
    return [{"line": k, "text": text} for k, text in enumerate(lines)]


def _foot_view(lines: int, width: float, *, from_right: bool) -> Spec:
    return {
        "width": width,
        "height": (SMALL + 4) * lines,
        "data": {"name": "foot"},
        "mark": {
            "type": "text",
            "align": "right" if from_right else "left",
            "x": width if from_right else 0,
            "baseline": "top",
            "fontSize": SMALL,
            "fill": SOFT,
            "aria": False,
        },
        "encoding": {
            "y": {
                "field": "line",
                "type": "quantitative",
                "axis": None,
                "scale": {"domain": [0, lines], "reverse": True, "nice": False},
            },
            "text": {"field": "text"},
        },
    }


def chart_file(drawing: Drawing, view: View) -> ChartFile:
    """Put with a drawing what the view says of its day, its ground and its version."""
    ground = " · ".join(one.text for one in view.basis[:3])
    return ChartFile(drawing, view.stood, (*drawing.notes, ground, view.citation))
