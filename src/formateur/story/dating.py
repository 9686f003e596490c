"""Which election and which day a story is of: its dateline, or how its words fit the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from formateur.facts import Election
from formateur.story.clean import Stripped
from formateur.story.dates import Named, named_days
from formateur.story.folding import fold
from formateur.story.vote_clues import Clue

ENOUGH = 4.0
"""Weight of evidence that a day without a dateline needs."""

LEAD = 2.0
"""By how much its evidence must exceed that of every other reading."""

_HEAD = re.compile(
    r"^\W*(?:[A-ZÁÉÍÓÚÑÅÄÖ][\w.'/ ,-]{0,60}?)?[,.(-]?\s*$|published|publicad|updated"
    r"|actualizad|^\W*(?:by|por)\b",
    re.I,
)
_BESIDE = re.compile(
    r"\([^)]{2,50}\)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b",
    re.I,
)
"""What may stand in a dateline beside place and date: the agency, the weekday."""
_CLOSED = re.compile(r"[)\]]?(?: ?\([^)]{2,40}\))?\s*(?:[-–—.:|]|$)")
"""After the date of a dateline, where no comma stands before it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An election and a day that a story may be of, and what speaks for it."""

    election: Election
    day: date
    why: str
    weight: float = 0.0


def era(election: Election, elections: Sequence[Election]) -> tuple[date, date]:
    """Return the first and the last day on which stories are about an election.

    From the call of the election, or what is known first of its campaign, to the call of the
    next, or 90 days after the last step that is known.
    """
    steps = [one.date for one in election.calendar]
    called = [one.date for one in election.calendar if one.step == "election-called"]
    polls = [one.fieldwork_end for one in election.polls]
    known = [day for day in (*called, *polls) if day < election.date]
    first = min(known, default=election.date - timedelta(days=120))
    before = [one for one in elections if one.date < election.date]
    if before:
        first = max(first, max(one.date for one in before) + timedelta(days=1))
    first_step = min((day for day in called if day < election.date), default=first)
    first = max(first, first_step)
    after = [one for one in elections if one.date > election.date]
    last = max((*steps, election.date)) + timedelta(days=90)
    if after:
        following = min(after, key=lambda one: one.date)
        last = min(last, era(following, [following])[0] - timedelta(days=1))
    return first, max(last, election.date)


def election_on(day: date, elections: Sequence[Election]) -> Election | None:
    """Return the election that stories of a day are about."""
    for one in elections:
        first, last = era(one, elections)
        if first <= day <= last:
            return one
    return None


def dateline(lines: Sequence[str], stripped: Sequence[Stripped]) -> Named | None:
    """Return the day in a dateline: before the first words of the story, or in a notice."""
    notices = [one.text for one in stripped if one.why in ("byline", "notice of the site")]
    for line in (*lines[:4], *notices):
        for named in named_days(line):
            if named.day is None or named.start > 120:
                continue
            head = _BESIDE.sub("", fold(line)[: named.start]).strip()
            closed = head.endswith((",", ".", "(", "-", ":")) or _CLOSED.match(line[named.end :])
            if len(line) <= named.end + 12 or (_HEAD.search(head) and (not head or closed)):
                return named
    return None


def readings(
    elections: Sequence[Election], evidence: Sequence[Clue], line: Named | None
) -> list[Reading]:
    """Return the elections and days that a story may be of, the likeliest first.

    Parameters
    ----------
    elections
        Those of the country that come into question.
    evidence
        What in the story tells its day.
    line
        The day of the dateline, perhaps without its year.
    """
    if line is not None:
        found = [
            Reading(one, day, "the dateline", ENOUGH + LEAD)
            for day in _days_of(line, elections)
            if (one := election_on(day, elections)) is not None
        ]
        if len(found) == 1:
            return found
        fitted = _weighed(found, evidence)
    else:
        days = [Reading(one, day, "") for one in elections for day in _span(one, elections)]
        fitted = _weighed(days, evidence)
    return sorted(fitted, key=lambda one: (-one.weight, one.day))


def _days_of(line: Named, elections: Sequence[Election]) -> list[date]:
    years = [line.year] if line.year else sorted({one.date.year for one in elections})
    found = (line.on(date(year, 7, 1), "past") for year in years if 1900 < year < 2200)
    days = {
        day if line.year else _in_year(line, year) for day, year in zip(found, years, strict=False)
    }
    return sorted(day for day in days if day is not None)


def _in_year(line: Named, year: int) -> date | None:
    try:
        return date(year, line.month or 0, line.day or 0)
    except ValueError:
        return None


def _span(election: Election, elections: Sequence[Election]) -> Iterator[date]:
    first, last = era(election, elections)
    first = max(first, election.date - timedelta(days=120))
    last = min(last, election.date + timedelta(days=100))
    for k in range((last - first).days + 1):
        yield first + timedelta(days=k)


def _weighed(days: Sequence[Reading], evidence: Sequence[Clue]) -> list[Reading]:
    """Return the readings with the weight of what speaks for each."""
    weighed = []
    for one in days:
        weights = [(clue.words, clue.weigh(one.election, one.day)) for clue in evidence]
        reasons = dict.fromkeys(words for words, weight in weights if weight > 0 and words)
        total = one.weight + sum(weight for _, weight in weights)
        weighed.append(Reading(one.election, one.day, "; ".join(reasons) or one.why, total))
    return weighed
