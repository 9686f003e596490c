"""What in a story tells how far it is from the vote, and which vote it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from formateur.facts import Election
from formateur.story import anchors
from formateur.story.dates import Named
from formateur.story.numbers import number, ordinal

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


def _left(election: Election, day: date) -> int:
    return (election.date - day).days


def spans(plain: str) -> Iterator[Clue]:
    """Yield "three days before the vote", "on the eve", "votes tomorrow"."""
    for pattern in (anchors.BEFORE, anchors.LEFT):
        for found in pattern.finditer(plain):
            groups = {key: value for key, value in found.groupdict().items() if value}
            amount = next(number(groups[key]) for key in ("n", "n2", "n3", "n4") if key in groups)
            unit = next(groups[key] for key in ("unit", "unit2", "unit3", "unit4") if key in groups)
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


def counts(plain: str, elections: Sequence[Election]) -> Iterator[Clue]:
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


def is_of_vote(plain: str, day: Named) -> bool:
    """Whether a day is named as that of the vote: "Tuesday's election"."""
    after, before = plain[day.end : day.end + 30], plain[max(0, day.start - 40) : day.start]
    return bool(
        re.match(r"'s (?:\w+ )?(?:election|vote|ballot)| a las urnas", after)
        or _BEFORE_DAY.search(before)
    )


def vote_on(words: str, named: Named) -> Clue:
    """Return what the weekday of the vote tells."""

    def weigh(election: Election, day: date) -> float:
        fits = named.weekday == election.date.weekday() and -6 <= _left(election, day) <= 7
        return 1.5 if fits else 0.0

    return Clue(f"“{words}”", weigh)


def written_on(named: Named) -> Clue:
    """Return what a weekday tells: agencies name the day of writing by it, "said on Saturday"."""

    def weigh(_election: Election, day: date) -> float:
        return 1.5 if day.weekday() == named.weekday else 0.0

    return Clue("written on the weekday of its first sentences", weigh)
