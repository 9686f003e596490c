"""The polls known on a day, and what became of each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formateur.language import in_english
from formateur.reporting.layout import heading, table_of
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.schema_account import PollPart
from formateur.reporting.words import weight
from formateur.votes import model_in_words


def polls_as_text(document: ForecastDocument) -> RenderableType:
    """Return the polls, newest first: who, when, used or why not, and what was printed."""
    names = {one.id: one.name for one in document.lists}
    table = Table(box=None, pad_edge=False, show_header=False)
    for poll in document.polls:
        who = f"{poll.pollster} ({poll.sponsor})" if poll.sponsor else poll.pollster
        use = _use(poll) if poll.used else f"not used: {poll.reason}"
        table.add_row(_field(poll), who, Text(use, style="bold" if poll.used else "dim"))
        printed = (f"{names.get(one, one)} {cell}" for one, cell in poll.readings.items())
        table.add_row("", f"in {poll.scale}:", ", ".join(printed))
    return Group(
        Text(
            f"{document.election.name}: polls known on {document.as_of}, and what they weigh in "
            f"the forecast ({in_english(model_in_words(document.estimator))})",
            style="bold",
        ),
        table,
        *_past_polls(document),
    )


def polls_as_csv(document: ForecastDocument) -> str:
    """Return the polls as CSV text, a column for every list."""
    columns = _lists(document)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    facts = ("id", "pollster", "sponsor", "fieldwork_start", "fieldwork_end", "published",
             "sample_size", "scale", "kind")  # fmt: skip
    writer.writerow([*facts, *columns, "used", "reason", "weight", "surprise", "source"])
    sources = {one.id: one.text for one in document.sources}
    for poll in document.polls:
        row = [getattr(poll, fact) for fact in facts]
        readings = [poll.readings.get(one, "") for one in columns]
        used = "yes" if poll.used else "no"
        said = [used, poll.reason, poll.weight, poll.surprise]
        writer.writerow([*row, *readings, *said, sources[poll.source]])
    return text.getvalue()


def polls_as_json(document: ForecastDocument) -> str:
    """Return the polls as JSON text, as in the forecast document."""
    polls = [poll.model_dump(mode="json") for poll in document.polls]
    sources = [source.model_dump(mode="json") for source in document.sources]
    part = {
        "election": document.election.id,
        "as_of": document.as_of.isoformat(),
        "estimator": document.estimator,
    }
    return (
        json.dumps({**part, "polls": polls, "sources": sources}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _lists(document: ForecastDocument) -> list[str]:
    standing = [one.id for one in document.lists]
    read = {one for poll in document.polls for one in poll.readings}
    return [one for one in standing if one in read] + sorted(read.difference(standing))


def _past_polls(document: ForecastDocument) -> Iterator[RenderableType]:
    """Tell how far the houses were off in earlier elections."""
    if not document.pollsters:
        return
    yield from heading("Last polls before earlier votes: mean absolute error of a list, points")
    table = table_of(("Pollster", "left"), ("elections", "right"), ("error", "right"))
    for past in document.pollsters:
        table.add_row(past.pollster, f"{past.elections}", f"{past.error:.1f}")
    yield table


def _use(poll: PollPart) -> str:
    told = f"used, {weight(poll.weight)}"
    return told if poll.surprise is None else f"{told}, surprise {poll.surprise:.1f}"


def _field(poll: PollPart) -> str:
    end = f"{poll.fieldwork_end}"
    return end if poll.fieldwork_start is None else f"{poll.fieldwork_start} to {end}"
