"""The polls known on a day, and what became of each."""

from __future__ import annotations

import csv
import io
import json

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Language
from formateur.reporting.layout import Cite, grid, table_section
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view.all_polls import all_polls_table
from formateur.reporting.view.houses import record_table
from formateur.reporting.view.words import Words
from formateur.votes import model_in_words


def polls_as_text(document: ForecastDocument, language: Language) -> RenderableType:
    """Return the polls, newest first: who, when, used or why not, and what was printed."""
    words, cite = Words(language, document.names, document), Cite()
    title = language.say(
        "{election}: polls known on {day}, and what they weigh in the forecast ({model})",
        election=words.called(document.election.name).text,
        day=document.as_of,
        model=model_in_words(document.estimator),
    )
    known = all_polls_table(words)
    return Group(
        Text(title, style="bold"),
        grid(known, cite, known.first),
        *(table_section(record_table(words), cite) if document.pollsters else ()),
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
