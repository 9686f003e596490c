"""The page in a real browser: for all readers, on all screens, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import a_browser, faults
from documents import document, report

from formateur.language import LANGUAGES, open_language
from formateur.reporting.page import pictures
from formateur.reporting.page.assets import Inline, Linked, style_sheet
from formateur.reporting.page.render import render_page
from formateur.reporting.view import make_view
from formateur.web.frames import DayRow, ElectionRow, days_page, index_page, problem_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

PHONE, TABLET, DESK = 360, 768, 1280

LOOKS = (
    ("en", DESK, "light"), ("es", PHONE, "light"), ("de", TABLET, "dark"), ("fr", PHONE, "dark"),
    ("he", TABLET, "light"), ("ar", PHONE, "light"),
)  # fmt: skip
"""Every language and every width, in light and dark."""


@cache
def made(code: str) -> str:
    return report().page(open_language(code), Inline())


@cache
def undrawn() -> str:
    """The page as it is made where nothing can draw beforehand."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "can_draw", lambda: False)
        return report().page(open_language("en"), Inline())


def frames() -> dict[str, str]:
    """Return the pages around forecasts."""
    english, day, beside = open_language("en"), date(2019, 9, 14), Linked("")
    election = ElectionRow("Israel", "il-2019-09/index.html", date(2019, 9, 17), day, 41, "Open.")
    days = [DayRow(day, "2019-09-14/index.html", "Open.")]
    return {
        "index": index_page([election], english, beside),
        "days": days_page("Israel", days, english, beside, home="../index.html"),
        "problem": problem_page("No such day", "Give a day.", english, beside, home="/"),
    }


class Reader:
    """Opens pages, and keeps what they complain of and ask for."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        (folder / style_sheet().file).write_bytes(style_sheet().content)
        self.said: list[str] = []
        self.asked: list[str] = []

    def open(self, html: str, width: int = DESK, **context: object) -> Page:
        file = self.folder / f"page-{abs(hash(html))}.html"
        if not file.exists():
            file.write_text(html, encoding="utf-8")
        size = {"width": width, "height": 800}
        own = self.browser.new_context(viewport=size, **context)  # type: ignore[arg-type]
        page = own.new_page()
        page.on("console", lambda said: self.said.append(said.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda asked: self.asked.append(asked.url))
        page.goto(file.as_uri())
        return page


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with a_browser() as browser:
        yield Reader(browser, tmp_path_factory.mktemp("pages"))


def ready(page: Page) -> Page:
    page.wait_for_selector("html[data-played]")
    page.wait_for_selector("button.figure")
    return page


@pytest.mark.parametrize(("code", "width", "scheme"), LOOKS)
def test_axe_finds_nothing(reader: Reader, code: str, width: int, scheme: str) -> None:
    page = ready(reader.open(made(code), width, bypass_csp=True, color_scheme=scheme))
    # contrast takes most of the time, and languages share their colours
    assert faults(page, contrast=(code, scheme) in (("en", "light"), ("fr", "dark"))) == []
    page.context.close()


def test_axe_finds_nothing_once_everything_is_open(reader: Reader) -> None:
    page = ready(reader.open(made("en"), DESK, bypass_csp=True))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for one in ("likud", "blue_white"):
        page.click(f'[data-play=coalition] button[data-list="{one}"]')
    page.click("[data-play=suppose] button[type=submit]")
    page.wait_for_selector("[data-out=compare]:not([hidden])")
    assert faults(page, contrast=False) == []
    page.click("button.figure >> nth=0")
    page.wait_for_selector("dialog.explain[open]")
    assert faults(page, "dialog.explain") == []
    page.context.close()


@pytest.mark.parametrize("name", ["index", "days", "problem"])
def test_axe_finds_nothing_in_the_pages_around(reader: Reader, name: str) -> None:
    page = reader.open(frames()[name], PHONE, bypass_csp=True)
    assert faults(page) == []
    page.context.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_at_four_times_the_size_nothing_is_wider_than_the_screen(reader: Reader, code: str) -> None:
    page = ready(reader.open(made(code), 320))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_a_page_is_quiet_and_asks_for_nothing(reader: Reader) -> None:
    reader.said.clear()
    reader.asked.clear()
    page = ready(reader.open(made("en"), PHONE))
    page.click("button.figure >> nth=0")
    page.keyboard.press("Escape")
    page.click('[data-play=coalition] button[data-list="likud"]')
    assert reader.said == []
    assert reader.asked == [page.url.partition("#")[0]]
    page.context.close()


def test_everything_is_reached_by_the_keyboard(reader: Reader) -> None:
    page = ready(reader.open(made("en"), DESK))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    count = """[...document.querySelectorAll('a[href], button, select, input, summary')]
        .filter((one) => !one.disabled && one.checkVisibility()).length"""
    seen = page.evaluate(
        """async () => {
          window.wanted = "a, button, select, input, summary";
          window.reached = new Set();
          window.unseen = [];
          document.addEventListener("focusin", ({ target }) => {
            window.reached.add(target);
            const { outlineStyle, outlineWidth } = getComputedStyle(target);
            if (outlineStyle === "none" || parseFloat(outlineWidth) < 2)
              window.unseen.push(target.outerHTML.slice(0, 100));
          });
          return document.activeElement.blur();
        }"""
    )
    assert seen is None
    wanted = page.evaluate(count)
    page.evaluate("document.querySelector('a.skip').focus()")
    for _ in range(2 * wanted):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    reached = page.evaluate(
        "[...window.reached].filter((one) => one.matches(window.wanted)).length"
    )
    assert reached == wanted
    assert page.evaluate("window.unseen") == []
    page.context.close()


def test_panel_and_play_are_used_by_the_keyboard(reader: Reader) -> None:
    page = ready(reader.open(made("en"), DESK))
    page.focus("button.figure >> nth=0")
    page.keyboard.press("Enter")
    assert page.locator("dialog.explain[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('button.figure')")
    page.focus('[data-play=coalition] button[data-list="likud"]')
    page.keyboard.press("Space")
    assert page.get_attribute('button[data-list="likud"]', "aria-pressed") == "true"
    page.wait_for_function("document.querySelector('[data-out=could]').textContent !== ''")
    page.context.close()


def test_nothing_moves_where_less_motion_is_wanted(reader: Reader) -> None:
    page = ready(reader.open(made("en"), DESK, reduced_motion="reduce"))
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter((one) => {
          const { animationName, transitionDuration } = getComputedStyle(one);
          return animationName !== "none" || transitionDuration !== "0s";
        }).length"""
    )
    assert moving == 0
    assert page.evaluate("document.getAnimations().length") == 0
    page.context.close()


