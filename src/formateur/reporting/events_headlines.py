"""Sentences about what a shift would change, and about all events of a campaign at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from formateur.language import Amount, Language, Message, message
from formateur.reporting.events_campaign_schema import (
    ExpectedPart,
    HeadlinePart,
    KinPart,
    ManyPart,
    SensitivityPart,
)
from formateur.reporting.events_sentences import Mark, in_points
from formateur.votes.state_space.account import NORMAL_90

FEWEST_KIN = 3
"""Kinds and actors with fewer events are not told to people; data have them all."""


def headline_sentence(
    one: HeadlinePart, name: str, majority: int, speech: Language, mark: Mark = str
) -> str:
    """Say how large a shift of a list would change a headline."""
    middle = one.p[len(one.p) // 2]
    if one.break_even_points is None:
        return speech.say(
            "{now}: no shift of {name} that was tried changes that.",
            now=_answer(one, middle >= 0.5, majority),
            name=name,
        )
    return speech.say(
        "{now}. It would take a shift of {name} by {points} points to turn that round; one as "
        "large or larger, either way, has a chance of {p} before any poll.",
        now=_answer(one, middle >= 0.5, majority),
        points=mark(speech.number(one.break_even_points, 1, sign=True)),
        name=name,
        p=mark(speech.of_50(one.p_beyond)),
    )


def _answer(one: HeadlinePart, likely: bool, majority: int) -> Message:
    if one.what == "first":
        ahead, behind = one.names if likely else one.names[::-1]
        return message(
            "{ahead} is likelier to have more seats than {behind}", ahead=ahead, behind=behind
        )
    bloc = one.names[0]
    if likely:
        return message(
            "{bloc} is likelier to have {majority} seats than not", bloc=bloc, majority=majority
        )
    return message(
        "{bloc} is likelier to fall short of {majority} seats", bloc=bloc, majority=majority
    )


def headline_name(one: HeadlinePart, majority: int) -> Message:
    """Name a headline in a few words."""
    if one.what == "majority":
        return message("{bloc} has {seats}", bloc=one.names[0], seats=majority)
    return message("{first} before {second}", first=one.names[0], second=one.names[1])


def error_sentence(one: SensitivityPart, name: str) -> Message:
    """Say why not even the result tells of a small effect."""
    return message(
        "Nor can the result tell a small effect: the error that all polls share has a standard "
        "deviation of {error} points for {name}.",
        error=Amount(one.shared_error, 1),
        name=name,
    )


def expected_sentence(one: ExpectedPart) -> Message:
    """Say what other events like it would suggest of an event."""
    return message(
        "Other events of its kind and by its actors would suggest {points}.",
        points=in_points(one.points),
    )


def kin_name(one: KinPart) -> Message:
    """Name a kind or an actor."""
    if one.role == "kind":
        return message("kind: {name}", name=one.name.replace("-", " "))
    return message("{text}", text=one.name)


def kin_shift(one: KinPart, speech: Language) -> str:
    """Write what a kind or an actor brings, with its interval."""
    span = speech.span(one.shift.low, one.shift.high, 2, sign=True)
    return f"{speech.number(one.shift.mean, 3, sign=True)} ({span})"


def kin_note(kin: Sequence[KinPart], speech: Language) -> Message:
    """Say how to read what kinds and actors bring."""
    half = NORMAL_90 * kin[0].prior_sd
    return message(
        "What they have in common, shrunk together towards 0; before any poll {bound}.",
        bound=speech.span(-half, half, 2, sign=True),
    )


def many_sentences(many: ManyPart, speech: Language) -> Iterator[str]:
    """Say how many effects stand out, and how many would by chance."""
    if not many.asked:
        yield speech.say("Of no event do polls on both sides tell anything.")
        return
    yield speech.say_many(
        "Polls on both sides tell of {count} effect on a list.",
        "Polls on both sides tell of {count} effects on lists.",
        many.asked,
    )
    chance = Amount(many.by_chance, 1)
    if many.outstanding:
        yield speech.say_many(
            "{count} stands out among dates without an event; {chance} would by chance.",
            "{count} stand out among dates without an event; {chance} would by chance.",
            many.outstanding,
            chance=chance,
        )
    else:
        yield speech.say(
            "None stands out among dates without an event; {chance} would by chance.",
            chance=chance,
        )
    if many.found:
        yield speech.say_many(
            "{count} is found at a rate of false discoveries of one in ten.",
            "{count} are found at a rate of false discoveries of one in ten.",
            many.found,
        )
    else:
        yield speech.say("None is found at a rate of false discoveries of one in ten.")
