"""The tables of votes, seats and blocs for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from formateur.reporting import rows
from formateur.reporting.layout import Cite, heading, table_of
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.words import in_cell, seat_range, share_range


def lists_table(document: ForecastDocument) -> RenderableType:
    """Tabulate votes and seats of every list."""
    table = table_of(
        ("List", "left"),
        ("votes %", "right"),
        ("seats", "right"),
        ("seats, how often", "bars"),
        ("most seats", "right"),
        ("below threshold", "right"),
    )
    for one in document.lists:
        missed = 1 - one.p_threshold
        table.add_row(
            one.name,
            share_range(one.votes),
            seat_range(one.seats),
            rows.bars(one.seat_chances),
            in_cell(one.p_largest) if one.p_largest else "–",
            in_cell(missed) if missed else "–",
        )
    return table


def blocs_section(document: ForecastDocument, cite: Cite) -> Iterator[RenderableType]:
    """Tabulate the seats of the blocs."""
    if not document.blocs:
        return
    yield from heading("Blocs")
    table = table_of(
        ("Bloc", "left"),
        ("seats", "right"),
        ("seats, how often", "bars"),
        (f"has {document.election.majority}", "right"),
        ("lists", "left"),
    )
    names = {one.id: one.name for one in document.lists}
    for bloc in document.blocs:
        table.add_row(
            f"{bloc.name} {cite(bloc.source)}",
            seat_range(bloc.seats),
            rows.bars(bloc.seat_chances, width=20),
            in_cell(bloc.p_majority),
            ", ".join(names.get(one, one) for one in bloc.lists),
        )
    yield table
