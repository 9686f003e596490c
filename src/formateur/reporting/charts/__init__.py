"""Charts, defined once: Vega-Lite specifications for the page, for image files and notebooks."""

from formateur.reporting.charts.bloc import BlocSeats, Columns, bloc_dots, columns_for
from formateur.reporting.charts.chart import NARROW, WIDE, Chart, Party, Spec
from formateur.reporting.charts.coalitions import Possible, coalition_dots
from formateur.reporting.charts.images import can_draw, render_svg
from formateur.reporting.charts.lists import ListSeats, list_dots
from formateur.reporting.charts.motion import Standing, motion_bar
from formateur.reporting.charts.parliament import Seats, parliament
from formateur.reporting.charts.trend import EventMark, Reading, TrendSeries, trend

__all__ = [
    "NARROW",
    "WIDE",
    "BlocSeats",
    "Chart",
    "Columns",
    "EventMark",
    "ListSeats",
    "Party",
    "Possible",
    "Reading",
    "Seats",
    "Spec",
    "Standing",
    "TrendSeries",
    "bloc_dots",
    "can_draw",
    "coalition_dots",
    "columns_for",
    "list_dots",
    "motion_bar",
    "parliament",
    "render_svg",
    "trend",
]
