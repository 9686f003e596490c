"""``formateur backtest events``: pretended events in past campaigns."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.options import Seed
from formateur.cli.terminal import show, sign_of_life
from formateur.files import check_writable, write_file
from formateur.settings import DEFAULT_SEED

Tables = Annotated[
    list[Path],
    typer.Option(
        "--data",
        metavar="DIR",
        readable=False,
        help="Tables of past elections. Repeatable.",
        show_default=False,
    ),
]

TrialsFile = Annotated[
    Path,
    typer.Option("--out", metavar="FILE.csv", help="Table to write.", show_default=False),
]


def events(*, data: Tables, out: TrialsFile, seed: Seed = DEFAULT_SEED) -> None:
    """Pretend events in past campaigns, some with a planted effect, and see what is found."""
    import numpy as np

    from formateur.evaluation.events import past_campaigns, trials, trials_table, trials_text

    check_writable(out)
    with sign_of_life("pretending events in past campaigns"):
        rows = list(trials(past_campaigns(data), np.random.default_rng(seed)))
        write_file(out, trials_text(rows))
    show(trials_table(rows))
