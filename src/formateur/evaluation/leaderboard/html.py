"""The leaderboard as one HTML file that needs nothing else: no script, no font, no request.

Names of models and lists come out of a user's table: the template escapes every value.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from formateur.evaluation.leaderboard import charts, words
from formateur.evaluation.leaderboard.board import SELECTIONS, Leaderboard
from formateur.version import __version__


def leaderboard_html(board: Leaderboard) -> str:
    """Return the leaderboard as one page, every plot with its figures in a table beside it.

    The page has a content security policy that allows its own style and nothing else.
    """
    main = next(iter(SELECTIONS))
    lines = board.where(main, "horizon")
    style = _style()
    return (
        _environment()
        .get_template("leaderboard.html.jinja")
        .render(
            board=board,
            words=words,
            version=__version__,
            style=style,
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            main=main,
            selections=tuple(SELECTIONS),
            lines=lines,
            countries=[line for line in board.where(main, "country") if line.days is None],
            by_size=board.where(main, "size"),
            ratio_plot=charts.ratio_plot(lines),
            coverage_plot=charts.coverage_plot(lines),
            histograms=charts.pit_histograms(lines),
            left=charts.LEFT,
            width=charts.WIDTH,
        )
    )


@cache
def _style() -> str:
    folder = files("formateur.evaluation.leaderboard") / "templates"
    return (folder / "leaderboard.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("formateur.evaluation.leaderboard"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
