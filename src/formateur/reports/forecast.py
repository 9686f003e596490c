"""A forecast, ready to be written for people or programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from formateur.files import write_file
from formateur.settings import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from formateur.forecasting import Forecast
    from formateur.language import Language
    from formateur.reporting.charts import ChartFile, ChartName
    from formateur.reporting.page.assets import Assets
    from formateur.reporting.page.navigation import Navigation
    from formateur.reporting.schema import ForecastDocument
    from formateur.reporting.view import View


@dataclass(frozen=True, slots=True)
class Report:
    """A forecast, ready to be written for people or programs."""

    document: ForecastDocument
    forecast: Forecast

    def view(self, language: Language) -> View:
        """Return what a reader of a language sees."""
        from formateur.reporting.view import make_view

        return make_view(self.document, language)

    def to_json(self) -> str:
        """Return the forecast document as JSON text."""
        return self.document.to_json()

    def to_csv(self) -> str:
        """Return the figures as CSV text, one figure a row."""
        from formateur.reporting.table import render_csv

        return render_csv(self.document)

    def page(self, language: Language, assets: Assets, navigation: Navigation | None = None) -> str:
        """Return the report as a page, with all that its reader can play with.

        Parameters
        ----------
        assets
            Whether the page holds its style and script or links to them.
        navigation
            What lies around it, where it is one of many pages.
        """
        from formateur.reporting.page.play import play_data, play_messages
        from formateur.reporting.page.render import Play, render_page

        play = None
        if self.document.basis == "polls":
            play = Play(play_data(self.forecast), play_messages(self.forecast, language))
        return render_page(self.document, language, play=play, assets=assets, navigation=navigation)

    def to_html(self, path: str | Path | None = None, *, language: str = DEFAULT_LANGUAGE) -> str:
        """Return the report as one HTML page, and write it to `path` if one is given.

        Parameters
        ----------
        language
            Code of the language of the page.

        Raises
        ------
        UsageError
            When there is no such language, or `path` cannot be written; what was there before
            stays as it was.
        """
        from formateur.language import open_language
        from formateur.reporting.page.assets import Inline

        page = self.page(open_language(language), Inline())
        if path is not None:
            write_file(Path(path), page)
        return page

    def chart(
        self, name: ChartName, about: str = "", *, language: str = DEFAULT_LANGUAGE
    ) -> ChartFile:
        """Return a chart of the forecast, to be shown in a notebook or written to a file.

        Parameters
        ----------
        name
            ``trend``, ``blocs``, ``lists``, ``parliament``, ``coalitions`` or ``motion``.
        about
            Id of the list, the bloc or the motion that it is about; empty for all of them, or
            where there is but one.
        language
            Code of the language of its words.

        Raises
        ------
        UsageError
            When there is no such chart, none about this, or no such language.
        """
        from formateur.language import open_language
        from formateur.reporting.charts import WIDE, Look, chart_file, pick_chart

        colours = {one.id: one.colour.value for one in self.document.lists if one.colour}
        look = Look(open_language(language), colours, WIDE)
        view = self.view(look.language)
        return chart_file(pick_chart(view, name, about, look), view)
