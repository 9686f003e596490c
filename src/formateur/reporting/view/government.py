"""The station of government: who could, who would, when, and who holds office until then."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, message, message_many
from formateur.reporting import rows
from formateur.reporting.figure_ids import figure
from formateur.reporting.formation_schema import FormationPart, HeadChance
from formateur.reporting.view.could_would import could_would_chart
from formateur.reporting.view.government_tables import (
    coalitions_table,
    office_table,
    power_table,
    would_table,
)
from formateur.reporting.view.lead import government_lead
from formateur.reporting.view.records import Station, Table
from formateur.reporting.view.statements import statements_tables
from formateur.reporting.view.words import Words


def government_station(words: Words) -> Station:
    """Tell who could govern, and who would."""
    formation = words.document.formation
    told = (*government_lead(words), *_formation(words, formation), *_seats(words))
    return Station(
        id="government",
        title=words.say("Government"),
        sentences=tuple(words.told(one) for one in told),
        doubts=words.notes("government"),
        ground=tuple(words.told(words.written(one)) for one in formation.ground_messages)
        if formation
        else (),
        charts=(could_would_chart(words, formation),) if formation else (),
        tables=tuple(_tables(words, formation)),
    )


def _tables(words: Words, formation: FormationPart | None) -> Iterator[Table]:
    if formation:
        yield would_table(words, formation)
    if rows.shown_governments(words.document):
        yield coalitions_table(words)
    yield from statements_tables(words)
    if formation and formation.office:
        yield office_table(words, formation)
    if formation:
        yield power_table(words, formation)


def _seats(words: Words) -> Iterator[Message]:
    if not rows.shown_governments(words.document):
        yield message("No coalition of several lists has a majority in one of ten draws.")


def _formation(words: Words, formation: FormationPart | None) -> Iterator[Message]:
    """Say who heads the government, who is asked first, when it comes, and what if it does not."""
    if formation is None:
        return
    if formation.heads:
        heads = (
            (head_name(words, one), words.often(one.p, figure("head", one.player)))
            for one in formation.heads[:3]
        )
        yield message("Head of the next government: {chances}.", chances=words.each(heads))
    if formation.first:
        asked = (
            (head_name(words, one), words.often(one.p, figure("first", one.player)))
            for one in formation.first[:2]
        )
        yield message("Asked first: {chances}.", chances=words.each(asked))
    yield from _time(words, formation)


def _time(words: Words, formation: FormationPart) -> Iterator[Message]:
    if formation.days is not None:
        days = formation.days
        yield message_many(
            "If a government forms, it takes {count} day from the vote ({range}), and has no "
            "majority in {often}.",
            "If a government forms, it takes {count} days from the vote ({range}), and has no "
            "majority in {often}.",
            round(days.q50),
            range=message("{low} to {high}", low=round(days.q05), high=round(days.q95)),
            often=words.often(formation.p_minority, figure("formation", "minority")),
        )
    none = words.often(formation.p_none, figure("would", "none"))
    yield message("No government before the next election in {often}.", often=none)
    if formation.p_none > 0 and formation.repeat_election is not None:
        yield message(
            "That next election would be held about {month}.",
            month=words.language.month(formation.repeat_election),
        )


def head_name(words: Words, one: HeadChance) -> str:
    """Name a head of government, to be put into a sentence."""
    return words.name_of(one.name) if one.player else words.say("whoever holds it now")
