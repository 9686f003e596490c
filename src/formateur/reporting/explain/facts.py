"""Figures that are facts: statements, motions and where lists stand on them, events, the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from formateur.language import message
from formateur.reporting.explain.figure_step import Way, figure_step
from formateur.reporting.explain.formation import statement_said
from formateur.reporting.explain.law import law_step, paragraph
from formateur.reporting.explain.steps import Said, Step, list_name, name, noted, quoted, said
from formateur.reporting.explain.votes import votes_steps
from formateur.reporting.figure_ids import FigureId
from formateur.reporting.motion_schema import MotionPart, PositionPart
from formateur.reporting.motion_words import answers, in_short
from formateur.reporting.schema import EventPart
from formateur.reporting.view.effects import event_sentences, shift_sentences
from formateur.reporting.view.latest_events import known_lately, unknown_events
from formateur.reporting.view.race import effects_told
from formateur.reporting.view.records import Sentence
from formateur.reporting.view.statements import firmness
from formateur.reporting.view.words import Words


def statement(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead a statement back to its source."""
    one = next(one for one in words.document.statements if one.id == asked.of)
    title = message("What {list} said", list=name(words, one.by_name))
    told = list(statement_said(words, one))
    if one.firmness:
        told.append(said(words, message("How firm: {firmness}.", firmness=firmness(words, one))))
    yield figure_step(words, asked, title, (*told, *quoted(words, one.note)))


def motion(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance of a motion back to where the lists stand, their seats and the polls."""
    one = _motion(words, asked.of)
    told = (
        said(words, in_short(one, name(words, one.title), words.language.of_50), one.source),
        *(said(words, message("{text}", text=text)) for text in answers(one, words.language)),
        *quoted(words, one.question),
        *quoted(words, one.summary),
    )
    title = message("Would the motion be carried?")
    yield figure_step(words, asked, title, told)
    yield Step(
        id=f"positions.{one.id}",
        title=said(words, message("Where the lists stand")),
        said=(
            *(each for part in one.positions for each in _position(words, part)),
            *noted(words, "motions"),
        ),
    )
    yield law_step(words)
    yield from votes_steps(words)


def _position(words: Words, part: PositionPart) -> Iterator[Said]:
    template = {
        "support": message("{list} supports it"),
        "oppose": message("{list} opposes it"),
        "abstain": message("{list} abstains"),
        "split": message("{list} is split"),
        "unknown": message("{list} has not said where it stands"),
    }[part.position]
    told = template.with_values(list=list_name(words, part.list))
    if part.date and part.basis == "inferred":
        told = message("{told} ({day}, inferred)", told=told, day=part.date)
    elif part.date:
        told = message("{told} ({day})", told=told, day=part.date)
    yield said(words, message("{told}.", told=told), *([part.source] if part.source else []))
    yield from quoted(words, part.summary)


def position(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead where a list stands on a motion back to who said so."""
    motion_id, _, list_id = asked.of.rpartition("@")
    one = _motion(words, motion_id)
    part = next(part for part in one.positions if part.list == list_id)
    title = message("Where {list} stands on the motion", list=list_name(words, list_id))
    swing = message(
        "Swing: in {points} of 50 more simulated parliaments the motion is carried if it supports "
        "it than if it opposes it.",
        points=round(50 * part.swing),
    )
    yield figure_step(words, asked, title, (*_position(words, part), said(words, swing)))
    yield Step(
        id=f"question.{one.id}",
        title=said(words, message("The motion")),
        said=(*quoted(words, one.question, one.source), *quoted(words, one.summary)),
    )


def _motion(words: Words, motion_id: str) -> MotionPart:
    return next(one for one in words.document.motions if one.id == motion_id)


def event(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead an event back to its source, and say what its effect rests on."""
    one = next(one for one in words.document.events if one.id == asked.of)
    told = (
        said(words, message("It happened on {day}.", day=one.date), one.source),
        *quoted(words, one.summary),
        *_effects(words, one),
    )
    yield figure_step(words, asked, message("{event}", event=name(words, one.title)), told)
    unknown = {effect.list for effect in one.effects if not effect.in_polls}
    for part in words.document.campaign.sensitivity if words.document.campaign else ():
        if part.list in unknown:
            shifted = message("What a shift of {name} would change", name=name(words, part.name))
            yield Step(
                id=f"shift.{part.list}",
                title=said(words, shifted),
                said=tuple(_plain(words, each) for each in shift_sentences(words, part)),
            )


def _effects(words: Words, one: EventPart) -> Iterator[Said]:
    """Say what an event did: in full where the page tells it, so that the page stays small."""
    if one in (*unknown_events(words), *known_lately(words)):
        yield from (_plain(words, each) for each in event_sentences(words, one))
    else:
        yield said(words, message("{text}", text=effects_told(words, one)))


def _plain(words: Words, sentence: Sentence) -> Said:
    return said(words, message("{text}", text=sentence.text))


def law(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead a number of the law back to its paragraph."""
    document = words.document
    told = {
        "threshold": message("The threshold is {share}.", share=words.threshold()),
        "majority": message(
            "A majority is {majority} of {seats} seats.",
            majority=document.election.majority,
            seats=document.election.seats,
        ),
        "seats": message("The house has {seats} seats.", seats=document.election.seats),
    }[asked.of]
    title = message("What the law says")
    covers = "seats" if asked.of == "majority" else asked.of
    cited = (paragraph(words, covers),) if covers in document.law.sources else ()
    yield figure_step(words, asked, title, (said(words, told), *cited))
    yield law_step(words)


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "statement": statement,
        "motion": motion,
        "position": position,
        "event": event,
        "law": law,
    }
)
"""By kind of figure."""
