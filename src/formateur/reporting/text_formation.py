"""Who would govern, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from formateur.reporting import rows
from formateur.reporting.formation_schema import WouldPart
from formateur.reporting.layout import Cite, heading, table_of
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.sentences import formation_sentences, office_sentence
from formateur.reporting.words import in_cell

OFFICE_ROWS = 4
"""Days for which it is said who is in office; the document has more."""


def formation_section(document: ForecastDocument, cite: Cite) -> Iterator[RenderableType]:
    """Tabulate the governments that may form, beside whether they could, and say when."""
    formation = document.formation
    if formation is None:
        return
    yield from heading("Government: likeliest to form")
    table = table_of(
        ("Government", "left"),
        ("head", "left"),
        ("would (forms)", "right"),
        (f"could (has {document.election.majority})", "right"),
        ("goes against", "left"),
    )
    table.add_row("none before the next election", "", in_cell(formation.p_none), "–", "")
    for one in rows.shown_would(document):
        table.add_row(
            " + ".join(one.names),
            one.heads[0].name if one.heads else "",
            in_cell(one.p_would),
            in_cell(one.p_could),
            against(one, document, cite),
        )
    yield table
    for sentence in formation_sentences(formation):
        yield Text(f"· {sentence}")
    for office in formation.office[:OFFICE_ROWS]:
        yield Text(f"  {office_sentence(office)}", style="dim")


def against(government: WouldPart, document: ForecastDocument, cite: Cite) -> str:
    """Say whose word a government goes against."""
    said = {one.id: one for one in document.statements}
    names = {one.id: one.name for one in document.lists}
    found = [said[one] for one in government.against if one in said]
    if not found:
        return "–"
    speakers = dict.fromkeys(names.get(one.by, one.by) for one in found)
    return f"{', '.join(speakers)} {cite(*(one.source for one in found))}"
