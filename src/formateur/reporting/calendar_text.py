"""The calendar of an election for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Language, Message, message
from formateur.reporting.calendar_document import (
    CalendarDocument,
    StepPart,
    TermPart,
    VoteAgainPart,
)
from formateur.reporting.calendar_words import STEPS
from formateur.reporting.layout import heading, table_of

TERMS: Mapping[str, Message] = {
    "count": message("results"),
    "consultation": message("a candidate is named"),
    "mandate": message("a government, or the task ends"),
    "parliament": message("parliament acts, or its turn ends"),
    "talks": message("a government; no term is set"),
    "dissolved": message("dissolution"),
}


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


def in_days(days: int, language: Language) -> str:
    """Say how far a day is from the one asked for."""
    if days == 0:
        return language.say("today")
    if days > 0:
        return language.say_many("in one day", "in {count} days", days)
    return language.say_many("one day ago", "{count} days ago", -days)


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
            _extended(one, language),
            language.tell(TERMS[one.kind]),
            one.who,
            _law_days(one, language),
            one.source,
        )
    return table


def _extended(term: TermPart, language: Language) -> str:
    if term.extended is None or term.extended == term.end:
        return ""
    return language.short_day(term.extended)


def _law_days(term: TermPart, language: Language) -> str:
    if term.law_days is None:
        return "–"
    days = language.number(term.law_days)
    return f"{days} + {language.number(term.law_extension)}" if term.law_extension else days


def _again(again: VoteAgainPart | None, language: Language) -> Iterator[RenderableType]:
    if again is None:
        return
    yield from heading(language.say("If no government forms"))
    if again.dissolved is None or again.usual is None or again.last is None:
        yield Text(
            language.say(
                "No law ends the search. After a dissolution the country votes within {most} days "
                "({source}).",
                most=again.days_most,
                source=again.source,
            )
        )
        return
    yield Text(
        language.say(
            "Parliament is dissolved by {dissolved}; the next vote would be about {usual}, {days} "
            "days later. With every extension, every turn and the longest campaign ({most} days) "
            "it would be on {last} ({source}).",
            dissolved=again.dissolved,
            usual=again.usual,
            days=again.days_usual,
            most=again.days_most,
            last=again.last,
            source=again.source,
        )
    )


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
