"""``formateur backtest``: past elections forecast again, with what was known on the day."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.backtest_events import events
from formateur.cli.backtest_government import government
from formateur.cli.options import Jobs, Seed, whole_number
from formateur.cli.progress import progress_bar
from formateur.errors import UsageError
from formateur.settings import DEFAULT_SEED

backtest = typer.Typer(help="Forecast past elections again, with what was known on the day.")


@backtest.callback()
def _backtest() -> None:
    """Forecast past elections again, with what was known on the day."""


DataFolder = Annotated[
    Path,
    typer.Option(
        "--data",
        metavar="DIR",
        readable=False,
        help="Tables of past elections.",
        show_default=False,
    ),
]

Elections = Annotated[
    list[str] | None,
    typer.Option("--election", metavar="ID", help="Only this one. Repeatable.", show_default=False),
]

Days = Annotated[str, typer.Option("--days", metavar="N,N,…", help="Days before the vote.")]

Models = Annotated[
    str, typer.Option("--models", metavar="NAME,NAME,…", help="Estimators of the votes.")
]

Out = Annotated[
    Path,
    typer.Option("--out", metavar="FILE.csv", help="Table to write.", show_default=False),
]

BacktestDraws = Annotated[
    int,
    typer.Option("--draws", metavar="N", parser=whole_number, help="Draws of each forecast."),
]

Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Run on the Dask cluster of this scheduler instead, like tcp://10.0.0.1:8786.",
        show_default=False,
    ),
]


@backtest.command()
def votes(  # noqa: PLR0913 - one parameter for each option
    *,
    data: DataFolder,
    out: Out,
    elections: Elections = None,
    days: Days = "1,7,30,100",
    models: Models = "state-space,reference,koala",
    draws: BacktestDraws = 4_000,
    seed: Seed = DEFAULT_SEED,
    jobs: Jobs = None,
    cluster: Cluster = None,
) -> None:
    """Forecast the votes of past elections, and hold every forecast against the result."""
    if jobs is not None and cluster is not None:
        raise UsageError("--jobs and --cluster exclude each other. Give one of them.")
    from formateur.evaluation.backtest import Design, backtest_votes, journal_of
    from formateur.evaluation.backtest.cluster import dask_cluster
    from formateur.processes import local_processes

    design = Design(
        days=tuple(_day(part) for part in _parts(days)),
        models=_parts(models),
        elections=tuple(elections or ()),
        draws=draws,
        seed=seed,
    )
    processes = (os.cpu_count() or 1) if jobs is None else jobs
    where = local_processes(processes) if cluster is None else dask_cluster(cluster)
    try:
        with progress_bar("forecasts") as progress, where as executor:
            done = backtest_votes(data, design, out, executor, progress)
    except KeyboardInterrupt:
        sys.stderr.write(
            f"What is done is kept in {journal_of(out)}; the same command goes on from there.\n"
        )
        raise
    made = sum(bool(one.lists) for one in done.outcomes)
    sys.stderr.write(f"{out}: {made} forecasts of {len(done.outcomes)} asked for.\n")


backtest.command()(government)
backtest.command()(events)


def _day(text: str) -> int:
    try:
        return whole_number(text)
    except typer.BadParameter as error:
        raise UsageError(f"--days: {error.message}") from None


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in text.split(",")) if part)
