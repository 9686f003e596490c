"""The calendar of an election for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Language
from formateur.reporting.calendar_document import CalendarDocument, StepPart
from formateur.reporting.calendar_terms import TermPart, VoteAgainPart
from formateur.reporting.calendar_words import (
    STEPS,
    TERMS,
    again_message,
    extended,
    in_days,
    law_days,
)
from formateur.reporting.layout import heading, table_of


def render_calendar_text(document: CalendarDocument, language: Language) -> RenderableType:
    """Return the calendar as something that a console can print."""
    return Group(
        Text(
            language.say("{name}, as of {day}", name=document.name, day=document.as_of),
            style="bold",
        ),
        Text(_distance(document.days_to_election, language)),
        *_steps(language.say("What is past"), document.past, language),
        *_steps(language.say("Days that are fixed"), document.fixed, language),
        *_terms(document, language),
        *_again(document.again, language),
        *_limits(document, language),
    )


def _distance(days: int, language: Language) -> str:
    if days == 0:
        return language.say("The country votes today.")
    if days > 0:
        return language.say_many("One day until the vote.", "{count} days until the vote.", days)
    return language.say_many("One day since the vote.", "{count} days since the vote.", -days)


def _steps(title: str, steps: Iterable[StepPart], language: Language) -> Iterator[RenderableType]:
    if not steps:
        return
    yield from heading(title)
    table = table_of(("", "left"), ("", "right"), ("", "left"), ("", "left"), ("", "left"))
    table.show_header = False
    for one in steps:
        table.add_row(
            language.short_day(one.date),
            in_days(one.days, language),
            _what(one, language),
            one.note,
            one.source,
        )
    yield table


def _what(step: StepPart, language: Language) -> str:
    told = language.tell(STEPS[step.step])
    return f"{told}: {language.isolated(step.name)}" if step.name else told


def _terms(document: CalendarDocument, language: Language) -> Iterator[RenderableType]:
    due = [one for one in document.terms if one.sure]
    may = [one for one in document.terms if not one.sure]
    for title, terms in (
        (language.say("Due by law, at the latest"), due),
        (language.say("May follow, where nothing before it brings a government"), may),
    ):
        if terms:
            yield from heading(title)
            yield _table(terms, language)


def _table(terms: Iterable[TermPart], language: Language) -> RenderableType:
    table = table_of(
        (language.say("by"), "left"),
        ("", "right"),
        (language.say("extended to"), "left"),
        (language.say("what"), "left"),
        (language.say("who"), "left"),
        (language.say("days by law"), "left"),
        (language.say("rule"), "left"),
    )
    for one in terms:
        table.add_row(
            "–" if one.end is None else language.short_day(one.end),
            "" if one.days is None else in_days(one.days, language),
            extended(one, language),
            language.tell(TERMS[one.kind]),
            one.who,
            law_days(one, language),
            one.source,
        )
    return table


def _again(again: VoteAgainPart | None, language: Language) -> Iterator[RenderableType]:
    if again is not None:
        yield from heading(language.say("If no government forms"))
        yield Text(language.tell(again_message(again)))


def _limits(document: CalendarDocument, language: Language) -> Iterator[RenderableType]:
    if not document.procedure:
        yield Text()
        yield Text(language.say("No procedure is named: what the law holds in store is not known."))
    elif document.terms:
        yield Text()
        yield Text(
            language.say(
                "Days are counted from the day of the step before, as if every term were used to "
                "the full. Left out: {limits}",
                limits=document.limits,
            )
            if document.limits
            else language.say(
                "Days are counted from the day of the step before, as if every term were used to "
                "the full."
            ),
            style="dim",
        )
