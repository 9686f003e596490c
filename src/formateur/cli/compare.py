"""``formateur compare``: what changed between two days, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from formateur.cli.options import Draws, ElectionArgument, Format, Lang, Model, Output, Seed
from formateur.cli.terminal import show, sign_of_life, write_data
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED


def compare(
    election: ElectionArgument,
    *,
    first: Annotated[
        str,
        typer.Option("--from", metavar="DAY", help="The earlier day.", show_default=False),
    ],
    last: Annotated[
        str,
        typer.Option("--to", metavar="DAY", help="The later day.", show_default=False),
    ],
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    model: Model = DEFAULT_MODEL,
    form: Output = Format.text,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Say what changed between two days, and why: days nearer, new polls, other facts."""
    from formateur import api
    from formateur.language import open_language

    language = open_language(lang)
    with sign_of_life("adding one poll after the other"):
        report = api.compare(election, first, last, draws=draws, seed=seed, model=model)
    if form is Format.json:
        write_data(report.to_json())
    elif form is Format.csv:
        write_data(report.to_csv())
    else:
        from formateur.reporting.changes_text import render_changes_text

        show(render_changes_text(report.document, language))
