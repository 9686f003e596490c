"""``formateur leaderboard``: how good the models of a backtest were."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.options import whole_number
from formateur.cli.terminal import show


class BoardFormat(StrEnum):
    """What is written to the standard output."""

    text = "text"
    csv = "csv"


BacktestFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE.csv",
        readable=False,
        help="A table of `formateur backtest votes`, or one of that form.",
        show_default=False,
    ),
]

BoardOutput = Annotated[BoardFormat, typer.Option("--format", help="Form of the output.")]

Page = Annotated[
    Path | None,
    typer.Option(
        "--html", metavar="FILE", help="Also write one page with plots.", show_default=False
    ),
]

Since = Annotated[
    int | None,
    typer.Option(
        "--since",
        metavar="YEAR",
        parser=whole_number,
        help="Only elections of this year and later.",
        show_default=False,
    ),
]

Until = Annotated[
    int | None,
    typer.Option(
        "--until",
        metavar="YEAR",
        parser=whole_number,
        help="Only elections of this year and earlier.",
        show_default=False,
    ),
]


def leaderboard(
    file: BacktestFile,
    *,
    form: BoardOutput = BoardFormat.text,
    html: Page = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Score the models of a backtest by horizon, size of the list and country."""
    from formateur.evaluation.leaderboard import (
        leaderboard_csv,
        leaderboard_html,
        leaderboard_text,
        make_leaderboard,
        read_backtest,
    )
    from formateur.files import write_file

    board = make_leaderboard(read_backtest(file), since=since, until=until)
    if html is not None:
        write_file(html, leaderboard_html(board))
    if form is BoardFormat.csv:
        sys.stdout.write(leaderboard_csv(board))
    else:
        show(leaderboard_text(board))
