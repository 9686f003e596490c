"""Coalitions on request, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.reporting.coalitions import CoalitionsView
from formateur.reporting.layout import heading, table_of
from formateur.reporting.words import day, in_cell, of_50


def coalitions_text(view: CoalitionsView) -> RenderableType:
    """Return the answer as something that a console can print."""
    return Group(
        Text(f"{view.election}, as it stood on {day(view.day)}", style="bold"),
        Text(_summary(view)),
        Text(),
        _rows(view),
        *_changes(view),
        *_blocs(view),
    )


def _summary(view: CoalitionsView) -> str:
    more = f", the likeliest {len(view.rows)} shown" if view.matching > len(view.rows) else ""
    fit = "1 coalition fits" if view.matching == 1 else f"{view.matching:,} coalitions fit"
    told = (
        f"{fit}{more}. One of them forms in {of_50(view.p_any)}; no government before the next "
        f"election in {of_50(view.p_none)}."
    )
    if view.p_hidden < TOLD:
        return told
    return (
        f"{told} Others that seldom have a majority form in {of_50(view.p_hidden)}: --minority "
        "shows them."
    )


TOLD = 0.01
"""Left-out coalitions less likely than this are not worth a word."""


def _rows(view: CoalitionsView) -> RenderableType:
    table = table_of(
        ("Coalition", "left"),
        ("would (forms)", "right"),
        (f"could (has {view.majority})", "right"),
        ("seats", "right"),
        ("over or short", "right"),
        ("statements against", "left"),
    )
    for one in view.rows:
        table.add_row(
            " + ".join(one.names),
            in_cell(one.p_would),
            in_cell(one.p_could),
            str(one.seats),
            f"{one.over:+d}".replace("-", "−"),
            ", ".join(one.against) or "–",
        )
    return table


def _changes(view: CoalitionsView) -> Iterator[RenderableType]:
    if not view.changes:
        return
    yield from heading("What would have to change")
    for one in view.changes:
        yield Text(
            f"Without {one.statement} ({one.summary}): {one.after:.1%} instead of {one.before:.1%}"
        )


def _blocs(view: CoalitionsView) -> Iterator[RenderableType]:
    if not view.lacking:
        return
    yield from heading("Seats lacking to a majority")
    for name, middle, low, high in view.lacking:
        if high <= 0:
            yield Text(f"{name}: none")
        else:
            yield Text(f"{name}: {max(middle, 0)} ({max(low, 0)} to {high})")
