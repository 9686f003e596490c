"""Polls, lists and error tables for the tests of votes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
from factories import SOURCE, a_poll, an_election, may

from formateur.facts import Election, ElectoralList, Poll, Reading
from formateur.law import Rules, load_law
from formateur.votes import ErrorScale, Horizon, Reference, VoteEstimate
from formateur.votes.unprinted import Unprinted

MAY_10, MAY_15 = may(10), may(15)

ERRORS = ErrorScale(
    cut_off=date(2030, 1, 1),
    horizons=(Horizon(1, 0.1, 40, 200), Horizon(25, 0.2, 30, 150)),
    degrees_of_freedom=4,
    window_days=28,
    unprinted=Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02),
    sources=("a collection",),
    made_by="a test",
)

Figures = Mapping[str, float | str]


def knesset() -> Rules:
    """120 seats, threshold 3.25 %, D'Hondt."""
    return load_law("il-knesset").on(date(2019, 9, 17))


def percent_poll(house: str, figures: Figures, *, end: date = MAY_10) -> Poll:
    """A poll in percent; ``"<"`` and ``"<2.5"`` are cells as in an election folder."""
    poll = a_poll(f"{house} {end}", end=end)
    return replace(poll, pollster=house, readings={k: _percent(v) for k, v in figures.items()})


def seat_poll(house: str, figures: Figures, *, end: date = MAY_10) -> Poll:
    """A poll in seats; texts are cells as in an election folder."""
    poll = a_poll(f"{house} {end}", end=end)
    cells = {
        k: _percent(v) if isinstance(v, str) else Reading("seats", v) for k, v in figures.items()
    }
    return replace(poll, pollster=house, scale="seats", readings=cells)


def merged(list_id: str, into: str, ended: date) -> ElectoralList:
    return ElectoralList(id=list_id, name=list_id, ended=ended, joined=into, source=SOURCE)


def with_polls(*polls: Poll, lists: tuple[str | ElectoralList, ...] = ("a", "b", "c")) -> Election:
    return replace(an_election(lists), polls=polls)


def estimate(
    election: Election, day: date = MAY_15, *, draws: int = 50, errors: ErrorScale = ERRORS
) -> VoteEstimate:
    rng = np.random.default_rng(7)
    return Reference(errors).estimate(election, knesset(), day, draws=draws, rng=rng, run="run")


def _percent(cell: float | str) -> Reading:
    if isinstance(cell, str) and cell.startswith("<"):
        return Reading("below", float(cell[1:]) if cell[1:] else None)
    return Reading("percent", float(str(cell).rstrip("%")))
