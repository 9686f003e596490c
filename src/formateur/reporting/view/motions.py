"""The station of motions: would a proposal have its majority, and who decides."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, message
from formateur.reporting.figure_ids import figure, figure_at
from formateur.reporting.motion_schema import MotionPart, PositionPart, StagePart
from formateur.reporting.motion_words import POSITIONS, answers, hangs_on, in_short
from formateur.reporting.view.cells import EMPTY, chance_cell, name_cell
from formateur.reporting.view.motion_chart import motion_chart
from formateur.reporting.view.records import Cell, Column, Piece, Row, Sentence, Station, Table
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words

ORDER = ("support", "oppose", "abstain", "split", "unknown")


def motions_station(words: Words) -> Station:
    """Say how the motions stand."""
    return Station(
        id="motions",
        title=words.say("Motions"),
        doubts=words.notes("motions"),
        parts=tuple(_motion(words, one) for one in words.document.motions),
    )


def _motion(words: Words, motion: MotionPart) -> Station:
    named = _in_language(words, motion)
    return Station(
        id=motion.id,
        title=words.called(motion.title).text,
        sentences=(_said(f"{in_short(named, words.language)}."), *_camps(words, motion)),
        doubts=tuple(_said(one) for one in _answers(words, named)),
        about=tuple(_about(words, motion)),
        charts=(motion_chart(words, motion),),
        tables=(_positions(words, motion), *_stages(words, motion)),
    )


def _said(text: str) -> Sentence:
    return Sentence((Piece(text),))


def _in_language(words: Words, motion: MotionPart) -> MotionPart:
    """Return a motion with the names in it as the reader's language has them."""
    given = [
        one.model_copy(update={"names": [words.called(name).text for name in one.names]})
        for one in motion.given
    ]
    return motion.model_copy(update={"given": given})


def _answers(words: Words, motion: MotionPart) -> Iterator[str]:
    """Answer the three questions, say what the answers rest on, and who decides."""
    names = {one.id: words.called(one.name).text for one in words.document.lists}
    yield from answers(motion, words.language)
    yield from hangs_on(motion, names, words.language)


def _camps(words: Words, motion: MotionPart) -> Iterator[Sentence]:
    """Say which lists take which position, with who says so."""
    text = {
        "support": message("For: {lists}."),
        "oppose": message("Against: {lists}."),
        "abstain": message("Abstaining: {lists}."),
        "split": message("Split: {lists}."),
        "unknown": message("No position known: {lists}."),
    }
    for position in ORDER:
        lists = tuple(_stands(words, x) for x in motion.positions if x.position == position)
        if lists:
            yield words.told(text[position].with_values(lists=lists))


def _stands(words: Words, one: PositionPart) -> Message:
    name = words.list_name(one.list)
    cited = words.name_of(name, *((one.source,) if one.source else ()))
    if one.basis == "inferred":
        return message("{list} (inferred)", list=cited)
    return message("{list}", list=cited)


def _about(words: Words, motion: MotionPart) -> Iterator[Sentence]:
    """Ask the question, and say what the motion is and needs."""
    yield words.told(message("{text}", text=words.name_of(motion.question)))
    yield words.told(message("{text}", text=words.name_of(motion.summary)), motion.source)
    yield words.told(message("First raised on {day}.", day=motion.first_raised))
    if motion.seats_needed is None:
        yield words.told(message("Needed: more yes than no among those voting."))
    else:
        yield words.told(
            message(
                "Needed: {needed} of {seats} seats.",
                needed=motion.seats_needed,
                seats=words.document.election.seats,
            )
        )


def _positions(words: Words, motion: MotionPart) -> Table:
    title = words.called(motion.title).text
    return Table(
        id=f"positions-{motion.id}",
        title=words.say("Positions"),
        caption=words.language.say("Where the lists stand on: {motion}", motion=title),
        columns=(
            Column(key="list", title=words.say("List"), look="name"),
            Column(key="position", title=words.say("Position")),
            Column(key="swing", title=words.say("Swing"), look="chance"),
            Column(key="day", title=words.say("When"), look="day"),
            Column(key="summary", title=words.say("In words")),
        ),
        rows=tuple(Row(id=x.list, cells=_position(words, motion, x)) for x in motion.positions),
        first=len(motion.positions),
        notes=(
            words.told(
                message(
                    "Swing: how much more often the motion is carried if the list supports it than "
                    "if it opposes it."
                )
            ),
        ),
        brief=False,
    )


def _position(words: Words, motion: MotionPart, one: PositionPart) -> tuple[Cell, ...]:
    summary = words.called(one.summary)
    swing = words.language.of_50(one.swing, short=True) if one.swing else NOTHING
    return (
        name_cell(words, words.list_name(one.list), one.list),
        Cell(text=position_word(words, one), value=one.position),
        Cell(text=swing, value=one.swing, figure=figure_at("position", motion.id, one.list)),
        Cell(text=words.language.short_day(one.date), value=one.date) if one.date else EMPTY,
        Cell(
            text=summary.text or NOTHING,
            language=summary.language,
            sources=(one.source,) if one.source else (),
        ),
    )


def position_word(words: Words, one: PositionPart) -> str:
    """Say where a list stands, and whether that is inferred."""
    stated = words.language.tell(POSITIONS[one.position])
    if one.basis != "inferred":
        return stated
    return words.language.say("{position} (inferred)", position=stated)


def _stages(words: Words, motion: MotionPart) -> Iterator[Table]:
    """Name the steps on the way of a motion, and how likely those are that are modelled."""
    if not motion.stages:
        return
    yield Table(
        id=f"stages-{motion.id}",
        title=words.say("The whole way of the motion"),
        caption=words.say(
            "The steps of the motion; a chance is given where government or parliament decides"
        ),
        columns=(
            Column(key="step", title=words.say("Step"), look="name"),
            Column(key="body", title=words.say("Who")),
            Column(key="passed", title=words.say("passed"), look="chance"),
            Column(key="note", title=words.say("In words")),
        ),
        rows=tuple(
            Row(id=str(number), cells=_stage(words, motion, one))
            for number, one in enumerate(motion.stages, start=1)
        ),
        first=len(motion.stages),
        brief=False,
    )


def _stage(words: Words, motion: MotionPart, one: StagePart) -> tuple[Cell, ...]:
    name, body, note = (words.called(text) for text in (one.name, one.body, one.note))
    passed = EMPTY if one.p is None else chance_cell(words, one.p, figure("motion", motion.id))
    return (
        Cell(text=name.text, language=name.language),
        Cell(text=body.text or NOTHING, language=body.language),
        passed,
        Cell(text=note.text or NOTHING, language=note.language),
    )
