"""Learn from past campaigns what polls show at dates without events.

    python scripts/learn_events.py --data DIR --until 2019-01-01 --out FILE
    python scripts/learn_events.py --data DIR --data DIR/israel --all OUTDIR

DIR holds tables of past elections, as docs/reference/past-elections.md describes them. The numbers
of a cut-off are learned from the campaigns before it only, each seen with the poll model as it was
on its eve.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from formateur.evaluation.events import PastSurprises, learn_until, measure_dates
from formateur.evaluation.learning import readable
from formateur.votes.events.learned import placebos_document

YEARS = range(1990, 2027)


def main() -> None:
    """Run the command line."""
    asked = _arguments()
    past = measure_dates(asked.data)
    if asked.all:
        for cut_off in (date(year, 1, 1) for year in YEARS):
            write_numbers(past, cut_off, asked.all / f"events-{cut_off}.json")
    else:
        write_numbers(past, asked.until, asked.out)


def write_numbers(past: PastSurprises, cut_off: date, path: Path) -> None:
    """Learn the numbers of one cut-off and write them as JSON."""
    document = placebos_document(learn_until(past, cut_off))
    path.write_text(readable(document), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, action="append", required=True, help="tables")
    parser.add_argument("--until", type=date.fromisoformat, help="cut-off, 2019-01-01")
    parser.add_argument("--out", type=Path, help="file to write")
    parser.add_argument("--all", type=Path, help="folder for the numbers of all cut-offs")
    asked = parser.parse_args()
    if not (asked.all or (asked.until and asked.out)):
        parser.error("give --until with --out, or --all")
    return asked


if __name__ == "__main__":
    main()
