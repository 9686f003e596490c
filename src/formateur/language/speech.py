"""One language: how sentences, numbers, days and lists are written in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from gettext import NullTranslations
from typing import Literal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from formateur.errors import UsageError
from formateur.language.catalogue import LANGUAGES, SOURCE, load_catalogue
from formateur.language.days import Days
from formateur.language.isolation import isolate
from formateur.language.message import Amount, Message, Value, message, message_many

REGIONS = {"en": "en_GB"}
"""Whose habits a language follows, where it has several: readers of English are everywhere, and
day before month is read right by most of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Days):
    """A language and its habits.

    Attributes
    ----------
    direction
        Of its script.
    name
        What it calls itself.
    """

    direction: Literal["ltr", "rtl"]
    name: str
    catalogue: NullTranslations

    def say(self, text: str, /, **values: Value) -> str:
        """Say a sentence, given in English with ``{names}`` of what goes into it."""
        return self.tell(message(text, **values))

    def say_many(self, one: str, many: str, count: int, /, **values: Value) -> str:
        """Say a sentence that counts, in the form that the number asks for."""
        return self.tell(message_many(one, many, count, **values))

    def tell(self, said: Message) -> str:
        """Say a sentence that was written down before."""
        template, values = self.parts(said)
        return template.format_map(values)

    def parts(self, said: Message) -> tuple[str, dict[str, str]]:
        """Return the template of a sentence in this language, and what is put into it, by name."""
        template = (
            self.catalogue.ngettext(said.text, said.plural, said.count)
            if said.plural
            else self.catalogue.gettext(said.text)
        )
        return template, {key: self._put(one) for key, one in said.values.items()}

    def _put(self, value: Value) -> str:  # noqa: PLR0911 - one for each kind of value
        match value:
            case str():
                return self.isolated(value)
            case Amount(percent=True):
                return self.percent(value.value, value.places)
            case Amount():
                return self.number(value.value, value.places, sign=value.sign)
            case Message():
                return self.tell(value)
            case date():
                return self.plain_day(value)
            case int():
                return self.number(value)
            case tuple():
                return self.and_list([self._put(one) for one in value])

    def isolated(self, text: str) -> str:
        """Return a name or quotation, fit to stand in a sentence of this language."""
        return isolate(text) if self.direction == "rtl" else text

    def number(self, value: float, places: int = 0, *, sign: bool = False) -> str:
        """Write a number with so many decimals: ``12,345.6``; a difference with its sign."""
        digits = "#,##0" + ("." + "0" * places if places else "")
        rounded = round(value, places) + 0.0  # no minus before a zero
        told = _decimal(abs(rounded), digits, self.locale)
        mark = "−" if rounded < 0 else "+" if sign and rounded > 0 else ""
        return isolate(mark + told, "ltr") if mark and self.direction == "rtl" else mark + told

    def percent(self, share: float, places: int = 0) -> str:
        """Write a share of 1 in percent: ``3.25 %``."""
        told = f"{self.number(100 * share, places)}\N{NO-BREAK SPACE}%"
        return isolate(told, "ltr") if self.direction == "rtl" else told

    def span(self, low: float, high: float, places: int = 0, *, sign: bool = False) -> str:
        """Write a range of numbers: ``24–28``, left to right always; signed ``−1 to +3``."""
        first, last = (self.number(one, places, sign=sign) for one in (low, high))
        if sign:
            return self.say("{low} to {high}", low=first, high=last)
        told = f"{first}–{last}"
        return isolate(told, "ltr") if self.direction == "rtl" else told

    def and_list(self, words: Iterable[str]) -> str:
        """Join words: ``A, B and C``."""
        return format_list(list(words), locale=self.locale)

    def of_50(self, p: float, *, short: bool = False) -> str:
        """Tell a chance as a count of 50 equally likely elections: ``9 of 50``.

        Never 0 or 50 unless it is certain; `short` writes ``<1 of 50``, for tables.
        """
        count = round(50 * p)
        if count == 0 and p > 0:
            return self.say("<1 of 50") if short else self.say("fewer than 1 of 50")
        if count == 50 and p < 1:
            return self.say(">49 of 50") if short else self.say("more than 49 of 50")
        return self.say("{dots} of 50", dots=count)


@lru_cache(maxsize=1 << 14)  # a page writes the same numbers over and over
def _decimal(value: float, digits: str, locale: Locale) -> str:
    return format_decimal(value, format=digits, locale=locale)


@cache
def open_language(code: str) -> Language:
    """Return a language by its code.

    Raises
    ------
    UsageError
        When Formateur does not speak it.
    """
    if code not in LANGUAGES:
        raise UsageError(f"{code!r} is not a language of Formateur: {', '.join(LANGUAGES)}.")
    locale = Locale.parse(REGIONS.get(code, code))
    direction: Literal["ltr", "rtl"] = "rtl" if locale.text_direction == "rtl" else "ltr"
    name = Locale.parse(code).get_display_name() or code
    return Language(
        code=code, locale=locale, direction=direction, name=name, catalogue=load_catalogue(code)
    )


def in_english(said: Message) -> str:
    """Say a sentence as the code has it, for errors and data that stay untranslated."""
    return open_language(SOURCE).tell(said)
