"""``formateur new``: a folder to start from."""

from __future__ import annotations

import sys
from datetime import date, timedelta

from formateur.cli.options import FolderArgument

UNTIL_THE_VOTE = timedelta(days=7)


def new(folder: FolderArgument) -> None:
    """Write a commented election folder that can be forecast as it stands."""
    from formateur.folder import new_election

    today = date.today()  # noqa: DTZ011 - the writer's day
    new_election(folder, vote_day=today + UNTIL_THE_VOTE)
    sys.stdout.write(
        f"{folder} is ready. Next: formateur check {folder}; formateur forecast {folder}\n"
    )
