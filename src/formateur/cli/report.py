"""``formateur report``: the forecast as one HTML file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.options import AsOf, Changes, Draws, ElectionArgument, Lang, Model, Seed, Without
from formateur.cli.terminal import sign_of_life
from formateur.law_changes import parse_changes
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED


def report(  # noqa: PLR0913 - one parameter for each option
    election: ElectionArgument,
    *,
    html: Annotated[
        Path,
        typer.Option("--html", metavar="FILE", help="The file to write.", show_default=False),
    ],
    as_of: AsOf = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    model: Model = DEFAULT_MODEL,
    changes: Changes = None,
    without: Without = None,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Write the forecast as one HTML file that needs nothing else."""
    wanted = parse_changes(changes or ())
    from formateur import api
    from formateur.language import open_language

    open_language(lang)  # refused before the work, not after it

    with sign_of_life("writing the report"):
        made = api.forecast(
            election,
            as_of=as_of,
            without=without or (),
            changes=wanted,
            draws=draws,
            seed=seed,
            model=model,
        )
        api.report(made).to_html(html, language=lang)
    sys.stdout.write(f"Report written to {html}\n")
