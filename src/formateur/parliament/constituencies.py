"""From national shares to the votes of constituencies, a part of the draws at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER, Draws, Election, PreviousVotes, VotesByPlace
from formateur.law import BallotDraws
from formateur.parliament.predecessors import Base, Races, base_of, predecessors
from formateur.parliament.swing import Shares, Swing, candidate_votes, list_votes

NOMINAL_BALLOTS = 1_000_000_000
"""Valid votes that shares are turned into before the law counts them in whole numbers."""

CELLS = 1 << 18
"""Votes that are simulated at a time: few enough to stay near the processor."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What the swing starts from: the previous result, read for the lists of today.

    Attributes
    ----------
    lists
        The list ballot, or the only one.
    races
        The candidate ballot, where there is one.
    """

    lists: Base
    races: Races | None


def ground_of(previous: PreviousVotes, election: Election, lists: tuple[str, ...]) -> Ground:
    """Read the previous result of an election for some of its lists and `OTHER`."""
    known = previous.list_ids
    records = {one.id: one for one in election.lists}
    follows = {one: predecessors(records[one], known) for one in lists if one in records}
    stands_in = {
        one: _with_regions(records[one].stands_in, election)
        for one in lists
        if one in records and records[one].stands_in
    }

    def base(votes: VotesByPlace) -> Base:
        return base_of(votes, lists, follows, stands_in)

    of_lists = base(previous.lists)
    if not previous.candidates:
        return Ground(lists=of_lists, races=None)
    region_of = {one.name: one.region for one in election.constituencies}
    row = {place: k for k, place in enumerate(of_lists.places)}
    regions = [row.get(region_of.get(race, ""), 0) for race in previous.candidates]
    races = Races(base=base(previous.candidates), lists=of_lists, regions=np.array(regions))
    return Ground(lists=of_lists, races=races)


def _with_regions(places: tuple[str, ...], election: Election) -> frozenset[str]:
    """Return places, with the constituencies of the regions among them and their regions."""
    inside = {one.name for one in election.constituencies if one.region in places}
    around = {one.region for one in election.constituencies if one.name in places} - {""}
    return frozenset(places) | inside | around


def simulate_votes(
    votes: Draws, ground: Ground, swing: Swing, rng: np.random.Generator
) -> Iterator[tuple[slice, BallotDraws]]:
    """Yield the votes of all places for some draws after the other, until all are done.

    Parameters
    ----------
    votes
        Shares of the valid votes, in the order of the lists of `ground`.

    Yields
    ------
    rows, ballots
        Which draws, and their votes: whole votes of a nominal electorate, of which every list
        has its share of the country up to rounding.
    """
    races = ground.races.base if ground.races is not None else None
    lists = len(votes.lists)
    cells = (len(ground.lists.places) + (len(races.places) if races else 0)) * lists
    step = max(CELLS // cells, 1)
    for begin in range(0, len(votes), step):
        rows = slice(begin, min(begin + step, len(votes)))
        national = np.ascontiguousarray(votes.values[rows], dtype=np.float64)
        noise = rng.standard_normal((len(national), len(ground.lists.places), lists))
        of_lists = list_votes(ground.lists, national, swing, noise)
        candidates = None
        if ground.races is not None and races is not None:
            noise = rng.standard_normal((len(national), len(races.places), lists))
            candidates = _whole(candidate_votes(ground.races, of_lists, swing, noise))
            candidates[..., [name == OTHER for name in votes.lists]] = 0  # nobody's party
        yield (
            rows,
            BallotDraws(
                parties=votes.lists,
                constituencies=ground.lists.places,
                lists=_whole(of_lists),
                races=races.places if races else (),
                candidates=candidates,
            ),
        )


def _whole(parts: Shares) -> NDArray[np.int64]:
    """Turn parts of the valid votes into whole votes of a nominal electorate."""
    return np.rint(parts * NOMINAL_BALLOTS).astype(np.int64)
