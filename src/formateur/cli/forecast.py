"""``formateur forecast``: the whole way from polls to motions."""

from __future__ import annotations

from pathlib import Path
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
    from formateur.forecasting import Forecast
    from formateur.language import Language
    from formateur.reports import Report

DrawsOut = Annotated[
    Path | None,
    typer.Option(
        "--draws-out",
        metavar="FILE.csv|FILE.npz",
        help="Also write every draw of votes and seats to this file.",
        show_default=False,
    ),
]


def forecast(  # noqa: PLR0913 - one parameter for each option
    election: ElectionArgument,
    *,
    as_of: AsOf = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    model: Model = DEFAULT_MODEL,
    changes: Changes = None,
    without: Without = None,
    form: Output = Format.text,
    lang: Lang = DEFAULT_LANGUAGE,
    draws_out: DrawsOut = None,
) -> None:
    """Forecast votes, seats, coalitions and motions as of a day."""
    if draws_out is not None and draws_out.suffix not in (".csv", ".npz"):
        raise UsageError(f"--draws-out {draws_out}: the name must end in .csv or .npz.")
    wanted = parse_changes(changes or ())
    from formateur import api
    from formateur.language import open_language

    language = open_language(lang)

    with sign_of_life("counting simulated elections"):
        made = api.forecast(
            election,
            as_of=as_of,
            without=without or (),
            changes=wanted,
            draws=draws,
            seed=seed,
            model=model,
        )
        report = api.report(made)
    if draws_out is not None:
        _write_draws(made, draws_out)
    _write(report, form, language)


def _write(report: Report, form: Format, language: Language) -> None:
    if form is Format.json:
        write_data(report.to_json())
    elif form is Format.csv:
        write_data(report.to_csv())
    else:
        from formateur.reporting.text import render_text

        show(render_text(report.view(language)))


def _write_draws(made: Forecast, path: Path) -> None:
    from formateur.files import write_file
    from formateur.reporting.draws_file import draws_as_csv, draws_as_npz

    write_file(path, draws_as_csv(made) if path.suffix == ".csv" else draws_as_npz(made))
