"""Write pictures of every station of the page: three widths, Hebrew, dark.

``python scripts/screenshots.py FOLDER [PAGE ...]``, with pages written by ``formateur report``;
needs Playwright and a Chromium of the system. The language of a page is read from it.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

WIDTHS = (360, 768, 1280)
STATIONS = ("votes", "seats", "government", "motions")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def shoot(browser: Browser, file: Path, folder: Path) -> None:
    """Write the first screen and each station of a page, at every width, and the first in dark."""
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(file.resolve().as_uri())
        page.wait_for_selector("html[data-played]")
        language = page.get_attribute("html", "lang")
        page.screenshot(path=folder / f"first-{language}-{width}.png")
        for station in STATIONS:
            page.locator(f"#{station}-title").evaluate("one => one.scrollIntoView()")
            page.screenshot(path=folder / f"{station}-{language}-{width}.png")
        page.emulate_media(color_scheme="dark")
        page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=folder / f"first-{language}-{width}-dark.png")
        page.close()


def main(folder: Path, pages: list[Path]) -> None:
    """Write the pictures of all pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("No Chromium is installed.")
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for page in pages:
            shoot(browser, page, folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
