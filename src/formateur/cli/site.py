"""``formateur site``: all pages as files, for any host."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formateur.cli.options import Folders, Jobs, Seed, whole_number
from formateur.cli.progress import progress_bar
from formateur.errors import UsageError
from formateur.settings import DEFAULT_LANGUAGE, DEFAULT_SEED

if TYPE_CHECKING:
    from formateur.web.shelf import Offer, Shelf

SiteFolder = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        readable=False,
        help="The folder of the site: a new one, or one that this command wrote.",
        show_default=False,
    ),
]

Elections = Annotated[
    str | None,
    typer.Option("--elections", metavar="ID,…", help="Only these.", show_default=False),
]

Every = Annotated[
    str,
    typer.Option(
        "--as-of-every", metavar="WEEK|DAYS", help="Days from one prepared day to the next."
    ),
]

Languages = Annotated[
    list[str] | None,
    typer.Option("--lang", metavar="L", help="Language. Repeatable.", show_default="en"),
]

SiteDraws = Annotated[
    int,
    typer.Option("--draws", metavar="N", parser=whole_number, help="Simulated elections a page."),
]

STEPS = {"DAY": 1, "WEEK": 7}


def site(
    folder: SiteFolder,
    *,
    elections: Elections = None,
    folders: Folders = None,
    every: Every = "WEEK",
    languages: Languages = None,
    draws: SiteDraws = 4_000,
    seed: Seed = DEFAULT_SEED,
    jobs: Jobs = None,
) -> None:
    """Write a site of files: every election, every prepared day, its data beside it."""
    from datetime import date

    from formateur.cli.compiling import compiling_is_said
    from formateur.processes import local_processes
    from formateur.web.shelf import Shelf
    from formateur.web.site import Plan, build_site

    plan = Plan(
        offers=_wanted(Shelf(folders or ()), elections),
        today=date.today(),  # noqa: DTZ011 - the operator's day
        every=_step(every),
        languages=tuple(languages or (DEFAULT_LANGUAGE,)),
        draws=draws,
        seed=seed,
    )
    processes = (os.cpu_count() or 1) if jobs is None else jobs
    with (
        compiling_is_said(),
        progress_bar("forecasts") as progress,
        local_processes(processes) as executor,
    ):
        built = build_site(folder, plan, executor, progress)
    sys.stdout.write(
        f"Site written to {folder}: {built.made + built.kept} forecasts, {built.kept} of them "
        "as they were.\n"
    )


def _step(words: str) -> int:
    """Read how many days lie between prepared days."""
    if words.upper() in STEPS:
        return STEPS[words.upper()]
    try:
        return whole_number(words)
    except typer.BadParameter:
        raise UsageError(
            f"--as-of-every {words!r}: write WEEK, DAY or a number of days, such as 14."
        ) from None


def _wanted(shelf: Shelf, names: str | None) -> tuple[Offer, ...]:
    """Return the elections that are asked for, or all."""
    if names is None:
        return tuple(shelf)
    wanted = [one.strip() for one in names.split(",") if one.strip()]
    known = {one.facts.id: one for one in shelf}
    for one in wanted:
        if one not in known:
            raise UsageError(f"--elections {one!r}: choose from {', '.join(known)}.")
    return tuple(one for one in shelf if one.facts.id in wanted)
