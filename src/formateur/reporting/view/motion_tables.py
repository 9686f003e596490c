"""The tables of a motion: where the lists stand, what becomes of it, its way."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.reporting.figure_ids import figure, figure_at
from formateur.reporting.motion_schema import GivenPart, MotionPart, PositionPart, StagePart
from formateur.reporting.motion_words import GROUNDS, POSITIONS, government_name
from formateur.reporting.view.cells import EMPTY, name_cell
from formateur.reporting.view.records import Cell, Column, Row, Table
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words


def positions_table(words: Words, motion: MotionPart) -> Table:
    """Tabulate where the lists stand, and what hangs on each."""
    title = words.called(motion.title).text
    return Table(
        id=f"positions-{motion.id}",
        title=words.say("Where the lists stand"),
        caption=words.language.say("Where the lists stand on: {motion}", motion=title),
        columns=(
            Column(key="list", title=words.say("List"), look="name"),
            Column(key="position", title=words.say("position")),
            Column(key="p_for", title=words.say("votes for it"), look="number"),
            Column(key="ground", title=words.say("known from")),
            Column(key="if_for", title=words.say("carried if for"), look="chance"),
            Column(key="if_against", title=words.say("if against"), look="chance"),
            Column(key="day", title=words.say("When"), look="day"),
            Column(key="summary", title=words.say("In words")),
        ),
        rows=tuple(Row(id=x.list, cells=_position(words, motion, x)) for x in motion.positions),
        first=len(motion.positions),
        brief=False,
        folded=True,
    )


def _position(words: Words, motion: MotionPart, one: PositionPart) -> tuple[Cell, ...]:
    summary, language = words.called(one.summary), words.language
    name = figure_at("position", motion.id, one.list)
    return (
        name_cell(words, words.list_name(one.list), one.list),
        Cell(text=language.tell(POSITIONS[one.position]), value=one.position),
        Cell(text=language.percent(one.p_for), value=one.p_for, figure=name),
        Cell(text=language.tell(GROUNDS[one.ground]), value=one.ground),
        *(
            Cell(text=language.of_50(p, short=True), value=p, figure=name)
            for p in (one.p_if_supports, one.p_if_opposes)
        ),
        Cell(text=language.short_day(one.date), value=one.date) if one.date else EMPTY,
        Cell(
            text=summary.text or NOTHING,
            language=summary.language,
            sources=(one.source,) if one.source else (),
        ),
    )


def further_tables(words: Words, motion: MotionPart) -> Iterator[Table]:
    """Tabulate what becomes of it under each government, and the steps on its way."""
    if motion.given:
        yield _governments(words, motion)
    if motion.stages:
        yield _stages(words, motion)


def _governments(words: Words, motion: MotionPart) -> Table:
    return Table(
        id=f"governments-{motion.id}",
        title=words.say("Under the likeliest governments"),
        caption=words.say("What becomes of the motion under each of the likeliest governments"),
        columns=(
            Column(key="government", title=words.say("Government"), look="name"),
            Column(key="forms", title=words.say("forms"), look="chance"),
            Column(key="brings", title=words.say("brings it"), look="chance"),
            Column(key="majority", title=words.say("majority"), look="chance"),
        ),
        rows=tuple(
            Row(id="+".join(one.members) or "none", cells=_given(words, motion, one))
            for one in motion.given
        ),
        first=len(motion.given),
        brief=False,
    )


def _given(words: Words, motion: MotionPart, one: GivenPart) -> tuple[Cell, ...]:
    formed = figure("would", *(one.members or ["none"]))
    chance = figure("motion", motion.id)
    named = one.model_copy(update={"names": [words.called(name).text for name in one.names]})
    told = ((one.p_forms, formed), (one.p_brought, chance), (one.p_carried, chance))
    return (
        Cell(text=government_name(named, words.language), value="+".join(one.members)),
        *(Cell(text=words.language.of_50(p, short=True), value=p, figure=of) for p, of in told),
    )


def _stages(words: Words, motion: MotionPart) -> Table:
    return Table(
        id=f"stages-{motion.id}",
        title=words.say("The whole way"),
        caption=words.say("The whole way of the motion; what is not modelled is only named"),
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
    passed = (
        Cell(text=words.say("not modelled"))
        if one.p is None
        else Cell(
            text=words.language.of_50(one.p, short=True),
            value=one.p,
            figure=figure("motion", motion.id),
        )
    )
    return (
        Cell(text=name.text, language=name.language),
        Cell(text=body.text or NOTHING, language=body.language),
        passed,
        Cell(text=note.text or NOTHING, language=note.language),
    )
