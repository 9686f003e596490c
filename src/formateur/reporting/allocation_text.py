"""The seats of one election for a terminal, and plain when it is not one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from formateur.reporting.allocation_account import account_section, last_seats_section, ties_section
from formateur.reporting.allocation_places import change, changes_section, places_section, tiers_of
from formateur.reporting.allocation_schema import AllocationDocument, TotalPart
from formateur.reporting.layout import heading, table_of
from formateur.reporting.words import day

MOST_WITHOUT_SEATS = 8
"""Parties without seats that are shown, the largest first."""


def render_allocation_text(document: AllocationDocument) -> RenderableType:
    """Return the seats as something that a console can print."""
    return Group(
        *_header(document),
        _total(document),
        *_without_seats(document),
        *(changes_section(document) if document.what_if else places_section(document)),
        *last_seats_section(document),
        *ties_section(document),
        *account_section(document),
        *_law(document),
        *_notes(document),
    )


def _header(document: AllocationDocument) -> Iterator[RenderableType]:
    law = document.law
    yield Text(f"{law.name}: the vote of {day(law.date)}", style="bold")
    yield Text(f"{law.summary} (in force since {law.in_force_from})", style="dim")
    if law.changes:
        yield Text(f"What if: {'; '.join(law.changes)}", style="bold")
    yield Text()


def _total(document: AllocationDocument) -> RenderableType:
    """Tabulate the parties with seats; in a what-if, those with seats under either law."""
    if document.what_if is not None:
        return _total_changes(document)
    tiers = tiers_of(document) if len(tiers_of(document)) > 1 else []
    table = table_of(
        ("Party", "left"), ("votes", "right"), ("%", "right"),
        *((tier, "right") for tier in tiers), ("seats", "right"),
    )  # fmt: skip
    won = [row for row in document.total if row.seats]
    for row in won:
        by_tier = (str(row.by_tier.get(tier, "–")) for tier in tiers)
        table.add_row(row.party, *_votes(row, document), *by_tier, str(row.seats))
    sums = (str(sum(row.by_tier.get(tier, 0) for row in won)) for tier in tiers)
    table.add_row("together", "", "", *sums, str(sum(row.seats for row in won)), style="dim")
    return table


def _total_changes(document: AllocationDocument) -> RenderableType:
    table = table_of(
        ("Party", "left"), ("votes", "right"), ("%", "right"),
        ("as it was", "right"), ("what if", "right"), ("change", "right"),
    )  # fmt: skip
    rows = {row.party: row for row in document.total}
    changes = document.what_if.total if document.what_if else []
    for one in changes:
        numbers = (str(one.seats_as_it_was), str(one.seats), change(one.difference))
        table.add_row(one.party, *_votes(rows[one.party], document), *numbers)
    was, now = sum(one.seats_as_it_was for one in changes), sum(one.seats for one in changes)
    table.add_row("together", "", "", str(was), str(now), change(now - was), style="dim")
    return table


def _votes(row: TotalPart, document: AllocationDocument) -> tuple[str, str]:
    """Write the votes of a party and their share in percent."""
    if row.votes is None:
        return "", ""
    return f"{row.votes:,}", f"{100 * row.votes / document.valid_votes:.2f}"


def _without_seats(document: AllocationDocument) -> Iterator[RenderableType]:
    shown = {one.party for one in document.what_if.total} if document.what_if else set()
    left = [x for x in document.total if x.votes and not x.seats and x.party not in shown]
    if not left:
        return
    told = [f"{row.party} {_votes(row, document)[1]} %" for row in left[:MOST_WITHOUT_SEATS]]
    if more := len(left) - len(told):
        told.append(f"and {more} more")
    yield Text(f"Without seats: {', '.join(told)}.", style="dim")


def _law(document: AllocationDocument) -> Iterator[RenderableType]:
    yield from heading("The law")
    for one in document.law.sources:
        yield Text(f"· {one.covers}: {one.text} (since {one.in_force_from})")
    if document.law.limits:
        yield Padding(Text(document.law.limits, style="dim"), (1, 0, 0, 0))


def _notes(document: AllocationDocument) -> Iterator[RenderableType]:
    if document.notes:
        yield from heading("What does not fit in the case")
        for note in document.notes:
            yield Text(f"· {note}")
