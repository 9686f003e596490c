"""The lists whose joint forecast is scored: the same for every model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from formateur.facts import Election
from formateur.votes.cells import lineage, poll_cells
from formateur.votes.windows import choose_polls


def polled_of(lists: Sequence[str], election: Election, day: date) -> list[str]:
    """Return those of some lists that the latest polls print; all when there is no such poll.

    A model may have draws of lists that were polled long ago only. Vectors of different lists do
    not compare, so these are left out for every model; the latest polls are those of the reference.

    Parameters
    ----------
    lists
        Ids of lists with draws and a result.
    election
        As of `day`.
    """
    lines = lineage(election.lists, day)
    used = [use.poll for use in choose_polls(election.polls, day, lines.counted) if use.used]
    cells = (poll_cells(poll, lines, threshold=0.0, below_centre=0.5) for poll in used)
    printed = {one for row in cells for one in row}
    return [one for one in lists if one in printed] or list(lists)
