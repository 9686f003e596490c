"""What in a story tells its day: spans to the vote, weekdays, events, names, how many votes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from formateur.facts import Election
from formateur.story import anchors
from formateur.story.dates import Named, named_days
from formateur.story.folding import fold
from formateur.story.gazetteer import gazetteer
from formateur.story.happenings import Chronicle
from formateur.story.numbers import number, ordinal
from formateur.story.sentences import Sentence

TELLS = 0.6
"""Share of an event's words that a sentence must hold to be a clue to its day."""

_BEFORE_DAY = re.compile(
    r"(?:vot\w*|elections?|polls|elecciones|celebra\w*|comicios)"
    r" (?:se celebraran |will be held |is )?(?:on |el |este |del )?$"
)
_TOMORROW = re.compile(
    r"\b(?:votes?|polls|election|vote is) tomorrow\b|\bvota(?:n|ra|ran)? manana\b"
    r"|\btomorrow's (?:election|vote)\b"
)


@dataclass(frozen=True, slots=True)
class Clue:
    """A piece of evidence.

    Attributes
    ----------
    words
        Of the story, or what they tell; empty for a clue that is in no one place.
    weigh
        How much it speaks for an election and a day; negative when against.
    """

    words: str
    weigh: Callable[[Election, date], float]


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
        found += _spans(plain)
        found += _counts(plain, elections)
        weekdays = [one for one in named_days(sentence.text) if one.weekday is not None]
        votes = [one for one in weekdays if _is_of_vote(plain, one)]
        found += [_vote_on(sentence.text[one.start : one.end], one) for one in votes]
        others = [one for one in weekdays if one not in votes and not one.ahead]
        if k < 2 and others and not any(one.words.startswith("written") for one in found):
            found.append(_written_on(others[0]))
        found += _event(sentence.text, others, chronicle, spanish=spanish)
    return found


def _left(election: Election, day: date) -> int:
    return (election.date - day).days


def _spans(plain: str) -> Iterator[Clue]:
    """Yield "three days before the vote", "on the eve", "votes tomorrow"."""
    for pattern in (anchors.BEFORE, anchors.LEFT):
        for found in pattern.finditer(plain):
            groups = {key: value for key, value in found.groupdict().items() if value}
            amount = next(number(groups[key]) for key in ("n", "n2", "n3") if key in groups)
            unit = next(groups[key] for key in ("unit", "unit2", "unit3") if key in groups)
            yield _span(f"“{found.group()}”", amount, unit)
    for pattern in (anchors.EVE, _TOMORROW):
        for found in pattern.finditer(plain):
            yield _span(f"“{found.group()}”", 1, "day")


def _span(words: str, amount: float, unit: str) -> Clue:
    exact = unit.startswith(("day", "dia"))

    def weigh(election: Election, day: date) -> float:
        off = abs(_left(election, day) - anchors.UNITS[unit] * amount)
        if exact:
            return 4.0 if off == 0 else -1.0
        return 2.0 if off <= 3 else 0.0

    return Clue(words, weigh)


def _counts(plain: str, elections: Sequence[Election]) -> Iterator[Clue]:
    """Yield "the third election in less than a year", "the second this year"."""
    for found in anchors.NTH.finditer(plain):
        nth = ordinal(found["nth"])
        if nth == 1:
            continue
        span = 0.0 if found["year"] else anchors.UNITS[found["unit"]] * number(found["n"])
        yield _count(f"“{found.group()}”", nth, span, elections)


def _count(words: str, nth: int, span: float, elections: Sequence[Election]) -> Clue:
    def weigh(election: Election, _day: date) -> float:
        held = [one.date for one in elections if one.date <= election.date]
        if not span:
            fits = sum(one.year == election.date.year for one in held) == nth
        else:
            fits = len(held) >= nth and (held[-1] - held[-nth]).days <= 1.1 * span
        return 3.0 if fits else -1.0

    return Clue(words, weigh)


def _is_of_vote(plain: str, day: Named) -> bool:
    after, before = plain[day.end : day.end + 30], plain[max(0, day.start - 40) : day.start]
    return bool(
        re.match(r"'s (?:\w+ )?(?:election|vote|ballot)| a las urnas", after)
        or _BEFORE_DAY.search(before)
    )


def _vote_on(words: str, named: Named) -> Clue:
    def weigh(election: Election, day: date) -> float:
        fits = named.weekday == election.date.weekday() and -6 <= _left(election, day) <= 7
        return 1.5 if fits else 0.0

    return Clue(f"“{words}”", weigh)


def _written_on(named: Named) -> Clue:
    """Agencies name the day of writing by its weekday: "said on Saturday"."""

    def weigh(_election: Election, day: date) -> float:
        return 1.5 if day.weekday() == named.weekday else 0.0

    return Clue("written on the weekday of its first sentences", weigh)


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
