"""Charts, defined once: Vega-Lite specifications for the page, for image files and notebooks."""

from formateur.reporting.charts.draw import draw, draw_trends
from formateur.reporting.charts.drawing import NARROW, WIDE, Drawing, Look, Spec
from formateur.reporting.charts.images import can_draw, render_svg
from formateur.reporting.charts.quantile_dots import DOTS, quantile_dots

__all__ = [
    "DOTS",
    "NARROW",
    "WIDE",
    "Drawing",
    "Look",
    "Spec",
    "can_draw",
    "draw",
    "draw_trends",
    "quantile_dots",
    "render_svg",
]
