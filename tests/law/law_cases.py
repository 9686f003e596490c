"""Rules made for a test, votes to try them on, and the recorded elections."""

from __future__ import annotations

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from formateur.law import Allocation, Method, Rules, Statute
from formateur.law.steps import STEPS
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
    if threshold != "0":
        names = ["threshold", *names]
    return Rules(
        law="made-up",
        name="Made up",
        country="xx",
        chamber="House",
        day=DAY,
        seats=seats,
        threshold=Fraction(threshold),
        method=Method(tuple(STEPS[name] for name in names), ties),
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


def golden(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
