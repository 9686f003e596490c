"""The polls that a figure rests on, as the last step of its way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from formateur.language import Message, message, message_many
from formateur.reporting.explain.schema import PollFigurePart, PollLinePart
from formateur.reporting.explain.steps import Said, Step, name, said
from formateur.reporting.rows import used_polls
from formateur.reporting.schema_account import PollPart
from formateur.reporting.view.all_polls import fieldwork
from formateur.reporting.view.poll_cells import reading
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words

SHOWN = 10
"""Polls of a step that people are shown at once, the heaviest."""


def polls_step(words: Words, lists: Sequence[str] = ()) -> Step:
    """Tabulate all polls that the estimate rests on, with what they found for some lists."""
    used = _heaviest_first(used_polls(words.document))
    return Step(
        id="polls",
        title=said(words, message("The polls and their weights")),
        said=tuple(_weights(words, used)),
        polls=tuple(one.id for one in used),
        lists=tuple(lists),
    )


def house_polls_step(words: Words, house: str, lists: Sequence[str]) -> Step:
    """Tabulate the polls of one house."""
    own = [one for one in words.document.polls if one.pollster == house]
    told = message_many(
        "{count} poll of {house} was known on {day}.",
        "{count} polls of {house} were known on {day}.",
        len(own),
        house=house,
        day=words.document.as_of,
    )
    return Step(
        id=f"polls.{house}",
        title=said(words, message("Its polls")),
        said=(said(words, told),),
        polls=tuple(one.id for one in _heaviest_first(own)),
        lists=tuple(lists),
    )


def _heaviest_first(polls: Iterable[PollPart]) -> list[PollPart]:
    """Order polls by weight; newer ones come first where they tie."""
    return sorted(polls, key=lambda one: -one.weight)


def _weights(words: Words, used: Sequence[PollPart]) -> Iterable[Said]:
    known = words.document.polls
    yield said(
        words,
        message_many(
            "{used} of the {count} poll known on {day} is used.",
            "{used} of the {count} polls known on {day} are used.",
            len(known),
            used=len(used),
            day=words.document.as_of,
        ),
    )
    yield said(
        words,
        message(
            "The weight of a poll is its share of the estimate; all weights add up to {whole}.",
            whole=words.language.percent(1.0),
        ),
    )
    yield said(words, how_figures_are_told(used))


def how_figures_are_told(polls: Sequence[PollPart]) -> Message:
    """Say how to read the figures of polls."""
    if not any(one.shares for one in polls):
        return message("Figures are as printed, in seats or in percent.")
    if any(one.scale == "seats" for one in polls):
        return message(
            "Figures are as printed, in seats or in percent; in brackets, the share of the valid "
            "votes that the model read from them."
        )
    return message(
        "Figures are as printed, in percent; in brackets, the share of the valid votes that the "
        "model read from them."
    )


def rest(words: Words, polls: Sequence[PollPart]) -> str:
    """Say what the polls that are not shown at once weigh; empty where all are shown."""
    lighter = polls[SHOWN:]
    if not lighter:
        return ""
    return words.language.say_many(
        "{count} more, which weighs {weight}",
        "{count} more, which weigh {weight} together",
        len(lighter),
        weight=words.weight(sum(one.weight for one in lighter)),
    )


def poll_line(words: Words, poll: PollPart, lists: Sequence[str]) -> PollLinePart:
    """Tell one poll: who, when, its weight, and its figures of some lists."""
    return PollLinePart(
        id=poll.id,
        who=who(words, poll),
        field=fieldwork(words, poll),
        weight=words.weight(poll.weight) if poll.used else NOTHING,
        figures=[
            PollFigurePart(
                list=one, name=name(words, words.list_name(one)), told=_figure(words, poll, one)
            )
            for one in lists
            if one in poll.readings
        ],
        source=poll.source,
    )


def who(words: Words, poll: PollPart) -> str:
    """Name the pollster and who paid for the poll or published it."""
    if not poll.sponsor:
        return words.language.isolated(poll.pollster)
    return words.language.say(
        "{pollster} for {sponsor}", pollster=poll.pollster, sponsor=poll.sponsor
    )


def _figure(words: Words, poll: PollPart, list_id: str) -> str:
    """Write what was printed, and the share that was read: ``33 (26.2 %)``."""
    printed = reading(words, poll.readings[list_id])
    if poll.scale == "percent":
        printed = f"{printed}\N{NO-BREAK SPACE}%"
    if list_id not in poll.shares:
        return printed
    share = words.language.percent(poll.shares[list_id] / 100, 1)
    return words.language.say("{printed} ({share})", printed=printed, share=share)
