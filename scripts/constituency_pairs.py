"""Pairs of elections with results by constituency, and which lists followed which.

Both are built-in results, so nothing else is needed. Where a list stood is known before the vote
and so is taken from the second election.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from formateur.facts import OTHER, Election, ElectoralList, Source
from formateur.folder.builtin_results import BuiltinResult, builtin_result
from formateur.parliament.constituencies import ground_of
from formateur.parliament.swing_learning import Pair, parts_of

PAIRS: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]] = {
    ("no-1993", "no-1997"): {},
    ("no-1997", "no-2001"): {"kp": ("tkd",)},
    ("no-2001", "no-2005"): {},
    ("no-2005", "no-2009"): {},
    ("es-2011", "es-2015"): {"dil": ("ciu",), "bildu": ("amaiur",), "pp": ("pp", "fac")},
    ("es-2015", "es-2016"): {
        "up": ("podemos", "iu", "mes"),
        "compromis": ("compromis", "iu"),
        "cdc": ("dil",),
    },
    ("is-2013", "is-2016"): {},
    ("no-2009", "no-2017"): {},
    ("de-2017", "de-2021"): {},
    ("de-2021", "de-2025"): {},
    ("no-2017", "no-2025"): {},
}
"""Predecessors by list where they are not the list of the same id; in order of the second vote."""


@dataclass(frozen=True, slots=True)
class KnownPair:
    """A pair, and the second election as a forecaster would write it down."""

    pair: Pair
    election: Election
    result: BuiltinResult


def known_pairs() -> list[KnownPair]:
    """Read all pairs."""
    return [_pair(*ids, follows) for ids, follows in PAIRS.items()]


def _pair(before: str, after: str, follows: Mapping[str, tuple[str, ...]]) -> KnownPair:
    old, new = builtin_result(before), builtin_result(after)
    election = election_of(new)
    lists = tuple(replace(one, previous=follows.get(one.id, ())) for one in election.lists)
    # sizes of constituencies are fixed before the vote; those of single members move with the map
    places = old.constituencies if old.votes.candidates else new.constituencies
    election = replace(election, lists=lists, constituencies=places, previous_votes=old.votes)
    ground = ground_of(old.votes, election, (*new.names, OTHER))
    races = ground.races.base if ground.races else None
    pair = Pair(
        before=before,
        after=after,
        held=new.votes.date or new.date,
        ground=ground,
        lists=parts_of(ground.lists, new.votes.lists),
        candidates=parts_of(races, _renumbered(old, new)) if races else None,
    )
    return KnownPair(pair, election, new)


def election_of(result: BuiltinResult) -> Election:
    """Return the election that had a result, with its own lists and sizes."""
    return Election(
        id=result.id,
        country=result.country,
        chamber="",
        name=result.name,
        date=result.date,
        law="",
        source=result.votes.source,
        lists=tuple(
            ElectoralList(
                id=one,
                name=name,
                stands_in=tuple(w for w, votes in result.votes.lists.items() if votes.get(one)),
                exempt=one in result.exempt,
                source=Source("the result"),
            )
            for one, name in result.names.items()
        ),
        constituencies=result.constituencies,
        previous_votes=result.votes,
    )


def _renumbered(old: BuiltinResult, new: BuiltinResult) -> dict[str, dict[str, int]]:
    """Return the votes for candidates under the numbers that the races had before.

    German constituencies are ``001 Flensburg – Schleswig``: numbers move, most names stay.
    """
    by_name = {place.partition(" ")[2]: votes for place, votes in new.votes.candidates.items()}
    found = {place: by_name.get(place.partition(" ")[2]) for place in old.votes.candidates}
    return {place: dict(votes) for place, votes in found.items() if votes}
