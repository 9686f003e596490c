"""The seats of every constituency for a terminal, and what a what-if changes there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from formateur.law import NATIONAL
from formateur.reporting.allocation_schema import AllocationDocument, SeatsPart, TierName
from formateur.reporting.layout import heading, table_of

MANY_SINGLE_SEATS = 20
"""From this many constituencies with one seat on, they are listed by party, not one a line."""

MOST_CHANGES = 60
"""Changes of a what-if that are shown to people; the other formats hold them all."""


def tiers_of(document: AllocationDocument) -> list[TierName]:
    """Return the tiers that have seats, in their order."""
    found = {part.tier for part in document.seats}
    order: tuple[TierName, ...] = ("constituency", "list", "levelling")
    return [tier for tier in order if tier in found]


def change(difference: int) -> str:
    """Write a change of seats: ``+2``, ``−1``, or a dash for none."""
    return f"{difference:+d}".replace("-", "−") if difference else "–"


def places_section(document: AllocationDocument) -> Iterator[RenderableType]:
    """Tabulate the seats of every constituency; nothing where there is one."""
    if {part.constituency for part in document.seats} == {NATIONAL}:
        return
    single, rest = _apart(document)
    if single:
        yield from heading("Constituencies with one seat, by party")
        yield _by_party(single)
    if rest:
        yield from heading("Seats by constituency")
        yield _by_place(rest, with_tier=len(tiers_of(document)) > 1)


def _apart(document: AllocationDocument) -> tuple[list[SeatsPart], list[SeatsPart]]:
    """Tell the seats of constituencies that elect one candidate, where there are many, apart."""
    single: list[SeatsPart] = []
    rest: list[SeatsPart] = []
    for _, parts in groupby(document.seats, key=lambda part: (part.constituency, part.tier)):
        here = list(parts)
        elects_one = here[0].tier == "constituency" and sum(part.seats for part in here) == 1
        (single if elects_one else rest).extend(here)
    return (single, rest) if len(single) >= MANY_SINGLE_SEATS else ([], document.seats)


def _by_party(single: list[SeatsPart]) -> RenderableType:
    table = table_of(("Party", "left"), ("seats", "right"), ("constituencies", "left"))
    won: dict[str, list[str]] = {}
    for part in single:
        won.setdefault(part.party, []).append(part.constituency)
    for party, places in sorted(won.items(), key=lambda one: -len(one[1])):
        table.add_row(party, str(len(places)), "; ".join(places))
    return table


def _by_place(parts: list[SeatsPart], *, with_tier: bool) -> RenderableType:
    tier_column = (("tier", "left"),) if with_tier else ()
    table = table_of(("Constituency", "left"), *tier_column, ("seats", "right"), ("", "left"))
    for (where, tier), group in groupby(parts, key=lambda part: (part.constituency, part.tier)):
        here = sorted(group, key=lambda part: -part.seats)
        told = ", ".join(f"{part.party} {part.seats}" for part in here)
        number = str(sum(part.seats for part in here))
        table.add_row(where, *((tier,) if with_tier else ()), number, told)
    return table


def changes_section(document: AllocationDocument) -> Iterator[RenderableType]:
    """Tabulate where a what-if changes seats; nothing where there is one constituency."""
    rows = document.what_if.seats if document.what_if else []
    if {row.constituency for row in rows} == {NATIONAL}:
        return
    changed = [row for row in rows if row.difference]
    yield from heading("Where seats change")
    if not changed:
        yield Text("Nowhere.")
        return
    table = table_of(
        ("Constituency", "left"), ("tier", "left"), ("party", "left"),
        ("as it was", "right"), ("what if", "right"), ("change", "right"),
    )  # fmt: skip
    for row in changed[:MOST_CHANGES]:
        numbers = (str(row.seats_as_it_was), str(row.seats), change(row.difference))
        table.add_row(row.constituency, row.tier, row.party, *numbers)
    yield table
    if (more := len(changed) - MOST_CHANGES) > 0:
        yield Text(f"And {more} more; --format csv holds them all.", style="dim")
