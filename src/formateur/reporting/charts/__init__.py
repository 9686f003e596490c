"""Charts, defined once: Vega-Lite specifications for the page, for image files and notebooks."""

from formateur.reporting.charts.draw import draw, draw_trends
from formateur.reporting.charts.drawing import NARROW, WIDE, Drawing, Look, Spec
from formateur.reporting.charts.export import ChartFile, chart_file
from formateur.reporting.charts.images import can_draw, render_svg, require_drawing
from formateur.reporting.charts.palette import contrast, ink_on, page_style, safe_colours
from formateur.reporting.charts.pick import NAMES, ChartName, pick_chart
from formateur.reporting.charts.quantile_dots import DOTS, quantile_dots

__all__ = [
    "DOTS",
    "NAMES",
    "NARROW",
    "WIDE",
    "ChartFile",
    "ChartName",
    "Drawing",
    "Look",
    "Spec",
    "can_draw",
    "chart_file",
    "contrast",
    "draw",
    "draw_trends",
    "ink_on",
    "page_style",
    "pick_chart",
    "quantile_dots",
    "render_svg",
    "require_drawing",
    "safe_colours",
]
