"""The polls known on a day, and what became of each."""

from __future__ import annotations

import csv
import io
import json

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from formateur.reporting.schema import ForecastDocument, PollPart


def polls_as_text(document: ForecastDocument) -> RenderableType:
    """Return the polls, newest first: who, when, used or why not, and what was printed."""
    names = {one.id: one.name for one in document.lists}
    table = Table(box=None, pad_edge=False, show_header=False)
    for poll in document.polls:
        who = f"{poll.pollster} ({poll.sponsor})" if poll.sponsor else poll.pollster
        use = f"used, {100 * poll.weight:.0f} %" if poll.used else f"not used: {poll.reason}"
        table.add_row(_field(poll), who, Text(use, style="bold" if poll.used else "dim"))
        printed = (f"{names.get(one, one)} {cell}" for one, cell in poll.readings.items())
        table.add_row("", f"in {poll.scale}:", ", ".join(printed))
    return table


def polls_as_csv(document: ForecastDocument) -> str:
    """Return the polls as CSV text, a column for every list."""
    columns = _lists(document)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    facts = ("id", "pollster", "sponsor", "fieldwork_start", "fieldwork_end", "published",
             "sample_size", "scale", "kind")  # fmt: skip
    writer.writerow([*facts, *columns, "used", "reason", "weight", "source"])
    sources = {one.id: one.text for one in document.sources}
    for poll in document.polls:
        row = [getattr(poll, fact) for fact in facts]
        readings = [poll.readings.get(one, "") for one in columns]
        used = "yes" if poll.used else "no"
        writer.writerow([*row, *readings, used, poll.reason, poll.weight, sources[poll.source]])
    return text.getvalue()


def polls_as_json(document: ForecastDocument) -> str:
    """Return the polls as JSON text, as in the forecast document."""
    polls = [poll.model_dump(mode="json") for poll in document.polls]
    sources = [source.model_dump(mode="json") for source in document.sources]
    part = {"election": document.election.id, "as_of": document.as_of.isoformat()}
    return (
        json.dumps({**part, "polls": polls, "sources": sources}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _lists(document: ForecastDocument) -> list[str]:
    standing = [one.id for one in document.lists]
    read = {one for poll in document.polls for one in poll.readings}
    return [one for one in standing if one in read] + sorted(read.difference(standing))


def _field(poll: PollPart) -> str:
    end = f"{poll.fieldwork_end}"
    return end if poll.fieldwork_start is None else f"{poll.fieldwork_start} to {end}"
