"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What is written to the standard output."""

    text = "text"
    json = "json"
    csv = "csv"


ElectionArgument = Annotated[
    str,
    typer.Argument(
        metavar="ELECTION|DIR",
        help="A built-in election (see `formateur elections`) or an election folder.",
        show_default=False,
    ),
]

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Use only what was known on this day, like 2019-09-14. "
        "By default today, or the day before a vote that is past.",
        show_default=False,
    ),
]


def whole_number(text: str | int) -> int:
    """Read a whole number of the command line."""
    try:
        return int(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a whole number.") from None


Draws = Annotated[
    int,
    typer.Option("--draws", metavar="N", parser=whole_number, help="Simulated elections."),
]

Seed = Annotated[
    int,
    typer.Option("--seed", metavar="S", parser=whole_number, help="Same seed, same figures."),
]

Model = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Model of the votes: state-space, reference or koala.",
    ),
]

Changes = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="What if: change a value of the law, such as threshold.share=2%. Repeatable.",
        show_default=False,
    ),
]

Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without-statement",
        metavar="ID",
        help="As if this had not been said. Repeatable.",
        show_default=False,
    ),
]

Output = Annotated[Format, typer.Option("--format", help="Form of the output.")]

Folders = Annotated[
    list[Path] | None,
    typer.Option(
        "--folder",
        metavar="DIR",
        readable=False,
        help="Also offer this election folder. Repeatable.",
        show_default=False,
    ),
]

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        parser=whole_number,
        help="Processes; by default one for each processor.",
        show_default=False,
    ),
]

Lang = Annotated[
    str,
    typer.Option(
        "--lang", metavar="CODE", help="Language of what is said: en, es, de, fr, he or ar."
    ),
]

FolderArgument = Annotated[
    Path,
    typer.Argument(metavar="DIR", readable=False, help="An election folder.", show_default=False),
]
