"""Compare the fast engine of the poll model with NUTS on published elections, and keep both.

    python scripts/check_against_mcmc.py fit [ELECTION ...]
    python scripts/check_against_mcmc.py table

``fit`` samples the exact model (extra ``mcmc``; some minutes an election) and writes what it saw
and found under tests/votes/mcmc/; ``table`` compares the fast engine with those files, prints
Markdown, and needs no extra.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formateur.facts import as_of
from formateur.folder import open_election
from formateur.votes.average import PollTable
from formateur.votes.cells import lineage
from formateur.votes.state_space.choice import usable
from formateur.votes.state_space.learned import Motion, load_learned
from formateur.votes.state_space.level import Level, level_of
from formateur.votes.state_space.observations import Observations, observe
from formateur.votes.state_space.records import effects_of

STORE = Path(__file__).parents[1] / "tests" / "votes" / "mcmc"
DAYS = {
    "il-2019-09": date(2019, 9, 14),
    "se-2018": date(2018, 9, 1),
    "se-2022": date(2022, 8, 12),
}
"""Elections that are compared, and the days on which they are looked at."""

DRAWS = 3000
SEED = 1
ARRAYS = ("share", "rounding", "day", "length", "house", "sample")


def seen_of(election: str) -> tuple[Observations, Motion, NDArray[np.float64]]:
    """Return what the fast engine sees of an election: readings, numbers, carried effects."""
    day = DAYS[election]
    facts, law = open_election(election)
    known, learned = as_of(facts, day), load_learned(day)
    lines = lineage(known.lists, day)
    rules = law.on(facts.date)
    reasons = usable(known.polls, day, lines.counted, rules)
    polls = [poll for poll in known.polls if not reasons[poll.id]]
    vote = facts.date.toordinal()
    seen = observe(polls, lines, rules, learned.unprinted, vote)
    return seen, learned.motion, effects_of(learned, facts.country, seen.houses, seen.lists)


def stored(path: Path) -> tuple[Observations, Motion, NDArray[np.float64], dict[str, Any]]:
    """Read a stored comparison: what both engines saw, and what NUTS found."""
    found = json.loads(path.read_text(encoding="utf-8"))
    arrays: dict[str, Any] = {
        name: np.array(found["seen"][name], dtype=np.int64 if name == "house" else np.float64)
        for name in ARRAYS
    }
    lists = tuple(found["lists"])
    shape = (0, len(lists))
    nothing = np.zeros(shape)
    seen = Observations(
        polls=(),
        lists=lists,
        houses=tuple(found["houses"]),
        centre=found["centre"],
        latest=PollTable(lists, nothing, nothing, nothing, nothing > 0, np.zeros(0, dtype=bool)),
        **arrays,
    )
    return seen, Motion(**found["motion"]), np.array(found["effects"]), found["exact"]


def fit(election: str) -> None:
    """Sample one election and write the comparison."""
    from exact_model import fit_exactly  # noqa: PLC0415 - only this needs the extra

    seen, motion, effects = seen_of(election)
    exact = fit_exactly(seen, motion, effects, draws=DRAWS, seed=SEED)
    document = {
        "election": election,
        "as_of": str(DAYS[election]),
        "draws": 2 * DRAWS,
        "lists": seen.lists,
        "houses": seen.houses,
        "motion": asdict(motion),
        "centre": {one: round(share, 6) for one, share in seen.centre.items()},
        "effects": effects.tolist(),
        "seen": {name: _short(getattr(seen, name)) for name in ARRAYS},
        "exact": {name: _short(np.asarray(value)) for name, value in asdict(exact).items()},
    }
    lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(row)}" for key, row in document.items())
    STORE.mkdir(exist_ok=True)
    (STORE / f"{election}.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def _short(values: NDArray[np.float64]) -> list[object]:
    """Round to six significant digits; what is not a number becomes null."""
    rounded = [None if np.isnan(one) else float(f"{one:.6g}") for one in values.ravel()]
    short: list[object] = np.array(rounded, dtype=object).reshape(values.shape).tolist()
    return short


def differences(level: Level, exact: dict[str, Any]) -> dict[str, NDArray[np.float64]]:
    """Differences of means in exact standard deviations, and ratios of standard deviations."""
    mean, sd = np.array(exact["mean"]), np.array(exact["sd"])
    house_mean, house_sd = np.array(exact["house_mean"]), np.array(exact["house_sd"])
    return {
        "mean": (level.mean - mean) / sd,
        "sd": np.sqrt(level.variance) / sd,
        "house_mean": (level.houses - house_mean) / house_sd,
        "house_sd": np.sqrt(level.houses_variance) / house_sd,
    }


def table() -> str:
    """Compare the fast engine with every stored election, as Markdown."""
    rows = [
        "| election | polls, lists, houses | NUTS: least effective draws | level: mean off by |"
        " level: sd ratio | house effects: mean off by | house effects: sd ratio |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for path in sorted(STORE.glob("*.json")):
        seen, motion, effects, exact = stored(path)
        off = differences(level_of(seen, motion, effects), exact)
        size = f"{len(seen.day)}, {len(seen.lists)}, {len(seen.houses)}"
        rows.append(
            f"| {path.stem} | {size} | {exact['effective']:,.0f} | {_most(off['mean'])} |"
            f" {_range(off['sd'])} | {_most(off['house_mean'])} | {_range(off['house_sd'])} |"
        )
    return "\n".join(rows)


def _most(values: NDArray[np.float64]) -> str:
    return f"{np.abs(values).max():.3f} sd"


def _range(values: NDArray[np.float64]) -> str:
    return f"{values.min():.3f} to {values.max():.3f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["fit"]:
        for one in sys.argv[2:] or DAYS:
            fit(one)
    else:
        print(table())
