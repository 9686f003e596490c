"""The two tables of a backtest: one row per list, and one per forecast for the joint scores."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from io import StringIO
from typing import Any

LEVELS = (0.025, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.975)
"""Levels of the quantiles, in the order of the columns."""

QUANTILES = ("q025", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q975")

DECIMALS = 6
"""Figures are rounded so that the last bits of a machine do not show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One list in one forecast; all figures in percent of the votes.

    Attributes
    ----------
    days_before
        Days from the forecast to the vote.
    as_of
        Day of the forecast, as text.
    result
        On the base that polls use.
    crps
        Of all draws.
    """

    election_id: str
    days_before: int
    as_of: str
    model: str
    party_id: str
    result: float
    mean: float
    sd: float
    q025: float
    q05: float
    q10: float
    q25: float
    q50: float
    q75: float
    q90: float
    q95: float
    q975: float
    crps: float

    @property
    def quantiles(self) -> tuple[float, ...]:
        """Quantiles at `LEVELS`."""
        return tuple(getattr(self, name) for name in QUANTILES)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointRow:
    """What one forecast says of several lists together; percent of the votes.

    A figure is ``None`` where there are too few lists for it, or positions are not known.

    Attributes
    ----------
    lists
        How many lists the vector holds.
    party_ids
        Their ids, separated by ``;``: vectors compare only when these are the same.
    energy, energy_independent
        Energy score of the vector, and that of the same margins with independent errors.
    copula_lists, copula_log_score
        Lists of 2 percent and more by forecast, and the log score of their dependence in nats;
        independence has 0.
    lead_of
        The two largest lists by forecast mean, separated by ``;``.
    lead_result, lead_pit, lead_crps
        The lead of the first: result, share of the draws below it, and score.
    left_result, left_pit, left_crps
        The same for the sum of the lists placed left of 5.
    right_result, right_pit, right_crps
        The same for the sum of the lists placed right of 5.
    """

    election_id: str
    days_before: int
    as_of: str
    model: str
    lists: int
    party_ids: str
    energy: float
    energy_independent: float
    copula_lists: int
    copula_log_score: float | None
    lead_of: str
    lead_result: float | None
    lead_pit: float | None
    lead_crps: float | None
    left_result: float | None
    left_pit: float | None
    left_crps: float | None
    right_result: float | None
    right_pit: float | None
    right_crps: float | None


LIST_COLUMNS = tuple(one.name for one in fields(ListRow))
JOINT_COLUMNS = tuple(one.name for one in fields(JointRow))


def table_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV text; a number has at most `DECIMALS` decimals, ``None`` is empty."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
        return "0" if text == "-0" else text
    return str(value)
