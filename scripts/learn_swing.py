"""Learn from pairs of built-in results how constituencies move with the country.

    python scripts/learn_swing.py --all OUTDIR
    python scripts/learn_swing.py --until 2017-01-01 --out FILE

The table of a cut-off is learned from the pairs whose second election was held before it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from constituency_pairs import known_pairs

from formateur.parliament.swing_learning import Pair, fit_swing
from formateur.parliament.swing_table import SCHEMA


def main() -> None:
    """Run the command line."""
    asked = _arguments()
    pairs = [known.pair for known in known_pairs()]
    if asked.all:
        for cut_off in sorted({date(pair.held.year + 1, 1, 1) for pair in pairs}):
            write_table(table(pairs, cut_off), asked.all / f"swing-{cut_off}.json")
    else:
        write_table(table(pairs, asked.until), asked.out)


def table(pairs: Sequence[Pair], cut_off: date) -> dict[str, Any]:
    """Return the document of one cut-off, as it is shipped."""
    known = [pair for pair in pairs if pair.held < cut_off]
    return {
        "schema": SCHEMA,
        "cut_off": str(cut_off),
        "swing": asdict(fit_swing(known)),
        "pairs": [f"{pair.before} to {pair.after}" for pair in known],
        "made_by": f"python scripts/learn_swing.py --until {cut_off} --out FILE",
    }


def write_table(document: dict[str, Any], path: Path) -> None:
    """Write a table as JSON."""
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--until", type=date.fromisoformat, help="cut-off, 2017-01-01")
    parser.add_argument("--out", type=Path, help="file to write")
    parser.add_argument("--all", type=Path, help="folder for the tables of all cut-offs")
    asked = parser.parse_args()
    if not (asked.all or (asked.until and asked.out)):
        parser.error("give --until with --out, or --all")
    return asked


if __name__ == "__main__":
    main()
