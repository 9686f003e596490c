"""Who was elected on the candidate ballot, counted where the lists of the parties stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from formateur.errors import LawError
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count
from formateur.law.count_draws import Array, CountDraws
from formateur.law.election_facts import ElectionFacts
from formateur.law.ties import Contender


def region_of(place: str, regions: Collection[str], facts: ElectionFacts) -> str:
    """Return the region or Land of a constituency: where its voters vote for a list.

    Raises
    ------
    LawError
        When there are several and the facts do not say which.
    """
    region = NATIONAL if NATIONAL in regions else facts.region_of.get(place)
    if region is None or region not in regions:
        raise LawError(
            "plurality",
            "",
            f"the constituency {place!r} lies in no region or Land with votes for lists",
            "Give the votes of the candidate ballot by constituency, and the region of each "
            "(facts.region_of or facts.land_of of a case)",
        )
    return region


def region_rows(places: Sequence[str], count: CountDraws) -> Array:
    """Return the row of `CountDraws.constituencies` in which each place lies."""
    row_of = {where: row for row, where in enumerate(count.constituencies)}
    if NATIONAL in row_of:
        return np.zeros(len(places), dtype=np.int64)
    rows = [row_of.get(count.facts.region_of.get(place, ""), -1) for place in places]
    if -1 in rows:
        region_of(places[rows.index(-1)], row_of, count.facts)
    return np.array(rows, dtype=np.int64)


def wins_by_region(count: Count) -> dict[str, dict[Contender, int]]:
    """Return the constituency seats by region and party."""
    total: dict[str, dict[Contender, int]] = {where: {} for where in count.contenders}
    for (place, tier), seats in count.seats.items():
        if tier == "constituency":
            here = total[region_of(place, total, count.facts)]
            for who, won in seats.items():
                here[who] = here.get(who, 0) + won
    return total


def wins_by_region_draws(count: CountDraws) -> Array:
    """Return the constituency seats of every draw, int64, shape (draws, regions, parties)."""
    total = np.zeros_like(count.contenders)
    if (tier := count.seats.get("constituency")) is not None:
        rows = region_rows(tier.places, count)
        order = np.argsort(rows, kind="stable")
        regions, first = np.unique(rows[order], return_index=True)
        total[:, regions] = np.add.reduceat(tier.won[:, order], first, axis=1)
    return total


def won_outside_lists(count: Count) -> dict[str, int]:
    """Return by region the seats of winners whose party has no list there that is still in."""
    return {
        where: sum(number for who, number in won.items() if not count.contenders[where].get(who))
        for where, won in wins_by_region(count).items()
    }


def won_outside_lists_draws(count: CountDraws) -> Array:
    """Return the same for every draw, int64, shape (draws, regions)."""
    total: Array = np.where(count.contenders > 0, 0, wins_by_region_draws(count)).sum(axis=2)
    return total
