"""Where a figure comes from, asked in a real browser, and what leaves the page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from browser import a_browser
from panel_page import flagship, panel_page

from formateur.language import open_language
from formateur.reporting.explain import Explanation, explain

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ADDRESS = "https://forecast.test/il-2019-09"

PROBLEMS: list[str] = []
"""What the pages complained of: errors of scripts, and what the policy forbade."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as started:
        yield started


def opened(browser: Browser, language: str = "en", width: int = 1024, embed: str = "") -> Page:
    """Open the page at an address of its own; nothing leaves this machine."""
    html = panel_page(flagship(), open_language(language), embed=embed)
    context = browser.new_context(viewport={"width": width, "height": 800}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    page = context.new_page()
    page.on("pageerror", lambda error: PROBLEMS.append(str(error)))
    page.on("console", lambda said: PROBLEMS.append(said.text) if said.type == "error" else None)
    page.goto(ADDRESS)
    return page


@pytest.fixture(scope="module")
def english(browser: Browser) -> Page:
    return opened(browser, embed="https://news.example/election?a=1&b=2")


def test_every_figure_becomes_a_button(english: Page) -> None:
    assert english.locator("span.figure").count() == 0
    assert english.locator("button.figure").count() > 300


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _texts(told: Explanation) -> Iterator[str]:
    """Return every text of an explanation, as the panel has to show it."""
    numbers = {one.id: one.number for one in told.sources}
    for step in told.steps:
        yield step.title
        for said in step.said:
            yield said.text + "".join(f" [{numbers[one]}]" for one in said.sources)
        for poll in step.polls:
            yield f"{poll.who} [{numbers[poll.source]}]"
            yield from (poll.field, poll.weight, *(one.told for one in poll.figures))
        yield step.rest
    yield from (one.text for one in told.sources)
    yield told.command
    yield told.citation


FIGURES = (
    "seats.likud", "threshold.otzma_yehudit", "bloc.government", "would.none", "trend.shas",
    "house.likud@Maagar Mochot", "motion.annex-jordan-valley", "statement.r03", "event.e29",
)  # fmt: skip


@pytest.mark.parametrize("figure", FIGURES)
def test_the_panel_says_what_python_says(english: Page, figure: str) -> None:
    told = explain(flagship(), figure, open_language("en"))
    english.locator(f'button.figure[data-figure="{figure}"]').first.click()
    panel = english.locator("dialog.explain[open]")
    shown = _squeezed(panel.evaluate("one => one.textContent"))
    for text in _texts(told):
        assert _squeezed(text) in shown
    assert panel.locator(".steps > li").count() == len(told.steps)
    assert panel.locator("tbody tr").count() == sum(len(one.polls) for one in told.steps)
    numbers = panel.locator(".sources li").evaluate_all("all => all.map((one) => one.value)")
    assert numbers == [one.number for one in told.sources]
    english.keyboard.press("Escape")


def test_the_keyboard_opens_and_closes_and_focus_comes_back(english: Page) -> None:
    button = english.locator('button.figure[data-figure="seats.likud"]')
    button.focus()
    english.keyboard.press("Enter")
    assert english.evaluate("document.activeElement.closest('dialog') !== null")
    for _ in range(6):
        english.keyboard.press("Tab")
        assert english.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    english.keyboard.press("Escape")
    assert not english.locator("dialog.explain[open]").count()
    assert english.evaluate("document.activeElement.dataset.figure") == "seats.likud"


def test_the_citation_is_copied(english: Page) -> None:
    english.locator('button.figure[data-figure="would.none"]').first.click()
    english.get_by_role("button", name="Copy as citation").click()
    english.get_by_text("Copied", exact=True).wait_for()
    told = explain(flagship(), "would.none", open_language("en"))
    assert english.evaluate("navigator.clipboard.readText()") == told.citation
    english.get_by_role("button", name="Close").click()


@pytest.mark.parametrize("language", ["en", "he"])
def test_nothing_is_wider_than_a_small_phone(browser: Browser, language: str) -> None:
    page = opened(browser, language, width=320)
    page.locator('button.figure[data-figure="seats.likud"]').click()
    panel = page.locator("dialog.explain[open]")
    assert panel.evaluate("one => one.scrollWidth <= one.clientWidth")
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.close()


def test_the_panel_stands_at_the_end_of_the_line_of_reading(browser: Browser) -> None:
    page = opened(browser, "he")
    page.locator('button.figure[data-figure="seats.likud"]').click()
    box = page.locator("dialog.explain[open]").bounding_box()
    assert box is not None
    assert box["x"] == 0
    told = explain(flagship(), "seats.likud", open_language("he"))
    shown = _squeezed(page.locator("dialog.explain").evaluate("one => one.textContent"))
    assert all(_squeezed(text) in shown for text in _texts(told))
    page.close()


def _saved(page: Page, place: str, way: str) -> bytes:
    menu = page.locator(f"{place} details.share").first
    menu.evaluate("one => { one.open = true; }")
    with page.expect_download() as waiting:
        menu.locator(f'button[data-way="{way}"]').click()
    content: bytes = Path(waiting.value.path()).read_bytes()
    return content


def _xml(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - made by our own page


CARRIED = ("Israel, 22nd Knesset", "14 September 2019", "Formateur 0.1.0", "run ")


def test_a_picture_carries_title_day_source_and_version(english: Page) -> None:
    drawn = _saved(english, "#chart-blocs", "svg").decode()
    root = _xml(drawn)
    text = " ".join("".join(root.itertext()).split())
    lines = " ".join(one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text"))
    for carried in (*CARRIED, "Seats of the blocs"):
        assert carried in lines
    assert "Likud & others" in text
    assert 'class="' not in drawn
    assert "var(" not in drawn


@pytest.mark.parametrize(("way", "scale"), [("png1", 1), ("png2", 2), ("social", 0)])
def test_a_png_has_the_size_asked_for(english: Page, way: str, scale: int) -> None:
    drawn = _xml(_saved(english, "#chart-blocs", "svg").decode())
    png = _saved(english, "#chart-blocs", way)
    size = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    own = int(drawn.attrib["width"]), int(drawn.attrib["height"])
    assert size == ((own[0] * scale, own[1] * scale) if scale else (1200, 630))
    colours = english.evaluate(
        """async (bytes) => {
          const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const paint = canvas.getContext("2d");
          paint.drawImage(image, 0, 0);
          const { data } = paint.getImageData(0, 0, image.width, image.height);
          const found = new Set();
          for (let k = 0; k < data.length; k += 4) found.add(data.slice(k, k + 3).join());
          return [...found];
        }""",
        list(png),
    )
    assert "18,80,138" in colours


def test_a_table_is_saved_whole(english: Page) -> None:
    text = _saved(english, "body", "csv").decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Bloc"] for row in rows] == ["Right, the הימין", "'=1+1"]
    assert [row["Seats"] for row in rows] == ["57", "52"]
    for row in rows:
        assert row["as_of"] == "2019-09-14"
        assert row["version"] == flagship().version
        assert all(carried in row["source"] for carried in CARRIED)


def test_data_carries_where_it_is_from(english: Page) -> None:
    part = json.loads(_saved(english, "#chart-blocs", "json"))
    assert part["title"] == "Seats of the blocs"
    assert part["sentence"] == "The right has a majority in 9 of 50."
    assert part["rows"][0] == ["Right, the הימין", "57"]
    assert part["as_of"] == "2019-09-14"
    assert (part["run"], part["version"]) == (flagship().run, flagship().version)


def _copied(page: Page, way: str) -> str:
    page.locator("#chart-blocs details.share").evaluate("one => { one.open = true; }")
    page.locator(f'#chart-blocs button[data-way="{way}"]').click()
    page.locator("#chart-blocs").get_by_text("Copied:").wait_for()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_links_sentences_and_code_to_embed_are_copied(english: Page) -> None:
    assert _copied(english, "link") == f"{ADDRESS}#chart-blocs"
    sentence = _copied(english, "sentence")
    assert sentence.startswith("The right has a majority in 9 of 50. As it stood on Saturday")
    assert all(carried in sentence for carried in CARRIED)
    code = _xml(_copied(english, "embed"))
    assert code.attrib["src"] == "https://news.example/election?a=1&b=2#chart-blocs"
    assert "Formateur" in code.attrib["title"]


def test_without_an_address_there_is_nothing_to_embed(browser: Browser) -> None:
    page = opened(browser)
    assert page.locator('[data-way="link"]').count() == 2
    assert page.locator('[data-way="embed"]').count() == 0
    page.close()


def test_no_page_complained() -> None:
    assert PROBLEMS == []
