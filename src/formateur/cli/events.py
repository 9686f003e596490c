"""``formateur events``: what each event of a campaign did, as far as polls can tell."""

from __future__ import annotations

from typing import Annotated

import typer

from formateur.cli.options import AsOf, Draws, ElectionArgument, Format, Lang, Output, Seed
from formateur.cli.terminal import show, sign_of_life, write_data
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_SEED

EventArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="EVENT", help="Id of the only event to be told; all of them by default."
    ),
]


def events(
    election: ElectionArgument,
    event: EventArgument = None,
    *,
    as_of: AsOf = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    form: Output = Format.text,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Say what each event did: an effect with its interval, or why none can be told."""
    from formateur import questions
    from formateur.language import open_language

    language = open_language(lang)
    with sign_of_life("looking at dates with and without an event"):
        report = questions.events(election, event, as_of=as_of, draws=draws, seed=seed)
    if form is Format.json:
        write_data(report.to_json())
    elif form is Format.csv:
        write_data(report.to_csv())
    else:
        from formateur.reporting.events_text import render_events_text

        show(render_events_text(report.document, language))
