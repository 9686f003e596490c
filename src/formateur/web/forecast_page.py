"""The page of a forecast: the one place where server and site have it rendered."""

from __future__ import annotations

from formateur.errors import UsageError
from formateur.reporting.html import render_html
from formateur.reporting.page.assets import Linked
from formateur.reporting.page.navigation import Navigation
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.sentences import headline
from formateur.settings import DEFAULT_LANGUAGE

PAGE_LANGUAGES = (DEFAULT_LANGUAGE,)
"""Languages that the page speaks."""


def check_language(code: str) -> None:
    """Refuse a language that the page does not speak.

    Raises
    ------
    UsageError
        When it does not.
    """
    if code not in PAGE_LANGUAGES:
        raise UsageError(f"{code!r} is no language of the pages: {', '.join(PAGE_LANGUAGES)}.")


def forecast_page(
    document: ForecastDocument,
    language: str,  # noqa: ARG001 - the page speaks one so far, see PAGE_LANGUAGES
    assets: Linked,
    navigation: Navigation | None,
) -> str:
    """Return the page of a forecast.

    Parameters
    ----------
    language
        Code of the language of the page, one of `PAGE_LANGUAGES`.
    assets
        Where its style and scripts are.
    navigation
        What lies around it.
    """
    return render_html(document, assets=assets, navigation=navigation)


def opening(document: ForecastDocument, language: str) -> str:  # noqa: ARG001 - as above
    """Return the first two sentences of a forecast, for lists: who comes first, and with what."""
    return " ".join(headline(document)[:2])
