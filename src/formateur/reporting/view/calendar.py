"""The calendar: steps that are known on the day, and what the law holds in store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from formateur.reporting.calendar_terms import TermPart
from formateur.reporting.calendar_words import (
    STEPS,
    TERMS,
    again_message,
    extended,
    in_days,
    law_days,
)
from formateur.reporting.schema import CalendarPart
from formateur.reporting.view.records import Cell, Column, Piece, Row, Sentence, Station, Table
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words


def calendar_station(words: Words) -> Station:
    """Tabulate the steps of the procedure, what is due by law and what may follow."""
    steps = words.document.calendar
    table = Table(
        id="calendar",
        title=words.say("Calendar"),
        caption=words.say("Steps of the procedure known on the day"),
        columns=(
            Column(key="day", title=words.say("Day"), look="day"),
            Column(key="step", title=words.say("Step"), look="name"),
            Column(key="what", title=words.say("What")),
        ),
        rows=tuple(
            Row(id=str(number), cells=_step(words, one)) for number, one in enumerate(steps, 1)
        ),
        first=len(steps),
        brief=False,
    )
    return Station(
        id="calendar",
        title=words.say("Calendar"),
        sentences=tuple(_again(words)),
        tables=((table,) if steps else ()) + tuple(_ahead(words)),
    )


def _again(words: Words) -> Iterator[Sentence]:
    if words.document.again is not None:
        yield words.told(again_message(words.document.again))


def _ahead(words: Words) -> Iterator[Table]:
    """Tabulate the terms that run or come in any case, and those that may follow."""
    for key, sure, title in (
        ("due", True, words.say("Due by law, at the latest")),
        ("may", False, words.say("May follow, where nothing before it brings a government")),
    ):
        terms = [one for one in words.document.terms if one.sure is sure]
        if terms:
            yield _terms(words, key, title, terms)


def _terms(words: Words, key: str, title: str, terms: Sequence[TermPart]) -> Table:
    return Table(
        id=f"terms-{key}",
        title=title,
        caption=title,
        columns=(
            Column(key="end", title=words.say("by"), look="day"),
            Column(key="what", title=words.say("what"), look="name"),
            Column(key="in", title=words.say("When")),
            Column(key="extended", title=words.say("extended to"), look="day"),
            Column(key="who", title=words.say("who")),
            Column(key="days", title=words.say("days by law"), look="number"),
            Column(key="rule", title=words.say("rule")),
        ),
        rows=tuple(Row(id=one.state, cells=_term(words, one)) for one in terms),
        first=len(terms),
        brief=False,
    )


def _term(words: Words, one: TermPart) -> tuple[Cell, ...]:
    language, who = words.language, words.called(one.who)
    rule = words.called(one.source)
    return (
        Cell(text=NOTHING if one.end is None else language.short_day(one.end), value=one.end),
        Cell(text=language.tell(TERMS[one.kind]), value=one.kind),
        Cell(text="" if one.days is None else in_days(one.days, language), value=one.days),
        Cell(text=extended(one, language), value=one.extended),
        Cell(text=who.text, value=one.who, language=who.language),
        Cell(text=law_days(one, language), value=one.law_days),
        Cell(text=rule.text, language=rule.language),
    )


def _step(words: Words, one: CalendarPart) -> tuple[Cell, ...]:
    who, note = words.called(one.who), words.called(one.note)
    step = words.language.tell(STEPS[one.step]) if one.step in STEPS else one.step
    told = Piece(": ".join(part.text for part in (who, note) if part.text))
    return (
        Cell(text=words.language.short_day(one.date), value=one.date),
        Cell(text=step, value=one.step),
        Cell(text=told.text, language=note.language, sources=(one.source,)),
    )
