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

Polled = Annotated[
    bool,
    typer.Option("--from-polls", help="Forecast also from the polls of the eve of the vote."),
]


def government(*, data: Tables, out: RowsFile, from_polls: Polled = False) -> None:
    """Forecast past governments given the seats, and hold every forecast against what came."""
    from formateur.evaluation.government import (
        NO_POLLS,
        backtest_governments,
        draw_houses,
        leaderboard_table,
        rows_text,
        standings,
    )
    from formateur.folder import read_past_elections
    from formateur.folder.past_cabinets import read_past_cabinets
    from formateur.folder.pledges import pledges_of

    with sign_of_life("forecasting past formations again"):
        cabinets = read_past_cabinets(data)
        pledges = pledges_of(data, cabinets)
        polled = draw_houses(cabinets, read_past_elections(data)) if from_polls else NO_POLLS
        rows = backtest_governments(cabinets, pledges, lambda _: None, polled.drawn)
        write_file(out, rows_text(rows))
    show(leaderboard_table(standings(rows), rows, polled.left_out))
