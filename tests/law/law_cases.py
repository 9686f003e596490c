"""Rules made for a test, votes to try them on, and the recorded elections."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from formateur.law import (
    NATIONAL,
    Allocation,
    BallotDraws,
    Ballots,
    ElectionFacts,
    LastSeat,
    Rules,
    Statute,
    allocate,
    allocate_draws,
    load_law,
)
from formateur.law.ballots import VotesByConstituency
from formateur.law.count_draws import Array
from formateur.law.steps import STEPS
from formateur.law.steps.threshold import Threshold
from formateur.law.ties import TieRule

HIGHEST_AVERAGES = tuple(name for name in STEPS if name.startswith("highest-averages"))
ALLOCATIONS = tuple(name for name in STEPS if STEPS[name].stage == "allocate")
D_HONDT = "highest-averages:d-hondt"
HARE = "largest-remainder:hare"
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.toml"))
DAY = date(2000, 1, 1)

Votes = dict[str, int]


def rules(
    allocation: str = D_HONDT,
    *,
    seats: int = 120,
    threshold: str = "0",
    ties: TieRule = "lot",
    agreements: bool = False,
) -> Rules:
    names = [allocation]
    if agreements:
        names = ["join-surplus-agreements", *names, "split-surplus-agreements:d-hondt"]
    first = (Threshold(share=Fraction(threshold)),) if threshold != "0" else ()
    return Rules(
        law="made-up",
        name="Made up",
        country="xx",
        chamber="House",
        day=DAY,
        seats=seats,
        steps=(*first, *(STEPS[name] for name in names)),
        ties=ties,
        sources=(Statute("seats", "none", DAY),),
        limits="",
    )


def votes_of(numbers: st.SearchStrategy[int], most_lists: int = 8) -> st.SearchStrategy[Votes]:
    """Votes of lists a, b, c ..., at least one of them above 0."""
    lists = st.lists(numbers, min_size=1, max_size=most_lists).filter(any)
    return lists.map(lambda found: dict(zip("abcdefghijklm", found, strict=False)))


REAL = votes_of(st.integers(0, 5_000_000))
SMALL = votes_of(st.integers(0, 12))
ANY = st.one_of(REAL, SMALL)
HOUSES = st.integers(1, 150)


def drawn_by_lot(allocation: Allocation) -> bool:
    return any(tie.resolved_by == "lot" for tie in allocation.ties)


Seats = Counter[tuple[str, str, str]]
"""Seats by constituency, tier and party."""


@dataclass(frozen=True)
class Golden:
    """One recorded election."""

    rules: Rules
    level: str
    ballots: Ballots
    facts: ElectionFacts
    seats: Seats
    agreements_matter: bool

    def with_more(self, party: str, votes: int) -> Ballots:
        """The ballots of a nationwide count with more votes for one party."""
        own = self.ballots.lists[NATIONAL]
        return Ballots.nationwide({**own, party: own[party] + votes})


def golden(path: Path) -> Golden:
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    parties = found["parties"]
    lists, candidates = (
        {where: dict(zip(parties, row, strict=True)) for where, row in found.get(key, {}).items()}
        for key in ("lists", "candidates")
    )
    facts = found.get("facts", {})
    for key in ("exempt", "not_lists", "independents"):
        facts[key] = frozenset(facts.get(key, ("other",) if key == "not_lists" else ()))
    facts["alliances"] = tuple(map(tuple, facts.get("alliances", ())))
    facts["level_for"] = {k: Fraction(v) for k, v in facts.get("level_for", {}).items()}
    return Golden(
        rules=load_law(found["law"]).on(found["date"]),
        level=found["level"],
        ballots=Ballots(lists=lists, candidates=candidates),
        facts=ElectionFacts(**facts),
        seats=Counter({(where, tier, party): n for where, tier, party, n in found["seats"]}),
        agreements_matter=found.get("agreements_matter", False),
    )


def arrays(ballots: Ballots) -> BallotDraws:
    """The ballots as one draw."""
    parties = ballots.parties

    def table(votes: VotesByConstituency) -> Array:
        rows = [[own.get(party, 0) for party in parties] for own in votes.values()]
        return np.array([rows], dtype=np.int64)

    return BallotDraws(
        parties=parties,
        constituencies=tuple(ballots.lists),
        lists=table(ballots.lists),
        races=tuple(ballots.candidates),
        candidates=table(ballots.candidates) if ballots.candidates else None,
    )


Pairs = Sequence[tuple[str, ...]]


def facts_of(agreements: Pairs = (), valid_votes: int | None = None) -> ElectionFacts:
    return ElectionFacts(alliances=tuple(map(tuple, agreements)), valid_votes=valid_votes)


def national(
    made: Rules,
    votes: Mapping[str, int],
    agreements: Pairs = (),
    valid_votes: int | None = None,
    seed: int = 0,
) -> Allocation:
    """One count in one nationwide constituency."""
    return allocate(made, Ballots.nationwide(votes), facts_of(agreements, valid_votes), seed)


def national_draws(
    made: Rules, votes: Array, lists: tuple[str, ...], agreements: Pairs = ()
) -> Array:
    """The same for many draws."""
    return allocate_draws(made, BallotDraws.nationwide(votes, lists), facts_of(agreements))


def last_seat_of(allocation: Allocation) -> LastSeat | None:
    return next(iter(allocation.last_seats.values()), None)
