"""The view of a forecast for a terminal, and plain when it is not one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import open_language
from formateur.reporting.layout import (
    Cite,
    heading,
    sentence_text,
    sources_section,
    table_section,
)
from formateur.reporting.view import Station, View

ORDER = ("seats", "government", "motions", "race", "votes", "polls", "record")
"""Stations that a terminal shows, what most ask for first."""


def render_text(view: View) -> RenderableType:
    """Return the view as something that a console can print."""
    cite, language = Cite(), open_language(view.language)
    told = {one.id: one for one in (*view.stations, *view.background)}
    parts = (
        *_opening(view, cite),
        *(part for one in ORDER if one in told for part in _station(told[one], view, cite)),
        *_notes(view, cite),
        *sources_section(cite, {one.id: one.told for one in view.sources}, language.say("Sources")),
    )
    return Group(*parts)


def _opening(view: View, cite: Cite) -> Iterator[RenderableType]:
    yield Text(view.heading, style="bold")
    yield Text(" · ".join(sentence_text(one, cite) for one in view.basis), style="dim")
    for one in view.what_if:
        yield Text(sentence_text(one, cite), style="bold")
    yield Text()
    for one in view.lead:
        yield Text(sentence_text(one, cite))


def _station(station: Station, view: View, cite: Cite) -> Iterator[RenderableType]:
    """Show what the opening has not told yet."""
    said = (*station.sentences, *station.ground)
    told = [one for one in said if one not in view.lead]
    parts = [one for one in station.parts if one.brief]
    if told or parts:
        yield from heading(station.title)
    for one in told:
        yield Text(f"· {sentence_text(one, cite)}")
    for part in parts:
        for one in part.sentences:
            yield Text(f"· {sentence_text(one, cite)}")
    for table in station.tables:
        if table.brief:
            yield from table_section(table, cite)


def _notes(view: View, cite: Cite) -> Iterator[RenderableType]:
    yield from heading(open_language(view.language).say("What to know"))
    for note in view.notes:
        yield Text(f"· {sentence_text(note, cite)}")
