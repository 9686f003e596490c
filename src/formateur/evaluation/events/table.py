"""The backtest of events, for spreadsheets and for a terminal."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formateur.evaluation.events.standings import (
    Standing,
    false_alarms,
    with_effect,
    without_effect,
)
from formateur.evaluation.events.trials import EVENTS, Trial

COLUMNS = ("election", "held", "calendar", "list", "share", "days", "polls_after")
PLANTED = ("size", "drawn", "effect")
HEADINGS = ("events", "campaigns", "cover, polls", "cover, prior", "±", "estimate", "p", "found")
FOUND = ("estimate", "error", "mean", "sd", "low", "high", "p_positive", "p", "q")


def trials_text(rows: Sequence[Trial]) -> str:
    """Return the table of pretended events as CSV."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*COLUMNS, *PLANTED, *FOUND))
    for row in rows:
        what = [getattr(row, name) for name in (*COLUMNS, *PLANTED)]
        found = (getattr(row, name, None) for name in FOUND)
        shift = [
            getattr(row.found, name) if value is None else value
            for name, value in zip(FOUND, found, strict=True)
        ]
        writer.writerow([_told(one) for one in (*what, *shift)])
    return text.getvalue()


def trials_table(rows: Sequence[Trial]) -> RenderableType:
    """Return coverage, false alarms and power for a console to print."""
    alarms = false_alarms(rows)
    return Group(
        Text("Dates without an effect", style="bold"),
        _table(without_effect(rows), "days before the vote"),
        Text(
            f"In {alarms.alarmed:.1%} of {alarms.calendars} calendars of {EVENTS} such dates an "
            "effect is found at a rate of false discoveries of one in ten."
        ),
        Text(),
        Text(f"Effects planted, one among {EVENTS} dates", style="bold"),
        _table(with_effect(rows), "size, log-ratio"),
        Text(
            "Cover: share of intervals of 90 % that hold the true effect, by the polls only and "
            "with the prior. ±: half the mean width of the latter; estimate: mean, by the polls "
            "only; both log-ratio. p: share of at most 0.05 among dates without an event; found: "
            "share of q at most 0.10.",
            style="dim",
        ),
    )


def _table(standings: Sequence[Standing], first: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for heading in HEADINGS:
        table.add_column(heading, justify="right")
    for one in standings:
        table.add_row(
            one.name,
            f"{one.events:,}",
            str(one.campaigns),
            f"{one.by_polls:.1%}",
            f"{one.with_prior:.1%}",
            f"{one.half_width:.3f}",
            f"{one.estimate:+.3f}",
            f"{one.standing_out:.1%}",
            f"{one.found:.1%}",
        )
    return table


def _told(value: object) -> object:
    return f"{value:.6g}" if isinstance(value, float) else value
