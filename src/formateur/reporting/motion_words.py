"""A motion in sentences, in any language; every output for people takes them from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from formateur.language import Language, Message, message, message_many
from formateur.reporting.motion_schema import GivenPart, MotionPart, StagePart, TookPart

FEW = 3
"""Tips, pivots and governments that are told in a sentence."""

POSITIONS: Mapping[str, Message] = {
    "support": message("for"),
    "oppose": message("against"),
    "abstain": message("abstains"),
    "split": message("split"),
    "unknown": message("not known"),
}

GROUNDS: Mapping[str, Message] = {
    "stated": message("said so"),
    "inferred": message("inferred"),
    "neighbours": message("guessed from lists near it"),
    "coin": message("toss of a coin"),
}

MOMENTS: Mapping[str, Message] = {
    "negotiation": message("the start of talks"),
    "signed": message("signature"),
    "approved": message("approval"),
    "in_force": message("entry into force"),
}


def in_short(motion: MotionPart, title: str, often: Callable[[float], str]) -> Message:
    """Say in one sentence how a motion stands.

    Parameters
    ----------
    title
        Of the motion, in the words of the reader.
    often
        Tells a chance.
    """
    return message(
        "{title}: {majority}; {brought}.",
        title=title,
        majority=_majority(motion, often),
        brought=_brought(motion, often),
    )


def answers(motion: MotionPart, language: Language) -> Iterator[str]:
    """Answer the three questions, each in a sentence of its own, and what the answers rest on."""
    told = _range(motion, language)
    if motion.majority == "none":
        yield language.say("Would it be decided? {told}", told=told)
    else:
        yield language.say("Would there be a majority? {told}", told=told)
    yield from _outgoing(motion, language)
    yield from _unknown(motion, language)
    yield language.say("Would a government bring it? {told}", told=_bring(motion, language))
    yield language.say(
        "Does it have to pass parliament? {told}", told=language.tell(NEEDED[motion.parliament])
    )


NEEDED: Mapping[str, Message] = {
    "required": message("Yes, by law."),
    "customary": message("By custom only; the government can do without."),
    "optional": message("No: the government could do the same by itself."),
    "no": message("No: the government decides alone."),
}


def _majority(motion: MotionPart, tell: Callable[[float], str]) -> Message:
    often = tell(motion.p_carried)
    if motion.majority == "none":
        return message("a government that decides it in {often} simulated formations", often=often)
    if motion.seats_needed is None:
        return message("a majority for it in {often} simulated parliaments", often=often)
    return message(
        "the {seats} seats that it needs in {often} simulated parliaments",
        seats=motion.seats_needed,
        often=often,
    )


def _brought(motion: MotionPart, tell: Callable[[float], str]) -> Message:
    return message("a government that would bring it in {often}", often=tell(motion.p_brought))


def _range(motion: MotionPart, language: Language) -> str:
    return language.say(
        "{majority} ({low} to {high}, as the lists may be misjudged).",
        majority=_upper(language.tell(_majority(motion, language.of_50))),
        low=language.number(50 * motion.p_low),
        high=language.number(50 * motion.p_high),
    )


def _outgoing(motion: MotionPart, language: Language) -> Iterator[str]:
    if motion.outgoing is None:
        return
    often = language.of_50(motion.outgoing.p_carried)
    if motion.majority == "none":
        yield language.say("The outgoing government would decide so in {often}.", often=often)
    else:
        yield language.say("In the outgoing parliament there would be one in {often}.", often=often)


def _bring(motion: MotionPart, language: Language) -> str:
    """Say how likely it is brought, and carried then, where it may be and a majority is asked."""
    brought = _upper(language.tell(_brought(motion, language.of_50)))
    if motion.p_if_brought is None or motion.majority == "none":
        return language.say("{brought}.", brought=brought)
    return language.say(
        "{brought}; then there is a majority for it in {often}.",
        brought=brought,
        often=language.of_50(motion.p_if_brought),
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _unknown(motion: MotionPart, language: Language) -> Iterator[str]:
    count = sum(one.position == "unknown" for one in motion.positions)
    if count:
        yield language.say_many(
            "One list has not said where it stands: carried in {oppose} if it is against, in "
            "{support} if it is for it, in {toss} if it tosses a coin.",
            "{count} lists have not said where they stand: carried in {oppose} if all are "
            "against, in {support} if all are for it, in {toss} if each tosses a coin.",
            count,
            oppose=language.of_50(motion.p_if_unknown_oppose),
            support=language.of_50(motion.p_if_unknown_support),
            toss=language.of_50(motion.p_if_unknown_toss),
        )


def hangs_on(motion: MotionPart, names: Mapping[str, str], language: Language) -> Iterator[str]:
    """Say who decides, and which single change of mind would tip the answer."""
    pivots = sorted(motion.positions, key=lambda one: -one.banzhaf)[:FEW]
    told = tuple(
        message(
            "{name} {share}",
            name=names.get(one.list, one.list),
            share=language.percent(one.banzhaf),
        )
        for one in pivots
        if one.banzhaf > 0
    )
    if told:
        yield language.say("Decisive votes among the open lists: {names}.", names=told)
    if motion.tips:
        tips = tuple(
            message(
                "{name} {position} ({often})",
                name=names.get(one.list, one.list),
                position=POSITIONS[one.position],
                often=language.of_50(one.p_carried),
            )
            for one in motion.tips[:FEW]
        )
        yield language.say("One of these alone would tip it: {tips}.", tips=tips)
    else:
        yield language.say("No single change of mind would tip it.")


def government_name(given: GivenPart, language: Language) -> str:
    """Name a government that a motion is told under."""
    if not given.names:
        return language.say("no government before the next election")
    return " + ".join(language.isolated(one) for one in given.names)


def stage_sentence(stage: StagePart, language: Language) -> str:
    """Say of a stage whose it is, and how likely it is passed."""
    note = f": {stage.note}" if stage.note else ""
    if stage.p is None:
        return language.say(
            "{name}, {body}{note} (not modelled)", name=stage.name, body=stage.body, note=note
        )
    return language.say(
        "{name}, {body}{note} (passed in {often})",
        name=stage.name,
        body=stage.body,
        note=note,
        often=language.of_50(stage.p),
    )


def took_sentence(took: TookPart, language: Language) -> str:
    """Say how long comparable treaties took between two stages."""
    return language.tell(
        message_many(
            "Comparable treaties, from {begin} to {end}: {median} days (one treaty).",
            "Comparable treaties, from {begin} to {end}: half took up to {median} days, the "
            "shortest {shortest}, the longest {longest} ({count} treaties).",
            took.cases,
            begin=MOMENTS[took.begin],
            end=MOMENTS[took.end],
            median=took.median,
            shortest=took.shortest,
            longest=took.longest,
        )
    )
