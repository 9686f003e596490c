"""The station of motions: would a proposal have its majority, and who decides."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, message
from formateur.reporting.figure_ids import figure
from formateur.reporting.motion_schema import MotionPart, PositionPart
from formateur.reporting.motion_words import answers, hangs_on, in_short, took_sentence
from formateur.reporting.view.marks import pieces
from formateur.reporting.view.motion_chart import motion_chart
from formateur.reporting.view.motion_tables import further_tables, positions_table
from formateur.reporting.view.records import Sentence, Station
from formateur.reporting.view.words import Words

CAMPS = ("support", "oppose", "abstain", "split", "unknown")


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
        sentences=tuple(_sentences(words, motion)),
        about=tuple(_about(words, motion)),
        charts=(motion_chart(words, motion),),
        tables=(positions_table(words, motion), *further_tables(words, motion)),
    )


def _sentences(words: Words, motion: MotionPart) -> Iterator[Sentence]:
    """Say how it stands, who is where, and what the answers rest on."""
    chance = figure("motion", motion.id)
    title = words.name_of(motion.title)
    yield words.told(in_short(motion, title, lambda p: words.often(p, chance)))
    yield from _camps(words, motion)
    names = {one.id: words.name(one.id) for one in words.document.lists}
    for text in (
        *answers(motion, words.language),
        *hangs_on(motion, names, words.language),
        *(took_sentence(one, words.language) for one in motion.took),
    ):
        yield Sentence(pieces(text))


def _camps(words: Words, motion: MotionPart) -> Iterator[Sentence]:
    """Say which lists take which position, with who says so."""
    text = {
        "support": message("For: {lists}."),
        "oppose": message("Against: {lists}."),
        "abstain": message("Abstaining: {lists}."),
        "split": message("Split: {lists}."),
        "unknown": message("No position known: {lists}."),
    }
    for position in CAMPS:
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
