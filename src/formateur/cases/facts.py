"""The facts of an allocation case, as the law engine takes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from formateur.cases.case_json import Facts
from formateur.cases.votes_csv import Votes
from formateur.facts import OTHER
from formateur.law import NATIONAL, ElectionFacts
from formateur.law.election_facts import Alliance


def election_facts(found: Facts, votes: Votes) -> ElectionFacts:
    """Return the facts of an election from ``facts`` of ``case.json``."""
    magnitudes: Mapping[str, int] = found.magnitudes
    if found.magnitude_each is not None:
        ballots = votes.ballots
        magnitudes = dict.fromkeys(ballots.candidates or ballots.lists, found.magnitude_each)
    alliances = _by_place(found.alliances)
    combined = tuple(tuple(one) for one in found.list_combinations)
    thresholds = found.threshold_facts
    exempt = {name for one in thresholds for name in one.exempt}
    return ElectionFacts(
        magnitudes=magnitudes,
        list_seats=found.list_seats,
        levelling_seats=found.levelling_seats,
        levelling_in={**found.levelling_in, **found.province_levelling},
        region_of={**found.land_of, **found.region_of, **found.province_of},
        population=found.land_population,
        alliances=alliances.pop(NATIONAL, ()) + combined,
        alliances_in=alliances,
        sub_alliances_in=_by_place(found.sub_alliances),
        members={name: members for one in thresholds for name, members in one.members.items()},
        exempt=frozenset(exempt | set(found.minority_parties)),
        level_for={name: level for one in thresholds for name, level in one.level_for.items()},
        not_lists=_on_ballots((OTHER, *found.non_party_rows), votes),
        independents=_on_ballots(found.independents, votes),
        most_seats=found.caps,
        direct_seats={} if _won(votes) == found.direct_seats else found.direct_seats,
        valid_votes=found.valid_votes,
        votes_for_lists=found.valid_votes_national,
    )


def _won(votes: Votes) -> Counter[str]:
    """Return how many constituencies each party has won by the votes that are given.

    Where they are the seats that the facts name, the votes tell where each was won as well.
    """
    races = votes.ballots.candidates.values()
    first = (max(own, key=own.__getitem__) for own in races if any(own.values()))
    return Counter(votes.labels.get(name, name) for name in first)


def _by_place(found: Mapping[str, Iterable[Iterable[str]]]) -> dict[str, tuple[Alliance, ...]]:
    return {where: tuple(tuple(one) for one in here) for where, here in found.items()}


def _on_ballots(labels: Iterable[str], votes: Votes) -> frozenset[str]:
    """Return labels, and the names under which the ballots tell candidates with them apart."""
    kept = set(labels)
    return frozenset(kept | {name for name, label in votes.labels.items() if label in kept})
