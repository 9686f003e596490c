"""The page of a forecast: the one place where server and site have it rendered."""

from __future__ import annotations

from formateur.language import open_language
from formateur.reporting.page.assets import Linked
from formateur.reporting.page.navigation import Navigation
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import make_view
from formateur.reports import Report


def forecast_page(
    report: Report, language: str, assets: Linked, navigation: Navigation | None
) -> str:
    """Return the page of a forecast.

    Parameters
    ----------
    language
        Code of the language of the page.
    assets
        Where its style and scripts are.
    navigation
        What lies around it.
    """
    return report.page(open_language(language), assets, navigation)


def opening(document: ForecastDocument, language: str) -> str:
    """Return the first two sentences of a forecast, for lists: who comes first, and with what."""
    view = make_view(document, open_language(language))
    return " ".join(one.text for one in view.lead[:2])
