"""Charts as pictures, drawn by vl-convert (extra ``images``): without browser, Node or network."""

from __future__ import annotations

from types import ModuleType

from formateur.errors import UsageError
from formateur.reporting.charts.drawing import Drawing, Spec
from formateur.reporting.charts.png import smaller
from formateur.reporting.charts.svg import accessible, on_the_page

SCALE = 2.0
"""Pixels of a PNG for one of the chart, so that it is sharp on today's screens and in print."""

OFFLINE: list[str] = []
"""Addresses that a specification may load data from: none."""


def render_svg(drawing: Drawing, *, id: str = "") -> str:  # noqa: A002 - the attribute's own name
    """Return a chart as SVG to stand in a page: small, without style, its colours variables.

    Parameters
    ----------
    id
        Of the ``svg`` element; that of the chart by default. It must be unique in the page.

    Raises
    ------
    UsageError
        When the extra is not installed.
    """
    drawn = _converter().vegalite_to_svg(drawing.spec, allowed_base_urls=OFFLINE)
    return on_the_page(drawn, drawing, id or f"picture-{drawing.id}")


def svg_file(drawing: Drawing, spec: Spec) -> str:
    """Return a specification, of a chart and what is around it, as a file that stands alone.

    Raises
    ------
    UsageError
        When the extra is not installed.
    """
    drawn = _converter().vegalite_to_svg(spec, allowed_base_urls=OFFLINE)
    return accessible(drawn, drawing, "chart")


def png_file(svg: str) -> bytes:
    """Return an SVG file as PNG.

    Raises
    ------
    UsageError
        When the extra is not installed.
    """
    return smaller(_converter().svg_to_png(svg, scale=SCALE))


def can_draw() -> bool:
    """Say whether the extra is installed."""
    try:
        _converter()
    except UsageError:
        return False
    return True


def require_drawing() -> None:
    """Refuse to go on where pictures cannot be drawn, before anything is worked out.

    Raises
    ------
    UsageError
        When the extra is not installed.
    """
    _converter()


def _converter() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415 - a heavy extra, and only pictures need it
    except ImportError:
        raise UsageError(
            "drawing SVG and PNG needs vl-convert, which is not installed. Install it by "
            "`pip install 'formateur[images]'`, or write the specification to a .json file."
        ) from None
    return vl_convert
