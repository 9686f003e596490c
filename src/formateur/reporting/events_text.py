"""What events did, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Language, open_language
from formateur.reporting.citations import source_line
from formateur.reporting.events_campaign_schema import SensitivityPart
from formateur.reporting.events_document_schema import EventsDocument
from formateur.reporting.events_headlines import (
    FEWEST_KIN,
    error_sentence,
    expected_sentence,
    headline_name,
    headline_sentence,
    kin_name,
    kin_note,
    kin_shift,
    many_sentences,
)
from formateur.reporting.events_schema import EffectPart
from formateur.reporting.events_sentences import (
    effect_sentences,
    polls_around,
)
from formateur.reporting.layout import Cite, heading, table_of
from formateur.reporting.schema import EventPart


def render_events_text(
    document: EventsDocument, language: Language | None = None
) -> RenderableType:
    """Return what events did as something that a console can print."""
    speech, cite = language or open_language("en"), Cite()
    alone = len(document.events) == 1
    shown = document.events if alone else [one for one in document.events if _unknown(one)]
    return Group(
        Text(
            speech.say(
                "{name}: events as polls show them on {day}",
                name=document.name,
                day=document.as_of,
            ),
            style="bold",
        ),
        *([] if alone else _all(document, speech, cite)),
        *(part for event in shown for part in _event(event, document, speech, cite)),
        *(part for one in document.sensitivity for part in _sensitivity(one, document, speech)),
        *_kin(document, speech),
        *(_many(document, speech) if alone else []),
        *_sources(document, cite, speech),
    )


def _unknown(event: EventPart) -> bool:
    return any(not one.in_polls for one in event.effects)


def _many(document: EventsDocument, speech: Language) -> Iterator[RenderableType]:
    yield from heading(speech.say("All events of the campaign"))
    yield Text(" ".join(many_sentences(document.many, speech)))


def _all(document: EventsDocument, speech: Language, cite: Cite) -> Iterator[RenderableType]:
    yield Text(" ".join(many_sentences(document.many, speech)))
    yield Text()
    table = table_of(
        (speech.say("Day"), "left"),
        (speech.say("Event"), "left"),
        (speech.say("List"), "left"),
        (speech.say("points"), "bars"),
        (speech.say("seats"), "bars"),
        (speech.say("learned"), "right"),
        (speech.say("as much without"), "right"),
    )
    for event in document.events:
        title = f"{event.title} [{event.id}] {cite(event.source)}"
        if not event.effects:
            table.add_row(speech.short_day(event.date), title, "–", *[""] * 4)
        for place, one in enumerate(event.effects):
            named = (speech.short_day(event.date), title) if place == 0 else ("", "")
            table.add_row(*named, one.name, *_figures(one, speech))
    yield table
    yield Text(
        speech.say(
            "Lasting shift with the interval that holds 90 of 100 cases; learned: 0 is nothing, 1 "
            "is all; as much without: share of dates without an event at which polls show as much. "
            "n.i.: not identified, no poll on one side of it; "
            "`formateur events {election} EVENT` tells one event in full.",
            election=document.election,
        ),
        style="dim",
    )


def _figures(one: EffectPart, speech: Language) -> tuple[str, ...]:
    if one.polled is None:
        return (speech.say("n.i."), "", speech.number(one.learning_ratio, 2), "")
    ranges = tuple(
        f"{speech.number(x.mean, 1, sign=True)} ({speech.span(x.low, x.high, 1, sign=True)})"
        for x in (one.points, one.seats)
    )
    learned = speech.number(one.learning_ratio, 2)
    return (*ranges, learned, speech.percent(one.polled.p_placebo))


def _event(
    event: EventPart,
    document: EventsDocument,
    speech: Language,
    cite: Cite,
) -> Iterator[RenderableType]:
    yield from heading(f"{event.title}, {speech.day(event.date)} [{event.id}] {cite(event.source)}")
    if event.summary:
        yield Text(event.summary, style="dim")
    if not event.effects:
        yield Text(f"{speech.tell(polls_around(event))}.")
        yield Text(speech.say("It concerns no list that is polled: no effect is worked out."))
    for effect in event.effects:
        for sentence in effect_sentences(event, effect, speech):
            yield Text(f"· {sentence}")
    for one in document.expected:
        if one.event == event.id:
            yield Text(f"· {speech.tell(expected_sentence(one))}")


def _sensitivity(
    one: SensitivityPart, document: EventsDocument, speech: Language
) -> Iterator[RenderableType]:
    yield from heading(speech.say("What a shift of {name} would change", name=one.name))
    for part in one.headlines:
        yield Text(f"· {headline_sentence(part, one.name, document.majority, speech)}")
    shifts = [
        f"{speech.number(shift, 2, sign=True)} ({speech.number(points, 1, sign=True)})"
        for shift, points in zip(one.shifts, one.points, strict=True)
    ]
    table = table_of(
        (speech.say("Shift on the log-ratio (points)"), "left"),
        *((shift, "right") for shift in shifts),
    )
    table.add_row(
        speech.say("seats of {name}, on average", name=one.name),
        *(speech.number(seats, 1) for seats in one.seats),
    )
    for part in one.headlines:
        named = speech.tell(headline_name(part, document.majority))
        table.add_row(named, *(speech.of_50(p, short=True) for p in part.p))
    yield table
    yield Text(f"· {speech.tell(error_sentence(one, one.name))}")


def _kin(document: EventsDocument, speech: Language) -> Iterator[RenderableType]:
    own = {f"{document.election}/{one.id}": one for one in document.events}
    shown = [one for one in document.kin if len(one.events) >= FEWEST_KIN]
    if len(document.events) == 1:
        (event,) = own.values()
        names = {event.kind, *event.actors}
        shown = [one for one in document.kin if one.name in names]
    if not shown:
        return
    yield from heading(speech.say("Events of one kind or by one actor, this campaign and earlier"))
    table = table_of(
        (speech.say("kind or actor"), "left"),
        (speech.say("events with polls"), "right"),
        (speech.say("shift of the list concerned, log-ratio"), "right"),
    )
    for one in shown:
        named = speech.tell(kin_name(one))
        table.add_row(named, speech.number(len(one.events)), kin_shift(one, speech))
    yield table
    yield Text(speech.tell(kin_note(shown, speech)), style="dim")


def _sources(document: EventsDocument, cite: Cite, speech: Language) -> Iterator[RenderableType]:
    yield from heading(speech.say("Sources"))
    texts = {one.id: one for one in document.sources}
    for source_id, number in cite.numbers.items():
        yield Text(f"[{number}] {source_line(texts[source_id], speech)}")
