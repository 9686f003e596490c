"""From a forecast document to the view of it in one language."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Language, Message, message, message_many
from formateur.reporting import rows
from formateur.reporting.citations import reporter, source_line
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view.calendar import calendar_station
from formateur.reporting.view.distance import distance
from formateur.reporting.view.government import government_station
from formateur.reporting.view.houses import houses_station
from formateur.reporting.view.law import law_station
from formateur.reporting.view.lead import lead
from formateur.reporting.view.motions import motions_station
from formateur.reporting.view.polls import polls_station
from formateur.reporting.view.race import race_station
from formateur.reporting.view.record import record_station
from formateur.reporting.view.records import Sentence, SourceLine, View
from formateur.reporting.view.seats import seats_station
from formateur.reporting.view.votes import votes_station
from formateur.reporting.view.wording import FOLDER
from formateur.reporting.view.words import Words
from formateur.votes import model_in_words


def make_view(document: ForecastDocument, language: Language) -> View:
    """Say a forecast in a language.

    Parameters
    ----------
    document
        The forecast; nothing else is looked at.
    language
        Of the reader.

    Returns
    -------
    View
        Every sentence, table and picture of it.
    """
    words = Words(language, document.names, document)
    notes = words.notes()
    return View(
        language=language.code,
        direction=language.direction,
        election=document.election.id,
        day=document.as_of,
        title=words.called(document.election.name).text,
        stood=_stood(words),
        heading=_heading(words),
        basis=tuple(_basis(words)),
        what_if=words.notes("what-if"),
        lead=lead(words),
        doubt=(*words.notes("what-if"), *words.notes("basis")[:1]),
        stations=(
            votes_station(words),
            seats_station(words),
            government_station(words),
            motions_station(words),
        ),
        background=(
            race_station(words),
            calendar_station(words),
            polls_station(words),
            houses_station(words),
            record_station(words),
            law_station(words),
        ),
        notes=notes,
        foreign=_foreign(words),
        sources=tuple(_sources(words)),
        citation=_citation(words),
        run=document.run,
        version=document.version,
    )


def _stood(words: Words) -> str:
    return words.language.say(
        "As it stood on {day} ({distance})",
        day=words.language.day(words.document.as_of),
        distance=distance(words.document.days_to_election),
    )


def _heading(words: Words) -> str:
    return words.language.say(
        "{election}, as it stood on {day} ({distance})",
        election=words.called(words.document.election.name).text,
        day=words.language.day(words.document.as_of),
        distance=distance(words.document.days_to_election),
    )


def _basis(words: Words) -> Iterator[Sentence]:
    """Say what the forecast rests on: polls, model, law, draws, run."""
    document = words.document
    if document.basis == "polls":
        yield words.told(
            message_many(
                "{used} of {count} poll used",
                "{used} of {count} polls used",
                len(document.polls),
                used=len(rows.used_polls(document)),
            )
        )
    yield words.told(model_in_words(document.estimator))
    yield words.told(
        message(
            "{law} (in force since {day})",
            law=words.name_of(document.law.summary),
            day=document.law.in_force_from,
        ),
        *document.law.sources.values(),
    )
    yield words.told(message_many("{count} draw", "{count} draws", document.draws))
    yield words.told(message("run {run}", run=document.run))


def _foreign(words: Words) -> str:
    if words.language.code == FOLDER:
        return ""
    return words.say(
        "Quotations, events, sources and what is said of the law are in English, as the election "
        "folder has them."
    )


def _sources(words: Words) -> Iterator[SourceLine]:
    language = "" if words.language.code == FOLDER else FOLDER
    for number, source in enumerate(words.document.sources, start=1):
        yield SourceLine(
            id=source.id,
            number=number,
            text=source.text,
            reporter=reporter(source),
            told=source_line(source, words.language),
            language=language,
        )


def _citation(words: Words) -> str:
    document = words.document
    return words.language.tell(_cited(words, document.version, document.run))


def _cited(words: Words, version: str, run: str) -> Message:
    return message(
        "Formateur {version}: {election}, as it stood on {day}, run {run}.",
        version=version,
        election=words.called(words.document.election.name).text,
        day=words.document.as_of,
        run=run,
    )
