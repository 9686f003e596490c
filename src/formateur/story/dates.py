"""Days as stories name them: weekdays, dates, "yesterday", in English and Spanish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from formateur.story.folding import fold

_WEEKDAYS = {
    word: number
    for words in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "lunes martes miercoles jueves viernes sabado domingo",
    )
    for number, word in enumerate(words.split())
}
_MONTHS = {
    word: number
    for words in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sept oct nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr mayo jun jul ago setiembre oct nov dic",
    )
    for number, word in enumerate(words.split(), start=1)
}
_RELATIVE = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "manana": 1,
    "anteayer": -2,
    "ayer": -1,
    "hoy": 0,
    "esta noche": 0,
}
_MONTH = "|".join(sorted(_MONTHS, key=len)[::-1])
_DAY = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|\b(?P<dmy>\d{{1,2}}(?P<sep>[./])\d{{1,2}}(?P=sep)20\d\d)\b"
    rf"|\b(?P<m1>{_MONTH})\b\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"(?!\s*(?:seats|percent"
    rf"|%))(?:,? (?P<y1>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of| de)? (?P<m2>{_MONTH})\b\.?(?:,? (?:(?:de"
    rf"|del) )?(?P<y2>(?:19|20)\d\d)\b)?"
    rf"|\b(?:(?P<dir>last|next|this coming|this past|this|coming|past|el pasado|el proximo"
    rf"|este proximo|este pasado|este|proximo|pasado) )?"
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)})s?\b(?P<after> (?:pasado|proximo|que viene))?"
    rf"|\b(?<!la )(?P<relative>{'|'.join(_RELATIVE)})\b"
)  # fmt: skip
_MONTH_ALONE = re.compile(
    rf"\b(?:in|since|last|of|en|desde|de|del|during|durante|early|late"
    rf"|mid)\b[ -](?:el )?(?:pasado )?(?P<month>{_MONTH})\b(?! \d{{1,2}}\b(?!\d))(?:,?(?: de"
    rf"| del)? (?P<year>(?:19|20)\d\d))?"
    rf"|\b(?P<month2>{_MONTH})(?:'s\b|(?= (?:general |inconclusive )?(?:election|vote"
    rf"|ballot)\b))|\b(?P<month3>january|february|april|june|july|august"
    rf"|september|october|november|december) (?P<year3>(?:19|20)\d\d)\b"
)
NEAR = 10
"""Days by which a date without a year may lie on the side of the story that its tense denies."""

_FUTURE = re.compile(r"next|coming|proximo|que viene")


@dataclass(frozen=True, slots=True)
class Named:
    """A day named in a text.

    Attributes
    ----------
    weekday
        From Monday, 0; ``None`` where no weekday is named.
    day, month, year
        As far as they are named; `day` is ``None`` where a month alone is.
    shift
        Days from the day of the story; ``None`` where the day is named otherwise.
    ahead
        Whether words say that it is still to come ("next Tuesday").
    """

    start: int
    end: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    shift: int | None = None
    ahead: bool = False

    def on(self, story: date, tense: Literal["past", "future"]) -> date | None:
        """Return the day that is meant in a story of some day.

        A weekday is the latest one up to the day of the story, or the next one where the tense is
        future; a date without a year is the nearest that the tense allows.
        """
        if self.shift is not None:
            return story + timedelta(days=self.shift)
        if self.day is not None and self.month is not None:
            return _nearest(story, self, tense)
        if self.weekday is None:
            return None
        ahead = (self.weekday - story.weekday()) % 7
        if tense == "future" or self.ahead:
            return story + timedelta(days=ahead)
        return story - timedelta(days=(-ahead) % 7)


def named_days(text: str) -> list[Named]:
    """Return the days that a text names, in order."""
    plain = fold(text).lower()
    return [day for found in _DAY.finditer(plain) if (day := _read(found)) is not None]


def named_months(text: str) -> list[Named]:
    """Return the months that a text names without a day ("in April", "marzo de 2020")."""
    found = []
    for one in _MONTH_ALONE.finditer(fold(text).lower()):
        month = one["month"] or one["month2"] or one["month3"]
        year = one["year"] or one["year3"]
        number = int(year) if year else None
        found.append(Named(one.start(), one.end(), month=_MONTHS[month], year=number))
    return found


def _read(found: re.Match[str]) -> Named | None:
    start, end = found.span()
    if found["iso"]:
        return _iso(start, end, found["iso"])
    if found["dmy"]:
        return _numeric(start, end, re.split(r"[./]", found["dmy"]), slash=found["sep"] == "/")
    if found["relative"]:
        return Named(start, end, shift=_RELATIVE[found["relative"]])
    if found["weekday"]:
        words = f"{found['dir'] or ''}{found['after'] or ''}"
        ahead = bool(_FUTURE.search(words))
        return Named(start, end, weekday=_WEEKDAYS[found["weekday"]], ahead=ahead)
    number, month = found["d1"] or found["d2"], _MONTHS[found["m1"] or found["m2"]]
    year = found["y1"] or found["y2"]
    if not 1 <= int(number) <= 31:
        return None
    return Named(start, end, day=int(number), month=month, year=int(year) if year else None)


def _iso(start: int, end: int, text: str) -> Named | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return Named(start, end, day=day.day, month=day.month, year=day.year)


def _numeric(start: int, end: int, parts: list[str], *, slash: bool) -> Named | None:
    """Read "29.02.2020" or "29/2/2020"; with slashes it must be plain which is the month."""
    day, month, year = map(int, parts)
    if slash and month > 12:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12) or (slash and day <= 12 and day != month):
        return None
    return Named(start, end, day=day, month=month, year=year)


def _nearest(story: date, named: Named, tense: str) -> date | None:
    """Return the date of the year named, or the nearest one that the tense allows."""
    years = [named.year] if named.year else [story.year - 1, story.year, story.year + 1]
    days = []
    for year in years:
        try:
            day = date(year, named.month or 0, named.day or 0)
        except ValueError:
            continue
        ahead = (day - story).days
        if named.year or (ahead <= NEAR if tense == "past" else ahead >= -NEAR):
            days.append(day)
    return min(days, key=lambda one: abs((one - story).days)) if days else None
