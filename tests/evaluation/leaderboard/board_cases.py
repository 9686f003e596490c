"""Rows of a backtest for the tests of the leaderboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from formateur.evaluation.backtest import joint_of
from formateur.evaluation.backtest.rows import (
    JOINT_COLUMNS,
    LIST_COLUMNS,
    JointRow,
    ListRow,
    table_text,
)

OFFSETS = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)


def a_row(
    election: str,
    party: str,
    *,
    days: int = 1,
    model: str = "reference",
    result: float = 30.0,
    centre: float = 30.0,
    crps: float = 1.0,
) -> ListRow:
    """Quantiles one point apart around the centre."""
    q = [centre + offset for offset in OFFSETS]
    return ListRow(
        election_id=election,
        days_before=days,
        as_of=f"{election[3:7]}-05-{31 - days:02}",
        model=model,
        party_id=party,
        result=result,
        mean=centre,
        sd=2.0,
        q025=q[0],
        q05=q[1],
        q10=q[2],
        q25=q[3],
        q50=q[4],
        q75=q[5],
        q90=q[6],
        q95=q[7],
        q975=q[8],
        crps=crps,
    )


def a_joint_row(
    election: str,
    *,
    days: int = 1,
    model: str = "reference",
    parties: str = "a;b",
    energy: float = 2.0,
    copula: float | None = 0.5,
    pit: float | None = 0.6,
) -> JointRow:
    return JointRow(
        election_id=election,
        days_before=days,
        as_of=f"{election[3:7]}-05-{31 - days:02}",
        model=model,
        lists=2,
        party_ids=parties,
        energy=energy,
        energy_independent=2.5,
        copula_lists=2,
        copula_log_score=copula,
        lead_of="a;b",
        lead_result=-3.0,
        lead_pit=pit,
        lead_crps=1.0,
        left_result=40.0,
        left_pit=pit,
        left_crps=2.0,
        right_result=None,
        right_pit=None,
        right_crps=None,
    )


def write_rows(path: Path, rows: Sequence[ListRow], joint: Sequence[JointRow] = ()) -> Path:
    path.write_text(table_text(LIST_COLUMNS, map(asdict, rows)), encoding="utf-8")
    if joint:
        joint_of(path).write_text(table_text(JOINT_COLUMNS, map(asdict, joint)), encoding="utf-8")
    return path
