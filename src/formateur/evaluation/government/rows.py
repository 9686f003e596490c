"""One row of the backtest of governments: what was thought likely, and what came."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, fields
from io import StringIO
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation.government.thought import Thought
from formateur.government.formation import Formation

Scheme = Literal["leave-one-country-out", "rolling", "from-polls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A formation as one model saw it.

    Attributes
    ----------
    cabinet_id, election_id, country
        Which formation.
    scheme
        What the model had learned from, and whether it knew the seats.
    n_coalitions
        Coalitions of the parties with seats in the true house.
    hung
        Whether no party had a majority.
    probability, rank
        Chance given to the coalition that formed, and its place; equal chances share a place.
    head_probability, head_rank
        The same of the party of the head; ``None`` where the source names none.
    p_minority, minority
        Chance given to a cabinet without a majority, and whether it was one.
    days
        Days from the election to the cabinet.
    days_crps
        Score of the distribution of days given; ``None`` while there was nothing to learn from.
    highest
        Chance given to the likeliest coalition; it is not a column of the table.
    """

    cabinet_id: str
    election_id: str
    country: str
    scheme: Scheme
    model: str
    n_coalitions: int
    hung: bool
    probability: float
    rank: float
    head_probability: float | None
    head_rank: float | None
    p_minority: float
    minority: bool
    days: int
    days_crps: float | None
    highest: float


COLUMNS = tuple(one.name for one in fields(Row) if one.name != "highest")


def row_of(formation: Formation, scheme: Scheme, model: str, thought: Thought) -> Row:
    """Hold what a model thought against what came."""
    head = formation.head
    return Row(
        cabinet_id=formation.cabinet.id,
        election_id=formation.cabinet.election,
        country=formation.cabinet.country,
        scheme=scheme,
        model=model,
        n_coalitions=len(thought.coalition) - 1,
        hung=formation.hung,
        probability=float(thought.coalition[formation.chosen]),
        rank=_place(thought.coalition[1:], formation.chosen - 1),
        head_probability=None if head is None else float(thought.head[head]),
        head_rank=None if head is None else _place(thought.head, head),
        p_minority=thought.p_minority,
        minority=formation.minority,
        days=formation.days,
        days_crps=None if thought.waits is None else thought.waits.crps(formation.days),
        highest=float(thought.coalition.max()),
    )


def _place(chances: NDArray[np.float64], which: int) -> float:
    higher = int((chances > chances[which]).sum())
    equal = int((chances == chances[which]).sum())
    return higher + (equal + 1) / 2


def rows_text(rows: Sequence[Row]) -> str:
    """Return the rows as CSV text with a header."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in COLUMNS])
    return out.getvalue()


def _cell(value: str | float | bool | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return f"{value:.8g}" if isinstance(value, float) else str(value)
