"""The result of the election before, for those who forecast the next."""

from __future__ import annotations

from collections.abc import Sequence

from formateur.facts import PreviousVotes, Source
from formateur.folder.past.rows import AllianceRow, ElectionRow, ResultRow

NATIONAL = "national"
MILLION = 1_000_000
"""The tables hold shares, on the base of the polls; they are kept as votes in a million."""


def previous_votes(
    before: ElectionRow,
    results: Sequence[ResultRow],
    alliances: Sequence[AllianceRow],
    lists: frozenset[str],
) -> PreviousVotes | None:
    """Return the result of the election before as votes in a million, in one nationwide place.

    A joint list that no longer stands is replaced by those of its members that do, where the
    table tells what each had.

    Parameters
    ----------
    before
        The election before.
    results, alliances
        Its rows.
    lists
        Ids that stand or are polled in the election that is to be forecast.

    Returns
    -------
    PreviousVotes or None
        ``None`` when no share is known.
    """
    shares = {one.party: one.percent for one in results if one.percent is not None}
    for one in alliances:
        if one.list in lists or one.list not in shares or one.percent is None:
            continue
        if one.member in lists and one.member not in shares:
            shares[one.member] = one.percent
            shares[one.list] -= min(one.percent, shares[one.list])
    votes = {one: round(share / 100 * MILLION) for one, share in shares.items()}
    if not any(votes.values()):
        return None
    return PreviousVotes(
        date=before.date, lists={NATIONAL: votes}, source=Source(before.source or before.id)
    )
