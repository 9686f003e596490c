"""How days are written in a language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of a language.

    Attributes
    ----------
    code
        As in `LANGUAGES`.
    """

    code: str
    locale: Locale

    def day(self, value: date) -> str:
        """Write a day out: ``Saturday 14 September 2019``."""
        told = format_date(value, "full", locale=self.locale)
        return told.replace(",", "") if self.code == "en" else told

    def plain_day(self, value: date) -> str:
        """Write a day without its weekday, as in most sentences: ``14 September 2019``."""
        return format_date(value, "long", locale=self.locale)

    def short_day(self, value: date) -> str:
        """Write a day for a table, kept on one line: ``14 Sept 2019``."""
        return format_date(value, "medium", locale=self.locale).replace(" ", "\N{NO-BREAK SPACE}")

    def day_in_table(self, value: date) -> str:
        """Write a day without its year for a table, kept on one line: ``14 Sep``."""
        told = format_skeleton("MMMd", value, locale=self.locale)
        return told.replace(" ", "\N{NO-BREAK SPACE}")

    def month(self, value: date) -> str:
        """Write month and year: ``March 2020``."""
        return format_skeleton("yMMMM", value, locale=self.locale)

    def day_and_month(self, value: date) -> str:
        """Write a day without its year: ``14 September``."""
        return format_skeleton("MMMMd", value, locale=self.locale)
