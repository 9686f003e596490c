"""An explanation for a terminal, and plain when it is not one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Language
from formateur.reporting.explain.labels import labels
from formateur.reporting.explain.polls import SHOWN
from formateur.reporting.explain.schema import Explanation, StepPart
from formateur.reporting.figure_ids import Kind
from formateur.reporting.layout import heading, table_of

NAMES = 8
"""Names of one kind that are shown; all of them are in the JSON form."""


def explanation_text(told: Explanation, language: Language) -> RenderableType:
    """Return an explanation as something that a console can print."""
    numbers = {one.id: one.number for one in told.sources}
    words = labels(language)
    shown = {source for step in told.steps for source in _shown_sources(step)}
    return Group(
        *(
            part
            for place, step in enumerate(told.steps, start=1)
            for part in _step(place, step, numbers, words)
        ),
        Text(words["sources"], style="bold"),
        *(Text(f"[{one.number}] {one.text}") for one in told.sources if one.id in shown),
        *heading(words["again"]),
        Text(told.command, overflow="fold"),
        *heading(words["cite"]),
        Text(told.citation),
    )


def _shown_sources(step: StepPart) -> Iterator[str]:
    yield from (source for one in step.said for source in one.sources)
    yield from (one.source for one in step.polls[:SHOWN])


def _step(
    place: int, step: StepPart, numbers: Mapping[str, int], words: Mapping[str, str]
) -> Iterator[RenderableType]:
    yield Text(f"{place}. {step.title}", style="bold")
    for one in step.said:
        yield Text(f"{one.text}{_marks(one.sources, numbers)}")
    if step.polls:
        yield _polls(step, numbers, words)
    if step.rest:
        yield Text(step.rest, style="dim")
    yield Text()


def _marks(sources: Sequence[str], numbers: Mapping[str, int]) -> str:
    return "".join(f" [{numbers[one]}]" for one in sources)


def _polls(step: StepPart, numbers: Mapping[str, int], words: Mapping[str, str]) -> RenderableType:
    lists = {one.name for poll in step.polls for one in poll.figures}
    alone = len(lists) == 1
    table = table_of(
        (words["poll"], "left"),
        (words["field"], "left"),
        (words["weight"], "right"),
        ("".join(lists) if alone else words["found"] if lists else "", "left"),
        ("", "left"),
    )
    for poll in step.polls[:SHOWN]:
        told = (one.told if alone else f"{one.name}: {one.told}" for one in poll.figures)
        found = "\n".join(told)
        table.add_row(poll.who, poll.field, poll.weight, found, f"[{numbers[poll.source]}]")
    return table


def names_text(names: Mapping[Kind, Sequence[str]], language: Language) -> RenderableType:
    """Return the names of the figures that can be explained, by kind."""
    table = table_of(("", "left"), ("", "left"))
    for kind, known in names.items():
        shown = ", ".join(known[:NAMES])
        more = len(known) - NAMES
        rest = language.say_many("… and {count} more", "… and {count} more", more)
        table.add_row(kind, f"{shown} {rest}" if more > 0 else shown)
    return Group(
        Text(language.say("Figures that can be explained"), style="bold"),
        table,
        Text(language.say("All names: --format json"), style="dim"),
    )
