"""Pages that are not forecasts: the list of elections, the list of days, and refusals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from formateur.language import Language
from formateur.reporting.page.assets import Linked, content_policy, style_sheet


@dataclass(frozen=True, slots=True)
class ElectionRow:
    """An election in the list.

    Attributes
    ----------
    address
        Of its page, relative to the list.
    vote, day
        The day of the vote, and the day of the forecast that is shown.
    polls
        How many are known of.
    headline
        The first sentence of that forecast; empty where it is not made yet.
    """

    name: str
    address: str
    vote: date
    day: date
    polls: int
    headline: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A prepared day in the list of days, and the first sentence of its forecast."""

    day: date
    address: str
    headline: str


def index_page(
    elections: Iterable[ElectionRow], language: Language, assets: Linked, api: str = ""
) -> str:
    """Return the list of elections.

    Parameters
    ----------
    api
        Address of what describes the API; empty where there is none.
    """
    rows = list(elections)
    told = any(one.headline for one in rows)
    return _page("index", language, assets, elections=rows, told=told, api=api)


def days_page(
    name: str, days: Iterable[DayRow], language: Language, assets: Linked, *, home: str
) -> str:
    """Return the list of the prepared days of an election.

    Parameters
    ----------
    name
        Of the election.
    home
        Address of the list of elections.
    """
    return _page("days", language, assets, name=name, days=list(days), home=home)


def problem_page(title: str, detail: str, language: Language, assets: Linked, *, home: str) -> str:
    """Return a page that says why there is no other.

    Parameters
    ----------
    home
        Address of the list of elections.
    """
    return _page("problem", language, assets, title=title, detail=detail, home=home)


def _page(template: str, /, language: Language, assets: Linked, **content: object) -> str:
    return (
        _environment()
        .get_template(f"{template}.html.jinja")
        .render(
            language=language,
            say=language.say,
            policy=content_policy(assets),
            style=assets.folder + style_sheet().file,
            **content,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("formateur.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
