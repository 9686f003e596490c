"""One motion for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Language
from formateur.reporting.citations import source_lines
from formateur.reporting.layout import Cite, heading, sources_section, table_of
from formateur.reporting.motion_document import MotionDocument
from formateur.reporting.motion_schema import PositionPart
from formateur.reporting.motion_words import (
    GROUNDS,
    POSITIONS,
    answers,
    government_name,
    hangs_on,
    stage_sentence,
    took_sentence,
)


def render_motion_text(document: MotionDocument, language: Language) -> RenderableType:
    """Return the answer to a motion as something that a console can print."""
    cite, motion = Cite(), document.motion
    return Group(
        Text(motion.title, style="bold"),
        Text(
            language.say(
                "{name}, as of {day} · {draws} draws · run {run}",
                name=document.name,
                day=document.as_of,
                draws=document.draws,
                run=document.run,
            ),
            style="dim",
        ),
        Text(f"{motion.question} {cite(motion.source)}"),
        *_supposed(document, language),
        Text(),
        *(Text(one) for one in answers(motion, language)),
        *(Text(one) for one in hangs_on(motion, document.lists, language)),
        *_lists(document, language, cite),
        *_governments(document, language),
        *_stages(document, language),
        *_took(document, language),
        *sources_section(cite, source_lines(document.sources, language), language.say("Sources")),
    )


def _supposed(document: MotionDocument, language: Language) -> Iterator[RenderableType]:
    for one, position in document.supposed.items():
        yield Text(
            language.say(
                "What if: {name} {position}.",
                name=document.lists[one],
                position=POSITIONS[position],
            ),
            style="bold",
        )


def _lists(document: MotionDocument, language: Language, cite: Cite) -> Iterator[RenderableType]:
    yield from heading(language.say("Where the lists stand"))
    table = table_of(
        (language.say("List"), "left"),
        (language.say("position"), "left"),
        (language.say("votes for it"), "right"),
        (language.say("known from"), "left"),
        (language.say("carried if for"), "right"),
        (language.say("if against"), "right"),
    )
    for one in document.motion.positions:
        table.add_row(
            document.lists[one.list],
            language.tell(POSITIONS[one.position]),
            language.percent(one.p_for),
            _known_from(one, document, language, cite),
            language.of_50(one.p_if_supports, short=True),
            language.of_50(one.p_if_opposes, short=True),
        )
    yield table


def _known_from(one: PositionPart, document: MotionDocument, language: Language, cite: Cite) -> str:
    if one.list in document.supposed:
        return language.say("supposed")
    ground = language.tell(GROUNDS[one.ground])
    return f"{ground} {cite(one.source)}" if one.source else ground


def _governments(document: MotionDocument, language: Language) -> Iterator[RenderableType]:
    if not document.motion.given:
        return
    yield from heading(language.say("Under the likeliest governments"))
    table = table_of(
        (language.say("Government"), "left"),
        (language.say("forms"), "right"),
        (language.say("brings it"), "right"),
        (language.say("carried"), "right"),
    )
    for one in document.motion.given:
        table.add_row(
            government_name(one, language),
            *(language.of_50(p, short=True) for p in (one.p_forms, one.p_brought, one.p_carried)),
        )
    yield table


def _stages(document: MotionDocument, language: Language) -> Iterator[RenderableType]:
    if document.motion.stages:
        yield from heading(language.say("The whole way"))
        for number, one in enumerate(document.motion.stages, start=1):
            yield Text(f"{number}. {stage_sentence(one, language)}")


def _took(document: MotionDocument, language: Language) -> Iterator[RenderableType]:
    if document.motion.took:
        yield from heading(language.say("How long mutual defence treaties since 1945 took"))
        for one in document.motion.took:
            yield Text(took_sentence(one, language))
