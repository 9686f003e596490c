"""The leaderboard of governments for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formateur.evaluation.government.leaderboard import (
    Bin,
    Gain,
    Standing,
    calibration,
    log_loss,
    paired_gain,
)
from formateur.evaluation.government.rows import Row

SHORT = {
    "leave-one-country-out": "country out",
    "rolling": "rolling",
    "from-polls": "from polls",
}
"""Schemes as the narrow tables name them."""

MODEL, WITH_PLEDGES = "formation", "formation-with-pledges"


def leaderboard_table(
    standings: Sequence[Standing], rows: Sequence[Row], left_out: Mapping[str, int]
) -> RenderableType:
    """Return standings, and the calibration of the last model, for a console to print.

    Parameters
    ----------
    left_out
        How many formations with polls were not forecast from them, by reason.
    """
    elsewhere = [row for row in rows if row.scheme == "leave-one-country-out"]
    own = [row for row in elsewhere if row.model == MODEL]
    return Group(
        Text("Which coalition: hung parliaments, given the true seats or from polls", style="bold"),
        _coalitions(standings),
        Text(),
        Text("Who heads it, and after how many days (elections since 1980)", style="bold"),
        _heads_and_days(standings),
        Text(),
        *_from_polls(rows, left_out),
        *_with_pledges(elsewhere),
        Text(f"First-ranked coalitions of {MODEL}, leave one country out", style="bold"),
        _calibration(calibration(own)),
        Text(
            "Gains are paired, in brackets 95 % of resampled countries: of log-loss and days over "
            "the plain conditional logit, of heads over the party with most seats.",
            style="dim",
        ),
    )


def _from_polls(rows: Sequence[Row], left_out: Mapping[str, int]) -> Iterator[RenderableType]:
    """Say which formations were forecast from polls, and which could not be."""
    own = [row for row in rows if row.scheme == "from-polls" and row.model == MODEL]
    if not own and not left_out:
        return
    yield Text(
        f"From the polls of the eve of the vote: {len(own)} formations, "
        f"{sum(row.hung for row in own)} in hung parliaments. Their gains are over the same model "
        "given the true seats."
    )
    for reason, count in left_out.items():
        yield Text(f"Left out: {count} ({reason})")
    yield Text()


def _with_pledges(rows: Sequence[Row]) -> Iterator[RenderableType]:
    """Compare the model with what was said and without it, where something was said."""
    said = {row.cabinet_id: row for row in rows if row.model == WITH_PLEDGES and row.hung}
    unsaid = [row for row in rows if row.model == MODEL and row.cabinet_id in said]
    if not unsaid:
        return
    gain = paired_gain(unsaid, list(said.values()), log_loss)
    without = fmean(log_loss(row) for row in unsaid)
    yield Text(
        f"Hung parliaments covered by pledges, leave one country out: {len(unsaid)} formations, "
        f"log-loss {without:.3f} without pledges, {without - gain.mean:.3f} with them, "
        f"gain {_gain(gain, 3)}"
    )
    yield Text()


def _coalitions(standings: Sequence[Standing]) -> Table:
    table = _table("N", "log-loss", "gain", "top-1", "top-3", "minority Brier")
    for one in standings:
        table.add_row(
            SHORT[one.scheme],
            one.model,
            str(one.formations),
            f"{one.log_loss:.3f}",
            _gain(one.gain, 3),
            f"{one.top_1:.1%}",
            f"{one.top_3:.1%}",
            f"{one.minority_brier:.3f}",
        )
    return table


def _heads_and_days(standings: Sequence[Standing]) -> Table:
    table = _table("top-1", "gain", "log-loss", "days CRPS", "gain")
    for one in standings:
        table.add_row(
            SHORT[one.scheme],
            one.model,
            f"{one.head_top_1:.1%}",
            _gain(one.head_gain, 3),
            f"{one.head_log_loss:.3f}",
            f"{one.days_crps:.2f}",
            _gain(one.days_gain, 2),
        )
    return table


def _calibration(bins: Sequence[Bin]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("chance given", "N", "came", "95 %"):
        table.add_column(heading, justify="right")
    for one in bins:
        span = f"{one.low:.2f} to {one.high:.2f}"
        table.add_row(f"{one.given:.2f}", str(one.formations), f"{one.came:.2f}", span)
    return table


def _table(*numbers: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("Scheme", "Model"):
        table.add_column(heading, no_wrap=True)
    for heading in numbers:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _gain(gain: Gain, digits: int) -> str:
    return f"{gain.mean:+.{digits}f} ({gain.low:+.{digits}f} to {gain.high:+.{digits}f})"
