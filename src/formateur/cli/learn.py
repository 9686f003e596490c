"""``formateur learn``: the numbers of the poll model, from past elections."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.terminal import show, sign_of_life

DataFolders = Annotated[
    list[Path],
    typer.Option(
        "--data",
        metavar="DIR",
        readable=False,
        help="Tables of past elections. Repeatable.",
        show_default=False,
    ),
]


def learn(
    *,
    data: DataFolders,
    until: Annotated[
        str,
        typer.Option(
            "--until",
            metavar="DAY",
            help="Only elections held before this day are used, like 2019-01-01.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="File to write.", show_default=False),
    ],
) -> None:
    """Learn how opinion moves and how wrong polls are from past elections."""
    from formateur import api
    from formateur.evaluation.learning import learn_until, learned_text, read_past
    from formateur.files import check_writable, write_file

    day = api.parse_day(until)
    check_writable(out)
    with sign_of_life("learning from past elections"):
        learned = learn_until(read_past(data), day)
    write_file(out, learned_text(learned))
    show(f"Learned from {learned.elections} elections before {day}, written to {out}")
