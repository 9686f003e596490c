"""How good the joint forecasts were: the whole vector, its dependence, leads and blocs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation.backtest.rows import JointRow
from formateur.evaluation.leaderboard.cells import CENTRAL, comparable
from formateur.evaluation.leaderboard.intervals import (
    Interval,
    Weights,
    mean_interval,
    paired,
    weigh,
)

QUANTITIES = {"lead": ("lead",), "blocs": ("left", "right")}
"""Sums and differences of lists: the lead of the largest, and the two sides of the centre."""


@dataclass(frozen=True, slots=True)
class SumScore:
    """How good forecasts of sums or differences of lists were.

    Attributes
    ----------
    crps
        Points of percent.
    ratio
        Against the reference; ``None`` without it.
    coverage
        By percent of the central interval.
    """

    elections: int
    crps: float
    ratio: Interval | None
    coverage: Mapping[int, Interval]


@dataclass(frozen=True, slots=True, kw_only=True)
class JointLine:
    """How good one model was on whole elections.

    Attributes
    ----------
    days
        Days before the vote; ``None`` for all horizons together.
    energy
        Energy score, points of percent.
    energy_ratio
        Against the reference; ``None`` without it.
    energy_dependence
        Against the same margins with independent errors: below 1, the dependence is worth having.
    copula
        Log score of the dependence, nats for an election; independence has 0.
    sums
        By name in `QUANTITIES`.
    """

    days: int | None
    model: str
    elections: int
    energy: float
    energy_ratio: Interval | None
    energy_dependence: Interval
    copula: Interval | None
    sums: Mapping[str, SumScore]


def joint_lines(
    rows: Sequence[JointRow], models: Sequence[str], reference: str
) -> tuple[JointLine, ...]:
    """Score the models on the forecasts that all made of the same lists, by horizon and pooled."""
    kept = comparable(
        rows, lambda r: r.model, lambda r: (r.election_id, r.days_before, r.party_ids)
    )
    ordered = sorted(kept, key=lambda row: (row.election_id, row.days_before))
    return tuple(_lines(ordered, models, reference))


def _lines(rows: Sequence[JointRow], models: Sequence[str], reference: str) -> Iterator[JointLine]:
    horizons: list[int | None] = [*sorted({row.days_before for row in rows}), None]
    for days in horizons if rows else []:
        here = [row for row in rows if days in (None, row.days_before)]
        against = [row for row in here if row.model == reference]
        for model in models:
            yield _line(days, [row for row in here if row.model == model], against)


def _line(days: int | None, rows: Sequence[JointRow], reference: Sequence[JointRow]) -> JointLine:
    weights = _weigh(rows)
    energy = weights.means(_column(rows, "energy"))
    return JointLine(
        days=days,
        model=rows[0].model,
        elections=weights.elections,
        energy=float(energy.mean()),
        energy_ratio=paired(energy, weights.means(_column(reference, "energy")))[0]
        if reference
        else None,
        energy_dependence=paired(energy, weights.means(_column(rows, "energy_independent")))[0],
        copula=_copula(rows),
        sums=dict(_sums(rows, reference)),
    )


def _copula(rows: Sequence[JointRow]) -> Interval | None:
    scored = [row for row in rows if row.copula_log_score is not None]
    if not scored:
        return None
    return mean_interval(_weigh(scored).means(_column(scored, "copula_log_score")))


def _sums(
    rows: Sequence[JointRow], reference: Sequence[JointRow]
) -> Iterator[tuple[str, SumScore]]:
    for name, parts in QUANTITIES.items():
        own, others = _parts(rows, parts), _parts(reference, parts)
        shared = {key for key in own if not others or key in others}
        keys = sorted(shared)
        if not keys:
            continue
        weights = weigh(np.array([key[0] for key in keys]), np.array([key[1] for key in keys]))
        crps = weights.means(np.array([own[key][1] for key in keys]))
        off = np.abs(np.array([own[key][0] for key in keys]) - 0.5)
        theirs = [others[key][1] for key in keys] if others else None
        yield (
            name,
            SumScore(
                elections=weights.elections,
                crps=float(crps.mean()),
                ratio=None if theirs is None else paired(crps, weights.means(np.array(theirs)))[0],
                coverage={
                    percent: mean_interval(weights.means((off <= percent / 200).astype(float)))
                    for percent in CENTRAL
                },
            ),
        )


def _parts(
    rows: Sequence[JointRow], parts: Sequence[str]
) -> dict[tuple[str, int, str], tuple[float, float]]:
    """PIT and CRPS by election, days and what was forecast."""
    found = {}
    for row in rows:
        for part in parts:
            pit, crps = getattr(row, f"{part}_pit"), getattr(row, f"{part}_crps")
            if pit is not None and crps is not None:
                what = row.lead_of if part == "lead" else part
                found[row.election_id, row.days_before, what] = (pit, crps)
    return found


def _weigh(rows: Sequence[JointRow]) -> Weights:
    return weigh(
        np.array([row.election_id for row in rows]), np.array([row.days_before for row in rows])
    )


def _column(rows: Sequence[JointRow], name: str) -> NDArray[np.float64]:
    return np.array([getattr(row, name) for row in rows], dtype=np.float64)
