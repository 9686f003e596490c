"""The station of motions: would a proposal have its majority, and who decides."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, Value, message, message_many
from formateur.reporting.figure_ids import figure, figure_at
from formateur.reporting.schema import MotionPart, PositionPart
from formateur.reporting.view.cells import EMPTY, name_cell
from formateur.reporting.view.motion_chart import motion_chart
from formateur.reporting.view.records import Cell, Column, Row, Sentence, Station, Table
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words

POSITIONS = ("support", "oppose", "split", "unknown")


def motions_station(words: Words) -> Station:
    """Say how the motions stand."""
    return Station(
        id="motions",
        title=words.say("Motions"),
        doubts=words.notes("motions"),
        parts=tuple(_motion(words, one) for one in words.document.motions),
    )


def _motion(words: Words, motion: MotionPart) -> Station:
    return Station(
        id=motion.id,
        title=words.called(motion.title).text,
        sentences=(words.told(chance_message(words, motion)), *_camps(words, motion)),
        about=tuple(_about(words, motion)),
        charts=(motion_chart(words, motion),),
        tables=(_positions(words, motion), *_stages(words, motion)),
    )


def chance_message(words: Words, motion: MotionPart) -> Message:
    """Say what the chance of a motion rests on."""
    unknown = sum(one.position == "unknown" for one in motion.positions)
    chance = figure("motion", motion.id)
    values: dict[str, Value] = {
        "title": words.name_of(motion.title),
        "often": words.often(motion.p_carried, chance),
        "needed": motion.seats_needed or 0,
    }
    if not unknown and motion.seats_needed is None:
        told = message("{title}: a majority for it in {often} simulated parliaments.")
    elif not unknown:
        told = message(
            "{title}: the {needed} seats that it needs in {often} simulated parliaments."
        )
    elif motion.seats_needed is None:
        told = message_many(
            "{title}: a majority for it in {often} simulated parliaments when the list without a "
            "known position votes by the toss of a coin; in {oppose} if it opposes, in {support} "
            "if it supports it.",
            "{title}: a majority for it in {often} simulated parliaments when each of the {count} "
            "lists without a known position votes by the toss of a coin; in {oppose} if all such "
            "lists oppose it, in {support} if all support it.",
            unknown,
        )
    else:
        told = message_many(
            "{title}: the {needed} seats that it needs in {often} simulated parliaments when the "
            "list without a known position votes by the toss of a coin; in {oppose} if it opposes, "
            "in {support} if it supports it.",
            "{title}: the {needed} seats that it needs in {often} simulated parliaments when each "
            "of the {count} lists without a known position votes by the toss of a coin; in "
            "{oppose} if all such lists oppose it, in {support} if all support it.",
            unknown,
        )
    return told.with_values(
        **values,
        oppose=words.often(motion.p_if_unknown_oppose, chance),
        support=words.often(motion.p_if_unknown_support, chance),
    )


def _camps(words: Words, motion: MotionPart) -> Iterator[Sentence]:
    """Say which lists take which position, with who says so."""
    text = {
        "support": message("For: {lists}."),
        "oppose": message("Against: {lists}."),
        "split": message("Split: {lists}."),
        "unknown": message("No position known: {lists}."),
    }
    for position in POSITIONS:
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
    stated = {
        "support": words.say("for"),
        "oppose": words.say("against"),
        "split": words.say("split"),
        "unknown": words.say("not known"),
    }[one.position]
    if one.basis != "inferred":
        return stated
    return words.language.say("{position} (inferred)", position=stated)


def _stages(words: Words, motion: MotionPart) -> Iterator[Table]:
    """Name the steps on the way of a motion; only the vote in parliament is given a chance."""
    if not motion.stages:
        return
    named = [
        [words.called(text) for text in (one.name, one.body, one.note)] for one in motion.stages
    ]
    yield Table(
        id=f"stages-{motion.id}",
        title=words.say("The whole way of the motion"),
        caption=words.say(
            "Only the vote in parliament is given a chance here; these steps are named, not "
            "modelled"
        ),
        columns=(
            Column(key="step", title=words.say("Step"), look="name"),
            Column(key="body", title=words.say("Who")),
            Column(key="note", title=words.say("In words")),
        ),
        rows=tuple(
            Row(
                id=str(number),
                cells=tuple(Cell(text=x.text or NOTHING, language=x.language) for x in texts),
            )
            for number, texts in enumerate(named, start=1)
        ),
        first=len(named),
        brief=False,
    )
