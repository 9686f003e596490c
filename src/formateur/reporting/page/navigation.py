"""What lies around a page where it is one of many: other days, its data, the other elections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayLink:
    """Another day of the same election, and the address of its page."""

    day: date
    address: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language.

    Attributes
    ----------
    code
        Of the language, as in `formateur.language.LANGUAGES`.
    """

    code: str
    address: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A server that answers for other days and what-ifs.

    Attributes
    ----------
    address
        What a form asks, with ``as_of``, ``set``, ``model``, ``draws`` and ``lang``.
    first, last
        The days that may be asked for.
    changes
        What the page itself changes in the law, as ``threshold.share=2%``.
    """

    address: str
    first: date
    last: date
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """Addresses are relative to the page.

    Attributes
    ----------
    home
        The list of elections.
    json, csv
        The figures of the page.
    earlier, later
        The neighbouring days.
    days
        The list of all prepared days; empty where there is none.
    languages
        The page in other languages.
    ask
        ``None`` where no server answers.
    """

    home: str
    json: str
    csv: str
    earlier: DayLink | None = None
    later: DayLink | None = None
    days: str = ""
    languages: tuple[LanguageLink, ...] = ()
    ask: Ask | None = None
