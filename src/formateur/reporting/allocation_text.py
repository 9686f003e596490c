"""The seats of one election for a terminal, and plain when it is not one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from formateur.language import Amount, Language, Value, message, message_many
from formateur.reporting.allocation_account import account_section, last_seats_section, ties_section
from formateur.reporting.allocation_places import (
    change,
    changes_section,
    places_section,
    tier_word,
    tiers_of,
)
from formateur.reporting.allocation_schema import AllocationDocument, TotalPart
from formateur.reporting.layout import heading, table_of

MOST_WITHOUT_SEATS = 8
"""Parties without seats that are shown, the largest first."""


def render_allocation_text(document: AllocationDocument, language: Language) -> RenderableType:
    """Return the seats as something that a console can print."""
    places = changes_section if document.what_if else places_section
    return Group(
        *_header(document, language),
        _total(document, language),
        *_without_seats(document, language),
        *places(document, language),
        *last_seats_section(document, language),
        *ties_section(document, language),
        *account_section(document, language),
        *_law(document, language),
        *_notes(document, language),
    )


def _header(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    law, say = document.law, language.say
    title = say("{law}: the vote of {day}", law=law.name, day=language.day(law.date))
    yield Text(title, style="bold")
    since = say("{law} (in force since {day})", law=law.summary, day=law.in_force_from)
    yield Text(since, style="dim")
    if law.changes:
        yield Text(say("What if: {changes}", changes="; ".join(law.changes)), style="bold")
    yield Text()


def _total(document: AllocationDocument, language: Language) -> RenderableType:
    """Tabulate the parties with seats; in a what-if, those with seats under either law."""
    if document.what_if is not None:
        return _total_changes(document, language)
    say, number = language.say, language.number
    tiers = tiers_of(document) if len(tiers_of(document)) > 1 else []
    table = table_of(
        (say("Party"), "left"), (say("votes"), "right"), ("%", "right"),
        *((tier_word(tier, language), "right") for tier in tiers), (say("seats"), "right"),
    )  # fmt: skip
    won = [row for row in document.total if row.seats]
    for row in won:
        by_tier = (number(row.by_tier[t]) if t in row.by_tier else "–" for t in tiers)
        table.add_row(row.party, *_votes(row, document, language), *by_tier, number(row.seats))
    sums = (number(sum(row.by_tier.get(tier, 0) for row in won)) for tier in tiers)
    every = number(sum(row.seats for row in won))
    table.add_row(say("together"), "", "", *sums, every, style="dim")
    return table


def _total_changes(document: AllocationDocument, language: Language) -> RenderableType:
    say, number = language.say, language.number
    table = table_of(
        (say("Party"), "left"), (say("votes"), "right"), ("%", "right"),
        (say("as it was"), "right"), (say("what if"), "right"), (say("change"), "right"),
    )  # fmt: skip
    rows = {row.party: row for row in document.total}
    changes = document.what_if.total if document.what_if else []
    for one in changes:
        moved = change(one.difference, language)
        numbers = (number(one.seats_as_it_was), number(one.seats), moved)
        table.add_row(one.party, *_votes(rows[one.party], document, language), *numbers)
    was, now = sum(one.seats_as_it_was for one in changes), sum(one.seats for one in changes)
    sums = (number(was), number(now), change(now - was, language))
    table.add_row(say("together"), "", "", *sums, style="dim")
    return table


def _votes(row: TotalPart, document: AllocationDocument, language: Language) -> tuple[str, str]:
    """Write the votes of a party and their share in percent."""
    if row.votes is None:
        return "", ""
    share = language.number(100 * row.votes / document.valid_votes, 2)
    return language.number(row.votes), share


def _without_seats(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    shown = {one.party for one in document.what_if.total} if document.what_if else set()
    left = [x for x in document.total if x.votes and not x.seats and x.party not in shown]
    if not left:
        return
    told: list[Value] = [
        message(
            "{party} {share}",
            party=row.party,
            share=Amount((row.votes or 0) / document.valid_votes, 2, percent=True),
        )
        for row in left[:MOST_WITHOUT_SEATS]
    ]
    if more := len(left) - len(told):
        told.append(message_many("{count} more", "{count} more", more))
    yield Text(language.say("Without seats: {parties}.", parties=tuple(told)), style="dim")


def _law(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    yield from heading(language.say("The law"))
    for one in document.law.sources:
        told = language.say(
            "{covers}: {source} (since {day})",
            covers=one.covers,
            source=one.text,
            day=one.in_force_from,
        )
        yield Text(f"· {told}")
    if document.law.limits:
        yield Padding(Text(document.law.limits, style="dim"), (1, 0, 0, 0))


def _notes(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    if document.notes:
        yield from heading(language.say("What does not fit in the case"))
        for note in document.notes:
            yield Text(f"· {note}")
