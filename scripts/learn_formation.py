"""Learn from past cabinets which governments form, and what words before count.

    python scripts/learn_formation.py --all OUTDIR
    python scripts/learn_formation.py --until 2019-09-13 --out FILE

The model of a cut-off is learned from cabinets that began before it, and from the pledges before
them; both come with Formateur (``data/record``, ``data/pledges.csv``).
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from formateur.folder.past_cabinets import built_in_cabinets
from formateur.folder.pledges import built_in_pledges
from formateur.government.formation.learned import document_of, learn_until

YEARS = range(1990, 2027)
EVE_OF_THE_FLAGSHIP = date(2019, 9, 13)


def main() -> None:
    """Run the command line."""
    asked = _arguments()
    if asked.all:
        for cut_off in [*(date(year, 1, 1) for year in YEARS), EVE_OF_THE_FLAGSHIP]:
            write_model(cut_off, asked.all / f"formation-{cut_off}.json")
    else:
        write_model(asked.until, asked.out)


def write_model(cut_off: date, path: Path) -> None:
    """Learn the model of one cut-off and write it as JSON."""
    cabinets = built_in_cabinets("")
    document = document_of(learn_until(cabinets, built_in_pledges(cabinets), cut_off))
    rows = ",\n".join(
        "  " + json.dumps(one, separators=(",", ":")) for one in document.pop("parliaments")
    )
    text = json.dumps(document, indent=1)
    path.write_text(f'{text[:-2]},\n "parliaments": [\n{rows}\n ]\n}}\n', encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--until", type=date.fromisoformat, help="cut-off, 2019-09-13")
    parser.add_argument("--out", type=Path, help="file to write")
    parser.add_argument("--all", type=Path, help="folder for the models of all cut-offs")
    asked = parser.parse_args()
    if not (asked.all or (asked.until and asked.out)):
        parser.error("give --until with --out, or --all")
    return asked


if __name__ == "__main__":
    main()
