"""``formateur explain``: where a figure comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from formateur.cli.options import (
    AsOf,
    Changes,
    Draws,
    ElectionArgument,
    Format,
    Lang,
    Model,
    Output,
    Seed,
    Without,
)
from formateur.cli.terminal import show, sign_of_life, write_data
from formateur.errors import UsageError
from formateur.law_changes import parse_changes
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED

if TYPE_CHECKING:
    from formateur.language import Language
    from formateur.reporting.schema import ForecastDocument

Figure = Annotated[
    str,
    typer.Argument(
        metavar="[FIGURE]",
        help="Name of a figure, such as seats.likud; without it, the figures are listed.",
        show_default=False,
    ),
]


def explain(  # noqa: PLR0913 - one parameter for each option
    election: ElectionArgument,
    figure: Figure = "",
    *,
    as_of: AsOf = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    model: Model = DEFAULT_MODEL,
    changes: Changes = None,
    without: Without = None,
    form: Output = Format.text,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Say where a figure comes from: law, votes, polls with weights, sources."""
    if form is Format.csv:
        raise UsageError("--format csv: an explanation is text or json.")
    wanted = parse_changes(changes or ())
    from formateur import api
    from formateur.language import open_language

    language = open_language(lang)
    with sign_of_life("leading the figure back"):
        made = api.forecast(
            election,
            as_of=as_of,
            without=without or (),
            changes=wanted,
            draws=draws,
            seed=seed,
            model=model,
        )
        document = api.report(made).document
    if figure:
        _explain(document, figure, language, form)
    else:
        _list(document, language, form)


def _explain(document: ForecastDocument, figure: str, language: Language, form: Format) -> None:
    from formateur.reporting.explain import explain as explanation_of
    from formateur.reporting.explain.text import explanation_text

    told = explanation_of(document, figure, language)
    if form is Format.json:
        write_data(told.to_json())
    else:
        show(explanation_text(told, language))


def _list(document: ForecastDocument, language: Language, form: Format) -> None:
    from formateur.reporting.explain import figure_names
    from formateur.reporting.explain.text import names_text

    names = figure_names(document)
    if form is Format.json:
        write_data(json.dumps(names, ensure_ascii=False, indent=1) + "\n")
    else:
        show(names_text(names, language))
