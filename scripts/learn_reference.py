"""Learn the error table of the reference estimator from past elections, or evaluate it.

    python scripts/learn_reference.py --data DIR --until 2019-09-13 --out FILE
    python scripts/learn_reference.py --data DIR --all OUTDIR
    python scripts/learn_reference.py --data DIR --evaluate

DIR holds tables of past elections, as docs/reference/past-elections.md describes them. The table of
a cut-off is learned from the elections before it only.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from score_reference import evaluation_report

from formateur.folder import PastElection, read_past_elections
from formateur.votes.error_scale import SCHEMA
from formateur.votes.learning import (
    DEGREES_OF_FREEDOM,
    HORIZONS,
    Miss,
    Unseen,
    fit_horizons,
    fit_unprinted,
    measure,
    measure_unseen,
)
from formateur.votes.windows import WINDOW_DAYS

FEWEST_ELECTIONS = 10
"""No table is shipped for a cut-off with fewer elections before it."""

YEARS = range(1950, 2027)
FLAGSHIP = date(2019, 9, 13)
"""Four days before the vote of the built-in case, so that its table is as new as can be."""


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """What was measured on all past elections, whatever their date."""

    past: tuple[PastElection, ...]
    misses: tuple[Miss, ...]
    unseen: tuple[Unseen, ...]


def main() -> None:
    """Run the command line."""
    asked = _arguments()
    record = measure_all(asked.data)
    if asked.evaluate:
        print(evaluation_report(record.past, record.misses, record.unseen))
    elif asked.all:
        for cut_off in cut_offs(record):
            _write(table(record, cut_off), asked.all / f"reference-{cut_off}.json")
    else:
        _write(table(record, asked.until), asked.out)


def measure_all(folder: Path) -> Record:
    """Measure poll averages against results, in percent and in seats."""
    folders = [one for one in (folder, folder / "israel") if one == folder or one.is_dir()]
    past = [one for each in folders for one in read_past_elections(each)]
    in_percent = [one for one in past if not _has_seat_polls(one)]
    measured = [measure(one.election, one.shares, h) for one in in_percent for h in HORIZONS]
    in_seats = [one for one in past if _has_seat_polls(one)]
    unseen = [measure_unseen(one.election, one.shares, one.threshold) for one in in_seats]
    return Record(
        tuple(past),
        tuple(m for m in measured if m is not None),
        tuple(u for u in unseen if u is not None),
    )


def cut_offs(record: Record) -> list[date]:
    """Return 1 January of every year with enough elections before it, and the flagship's."""
    days = [date(year, 1, 1) for year in YEARS] + [FLAGSHIP]
    return sorted(d for d in days if len(_elections_before(record, d)) >= FEWEST_ELECTIONS)


def table(record: Record, cut_off: date) -> dict[str, Any]:
    """Return the document of one cut-off, as it is shipped."""
    horizons = fit_horizons(record.misses, cut_off)
    unprinted = fit_unprinted(record.unseen, cut_off)
    seats = [one for one in record.unseen if one.held < cut_off]
    return {
        "schema": SCHEMA,
        "cut_off": str(cut_off),
        "degrees_of_freedom": DEGREES_OF_FREEDOM,
        "window_days": WINDOW_DAYS,
        "below_threshold_centre": unprinted.below_threshold_centre,
        "other_in_seat_polls": unprinted.other_in_seat_polls,
        "elections_with_seat_polls": len(seats),
        "lists_only_below_threshold": sum(len(one.below) for one in seats),
        "horizons": [asdict(horizon) for horizon in horizons],
        "sources": _sources(record, cut_off),
        "made_by": f"python scripts/learn_reference.py --data DIR --until {cut_off} --out FILE",
    }


def _elections_before(record: Record, day: date) -> set[str]:
    return {miss.election for miss in record.misses if miss.held < day}


def _sources(record: Record, cut_off: date) -> list[str]:
    """Return the collections that the table rests on."""
    measured = _elections_before(record, cut_off)
    used = [
        one
        for one in record.past
        if one.election.id in measured or (one.election.date < cut_off and _has_seat_polls(one))
    ]
    return sorted({name for one in used for name in one.collections})


def _has_seat_polls(past: PastElection) -> bool:
    return any(poll.scale == "seats" for poll in past.election.polls)


def _write(document: dict[str, Any], path: Path) -> None:
    """Write JSON with one horizon per line."""
    rows = document["horizons"]
    text = json.dumps({**document, "horizons": "ROWS"}, indent=2, ensure_ascii=False)
    lines = ",\n    ".join(json.dumps(row) for row in rows)
    path.write_text(text.replace('"ROWS"', f"[\n    {lines}\n  ]") + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the tables")
    parser.add_argument("--until", type=date.fromisoformat, help="cut-off, 2019-09-13")
    parser.add_argument("--out", type=Path, help="file to write")
    parser.add_argument("--all", type=Path, help="folder for the tables of all cut-offs")
    parser.add_argument("--evaluate", action="store_true", help="print scores, leave future out")
    asked = parser.parse_args()
    if not (asked.evaluate or asked.all or (asked.until and asked.out)):
        parser.error("give --until with --out, or --all, or --evaluate")
    return asked


if __name__ == "__main__":
    main()
