"""What the latest events did: what no poll can show, and what polls show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from formateur.language import message, message_many
from formateur.reporting.events_campaign_schema import HeadlinePart, SensitivityPart
from formateur.reporting.events_headlines import (
    error_sentence,
    expected_sentence,
    headline_sentence,
    many_sentences,
)
from formateur.reporting.events_sentences import effect_sentences
from formateur.reporting.figure_ids import figure
from formateur.reporting.schema import EventPart
from formateur.reporting.view.effects_tables import effects_table, kin_table, shifts_table
from formateur.reporting.view.latest_events import known_lately, unknown_events, unknown_of
from formateur.reporting.view.marks import marked, pieces
from formateur.reporting.view.records import Sentence, Station
from formateur.reporting.view.words import Words


def effects_in_short(words: Words) -> Iterator[Sentence]:
    """Say which events no poll tells of, what would change a headline, how many effects show."""
    campaign = words.document.campaign
    if campaign is None:
        return
    unknown = unknown_events(words)
    if unknown:
        titles = tuple(words.name_of(one.title, one.source) for one in unknown)
        told = message_many(
            "No poll can tell whether this moved the race: {events}.",
            "No poll can tell whether these moved the race: {events}.",
            len(titles),
            events=titles,
        )
        yield words.told(told)
    for part in campaign.sensitivity:
        near = [one for one in part.headlines if one.break_even is not None]
        near.sort(key=lambda one: abs(one.break_even or 0.0))
        yield from _headlines(words, part, near[:1])
    yield Sentence(pieces(" ".join(many_sentences(campaign.many, words.language))))


def effect_parts(words: Words) -> Iterator[Station]:
    """Tell the latest events in full: those that no poll is wholly after, then the others."""
    campaign = words.document.campaign
    if campaign is None:
        return
    yield from (_unknown(words, one) for one in unknown_events(words))
    yield from (_shifted(words, one) for one in campaign.sensitivity)
    for table in (effects_table(words, known_lately(words)), kin_table(words)):
        if table.rows:
            yield Station(id=table.id, title=table.title, tables=(table,), brief=False)


def event_sentences(words: Words, event: EventPart) -> Iterator[Sentence]:
    """Say all that is known of what an event did."""
    name = figure("event", event.id)
    for effect in event.effects:
        called = effect.model_copy(update={"name": words.name_of(effect.name)})
        for text in effect_sentences(
            event, called, words.language, lambda text: marked(text, name)
        ):
            yield Sentence(pieces(text))
    campaign = words.document.campaign
    for one in campaign.expected if campaign else ():
        if one.event == event.id:
            yield words.told(expected_sentence(one))


def _unknown(words: Words, event: EventPart) -> Station:
    summary = words.name_of(event.summary, event.source) if event.summary else ""
    return Station(
        id=event.id,
        title=words.called(event.title).text,
        about=(words.told(message("{text}", text=summary)),) if summary else (),
        sentences=tuple(event_sentences(words, event)),
        brief=False,
    )


def _shifted(words: Words, part: SensitivityPart) -> Station:
    name = words.called(part.name).text
    error = words.told(error_sentence(part, words.name_of(part.name)))
    return Station(
        id=f"shift-{part.list}",
        title=words.language.say("What a shift of {name} would change", name=name),
        sentences=(*shift_sentences(words, part), error),
        tables=(shifts_table(words, part),),
        brief=False,
    )


def shift_sentences(words: Words, part: SensitivityPart) -> Iterator[Sentence]:
    """Say how large a shift of a list would change each headline."""
    return _headlines(words, part, part.headlines)


def _headlines(
    words: Words, part: SensitivityPart, headlines: Sequence[HeadlinePart]
) -> Iterator[Sentence]:
    of, majority = figure("event", unknown_of(words, part.list)), words.document.election.majority
    for one in headlines:
        called = one.model_copy(update={"names": [words.name_of(name) for name in one.names]})
        text = headline_sentence(
            called,
            words.name_of(part.name),
            majority,
            words.language,
            lambda text: marked(text, of),
        )
        yield Sentence(pieces(text))
