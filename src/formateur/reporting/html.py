"""The forecast as one HTML file that needs nothing else: no script, no font, no request.

Everything that comes out of a folder is untrusted: the templates escape every value.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from formateur.language import in_english
from formateur.reporting import (
    account_rows,
    dotplot,
    events_sentences,
    rows,
    sentences,
    trend_plot,
    words,
)
from formateur.reporting.citations import reporter
from formateur.reporting.page.assets import Assets, Inline, Linked, content_policy, style_sheet
from formateur.reporting.page.navigation import Navigation
from formateur.reporting.schema import ForecastDocument, SeatChance
from formateur.reporting.schema_account import PollPart
from formateur.votes import model_in_words

ADDRESS = re.compile(r"(https?://[^\s<>\"';,]*[^\s<>\"';,.:!?)\]])")


INLINE = Inline()


def render_html(
    document: ForecastDocument,
    *,
    assets: Assets = INLINE,
    navigation: Navigation | None = None,
) -> str:
    """Return the forecast as one page.

    Parameters
    ----------
    document
        The forecast. Its texts may hold anything; they are shown, never run.
    assets
        Where its style is.
    navigation
        What lies around it, where it is one of many pages.

    Returns
    -------
    str
        HTML with a content security policy that allows its own style and nothing else.
    """
    sheet, folder = style_sheet(), assets.folder if isinstance(assets, Linked) else ""
    asking = navigation is not None and navigation.ask is not None
    return (
        _environment()
        .get_template("report.html.jinja")
        .render(
            document=document,
            style=sheet.content.decode(),
            style_address=folder and folder + sheet.file,
            policy=content_policy(assets, forms=asking),
            navigation=navigation,
            names={one.id: one.name for one in document.lists},
            numbers={one.id: k for k, one in enumerate(document.sources, start=1)},
            said={one.id: k for k, one in enumerate(document.statements, start=1)},
            plots=dotplot.bloc_plots(document.blocs, document.election.majority),
            list_span=_span([c for one in document.lists for c in one.seat_chances], 0),
            bloc_span=_span(
                [c for one in document.blocs for c in one.seat_chances], document.election.majority
            ),
            polled=_polled(document),
            trends=trend_plot.trend_plots(document),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("formateur.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=words.day,
        short_day=short_day,
        of_50=words.of_50,
        in_cell=words.in_cell,
        addresses=addresses,
    )
    environment.globals.update(
        rows=rows,
        reporter=reporter,
        account_rows=account_rows,
        trend_plot=trend_plot,
        model_in_words=lambda name: in_english(model_in_words(name)),
        events_sentences=events_sentences,
        sentences=sentences,
        words=words,
        dotplot=dotplot,
        readings_beside=readings_beside,
    )
    return environment


def short_day(value: date) -> str:
    """Write a day for a table, kept on one line: ``14 Sep 2019``."""
    return f"{value.day} {value:%b} {value.year}".replace(" ", "\N{NO-BREAK SPACE}")


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


def readings_beside(poll: PollPart, shown: Container[str]) -> str:
    """Return the readings of lists that have no column of their own: ``labor 6, gesher 5``."""
    return ", ".join(f"{one} {cell}" for one, cell in poll.readings.items() if one not in shown)


def _polled(document: ForecastDocument) -> dict[str, str]:
    """Return the names of the lists that a poll has a reading of, by id."""
    read = {one for poll in document.polls for one in poll.readings}
    return {one.id: one.name for one in document.lists if one.id in read}


def _span(chances: list[SeatChance], reach: int) -> tuple[int, int]:
    """Return the seats that a column of bars covers: every bar, and `reach`."""
    low, high = dotplot.span(chances)
    return min(low, reach), max(high, reach)
