"""Start a new election folder from the commented one that comes with Formateur."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from string import Template

from formateur.errors import UsageError
from formateur.folder.fresh_folder import fresh_folder

FIRST_VOTE_DAY = date(1901, 1, 1)
"""The invented law begins a year earlier, and the polls stand before the vote."""

EARLIEST_DAY = 60
"""Days before the vote of the earliest fact; ``${d60}`` stands for that day in the templates."""


def new_election(path: Path, vote_day: date) -> None:
    """Write a commented folder of an invented election that can be forecast as it stands.

    Parameters
    ----------
    path
        A folder that does not exist yet, or is empty.
    vote_day
        Day of the vote; the polls are from the four weeks before it.

    Raises
    ------
    UsageError
        When something is in the way, or the folder cannot be written, or `vote_day` is before
        1901.
    """
    if vote_day < FIRST_VOTE_DAY:
        raise UsageError(f"{vote_day} is too early. Choose a vote from {FIRST_VOTE_DAY} on.")
    days = {f"d{before}": str(vote_day - timedelta(before)) for before in range(EARLIEST_DAY + 1)}
    with fresh_folder(path) as draft:
        for template in (files("formateur.folder") / "starter").iterdir():
            text = Template(template.read_text(encoding="utf-8")).substitute(
                days, year=vote_day.year
            )
            (draft / template.name).write_text(text, encoding="utf-8", newline="\n")
