"""Allocations per second beside other libraries, and of whole laws, on one core; prints Markdown.

Run by ``make bench``. Other libraries count one election at a time: they are given the first of
the same votes, as many as they manage in a second, and their seats are compared with ours.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import partial

import numpy as np
from election_draws import ElectionDraws, election_draws
from measuring import heading, median_seconds, row, sample
from peer_libraries import D_HONDT, HARE, SAINTE_LAGUE, Peer, with_threshold

from formateur import load_law
from formateur.law import BallotDraws, Rules, allocate_draws
from formateur.law.steps import STEPS

DRAWS = (1, 100, 10_000, 1_000_000)
LAW_DRAWS = 10_000
BALLOTS = 4_000_000
SPREAD = 0.1
SHARES = (0.26, 0.25, 0.11, 0.08, 0.07, 0.07, 0.06, 0.04, 0.03, 0.03)
SPAIN = "es-2016"
LAWS = {
    "Israel, threshold and surplus agreements": "il-2019-09",
    "Sweden, 29 constituencies": "se-2022-constituencies",
    "Germany, law of 2023, 299 constituencies": "de-2025",
    "Norway, 19 constituencies": "no-2025",
    "Spain, 52 constituencies": SPAIN,
}


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula and one house, and who else has the formula."""

    name: str
    step: str
    seats: int
    lists: int
    peers: Mapping[str, Peer]


FORMULAS = (
    Formula("D'Hondt", "highest-averages:d-hondt", 120, 10, D_HONDT),
    Formula("Sainte-Laguë", "highest-averages:sainte-lague", 598, 7, SAINTE_LAGUE),
    Formula("Hare", "largest-remainder:hare", 150, 8, HARE),
)


def simulated(lists: int, draws: int) -> BallotDraws:
    """Return votes drawn around Knesset-like shares, the same in every run."""
    noise = np.random.default_rng(1).normal(0, SPREAD, (draws, lists))
    raw = np.array([SHARES[one % len(SHARES)] for one in range(lists)]) * np.exp(noise)
    votes = np.rint(BALLOTS * raw / raw.sum(axis=1, keepdims=True)).astype(np.int64)
    return BallotDraws.nationwide(votes, tuple(f"list_{one}" for one in range(lists)))


def alone(step: str, seats: int) -> Rules:
    """Return a law of one step in one constituency."""
    law = load_law("il-knesset").on(date(2019, 9, 17))
    return replace(law, seats=seats, steps=(STEPS[step],))


def formula_table(formula: Formula) -> None:
    """Print the speed of every library, ours first."""
    name = f"{formula.name}, {formula.seats} seats, {formula.lists} lists: allocations a second"
    heading(name, *(f"of {draws:,}" for draws in DRAWS), "most that were counted")
    rules, ballots = alone(formula.step, formula.seats), simulated(formula.lists, DRAWS[-1])
    speeds = [
        draws / median_seconds(partial(allocate_draws, rules, ballots.part(slice(draws))))
        for draws in DRAWS
    ]
    row("formateur", *(f"{one:,.0f}" for one in speeds), f"{DRAWS[-1]:,}")
    ours, votes = allocate_draws(rules, ballots), ballots.lists[:, 0].tolist()
    for library, peer in formula.peers.items():

        def count(draw: int, peer: Peer = peer) -> Sequence[int]:
            return peer(votes[draw], formula.seats)

        count(0)
        samples = [sample(count, ours[:draws]) for draws in DRAWS]
        row(library, *(f"{one.speed:,.0f}" for one in samples), samples[-1].told)


def law_table() -> None:
    """Print the speed of whole laws, and in Spain that of the peers."""
    heading(f"whole laws, {LAW_DRAWS:,} draws", "time", "elections a second", "counted")
    for name, election in LAWS.items():
        made = election_draws(election, LAW_DRAWS)
        taken = median_seconds(partial(allocate_draws, made.rules, made.ballots, made.facts))
        row(f"{name}: formateur", f"{taken:.3f} s", f"{LAW_DRAWS / taken:,.0f}", f"{LAW_DRAWS:,}")
        if election == SPAIN:
            spanish_rows(f"{name}:", made)


def spanish_rows(name: str, made: ElectionDraws) -> None:
    """Print the speed of the peers, called for every constituency after its threshold."""
    ours = allocate_draws(made.rules, made.ballots, made.facts)
    parties = [party in made.facts.not_lists for party in made.ballots.parties]
    sizes = [made.facts.magnitudes[where] for where in made.ballots.constituencies]
    votes = made.ballots.lists.tolist()
    for library, peer in D_HONDT.items():

        def country(draw: int, peer: Peer = peer) -> Sequence[int]:
            total = np.zeros(len(parties), np.int64)
            for own, size in zip(votes[draw], sizes, strict=True):
                total += with_threshold(peer, own, size, share=Fraction(3, 100), blank=parties)
            return total.tolist()

        found = sample(country, ours)
        row(
            f"{name} {library}",
            f"{LAW_DRAWS / found.speed:,.0f} s",
            f"{found.speed:,.0f}",
            found.told,
        )


def growth_table() -> None:
    """Print how the time of an allocation grows with seats, lists, and draws."""
    heading("D'Hondt", "seats", "lists", "draws", "time of an allocation")
    by_seats = [(seats, 10, 100_000) for seats in (10, 100, 1_000, 10_000)]
    by_lists = [(120, lists, 100_000) for lists in (5, 10, 20, 40)]
    by_draws = [(120, 10, draws) for draws in DRAWS]
    for what, cases in (("seats", by_seats), ("lists", by_lists), ("draws", by_draws)):
        for seats, lists, draws in cases:
            rules, ballots = alone("highest-averages:d-hondt", seats), simulated(lists, draws)
            taken = median_seconds(partial(allocate_draws, rules, ballots)) / draws
            numbers = (f"{one:,}" for one in (seats, lists, draws))
            row(f"more {what}", *numbers, f"{1e9 * taken:,.0f} ns")


def main() -> None:
    """Measure and print the tables, on one core where the system lets a process choose it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for formula in FORMULAS:
        formula_table(formula)
    law_table()
    growth_table()


if __name__ == "__main__":
    main()
