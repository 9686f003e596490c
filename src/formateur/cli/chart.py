"""``formateur chart``: one chart of a forecast as a file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formateur.cli.options import (
    AsOf,
    Changes,
    Draws,
    ElectionArgument,
    Lang,
    Model,
    Seed,
    Without,
)
from formateur.cli.terminal import sign_of_life
from formateur.errors import UsageError
from formateur.law_changes import parse_changes
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED

if TYPE_CHECKING:
    from formateur.reporting.charts import ChartFile


class Name(StrEnum):
    """Which chart."""

    trend = "trend"
    blocs = "blocs"
    lists = "lists"
    parliament = "parliament"
    coalitions = "coalitions"
    motion = "motion"


FORMS = (".svg", ".png", ".json")


ChartName = Annotated[
    Name, typer.Argument(metavar="CHART", help="|".join(Name), show_default=False)
]

Out = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="FILE.svg|FILE.png|FILE.json",
        help="The file to write: an image, or the chart as a Vega-Lite specification.",
        show_default=False,
    ),
]

About = Annotated[
    str,
    typer.Option(
        *("--list", "--bloc", "--motion"),
        metavar="ID",
        help="What the chart is about: one list (trend, lists), one bloc (blocs), one motion.",
        show_default=False,
    ),
]


def chart(  # noqa: PLR0913 - the options of a command
    election: ElectionArgument,
    name: ChartName,
    *,
    out: Out,
    about: About = "",
    lang: Lang = DEFAULT_LANGUAGE,
    as_of: AsOf = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    model: Model = DEFAULT_MODEL,
    changes: Changes = None,
    without: Without = None,
) -> None:
    """Write one chart as an image, with its title, day, source and version."""
    if out.suffix not in FORMS:
        raise UsageError(f"--out {out}: the name must end in {', '.join(FORMS)}.")
    wanted = parse_changes(changes or ())
    from formateur import api
    from formateur.files import write_file
    from formateur.language import open_language
    from formateur.reporting.charts import require_drawing

    open_language(lang)
    if out.suffix != ".json":
        require_drawing()
    with sign_of_life("drawing the chart"):
        made = api.forecast(
            election,
            as_of=as_of,
            without=without or (),
            changes=wanted,
            draws=draws,
            seed=seed,
            model=model,
        )
        drawn = api.report(made).chart(name.value, about, language=lang)
        write_file(out, _content(drawn, out.suffix))
    sys.stdout.write(f"Chart written to {out}\n")


def _content(drawn: ChartFile, form: str) -> str | bytes:
    if form == ".png":
        return drawn.to_png()
    return drawn.to_svg() if form == ".svg" else drawn.to_json()
