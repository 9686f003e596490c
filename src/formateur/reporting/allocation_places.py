"""The seats of every constituency for a terminal, and what a what-if changes there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from formateur.language import Language
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


def tier_word(tier: TierName, language: Language) -> str:
    """Return the word for a tier of seats."""
    return {
        "constituency": language.say("constituency"),
        "list": language.say("list"),
        "levelling": language.say("levelling"),
    }[tier]


def change(difference: int, language: Language) -> str:
    """Write a change of seats: ``+2``, ``−1``, or a dash for none."""
    return language.number(difference, sign=True) if difference else "–"


def places_section(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    """Tabulate the seats of every constituency; nothing where there is one."""
    if {part.constituency for part in document.seats} == {NATIONAL}:
        return
    single, rest = _apart(document)
    if single:
        yield from heading(language.say("Constituencies with one seat, by party"))
        yield _by_party(single, language)
    if rest:
        yield from heading(language.say("Seats by constituency"))
        yield _by_place(rest, language, with_tier=len(tiers_of(document)) > 1)


def _apart(document: AllocationDocument) -> tuple[list[SeatsPart], list[SeatsPart]]:
    """Tell the seats of constituencies that elect one candidate, where there are many, apart."""
    single: list[SeatsPart] = []
    rest: list[SeatsPart] = []
    for _, parts in groupby(document.seats, key=lambda part: (part.constituency, part.tier)):
        here = list(parts)
        elects_one = here[0].tier == "constituency" and sum(part.seats for part in here) == 1
        (single if elects_one else rest).extend(here)
    return (single, rest) if len(single) >= MANY_SINGLE_SEATS else ([], document.seats)


def _by_party(single: list[SeatsPart], language: Language) -> RenderableType:
    say = language.say
    table = table_of(
        (say("Party"), "left"), (say("seats"), "right"), (say("constituencies"), "left")
    )
    won: dict[str, list[str]] = {}
    for part in single:
        won.setdefault(part.party, []).append(part.constituency)
    for party, places in sorted(won.items(), key=lambda one: -len(one[1])):
        table.add_row(party, language.number(len(places)), "; ".join(places))
    return table


def _by_place(parts: list[SeatsPart], language: Language, *, with_tier: bool) -> RenderableType:
    say = language.say
    tier_column = ((say("tier"), "left"),) if with_tier else ()
    table = table_of(
        (say("Constituency"), "left"), *tier_column, (say("seats"), "right"), ("", "left")
    )
    for (where, tier), group in groupby(parts, key=lambda part: (part.constituency, part.tier)):
        here = sorted(group, key=lambda part: -part.seats)
        told = ", ".join(
            say("{party} {seats}", party=part.party, seats=part.seats) for part in here
        )
        number = language.number(sum(part.seats for part in here))
        table.add_row(where, *((tier_word(tier, language),) if with_tier else ()), number, told)
    return table


def changes_section(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    """Tabulate where a what-if changes seats; nothing where there is one constituency."""
    rows, say = document.what_if.seats if document.what_if else [], language.say
    if {row.constituency for row in rows} == {NATIONAL}:
        return
    changed = [row for row in rows if row.difference]
    yield from heading(say("Where seats change"))
    if not changed:
        yield Text(say("Nowhere."))
        return
    table = table_of(
        (say("Constituency"), "left"), (say("tier"), "left"), (say("party"), "left"),
        (say("as it was"), "right"), (say("what if"), "right"), (say("change"), "right"),
    )  # fmt: skip
    for row in changed[:MOST_CHANGES]:
        table.add_row(
            row.constituency,
            tier_word(row.tier, language),
            row.party,
            language.number(row.seats_as_it_was),
            language.number(row.seats),
            change(row.difference, language),
        )
    yield table
    if (more := len(changed) - MOST_CHANGES) > 0:
        told = language.say_many(
            "And {count} more; --format csv holds it too.",
            "And {count} more; --format csv holds them all.",
            more,
        )
        yield Text(told, style="dim")
