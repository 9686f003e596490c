"""Pages that are not forecasts: the list of elections, the list of days, and refusals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from formateur.language import Language, open_language
from formateur.reporting.page.assets import Linked, content_policy, style_sheet
from formateur.reporting.page.navigation import LanguageLink


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


@dataclass(frozen=True, slots=True)
class Offered:
    """What a server offers beside pages of forecasts: addresses, empty where there is none."""

    api: str = ""
    story: str = ""


def index_page(
    elections: Iterable[ElectionRow],
    language: Language,
    assets: Linked,
    *,
    languages: tuple[LanguageLink, ...] = (),
    offered: Offered = Offered(),
) -> str:
    """Return the list of elections.

    Parameters
    ----------
    languages
        The list in other languages.
    offered
        What else can be asked.
    """
    rows = list(elections)
    told = any(one.headline for one in rows)
    return render_frame(
        "index",
        language,
        assets,
        elections=rows,
        told=told,
        languages=languages,
        api=offered.api,
        story=offered.story,
    )


def days_page(
    name: str,
    days: Iterable[DayRow],
    language: Language,
    assets: Linked,
    *,
    home: str,
    languages: tuple[LanguageLink, ...] = (),
) -> str:
    """Return the list of the prepared days of an election.

    Parameters
    ----------
    name
        Of the election.
    home
        Address of the list of elections.
    languages
        The list in other languages.
    """
    return render_frame(
        "days", language, assets, name=name, days=list(days), home=home, languages=languages
    )


def problem_page(title: str, detail: str, language: Language, assets: Linked, *, home: str) -> str:
    """Return a page that says why there is no other.

    Parameters
    ----------
    home
        Address of the list of elections.
    """
    return render_frame(
        "problem", language, assets, title=title, detail=detail, home=home, languages=()
    )


def render_frame(
    template: str, /, language: Language, assets: Linked, *, forms: bool = False, **content: object
) -> str:
    """Return a page in the frame that all of them share.

    Parameters
    ----------
    template
        Its name.
    forms
        Whether the page asks its server.
    content
        What the template shows; every text is escaped.
    """
    return (
        _environment()
        .get_template(f"{template}.html.jinja")
        .render(
            language=language,
            say=language.say,
            policy=content_policy(assets, forms=forms),
            style=assets.folder + style_sheet().file,
            **content,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("formateur.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["language_name"] = lambda code: open_language(code).name
    return environment
