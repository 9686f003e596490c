"""``formateur coalitions``: what coalitions could and would do, and what-ifs."""

from __future__ import annotations

from typing import Annotated

import typer

from formateur.cli.options import AsOf, Draws, ElectionArgument, Lang, Seed, Without
from formateur.cli.terminal import show, sign_of_life
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_SEED

Include = Annotated[
    list[str] | None,
    typer.Option("--include", metavar="LIST", help="Must be in. Repeatable.", show_default=False),
]

Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude", metavar="LIST", help="Must not be in. Repeatable.", show_default=False
    ),
]

Minority = Annotated[
    bool, typer.Option("--minority", help="Also coalitions that seldom have a majority.")
]

MinSeats = Annotated[
    int,
    typer.Option("--min-seats", metavar="N", min=0, help="Seats in the middle case, at least."),
]


def coalitions(  # noqa: PLR0913 - one parameter for each option
    election: ElectionArgument,
    *,
    as_of: AsOf = None,
    include: Include = None,
    exclude: Exclude = None,
    without: Without = None,
    minority: Minority = False,
    min_seats: MinSeats = 0,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Show coalitions: could, would, and what would have to change."""
    from formateur import api
    from formateur.language import open_language
    from formateur.reporting.coalitions import Asked
    from formateur.reporting.coalitions_text import coalitions_text

    language = open_language(lang)
    asked = Asked(
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        without=tuple(without or ()),
        minority=minority,
        min_seats=min_seats,
    )
    with sign_of_life("working out the coalitions"):
        view = api.coalitions(election, as_of=as_of, asked=asked, draws=draws, seed=seed)
    show(coalitions_text(view, language))
