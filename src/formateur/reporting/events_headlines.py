"""Sentences about what a shift would change, and about all events of a campaign at once."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Amount, Language, Message, message
from formateur.reporting.events_document_schema import HeadlinePart, ManyPart


def headline_sentence(one: HeadlinePart, name: str, majority: int, speech: Language) -> str:
    """Say how large a shift of a list would change a headline."""
    middle = one.p[len(one.p) // 2]
    if one.break_even_points is None:
        return speech.say(
            "{now}: no shift of {name} that was tried changes that.",
            now=_answer(one, middle >= 0.5, majority),
            name=name,
        )
    return speech.say(
        "{now}; moved by {points} points or farther, {name} would turn that round. A shift that "
        "large, either way, has a chance of {p} before any poll.",
        now=_answer(one, middle >= 0.5, majority),
        points=Amount(one.break_even_points, 1, sign=True),
        name=name,
        p=speech.of_50(one.p_beyond),
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
