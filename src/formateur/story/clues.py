"""What in a story tells its day: spans to the vote, weekdays, events, names, how many votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from formateur.facts import Election
from formateur.story.dates import Named, named_days
from formateur.story.folding import fold
from formateur.story.gazetteer import gazetteer
from formateur.story.happenings import Chronicle
from formateur.story.past_clues import dated, since
from formateur.story.sentences import Sentence
from formateur.story.vote_clues import (
    Clue,
    counts,
    is_of_vote,
    spans,
    vote_on,
    written_on,
)

TELLS = 0.6
"""Share of an event's words that a sentence must hold to be a clue to its day."""


def clues(
    sentences: Sequence[Sentence],
    elections: Sequence[Election],
    chronicle: Chronicle,
    *,
    spanish: bool,
) -> list[Clue]:
    """Return what in a story tells its election and day.

    Parameters
    ----------
    elections
        Those of the country, oldest first.
    chronicle
        What happened around them.
    """
    found = [_names(" ".join(one.text for one in sentences), elections)]
    for k, sentence in enumerate(sentences):
        plain = fold(sentence.text).lower()
        found += spans(plain)
        found += since(plain)
        found += dated(plain, named_days(sentence.text), elections)
        found += counts(plain, elections)
        weekdays = [one for one in named_days(sentence.text) if one.weekday is not None]
        votes = [one for one in weekdays if is_of_vote(plain, one)]
        found += [vote_on(sentence.text[one.start : one.end], one) for one in votes]
        others = [one for one in weekdays if one not in votes and not one.ahead]
        if k < 2 and others and not any(one.words.startswith("written") for one in found):
            found.append(written_on(others[0]))
        found += _event(sentence.text, others, chronicle, spanish=spanish)
    return found


def _event(
    text: str, weekdays: Sequence[Named], chronicle: Chronicle, *, spanish: bool
) -> Iterator[Clue]:
    told = chronicle.told(text, spanish=spanish)
    alike = [one.happening for one in told if one.fit >= max(TELLS, 0.7 * told[0].fit)]
    weekday = weekdays[0].weekday if weekdays else None

    def weigh(_election: Election, day: date) -> float:
        return max(_after_event(day, one.date, weekday) for one in alike)

    if alike:
        yield Clue(alike[0].title, weigh)


def _after_event(day: date, happened: date, weekday: int | None) -> float:
    since = (day - happened).days
    if since < 0:
        return -3.0
    if weekday is not None:
        return 2.5 if since < 7 and weekday == happened.weekday() else 0.0
    return 1.0 if since <= 14 else 0.0


def _names(text: str, elections: Sequence[Election]) -> Clue:
    """Return how many of the names that a story uses belong to an election, against the best."""
    known = {
        one.id: {mention.id for mention in gazetteer(one).find(text) if mention.what != "bloc"}
        for one in elections
    }
    most = max((len(ids) for ids in known.values()), default=0)

    def weigh(election: Election, _day: date) -> float:
        return float(max(-4, len(known.get(election.id, ())) - most))

    return Clue("", weigh)
