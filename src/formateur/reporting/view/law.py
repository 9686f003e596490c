"""The law that turns votes into seats."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import message
from formateur.reporting.view.records import Sentence, Station
from formateur.reporting.view.words import Words


def law_station(words: Words) -> Station:
    """Say which law was applied, and what each of its rules rests on."""
    return Station(id="law", title=words.say("Law"), sentences=tuple(_law(words)))


def _law(words: Words) -> Iterator[Sentence]:
    law = words.document.law
    yield words.told(
        message(
            "{name}: {summary}. In force since {day}.",
            name=words.name_of(law.name),
            summary=words.name_of(law.summary),
            day=law.in_force_from,
        )
    )
    rules = tuple(words.name_of(covers, source) for covers, source in law.sources.items())
    if rules:
        yield words.told(message("Rules on {rules}.", rules=rules))
    if law.limits:
        yield words.told(message("{text}", text=words.name_of(law.limits)))
