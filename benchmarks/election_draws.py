"""Simulated elections around real ones, from the official votes that the tests use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formateur import load_law
from formateur.law import BallotDraws, ElectionFacts, Rules

OFFICIAL = Path(__file__).parents[1] / "tests" / "law" / "golden"
SMALLEST = 0.001
"""Share of the list votes below which a party is left out, and candidates without a party."""
SPREAD = 0.1
"""Standard deviation of the logarithm of votes, by party in the country and in each place."""


@dataclass(frozen=True, slots=True)
class ElectionDraws:
    """A law, and simulated votes to which it is applied."""

    rules: Rules
    ballots: BallotDraws
    facts: ElectionFacts


def election_draws(election: str, draws: int) -> ElectionDraws:
    """Return votes drawn around those of a recorded election, such as ``es-2016``."""
    found = tomllib.loads((OFFICIAL / f"{election}.toml").read_text(encoding="utf-8"))
    lists, candidates = _table(found["lists"]), _table(found.get("candidates", {}))
    kept = lists.sum(axis=0) >= SMALLEST * lists.sum()
    parties = tuple(np.array(found["parties"])[kept].tolist())
    rng = np.random.default_rng(1)
    swing = rng.normal(0, SPREAD, (draws, 1, len(parties)))
    ballots = BallotDraws(
        parties=parties,
        constituencies=tuple(found["lists"]),
        lists=_around(lists[:, kept], swing, rng),
        races=tuple(found.get("candidates", {})),
        candidates=_around(candidates[:, kept], swing, rng) if candidates.size else None,
    )
    rules = load_law(found["law"]).on(found["date"])
    return ElectionDraws(rules, ballots, _facts(found.get("facts", {}), parties))


def _table(votes: Mapping[str, list[int]]) -> NDArray[np.int64]:
    return np.array(list(votes.values()), dtype=np.int64)


def _around(
    votes: NDArray[np.int64], swing: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.int64]:
    noise = swing + rng.normal(0, SPREAD, (len(swing), *votes.shape))
    drawn: NDArray[np.int64] = np.rint(votes * np.exp(noise)).astype(np.int64)
    return drawn


def _facts(found: dict[str, Any], parties: tuple[str, ...]) -> ElectionFacts:
    """Return the facts as the engine takes them, without alliances of parties left out."""
    alliances = tuple(tuple(one) for one in found.pop("alliances", ()))
    return ElectionFacts(
        alliances=tuple(one for one in alliances if set(one) <= set(parties)),
        not_lists=frozenset(found.pop("not_lists", ("other",))),
        exempt=frozenset(found.pop("exempt", ())),
        independents=frozenset(found.pop("independents", ())),
        **found,
    )