def test_print_shows_every_station_and_no_controls(reader: Reader) -> None:
    page = ready(reader.open(made("en"), 794))
    page.emulate_media(media="print")
    for one in ("votes", "seats", "government", "motions", "calendar", "sources"):
        assert page.locator(f"#{one}").is_visible()
    for one in (".play", ".share", "nav", ".skip"):
        assert not any(found.is_visible() for found in page.locator(one).all())
    folded = page.locator("details:not(.share) table").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height === 0).length"
    )
    assert folded == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
    page.context.close()


def test_figures_in_the_browser_are_those_of_the_document(reader: Reader) -> None:
    one, language = document(), open_language("en")
    page = ready(reader.open(made("en"), DESK))
    shown = dict(
        page.evaluate(
            "[...document.querySelectorAll('td button.figure, li button.figure')]"
            ".map((one) => [one.dataset.figure, one.textContent])"
        )
    )
    for bloc in one.blocs:
        assert shown[f"bloc.{bloc.id}"] == language.of_50(bloc.p_majority, short=True)
    for party in one.lists:
        assert shown[f"seats.{party.id}"].startswith(str(round(party.seats.q50)))
    marks = page.evaluate("document.querySelectorAll('#chart-bloc-seats svg.chart circle').length")
    assert marks >= 50
    page.context.close()


def test_without_scripts_the_page_is_whole(reader: Reader) -> None:
    page = reader.open(made("en"), DESK, java_script_enabled=False)
    view = make_view(document(), open_language("en"))
    whole = " ".join(page.inner_text("main").split())
    for sentence in (*view.lead, *view.doubt):
        assert " ".join(sentence.text.split()) in whole
    assert page.locator("svg.chart").count() >= 15
    assert page.locator("table").count() >= 10
    assert page.locator("[data-play]:visible").count() == 0
    page.context.close()


def test_the_browser_draws_where_nothing_was_drawn(reader: Reader) -> None:
    reader.said.clear()
    page = ready(reader.open(undrawn(), PHONE))
    page.wait_for_function("!document.querySelector('[data-vega] > script')")
    assert (
        page.locator("[data-vega] > svg[role=img]").count() == page.locator("figure.chart").count()
    )
    assert reader.said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.context.close()


@pytest.mark.parametrize("kind", ["few polls", "after the vote"])
def test_other_states_of_a_page_are_without_faults(reader: Reader, kind: str) -> None:
    one = document(days_before=-20) if kind == "after the vote" else document("il-2019-09", 100)
    page = reader.open(render_page(one, open_language("en")), PHONE, bypass_csp=True)
    assert faults(page, contrast=False) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.context.close()
