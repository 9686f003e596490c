"""Governments in rows: 50 dots of *could* beside 50 dots of *would*; the two share no number."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.reporting.charts.drawing import FONT, Look, Spec
from formateur.reporting.charts.palette import DOT, HAS, SOFT
from formateur.reporting.charts.plane import Plane, Row, Scale
from formateur.reporting.charts.quantile_dots import DOTS
from formateur.reporting.view.charts import CouldWould

ACROSS = 25
"""Dots beside each other; the other 25 stand below."""

MOST_PITCH = 9.0
"""Pixels from one dot to the next, at most."""

GAP = 16
"""Pixels between the two pictures of a row, and between two rows."""

LINE = FONT + 5
"""Pixels of a line of words."""

WORDS = ("could", "would")

SURE = 0.8
"""Part of the width that a name may take where it is drawn: fonts of pages are wider."""


def could_would_view(data: CouldWould, look: Look) -> Spec:
    """Draw what coalitions could and would do, each as 50 dots of which so many are filled."""
    pitch = min((look.width - GAP) / 2 / ACROSS, MOST_PITCH)
    block = pitch * ACROSS
    whole, step = 2 * block + GAP, 2 * LINE + 2 * pitch + GAP
    height = LINE + step * len(data.rows)
    plane = Plane(Scale("x", 0, whole), Scale("y", 0, height, reverse=True), whole, height)
    rows: dict[str, list[Row]] = {
        name: [] for name in ("heads", "names", "told", "could", "not_could", "would", "not_would")
    }
    for word, place, head in zip(WORDS, (0, 1), (data.could_label, data.would_label), strict=True):
        start = (1 - place if look.from_right else place) * (block + GAP)
        edge = start + (block if look.from_right else 0)
        rows["heads"].append({"x": edge, "y": 0, "text": look.label(head)})
        for k, one in enumerate(data.rows):
            y = LINE + k * step + LINE
            told = look.label(getattr(one, f"{word}_told"))
            rows["told"].append({"x": edge, "y": y + 2 * pitch + 2, "text": told})
            for dot in _dots(getattr(one, word), (start, y), pitch, look):
                rows[word if dot["filled"] else f"not_{word}"].append(dot)
    for k, one in enumerate(data.rows):
        x = whole if look.from_right else 0
        rows["names"].append({"x": x, "y": LINE + k * step, "text": look.label(one.name)})
    return plane.view(rows, _layers(plane, 0.74 * pitch, look))


def _layers(plane: Plane, size: float, look: Look) -> list[Spec]:
    words = {"baseline": "top", "align": "right" if look.from_right else "left"}
    hollow = {"filled": False, "stroke": DOT, "strokeWidth": 1}
    return [
        plane.words("heads", fill=SOFT, **words),
        plane.words("names", fontWeight=600, limit=SURE * plane.width, **words),
        plane.words("told", fill=SOFT, **words),
        plane.points("could", size=size, shape="circle", fill=SOFT),
        plane.points("not_could", size=size, shape="circle", **hollow),
        plane.points("would", size=1.2 * size, shape="diamond", fill=HAS),
        plane.points("not_would", size=1.2 * size, shape="diamond", **hollow),
    ]


def _dots(p: float | None, corner: tuple[float, float], pitch: float, look: Look) -> Iterator[Row]:
    """Place 50 dots in two lines, filled from the edge at which reading begins."""
    if p is None:
        return
    for k in range(DOTS):
        column = ACROSS - 1 - k % ACROSS if look.from_right else k % ACROSS
        yield {
            "x": round(corner[0] + pitch * (column + 0.5), 2),
            "y": round(corner[1] + pitch * (k // ACROSS + 0.5), 2),
            "filled": k < round(DOTS * p),
        }
