"""How the seats came about, for a terminal: the last seats, the ties, and every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from formateur.language import Language, Message, message
from formateur.law import NATIONAL
from formateur.reporting.allocation_places import tier_word
from formateur.reporting.allocation_schema import AllocationDocument, TiePart, TracePart
from formateur.reporting.layout import heading, table_of

MOST_LAST_SEATS = 10
"""Constituencies shown, the closest races first."""

MOST_PLACES = 12
"""Constituencies in which the account of one step is shown to people."""

MOST_NATIONAL_LINES = 40
"""Lines of one step about the whole country that are shown to people."""


def last_seats_section(
    document: AllocationDocument, language: Language
) -> Iterator[RenderableType]:
    """Say how close the last seats were."""
    closest, say = document.last_seats[:MOST_LAST_SEATS], language.say
    if not closest:
        return
    yield from heading(
        say(
            "Closest last seats ({shown} of {all})",
            shown=len(closest),
            all=len(document.last_seats),
        )
    )
    tiers = len({one.tier for one in document.last_seats}) > 1
    table = table_of(
        (say("Constituency"), "left"), *(((say("tier"), "left"),) if tiers else ()),
        (say("last seat to"), "left"), (say("next"), "left"), (say("votes short"), "right"),
    )  # fmt: skip
    for one in closest:
        tier = (tier_word(one.tier, language),) if tiers else ()
        names = (" + ".join(one.winner), " + ".join(one.runner_up))
        table.add_row(one.constituency, *tier, *names, language.number(one.votes_missing))
    yield table


def ties_section(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    """Tell every tie and how it was resolved."""
    yield from heading(language.say("Ties"))
    if not document.ties:
        yield Text(language.say("None."))
    for tie in document.ties:
        told = language.tell(_tie(tie, document.seed))
        where = "" if tie.constituency == NATIONAL else f"{tie.constituency}: "
        yield Text(f"· {where}{told}")


def _tie(tie: TiePart, seed: int) -> Message:
    if tie.resolved_by == "lot":
        told = message(
            "{level} were level; {winners} won by lot (seed {seed}); the real outcome was open",
            seed=str(seed),
        )
    else:
        told = message(
            "{level} were level; {winners} won by {rule}", rule=tie.resolved_by.replace("-", " ")
        )
    return told.with_values(level=_joined(tie.contenders), winners=_joined(tie.winners))


def _joined(contenders: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(" + ".join(one) for one in contenders)


def account_section(document: AllocationDocument, language: Language) -> Iterator[RenderableType]:
    """Tell what every step did, as the law's steps tell it: in English."""
    yield from heading(language.say("How the seats came about"))
    for step, lines in groupby(document.trace, key=lambda line: line.step):
        yield Text(step)
        yield Padding("\n".join(_told(list(lines), language)), (0, 0, 0, 2))


def _told(lines: list[TracePart], language: Language) -> Iterator[str]:
    """Tell what one step did: line by line in the country, a line for each constituency."""
    country = [line.text for line in lines if line.constituency == NATIONAL]
    yield from country[:MOST_NATIONAL_LINES]
    if (more := len(country) - MOST_NATIONAL_LINES) > 0:
        yield language.say_many(
            "… and {count} more line; --format json holds it too",
            "… and {count} more lines; --format json holds them all",
            more,
        )
    here: dict[str, list[str]] = {}
    for line in lines:
        if line.constituency != NATIONAL:
            here.setdefault(line.constituency, []).append(line.text)
    for where in list(here)[:MOST_PLACES]:
        yield f"{where}: {'; '.join(here[where])}"
    if (more := len(here) - MOST_PLACES) > 0:
        yield language.say_many(
            "… and {count} more constituency; --format json holds it too",
            "… and {count} more constituencies; --format json holds them all",
            more,
        )
