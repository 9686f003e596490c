"""Judge the swing model on history: seats per list, given the true shares of the country.

    python scripts/judge_constituencies.py [--as-shipped]

Every pair of built-in results is foretold with what the other countries teach, and counted under
the law of the day; beside it stands the same law as if the country were one constituency. With
``--as-shipped`` it is foretold with the table that a forecaster had on the day of the vote: from
elections before it only, those of the same country too. The output is the tables of
docs/explanation/constituencies.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from constituency_pairs import KnownPair, known_pairs
from numpy.typing import NDArray

from formateur.facts import OTHER, Draws
from formateur.law import Ballots, Rules, allocate, load_law
from formateur.law.nationwide import as_one_constituency
from formateur.parliament import (
    Swing,
    load_swing,
    simulate_seats,
    simulate_seats_by_constituency,
)
from formateur.parliament.election_facts import constituency_facts
from formateur.parliament.swing_learning import fit_swing

DRAWS, SEED = 4_000, 1

LAWS = {
    "de": "de-bundestag",
    "es": "es-congress",
    "is": "is-althingi",
    "no": "no-storting",
}

Seats = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One pair: seats of the lists that won any, or might have.

    Attributes
    ----------
    true, foretold, nationwide
        Official seats, those of the expected votes, and those of one constituency.
    within_80, within_90
        Whether the official seats lie in the central interval of the draws.
    """

    name: str
    true: Seats
    foretold: Seats
    nationwide: Seats
    within_80: NDArray[np.bool_]
    within_90: NDArray[np.bool_]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--as-shipped", action="store_true", help="with the tables of the days")
    pairs = known_pairs()
    if parser.parse_args().as_shipped:
        first = pairs[0].pair.held  # there was nothing to learn from before
        later = [known for known in pairs if known.pair.held > first]
        judged = [judge(known, load_swing(known.election.date).swing) for known in later]
    else:
        judged = [judge(known, others(pairs, known.election.country)) for known in pairs]
    print("| pair | lists | mean error | seats wrong | one constituency: mean error | "
          "seats wrong | in 80 % | in 90 % |")  # fmt: skip
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for one in judged:
        print(_row(one))
    print(_row(_together(judged)))


def others(pairs: Sequence[KnownPair], country: str) -> Swing:
    """Return what the pairs of all other countries teach."""
    return fit_swing([known.pair for known in pairs if known.election.country != country])


def judge(known: KnownPair, swing: Swing) -> Judged:
    """Foretell the seats of the second election of a pair from the first."""
    election, lists = known.election, (*known.result.names, OTHER)
    rules = load_law(LAWS[election.country]).on(election.date)
    truth = true_seats(known, rules)
    shares = known.pair.lists.sum(axis=0)
    one, many = (Draws(np.tile(shares, (n, 1)), lists, "share", "") for n in (1, DRAWS))
    silent = replace(swing, spread=0.0, spread_new=0.0, spread_candidates=0.0)
    rng = np.random.default_rng(SEED)
    drawn = simulate_seats_by_constituency(many, rules, election, swing, rng)
    foretold = simulate_seats_by_constituency(one, rules, election, silent, rng)
    nationwide = simulate_seats(one, as_one_constituency(rules), election)
    true = np.array([truth.get(name, 0) for name in drawn.lists])
    kept = (true > 0) | (drawn.values.max(axis=0) > 0)
    bounds = np.quantile(drawn.values, (0.05, 0.1, 0.9, 0.95), axis=0, method="inverted_cdf")
    return Judged(
        name=f"{known.pair.before} to {known.pair.after}",
        true=true[kept],
        foretold=foretold.values[0, kept].astype(np.int64),
        nationwide=nationwide.values[0, kept].astype(np.int64),
        within_80=((bounds[1] <= true) & (true <= bounds[2]))[kept],
        within_90=((bounds[0] <= true) & (true <= bounds[3]))[kept],
    )


def true_seats(known: KnownPair, rules: Rules) -> dict[str, int]:
    """Return the official seats: those of the official votes under the exact law."""
    result = known.result
    counted = replace(
        known.election, constituencies=result.constituencies, previous_votes=result.votes
    )
    candidates = {
        place: {one: number for one, number in votes.items() if one != OTHER}
        for place, votes in result.votes.candidates.items()
    }
    ballots = Ballots(lists=result.votes.lists, candidates=candidates)
    facts = constituency_facts(counted, (*result.names, OTHER), rules)
    return dict(allocate(rules, ballots, facts).seats)


def _row(one: Judged) -> str:
    cells = [
        one.name,
        str(len(one.true)),
        f"{_mean_error(one.foretold, one.true):.2f}",
        f"{_wrong(one.foretold, one.true):.0f}",
        f"{_mean_error(one.nationwide, one.true):.2f}",
        f"{_wrong(one.nationwide, one.true):.0f}",
        f"{100 * one.within_80.mean():.0f} %",
        f"{100 * one.within_90.mean():.0f} %",
    ]
    return f"| {' | '.join(cells)} |"


def _mean_error(seats: Seats, true: Seats) -> float:
    return float(np.abs(seats - true).mean())


def _wrong(seats: Seats, true: Seats) -> float:
    """Return how many seats went to somebody else, or should not have been there at all."""
    return float(max(np.maximum(seats - true, 0).sum(), np.maximum(true - seats, 0).sum()))


def _together(judged: Sequence[Judged]) -> Judged:
    return Judged(
        "all",
        *(
            np.concatenate([getattr(one, field) for one in judged])
            for field in ("true", "foretold", "nationwide", "within_80", "within_90")
        ),
    )


if __name__ == "__main__":
    main()
