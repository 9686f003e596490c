"""The seats of one election as a table for spreadsheets: one place and party a row."""

from __future__ import annotations

import csv
import io

from formateur.reporting.allocation_schema import AllocationDocument

COLUMNS = ("constituency", "tier", "party", "seats")
WHAT_IF_COLUMNS = (*COLUMNS, "seats_as_it_was", "difference")


def render_allocation_csv(document: AllocationDocument) -> str:
    """Return the seats as CSV text; with a what-if also those under the law as it was."""
    what_if = document.what_if
    text = io.StringIO()
    writer = csv.DictWriter(
        text, WHAT_IF_COLUMNS if what_if else COLUMNS, lineterminator="\n", strict=True
    )
    writer.writeheader()
    writer.writerows(row.model_dump() for row in (what_if.seats if what_if else document.seats))
    return text.getvalue()
