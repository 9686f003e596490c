"""Coalitions, motions and events for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from formateur.reporting import rows
from formateur.reporting.events_sentences import event_sentence
from formateur.reporting.layout import Cite, heading, table_of
from formateur.reporting.motion_schema import MotionPart
from formateur.reporting.schema import ForecastDocument, GovernmentPart
from formateur.reporting.sentences import motion_sentence
from formateur.reporting.words import in_cell

EVENT_INDENT = 12
"""Columns of the day before what is said of an event."""


def governments_section(document: ForecastDocument, cite: Cite) -> Iterator[RenderableType]:
    """Tabulate the smallest coalitions that could govern, and whether they would."""
    shown = rows.shown_governments(document)
    yield from heading("Government: smallest coalitions with the seats")
    if not shown:
        yield Text("No coalition of several lists has a majority in one of ten draws.")
        return
    table = table_of(
        ("Coalition", "left"),
        (f"could (has {document.election.majority})", "right"),
        ("would (forms)", "right"),
        ("over or short", "right"),
        ("goes against the word of", "left"),
    )
    names = {one.id: one.name for one in document.lists}
    for government in shown:
        table.add_row(
            " + ".join(names[one] for one in government.lists),
            in_cell(government.p_could),
            rows.would(government),
            rows.over_or_short(government.surplus),
            _against(government, document, cite),
        )
    yield table


def _against(government: GovernmentPart, document: ForecastDocument, cite: Cite) -> str:
    sources = {one.id: one.source for one in document.statements}
    cited = (sources[block.statement] for block in government.blocked_by)
    told = "; ".join(rows.what_stands_against(government, document))
    return f"{told} {cite(*cited)}" if told else "–"


def motions_section(document: ForecastDocument, cite: Cite) -> Iterator[RenderableType]:
    """Say how the motions stand."""
    if not document.motions:
        return
    yield from heading("Motions")
    for motion in document.motions:
        yield Text(motion_sentence(motion))
        yield Text("  " + _stands(motion, document, cite))


def _stands(motion: MotionPart, document: ForecastDocument, cite: Cite) -> str:
    names = {one.id: one.name for one in document.lists}
    groups: dict[str, list[str]] = {}
    for one in motion.positions:
        mark = " (inferred)" if one.basis == "inferred" else ""
        cited = f" {cite(one.source)}" if one.source else ""
        groups.setdefault(one.position, []).append(f"{names[one.list]}{mark}{cited}")
    told = {
        "support": "for",
        "oppose": "against",
        "abstain": "abstaining",
        "split": "split",
        "unknown": "no position known",
    }
    return "; ".join(f"{told[key]}: {', '.join(groups[key])}" for key in told if key in groups)


def events_section(document: ForecastDocument, cite: Cite) -> Iterator[RenderableType]:
    """List the latest events."""
    if not document.events:
        return
    yield from heading(f"Events (latest {min(rows.EVENT_ROWS, len(document.events))})")
    for event in document.events[: rows.EVENT_ROWS]:
        yield Text(f"{event.date}  {event.title} {cite(event.source)}")
        yield Padding(Text(event_sentence(event), style="dim"), (0, 0, 0, EVENT_INDENT))
