"""Write down how right the poll model was in past elections, for pages to show beside a forecast.

    formateur backtest votes --data DIR --models state-space --out votes.csv
    python scripts/record_forecasts.py votes.csv

The built-in elections that the table lacks are forecast again here, on the same days before the
vote. The file is src/formateur/data/record/forecasts.csv.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import fmean

from formateur.api import elections, score
from formateur.errors import NotEnoughPollsError, UsageError
from formateur.folder import open_election
from formateur.votes.track_record import LEAST_SHARE

OUT = Path(__file__).parents[1] / "src" / "formateur" / "data" / "record" / "forecasts.csv"
DAYS = (1, 7, 30, 100)
DRAWS = 4_000
MODEL = "state-space"
COLUMNS = (
    "election_id",
    "election_date",
    "days_before",
    "model",
    "lists",
    "mean_error",
    "crps",
    "inside_50",
    "inside_90",
)


@dataclass(frozen=True, slots=True)
class Scored:
    """One list of one forecast beside its result, percent of the votes."""

    error: float
    crps: float
    inside_50: bool
    inside_90: bool


Key = tuple[str, date, int, str]


def from_table(path: Path) -> Iterator[tuple[Key, Scored]]:
    """Return the lists of the table of a backtest."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            result = float(row["result"])
            if result < LEAST_SHARE:
                continue
            days = int(row["days_before"])
            vote = date.fromisoformat(row["as_of"]) + timedelta(days=days)
            quantile = {at: float(row[at]) for at in ("q05", "q25", "q75", "q95")}
            yield (
                (row["election_id"], vote, days, row["model"]),
                Scored(
                    abs(float(row["mean"]) - result),
                    float(row["crps"]),
                    quantile["q25"] <= result <= quantile["q75"],
                    quantile["q05"] <= result <= quantile["q95"],
                ),
            )


def from_folders(known: Iterable[str]) -> Iterator[tuple[Key, Scored]]:
    """Return the lists of the built-in elections that the table lacks, forecast again."""
    for election in sorted(set(elections()) - set(known)):
        facts, _ = open_election(election)
        for days in DAYS:
            day = facts.date - timedelta(days=days)
            try:
                made = score(election, as_of=day, draws=DRAWS, model=MODEL)
            except (NotEnoughPollsError, UsageError) as error:
                sys.stderr.write(f"{election}, {days} days before: {error}\n")
                continue
            for one in made.lists:
                votes = one.votes
                if votes.result >= LEAST_SHARE:
                    inside = votes.half.holds(votes.result), votes.nine_tenths.holds(votes.result)
                    off = abs(votes.mean - votes.result)
                    yield (election, facts.date, days, MODEL), Scored(off, votes.crps, *inside)


def main(table: Path) -> None:
    """Write the record."""
    rows: dict[Key, list[Scored]] = defaultdict(list)
    for key, one in from_table(table):
        rows[key].append(one)
    for key, one in list(from_folders({key[0] for key in rows})):
        rows[key].append(one)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for key in sorted(rows):
            writer.writerow((*key, *_row(rows[key])))


def _row(scored: list[Scored]) -> tuple[int | str, ...]:
    return (
        len(scored),
        f"{fmean(one.error for one in scored):.3f}",
        f"{fmean(one.crps for one in scored):.3f}",
        sum(one.inside_50 for one in scored),
        sum(one.inside_90 for one in scored),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
