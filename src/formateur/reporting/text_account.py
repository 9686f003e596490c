"""How the votes came about, for a terminal: trend, uncertainty, houses, surprises, polls."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from formateur.reporting import account_rows, rows
from formateur.reporting.layout import Cite, heading, table_of
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.words import weight


def account_section(document: ForecastDocument) -> Iterator[RenderableType]:
    """Tabulate how the polls moved and what makes every list unsure."""
    if not document.trend:
        return
    yield from heading("What the polls say, and how sure they are")
    pulls = account_rows.pulls(document)
    table = table_of(
        ("List", "left"),
        ("polls now", "right"),
        *((f"{back} days ago", "right") for back in account_rows.BACK[1:]),
        ("± sampling", "right"),
        ("± movement", "right"),
        ("± shared error", "right"),
        *((title, "right") for title, _ in pulls),
    )
    for one in document.lists:
        moved = [by_list.get(one.id, "") for _, by_list in pulls]
        levels = account_rows.levels(document, one.id)
        table.add_row(one.name, *levels, *account_rows.unsure(one), *moved)
    yield table
    shifts = "; last, what moves a list away from its polls, in points" if pulls else ""
    yield Text(
        "Percent; ± are standard deviations in points: sampling and houses, opinion until the "
        f"vote, the error that all polls share{shifts}.",
        style="dim",
    )
    for sentence in account_rows.account_sentences(document):
        yield Text(sentence)


def polls_section(document: ForecastDocument, cite: Cite) -> Iterator[RenderableType]:
    """Tabulate the polls that weigh most in the estimate."""
    used = account_rows.heaviest_polls(document)
    if not used:
        return
    every = len(rows.used_polls(document))
    yield from heading(
        "Polls used" if every == len(used) else f"Polls used, the {len(used)} heaviest"
    )
    shown = [one for one in document.lists if any(one.id in poll.readings for poll in used)]
    table = table_of(
        ("pollster", "left"),
        ("field", "left"),
        ("weight", "right"),
        *((one.name, "right") for one in shown),
        ("", "left"),
    )
    for poll in used:
        readings = (poll.readings.get(one.id, "") for one in shown)
        field = f"{poll.fieldwork_end:%d %b}"
        table.add_row(poll.pollster, field, weight(poll.weight), *readings, cite(poll.source))
    yield table
    if every > len(used):
        rest = 1.0 - sum(poll.weight for poll in used)
        yield Text(
            f"{every - len(used)} more weigh {weight(rest)} together; `formateur polls` shows "
            "them all.",
            style="dim",
        )
