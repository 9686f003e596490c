"""The tables of the station of government."""

from __future__ import annotations

from formateur.language import message
from formateur.reporting import rows
from formateur.reporting.figure_ids import figure
from formateur.reporting.formation_schema import (
    FormationPart,
    HeadChance,
    OfficePart,
    PowerPart,
    WouldPart,
)
from formateur.reporting.schema import GovernmentPart
from formateur.reporting.view.cells import EMPTY, chance_cell, members_cell, name_cell
from formateur.reporting.view.records import Cell, Column, Row, Table
from formateur.reporting.view.statements import against_cell, speakers_cell
from formateur.reporting.view.words import Words

OFFICE_ROWS = 4
"""Days shown at once for which it is said who is in office."""

HOLDERS = 4
"""Holders of the office that are shown for a day."""


def could_column(words: Words) -> Column:
    """Head the chances to have a majority."""
    majority = words.document.election.majority
    title = words.language.say("could (has {majority})", majority=majority)
    return Column(key="could", title=title, look="chance")


def would_column(words: Words) -> Column:
    """Head the chances to form."""
    return Column(key="would", title=words.say("would (forms)"), look="chance")


def would_table(words: Words, formation: FormationPart) -> Table:
    """Tabulate the governments that may form, and that none does."""
    shown = rows.shown_would(words.document)
    none = Row(
        id="none",
        cells=(
            Cell(text=words.say("none before the next election"), value="none"),
            Cell(text=""),
            chance_cell(words, formation.p_none, figure("would", "none")),
            EMPTY,
            EMPTY,
        ),
    )
    return Table(
        id="would",
        title=words.say("Government: likeliest to form"),
        caption=words.say("Governments that may form, likeliest first"),
        columns=(
            Column(key="government", title=words.say("Government"), look="name"),
            Column(key="head", title=words.say("head")),
            would_column(words),
            could_column(words),
            Column(key="against", title=words.say("goes against")),
        ),
        rows=(
            none,
            *(Row(id="+".join(one.members), cells=_would(words, one)) for one in shown),
        ),
        first=len(shown) + 1,
    )


def _would(words: Words, one: WouldPart) -> tuple[Cell, ...]:
    return (
        members_cell(words, one.names, one.members),
        _head(words, one.heads[0]) if one.heads else Cell(text=""),
        chance_cell(words, one.p_would, figure("would", *one.members)),
        chance_cell(words, one.p_could, figure("could", *one.members)),
        speakers_cell(words, one.against),
    )


def _head(words: Words, head: HeadChance) -> Cell:
    if not head.player:
        return Cell(text=words.say("whoever holds it now"), value=head.player)
    return name_cell(words, head.name, head.player)


def coalitions_table(words: Words) -> Table:
    """Tabulate the smallest coalitions that could govern, and whether they would."""
    shown = rows.shown_governments(words.document)
    return Table(
        id="coalitions",
        title=words.say("Government: smallest coalitions with the seats"),
        caption=words.say(
            "Smallest coalitions with the seats: those with a majority in half of the draws first, "
            "among them those for which fewest lists break their word"
        ),
        columns=(
            Column(key="coalition", title=words.say("Coalition"), look="name"),
            could_column(words),
            would_column(words),
            Column(key="surplus", title=words.say("over or short"), look="range"),
            Column(key="against", title=words.say("goes against the word of")),
        ),
        rows=tuple(Row(id="+".join(one.lists), cells=_could(words, one)) for one in shown),
        first=len(shown),
        notes=(
            words.told(message("Could: it has the seats. Would: it forms.")),
            words.told(
                message(
                    "Seats over or short of the {majority} of a majority: middle value and the "
                    "range that holds 90 of 100. Where it says not with somebody, the word is "
                    "broken only if that person heads the government, or is part of it.",
                    majority=words.document.election.majority,
                )
            ),
        ),
    )


def _could(words: Words, one: GovernmentPart) -> tuple[Cell, ...]:
    names = [words.list_name(member) for member in one.lists]
    settled = words.document.basis == "result"
    return (
        members_cell(words, names, one.lists),
        chance_cell(words, one.p_could, figure("could", *one.lists), settled=settled),
        would_cell(words, one),
        Cell(
            text=words.surplus(one.surplus),
            value=one.surplus.q50,
            figure=figure("surplus", *one.lists),
        ),
        against_cell(words, one),
    )


def would_cell(words: Words, one: GovernmentPart) -> Cell:
    """Tell the chance that a coalition forms, where its lists are players of their own."""
    if one.p_would is None:
        return Cell(text=words.say("a list may split"))
    return chance_cell(words, one.p_would, figure("would", *one.lists))


def office_table(words: Words, formation: FormationPart) -> Table:
    """Tabulate who is in office, day by day."""
    shown = min(OFFICE_ROWS, len(formation.office))
    later = len(formation.office) - shown
    return Table(
        id="office",
        folded=True,
        title=words.say("In office"),
        caption=words.say("Who is in office, caretakers included"),
        columns=(
            Column(key="day", title=words.say("Day"), look="name"),
            Column(key="new", title=words.say("new government"), look="chance"),
            Column(key="holders", title=words.say("in office")),
        ),
        rows=tuple(
            Row(id=one.date.isoformat(), cells=_office(words, one)) for one in formation.office
        ),
        first=shown,
        rest=words.language.say_many("{count} later day", "{count} later days", later)
        if later
        else "",
    )


def _office(words: Words, one: OfficePart) -> tuple[Cell, ...]:
    day = figure("office", one.date.isoformat())
    holders = [
        message(
            "{name} {often}",
            name=_head(words, held).text,
            often=words.language.of_50(held.p, short=True),
        )
        for held in one.holders[:HOLDERS]
    ]
    return (
        Cell(text=words.language.short_day(one.date), value=one.date),
        chance_cell(words, one.p_new, day),
        Cell(text=", ".join(words.language.tell(held) for held in holders), figure=day),
    )


def power_table(words: Words, formation: FormationPart) -> Table:
    """Tabulate how often a list decides."""
    return Table(
        id="power",
        folded=True,
        title=words.say("Power of the lists over all simulated parliaments"),
        caption=words.say("How often a list decides"),
        columns=(
            Column(key="list", title=words.say("List"), look="name"),
            Column(key="shapley", title="Shapley-Shubik", look="number"),
            Column(key="banzhaf", title="Banzhaf", look="number"),
        ),
        rows=tuple(Row(id=one.list, cells=_power(words, one)) for one in formation.power),
        first=len(formation.power),
        brief=False,
    )


def _power(words: Words, one: PowerPart) -> tuple[Cell, ...]:
    power = figure("power", one.list)
    return (
        name_cell(words, words.list_name(one.list), one.list),
        Cell(text=words.language.number(one.shapley, 2), value=one.shapley, figure=power),
        Cell(text=words.language.number(one.banzhaf, 2), value=one.banzhaf, figure=power),
    )
