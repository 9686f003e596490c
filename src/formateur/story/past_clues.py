"""What in a story tells its day by a vote that is over: days since it, its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from formateur.facts import Election
from formateur.story import anchors
from formateur.story.dates import Named
from formateur.story.numbers import number
from formateur.story.vote_clues import Clue


def since(plain: str) -> Iterator[Clue]:
    """Yield "82 days after the election": of the vote itself or the one before."""
    for found in anchors.AFTER.finditer(plain):
        yield _since(f"“{found.group()}”", number(found["n"]), found["unit"])
    for found in anchors.MORROW.finditer(plain):
        yield _since(f"“{found.group()}”", 1, "day")


def _since(words: str, amount: float, unit: str) -> Clue:
    exact = unit.startswith(("day", "dia"))
    slack = 0 if exact else 3 if unit.startswith(("week", "semana")) else 16

    def weigh(election: Election, day: date) -> float:
        off = abs((day - election.date).days - anchors.UNITS[unit] * amount)
        return (4.0 if exact else 2.0) if off <= slack else 0.0

    return Clue(words, weigh)


def dated(plain: str, days: Sequence[Named], elections: Sequence[Election]) -> Iterator[Clue]:
    """Yield a date that is that of an election: "the election of September 11, 2022"."""
    for named in days:
        held = {one.id for one in elections if _is_on(named, one.date)}
        if held:
            yield _of_elections(f"“{plain[named.start : named.end]}”", held)


def _is_on(named: Named, day: date) -> bool:
    same = (named.day, named.month) == (day.day, day.month)
    return same and named.year in (None, day.year)


def _of_elections(words: str, held: set[str]) -> Clue:
    def weigh(election: Election, _day: date) -> float:
        return 2.0 if election.id in held else 0.0

    return Clue(words, weigh)
