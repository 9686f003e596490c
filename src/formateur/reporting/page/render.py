"""The forecast as a page that is complete before any script runs.

Everything that comes out of a folder is untrusted: the templates escape every value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from formateur.language import Language, open_language
from formateur.reporting import reproduce
from formateur.reporting.bars import bars
from formateur.reporting.page.assets import (
    Assets,
    Inline,
    Linked,
    content_policy,
    script,
    style_sheet,
    vega,
)
from formateur.reporting.page.navigation import Navigation
from formateur.reporting.page.pictures import charts_of, pictures_of
from formateur.reporting.page.play import PlayData, PlayMessages, data_blocks, play_markup
from formateur.reporting.page.provenance import provenance_blocks
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import Cell, Row, View, make_view
from formateur.reporting.view.charts import Chart

ADDRESS = re.compile(r"(https?://[^\s<>\"';,]*[^\s<>\"';,.:!?)\]])")

INLINE = Inline()

OPENING = "bloc-seats"

FIRST = 4
"""Governments on the first screen."""


@dataclass(frozen=True, slots=True)
class Play:
    """What a reader can play with, and the words for it in the language of the page."""

    data: PlayData
    messages: PlayMessages

    def controls(self, language: Language) -> dict[str, Markup]:
        """Return the controls by station."""
        return play_markup(self.data, self.messages, language)

    def blocks(self) -> Markup:
        """Return the data that the script reads."""
        return data_blocks(self.data, self.messages)


def render_page(
    document: ForecastDocument,
    language: Language,
    *,
    play: Play | None = None,
    assets: Assets = INLINE,
    navigation: Navigation | None = None,
) -> str:
    """Return a forecast as a page.

    Parameters
    ----------
    document
        The forecast. Its texts may hold anything; they are shown, never run.
    language
        That the page is in; texts of the folder stay in theirs and say so.
    play
        What the reader can play with; without it the page only tells.
    assets
        Whether the page holds style and script or links to them.
    navigation
        What lies around it, where it is one of many pages.

    Returns
    -------
    str
        HTML with a content security policy that allows its own style and script and nothing else.
    """
    view = make_view(document, language)
    pictures = pictures_of(view, language, _colours(document))
    folder = assets.folder if isinstance(assets, Linked) else None
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            view=view,
            language=language,
            say=language.say,
            numbers={one.id: one.number for one in view.sources},
            opening=_opening(view),
            likeliest=_likeliest(view),
            pictures=pictures.by_chart,
            command=reproduce.report(document, language.code),
            document=document,
            controls=play.controls(language) if play else {},
            data_blocks=_blocks(document, view, language, play),
            navigation=navigation,
            policy=content_policy(
                assets, forms=navigation is not None and navigation.ask is not None
            ),
            style=style_sheet().content.decode() if folder is None else "",
            style_address=folder and folder + style_sheet().file,
            script=script().content.decode() if folder is None else "",
            script_address=folder and folder + script().file,
            need_vega=pictures.need_vega,
            vega=vega().content.decode() if pictures.need_vega and folder is None else "",
            vega_address=folder and folder + vega().file,
        )
    )


def _blocks(
    document: ForecastDocument, view: View, language: Language, play: Play | None
) -> Markup:
    """Return the data that scripts read: what can be played with, and where figures come from."""
    played = play.blocks() if play else Markup()
    return played + provenance_blocks(document, view, language)


def _opening(view: View) -> Chart | None:
    """Return the picture of the first screen: could there be a majority?"""
    return next((one for one in charts_of(view) if one.id == OPENING), None)


def _likeliest(view: View) -> tuple[Row, ...]:
    """Return the governments of the first screen: who would govern?"""
    for table in (table for station in view.stations for table in station.tables):
        if table.id == "would":
            often = [one.key for one in table.columns].index("would")
            return tuple(sorted(table.rows, key=lambda row: -_chance(row.cells[often])))[:FIRST]
    return ()


def _chance(cell: Cell) -> float:
    return cell.value if isinstance(cell.value, float) else 0.0


def _colours(document: ForecastDocument) -> dict[str, str]:
    return {one.id: one.colour.value for one in document.lists if one.colour}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("formateur.reporting.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["bars"] = bars
    environment.filters.update(
        addresses=addresses, language_name=lambda code: open_language(code).name
    )
    return environment


def addresses(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text into pieces, each with whether it is an address that can be linked.

    Examples
    --------
    >>> list(addresses("Kan, https://kan.org.il/a."))
    [('Kan, ', False), ('https://kan.org.il/a', True), ('.', False)]
    """
    for k, piece in enumerate(ADDRESS.split(text)):
        if piece:
            yield piece, k % 2 == 1
