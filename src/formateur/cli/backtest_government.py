"""``formateur backtest government``: past formations forecast again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.terminal import show, sign_of_life
from formateur.files import write_file

Tables = Annotated[
    Path,
    typer.Option(
        "--data",
        metavar="DIR",
        readable=False,
        help="Tables of past cabinets.",
        show_default=False,
    ),
]

RowsFile = Annotated[
    Path,
    typer.Option("--out", metavar="FILE.csv", help="Table to write.", show_default=False),
]


def government(*, data: Tables, out: RowsFile) -> None:
    """Forecast past governments given the seats, and hold every forecast against what came."""
    from formateur.evaluation.government import (
        backtest_governments,
        leaderboard_table,
        rows_text,
        standings,
    )
    from formateur.folder.past_cabinets import read_past_cabinets
    from formateur.folder.pledges import pledges_of

    with sign_of_life("forecasting past formations again"):
        cabinets = read_past_cabinets(data)
        rows = backtest_governments(cabinets, pledges_of(data, cabinets), lambda _: None)
        write_file(out, rows_text(rows))
    show(leaderboard_table(standings(rows), rows))
