"""Figures of the next government: who heads it, when it comes, who is in office until then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from formateur.errors import UsageError
from formateur.language import Amount, Message, message, message_many
from formateur.reporting.explain.figure_step import Way, figure_step, often
from formateur.reporting.explain.formation import chances, formation_steps, lists_of
from formateur.reporting.explain.law import law_step
from formateur.reporting.explain.steps import Step, list_name, name, said
from formateur.reporting.explain.votes import votes_steps
from formateur.reporting.figure_ids import FigureId
from formateur.reporting.formation_schema import FormationPart
from formateur.reporting.view.words import Words


def _led_back(words: Words, asked: FigureId, title: Message, told: Message) -> Iterator[Step]:
    yield figure_step(words, asked, title, (said(words, told),))
    yield from formation_steps(words)


def no_government(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance of no government before the next election back."""
    formation = part_of(words)
    told = message(
        "No government forms before the next election in {often}.",
        often=often(words, formation.p_none),
    )
    title = message("No government before the next election")
    return _led_back(words, asked, title, told)


def head(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance to head the next government back."""
    one = next(one for one in part_of(words).heads if one.player == asked.of)
    told = message(
        "{name} heads the next government in {often}.",
        name=name(words, one.name),
        often=often(words, one.p),
    )
    title = message("Head of the next government: {name}", name=name(words, one.name))
    return _led_back(words, asked, title, told)


def first(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance to be asked first back."""
    one = next(one for one in part_of(words).first if one.player == asked.of)
    told = message(
        "{name} is asked first to form a government in {often}.",
        name=name(words, one.name),
        often=often(words, one.p),
    )
    title = message("Asked first: {name}", name=name(words, one.name))
    return _led_back(words, asked, title, told)


def formation(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead how long it takes, whether it has a majority, or when the next vote is, back."""
    told = _told_of_formation(words, part_of(words), asked.of)
    title = message("How the government is formed")
    return _led_back(words, asked, title, told)


def _told_of_formation(words: Words, part: FormationPart, asked: str) -> Message:
    if asked == "minority":
        return message(
            "If a government forms, it has no majority in {often}.",
            often=often(words, part.p_minority),
        )
    if asked == "repeat" and part.repeat_election:
        return message(
            "If none forms, the next election is held about {month} (middle day {day}).",
            month=words.language.month(part.repeat_election),
            day=part.repeat_election,
        )
    if asked == "days" and part.days:
        return message_many(
            "If a government forms, it takes {count} day from the vote ({low} to {high} in 90 of "
            "100).",
            "If a government forms, it takes {count} days from the vote ({low} to {high} in 90 of "
            "100).",
            round(part.days.q50),
            low=round(part.days.q05),
            high=round(part.days.q95),
        )
    return message("A government forms in none of the simulated elections, or in all.")


def office(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead who is in office on a day back."""
    day = date.fromisoformat(asked.of)
    one = next(one for one in part_of(words).office if one.date == day)
    told = message(
        "A new government has formed by {day} in {often}; in office is {holders}.",
        day=day,
        often=often(words, one.p_new),
        holders=chances(words, one.holders),
    )
    title = message("In office on {day}", day=day)
    return _led_back(words, asked, title, told)


def power(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead how often a list decides back."""
    one = next(one for one in part_of(words).power if one.list == asked.of)
    told = (
        message(
            "{list} has {banzhaf} of all decisive votes (normalised Banzhaf index); its "
            "Shapley-Shubik index is {shapley}.",
            list=list_name(words, one.list),
            banzhaf=Amount(one.banzhaf, 0, percent=True),
            shapley=Amount(one.shapley, 2),
        ),
        message(
            "A vote is decisive where a coalition has a majority with it and none without it; "
            "counted over all coalitions in every simulated parliament."
        ),
    )
    title = message("Power of {list}", list=list_name(words, one.list))
    yield figure_step(words, asked, title, (said(words, each) for each in told))
    yield law_step(words)
    yield from votes_steps(words, lists_of(words, (one.list,)))


def part_of(words: Words) -> FormationPart:
    """Return what the document tells of who would govern.

    Raises
    ------
    UsageError
        When it tells nothing.
    """
    part = words.document.formation
    if part is None:
        raise UsageError("no list wins seats here, so that no government is forecast.")
    return part


WAYS: Mapping[str, Way] = MappingProxyType(
    {"head": head, "first": first, "formation": formation, "office": office, "power": power}
)
"""By kind of figure."""
