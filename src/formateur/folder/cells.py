"""The grammar of single cells: days, numbers, poll figures, ids, times.

Every function takes the text of a cell that is not empty and returns its value, or a `Flaw`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from formateur.facts import Reading, Scale

LIST_ID = "[a-z0-9_]+"
"""Ids of lists, persons, parties and blocs."""

SLUG = "[a-z0-9_-]+"
"""Ids of everything else, and kinds of events."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_WHOLE = re.compile(r"[0-9]{1,15}")
_DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]{1,30})?")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a cell cannot be read, and what to do."""

    reason: str
    remedy: str


def day(text: str) -> date | Flaw:
    """Read a day, ``2019-09-14``."""
    if not _DAY.fullmatch(text):
        return Flaw("is not a date", "Write year-month-day, as in 2019-09-14.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Flaw("is not a day of the calendar", "Check the day, the month and the year.")


def time_of_day(text: str) -> str | Flaw:
    """Read a local time, ``18:00``; it stays text."""
    if _TIME.fullmatch(text):
        return text
    return Flaw("is not a time", "Write hours and minutes, as in 18:00, or leave it empty.")


def list_id(text: str) -> str | Flaw:
    """Read the id of a list or person."""
    if re.fullmatch(LIST_ID, text):
        return text
    return Flaw("is not an id", "Use only a-z, 0-9 and _, as in blue_white.")


def slug(text: str) -> str | Flaw:
    """Read the id of a poll, statement or event, or the kind of an event."""
    if re.fullmatch(SLUG, text):
        return text
    return Flaw("is not an id", "Use only a-z, 0-9, _ and -, as in list-merger.")


def whole(text: str) -> int | Flaw:
    """Read a whole number of at least 0."""
    if _WHOLE.fullmatch(text):
        return int(text)
    if re.fullmatch(r"[0-9]{1,3}([,.' \u00a0\u202f][0-9]{3})+", text):
        plain = re.sub("[^0-9]", "", text)
        return Flaw("has separators between its digits", f"Write {plain}.")
    if _DECIMAL.fullmatch(text):
        return Flaw("is not a whole number", "Write digits only.")
    return _not_a_number(text)


def decimal(text: str) -> float | Flaw:
    """Read a number of at least 0 with a decimal point."""
    return float(text) if _DECIMAL.fullmatch(text) else _not_a_number(text)


def percent(text: str) -> float | Flaw:
    """Read a percentage between 0 and 100, without its sign."""
    value = decimal(text)
    if isinstance(value, float) and value > 100:
        return Flaw("is more than 100 percent", "Write a percentage from 0 to 100.")
    return value


def undecided(text: str) -> float | Flaw:
    """Read the percentage of a poll that named no list: less than 100, without its sign."""
    value = percent(text)
    if value == 100:
        return Flaw("leaves nobody with a choice", "Write the percent that named no list.")
    return value


def reading(text: str, scale: Scale) -> Reading | Flaw:
    """Read what a poll prints for one list."""
    if text.startswith("<"):
        return _below(text[1:])
    if text.endswith("%") or scale == "percent":
        value = percent(text.removesuffix("%"))
        return value if isinstance(value, Flaw) else Reading("percent", value)
    return _seats(text)


def _below(text: str) -> Reading | Flaw:
    if not text:
        return Reading("below", None)
    value = percent(text)
    if isinstance(value, Flaw):
        return Flaw(value.reason, "Write < for below the threshold, or as in <2.5.")
    if value == 0:
        return Flaw("is below nothing", "Write < for below the threshold, or as in <2.5.")
    return Reading("below", value)


def _seats(text: str) -> Reading | Flaw:
    value = whole(text)
    if isinstance(value, Flaw):
        if _DECIMAL.fullmatch(text):
            remedy = f"Write {text}% if it was printed in percent, or set the scale to percent."
            return Flaw("is not a whole number of seats", remedy)
        return value
    # A poll of seats prints 0 for a list that it sees below the threshold.
    return Reading("seats", float(value)) if value else Reading("below", None)


def _not_a_number(text: str) -> Flaw:
    if re.fullmatch(r"[0-9]+,[0-9]+", text):
        return Flaw("has a decimal comma", f"Use a point: {text.replace(',', '.')}.")
    if re.match(r"[-−–][0-9]", text):
        return Flaw("is negative", "Write a number from 0 up, or leave it empty if unknown.")
    if text.lower().lstrip("+-").removesuffix("inity") in {"nan", "inf"}:
        return Flaw("is not a finite number", "Leave it empty if it is unknown.")
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return Flaw("has too many digits", "Write the figure as it was printed.")
    return Flaw("is not a number", "Write digits with a decimal point, as in 26.5.")
