"""The commands, by name."""

from __future__ import annotations

from typing import Annotated

import typer

from formateur.cli.allocate import allocate
from formateur.cli.backtest import backtest
from formateur.cli.calendar import calendar
from formateur.cli.chart import chart
from formateur.cli.check import check
from formateur.cli.coalitions import coalitions
from formateur.cli.compare import compare
from formateur.cli.elections import elections
from formateur.cli.events import events
from formateur.cli.explain import explain
from formateur.cli.forecast import forecast
from formateur.cli.leaderboard import leaderboard
from formateur.cli.learn import learn
from formateur.cli.motion import motion
from formateur.cli.new import new
from formateur.cli.polls import polls
from formateur.cli.report import report
from formateur.cli.score import score
from formateur.cli.serve import serve
from formateur.cli.site import site
from formateur.cli.story import story
from formateur.version import __version__

app = typer.Typer(
    help="Formateur turns opinion polls into governments.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"formateur {__version__}")
        raise typer.Exit


@app.callback()
def formateur(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Turn opinion polls into governments: votes, seats, coalitions, motions, with sources."""


app.command()(forecast)
app.command()(report)
app.command()(serve)
app.command()(site)
app.command()(chart)
app.command()(coalitions)
app.command()(motion)
app.command()(calendar)
app.command()(events)
app.command()(explain)
app.command()(elections)
app.command()(polls)
app.command()(score)
app.command()(compare)
app.command()(story)
app.add_typer(backtest, name="backtest")
app.command()(leaderboard)
app.command()(allocate)
app.command()(learn)
app.command()(new)
app.command()(check)
