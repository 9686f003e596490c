"""Sentences about what events did."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from formateur.language import Amount, Language, Message, message, message_many, open_language
from formateur.reporting.events_schema import EffectPart, Interval, PolledPart
from formateur.reporting.schema import EventPart

SELDOM = 0.05
"""Of dates without an event, the part that may show as much where a shift is told."""

NEXT_TO_NOTHING, LITTLE, MUCH = 0.1, 0.35, 0.6
"""Learning ratios up to which polls tell next to nothing, little, and something."""


MENTION = 3.0

Mark = Callable[[str], str]
"""Marks a figure in a sentence, for what can show where it comes from; `str` marks nothing."""


def event_sentence(event: EventPart, language: Language | None = None) -> str:
    """Say what the polls show of an event: a line for each list, or why they show nothing."""
    speech = language or open_language("en")
    told = [_short(one, speech) for one in event.effects]
    return "\n".join([*_why_not(event, speech), *told])


def _why_not(event: EventPart, speech: Language) -> Iterator[str]:
    """Say why the polls show nothing of an event, if they do not."""
    polls = polls_around(event)
    if not event.lists:
        yield speech.say("Concerns no list: no effect is worked out.")
    elif not event.identified:
        yield speech.say("Effect not identified: {polls}.", polls=polls)
    elif not event.effects:
        yield speech.say("{polls}: no effect is worked out.", polls=polls)


def polls_around(event: EventPart) -> Message:
    """Say how many polls were taken wholly before and after an event."""
    before = message_many(
        "{count} poll wholly before it", "{count} polls wholly before it", event.polls_before
    )
    after = (
        message_many(
            "{count} poll wholly after it", "{count} polls wholly after it", event.polls_after
        )
        if event.polls_after
        else message("no poll wholly after it")
    )
    return message("{before}, {after}", before=before, after=after)


def _short(effect: EffectPart, speech: Language) -> str:
    if effect.in_polls and not effect.identified:
        return speech.say("{name}: no poll of it wholly before the event.", name=effect.name)
    if not effect.identified:
        return speech.say(
            "{name}: {low} to {high} points in 90 of 100 cases may be assumed without any poll.",
            name=effect.name,
            low=_signed(effect.points.low),
            high=_signed(effect.points.high),
        )
    dates = speech.of_50(effect.polled.p_placebo if effect.polled else 1.0)
    return speech.say(
        "{name} {points}: {learned}; as much shows at {dates} dates without an event.",
        name=effect.name,
        points=in_points(effect.points),
        learned=learned(effect),
        dates=dates,
    )


def in_points(interval: Interval) -> Message:
    """Say a shift with its interval in points."""
    return message(
        "{mean} points ({low} to {high})",
        mean=_signed(interval.mean),
        low=_signed(interval.low),
        high=_signed(interval.high),
    )


def in_seats(interval: Interval) -> Message:
    """Say a shift with its interval in seats."""
    return message(
        "{mean} seats ({low} to {high})",
        mean=_signed(interval.mean),
        low=_signed(interval.low),
        high=_signed(interval.high),
    )


def learned(effect: EffectPart) -> Message:
    """Say how much the polls tell, by the learning ratio, or that they show a shift.

    A shift is told only where its interval leaves out nothing and few dates without an event show
    as much: of many effects that are looked at, some intervals leave nothing out by chance.
    """
    ratio = effect.learning_ratio
    if effect.polled is not None and effect.polled.p_placebo <= SELDOM:
        if effect.points.low > 0:
            return message("the polls show a gain")
        if effect.points.high < 0:
            return message("the polls show a loss")
    if ratio < NEXT_TO_NOTHING:
        return message("the polls tell next to nothing")
    if ratio < LITTLE:
        return message("the polls tell little")
    return message("the polls tell something") if ratio < MUCH else message("the polls tell much")


def effect_sentences(
    event: EventPart, effect: EffectPart, speech: Language, mark: Mark = str
) -> Iterator[str]:
    """Say all that is known of the effect of an event on a list."""
    if effect.polled is None:
        yield from _unknown(event, effect, speech, mark)
        return
    yield speech.say(
        "Effect on {name}: {points}, {seats}; the list gained in {p} cases.",
        name=effect.name,
        points=mark(speech.tell(in_points(effect.points))),
        seats=mark(speech.tell(in_seats(effect.seats))),
        p=mark(speech.of_50(effect.p_gain)),
    )
    yield speech.say(
        "Before any poll its standard deviation is {prior}, now {posterior} (log-ratio): learning "
        "ratio {ratio}, {learned}.",
        prior=Amount(effect.prior_sd, 3),
        posterior=Amount(effect.posterior_sd, 3),
        ratio=Amount(effect.learning_ratio, 2),
        learned=learned(effect),
    )
    if effect.together:
        yield speech.say(
            "Polls can hardly tell it apart from what happened within a day of it: {others}.",
            others=tuple(effect.together.values()),
        )
    yield from _polled(effect.polled, speech)


def _polled(polled: PolledPart, speech: Language) -> Iterator[str]:
    yield speech.say(
        "By the polls alone: {by_polls}. As the only event: {alone}. Under "
        "one common scale of all events: {shrunken}.",
        by_polls=in_points(polled.by_polls),
        alone=in_points(polled.alone),
        shrunken=in_points(polled.shrunken),
    )
    yield speech.say(
        "A passing shift beside it: {passing} at its height, {left} of it left on the day of the "
        "vote.",
        passing=in_points(polled.passing),
        left=Amount(polled.passing_left, percent=True),
    )
    if polled.house_change is not None:
        yield speech.say_many(
            "{count} house polled wholly before and wholly after it: {change} points within it.",
            "{count} houses polled wholly before and wholly after it: {change} points within them "
            "on average.",
            polled.houses,
            change=_signed(polled.house_change),
        )
    yield from _standing_out(polled, speech)


def _standing_out(polled: PolledPart, speech: Language) -> Iterator[str]:
    campaign = speech.say(
        "As much shows at {p} of the dates of this campaign without an event.",
        p=Amount(polled.p_campaign, percent=True),
    )
    if polled.p_past is not None:
        past = speech.say(
            "In {elections} past campaigns it shows at {p} of {dates} dates as near the vote.",
            elections=polled.past_elections,
            p=Amount(polled.p_past, percent=True),
            dates=polled.past_dates,
        )
        campaign = f"{campaign} {past}"
    yield campaign
    yield speech.say(
        "Bayes factor {factor}, which {tells}; q {q} among all events of the campaign.",
        factor=Amount(polled.bayes_factor, 2),
        tells=_for_or_against(polled.bayes_factor),
        q=Amount(polled.q, 2),
    )


def _for_or_against(factor: float) -> Message:
    """Say what a Bayes factor speaks for; below `MENTION` either way it is not worth a mention.

    Jeffreys, Theory of Probability, 3rd edition (Oxford 1961), appendix B.
    """
    if factor > MENTION:
        return message("speaks for a lasting shift")
    if factor < 1 / MENTION:
        return message("speaks against a lasting shift")
    return message("speaks neither for a lasting shift nor against one")


def _unknown(event: EventPart, effect: EffectPart, speech: Language, mark: Mark) -> Iterator[str]:
    yield speech.say(
        "Effect on {name}: not identified; {polls}; learning ratio {ratio}.",
        name=effect.name,
        polls=polls_around(event),
        ratio=Amount(effect.learning_ratio, 2),
    )
    if effect.in_polls:
        yield speech.say("No poll was wholly before it: what it did is in every poll since.")
        return
    yield speech.say(
        "What can be said rests on no poll after it: {low} to {high} points, {fewer} to {more} "
        "seats, in 90 of 100 cases. That is assumed (a Student t of scale 0.05 on the log-ratio); "
        "nothing published gives the size of such effects.",
        **{
            key: mark(speech.number(value, 1, sign=True))
            for key, value in (
                ("low", effect.points.low),
                ("high", effect.points.high),
                ("fewer", effect.seats.low),
                ("more", effect.seats.high),
            )
        },
    )
    if effect.quiet.dates:
        yield speech.say_many(
            "For comparison: what polls alone show at the {count} date of this campaign without an "
            "event lies between {low} and {high} points.",
            "For comparison: what polls alone show at the {count} dates of this campaign without "
            "an event lies between {low} and {high} points in 90 of 100 cases.",
            effect.quiet.dates,
            low=_signed(effect.quiet.low),
            high=_signed(effect.quiet.high),
        )


def _signed(value: float) -> Amount:
    return Amount(value, 1, sign=True)
