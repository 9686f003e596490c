"""The forecast for a terminal, and plain when it is not one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import in_english
from formateur.reporting import rows
from formateur.reporting.layout import Cite, heading
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.sentences import headline
from formateur.reporting.text_account import account_section, polls_section
from formateur.reporting.text_formation import formation_section
from formateur.reporting.text_politics import events_section, governments_section, motions_section
from formateur.reporting.text_votes import blocs_section, lists_table
from formateur.reporting.words import day, distance
from formateur.votes import model_in_words


def render_text(document: ForecastDocument) -> RenderableType:
    """Return the forecast as something that a console can print."""
    cite = Cite()
    parts = (
        _header(document, cite),
        *_what_ifs(document),
        *(Text(sentence) for sentence in headline(document)),
        Text(),
        lists_table(document),
        *_ranges(document),
        *blocs_section(document, cite),
        *formation_section(document, cite),
        *governments_section(document, cite),
        *motions_section(document, cite),
        *events_section(document, cite),
        *account_section(document),
        *polls_section(document, cite),
        *_notes(document),
        *_sources(document, cite),
    )
    return Group(*parts)


def _header(document: ForecastDocument, cite: Cite) -> RenderableType:
    used = rows.used_polls(document)
    polls = (
        f"{len(used)} of {len(document.polls)} polls used · "
        f"{in_english(model_in_words(document.estimator))}"
        if document.basis == "polls"
        else "official result"
    )
    return Group(
        Text(
            f"{document.election.name}, as it stood on {day(document.as_of)} "
            f"({distance(document.days_to_election)})",
            style="bold",
        ),
        Text(
            f"{polls} · {document.law.summary} (in force since "
            f"{document.law.in_force_from}) {cite(*document.law.sources.values())} · "
            f"{document.draws:,} {'draw' if document.draws == 1 else 'draws'} · run {document.run}",
            style="dim",
        ),
        Text(),
    )


def _what_ifs(document: ForecastDocument) -> Iterator[RenderableType]:
    without = [f"without statement {one}" for one in document.without]
    if told := [*document.law.changes, *without]:
        yield Text(f"What if: {'; '.join(told)}\n", style="bold")


def _ranges(document: ForecastDocument) -> Iterator[RenderableType]:
    if document.basis == "polls":
        yield Text("Ranges hold 90 of 100 simulated elections.", style="dim")


def _notes(document: ForecastDocument) -> Iterator[RenderableType]:
    yield from heading("What to know")
    for note in document.notes:
        yield Text(f"· {note}")


def _sources(document: ForecastDocument, cite: Cite) -> Iterator[RenderableType]:
    yield from heading("Sources")
    texts = {one.id: one for one in document.sources}
    for source_id, number in cite.numbers.items():
        source = texts[source_id]
        by = f" (reported by {name})" if (name := rows.reporter(source)) else ""
        yield Text(f"[{number}] {source.text}{by}")
