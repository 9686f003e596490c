"""The plane that marks are drawn on: two scales, and layers of points, lines, areas and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from formateur.reporting.charts.drawing import Spec
from formateur.reporting.charts.palette import INK

Row = Mapping[str, Any]

SOLID: Spec = {"type": "point", "filled": True, "opacity": 1}


@dataclass(frozen=True, slots=True)
class Scale:
    """How a field of the data becomes a place, from left to right or from the foot upward.

    Attributes
    ----------
    low, high
        Ends of the scale: numbers or days, both alike.
    reverse
        Whether it runs the other way.
    """

    field: str
    low: float | date
    high: float | date
    reverse: bool = False

    def channel(self, field: str = "") -> Spec:
        """Return the encoding of the field, or of another one that shares the scale."""
        scale: Spec = {"domain": [_end(self.low), _end(self.high)], "nice": False}
        temporal = isinstance(self.low, date)
        if temporal:
            scale["type"] = "utc"
        else:
            scale["zero"] = False
        if self.reverse:
            scale["reverse"] = True
        return {
            "field": field or self.field,
            "type": "temporal" if temporal else "quantitative",
            "scale": scale,
            "axis": None,
        }


def _end(value: float | date) -> float | Spec:
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "date": value.day, "utc": True}
    return value


@dataclass(frozen=True, slots=True)
class Plane:
    """Two scales and a size in pixels; its methods return layers, `view` joins them."""

    x: Scale
    y: Scale
    width: float
    height: float

    def points(self, data: str, *, size: float, **mark: object) -> Spec:
        """Draw a shape of `size` pixels across at every row of a data set."""
        return self._layer(data, {**SOLID, "size": size**2, **mark})

    def words(self, data: str, **mark: object) -> Spec:
        """Write the field `text` of every row."""
        layer = self._layer(data, {"type": "text", **mark})
        layer["encoding"]["text"] = {"field": "text"}
        return layer

    def line(self, data: str, **mark: object) -> Spec:
        """Join the rows by a line, in their order."""
        layer = self._layer(data, {"type": "line", **mark})
        layer["encoding"]["order"] = {"value": 0}
        return layer

    def band(self, data: str, low: str, high: str, **mark: object) -> Spec:
        """Fill what lies between two fields."""
        layer = self._layer(data, {"type": "area", **mark})
        layer["encoding"] |= {"y": self.y.channel(low), "y2": {"field": high}}
        return layer

    def upright(self, data: str, end: str = "", **mark: object) -> Spec:
        """Draw a line at every row: upward to the field `end`, or through the whole plane."""
        layer = self._layer(data, {"type": "rule", "stroke": INK, **mark})
        if end:
            layer["encoding"]["y2"] = {"field": end}
        else:
            del layer["encoding"]["y"]
        return layer

    def level(self, data: str, **mark: object) -> Spec:
        """Draw a line from side to side of the plane at every row."""
        layer = self._layer(data, {"type": "rule", "stroke": INK, **mark})
        del layer["encoding"]["x"]
        return layer

    def bars(self, data: str, end: str, *, thickness: float, **mark: object) -> Spec:
        """Draw a bar from the field of x to the field `end` at every row."""
        layer = self._layer(data, {"type": "bar", "height": thickness, **mark})
        layer["encoding"]["x2"] = {"field": end}
        return layer

    def _layer(self, data: str, mark: Spec) -> Spec:
        return {
            "data": {"name": data},
            "mark": {**mark, "aria": False},
            "encoding": {"x": self.x.channel(), "y": self.y.channel()},
        }

    def view(self, data: Mapping[str, Sequence[Row]], layers: Sequence[Spec]) -> Spec:
        """Join layers into one drawing; those of empty data sets are left out."""
        return {
            "width": round(self.width),
            "height": round(self.height),
            "datasets": {name: [dict(row) for row in rows] for name, rows in data.items() if rows},
            "layer": [layer for layer in layers if data[layer["data"]["name"]]],
        }


def painted(layer: Spec) -> Spec:
    """Colour the marks of a layer as `Look.paint` says in each row."""
    for channel, field in (("fill", "colour"), ("stroke", "edge")):
        layer["encoding"][channel] = {"field": field, "type": "nominal", "scale": None}
    return layer
