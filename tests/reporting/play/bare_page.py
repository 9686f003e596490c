"""A page with nothing but play in it, in a browser."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from play_cases import flagship, flagship_data

from formateur.language import open_language
from formateur.reporting.page.play import data_blocks, play_markup, play_messages
from formateur.reporting.page.script import page_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@cache
def bare_page(code: str = "en") -> str:
    """Return a page that allows its own script and nothing else."""
    language, data = open_language(code), flagship_data()
    messages = play_messages(flagship(), language)
    parts = [str(one) for one in play_markup(data, messages, language).values()]
    script = page_script()
    allowed = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{allowed}'; base-uri 'none'"
    return (
        f'<!DOCTYPE html><html lang="{code}" dir="{language.direction}"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>Play</title></head><body>{''.join(parts)}{data_blocks(data, messages)}"
        f'<script type="module">{script}</script></body></html>'
    )


class Bare:
    """The bare page in a browser, and what went wrong in it."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.wrong: list[str] = []

    def open(self, fragment: str = "", code: str = "en") -> Page:
        """Open the page at a scenario and wait until it answers."""
        file = self.folder / f"{code}.html"
        if not file.exists():
            file.write_text(bare_page(code), encoding="utf-8")
        page = self.browser.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda said: self.wrong.append(said.text))
        page.goto(file.as_uri() + (f"#{fragment}" if fragment else ""))
        page.wait_for_selector("html[data-played]")
        return page


def settle(page: Page) -> None:
    """Wait until the page has worked out what takes longer, too."""
    page.evaluate("new Promise((done) => setTimeout(() => setTimeout(done)))")


def out(page: Page, panel: str, name: str) -> str:
    """Return what the page has written into a place."""
    settle(page)
    return page.inner_text(f'[data-play="{panel}"] [data-out="{name}"]')


def compared(page: Page) -> dict[str, tuple[str, str]]:
    """Return the table of before and after."""
    settle(page)
    rows: list[list[str]] = page.evaluate(
        "[...document.querySelectorAll('[data-out=compare] tbody tr')]"
        ".map((row) => [...row.children].map((cell) => cell.textContent))"
    )
    return {name: (before, after) for name, before, after in rows}


class Clock:
    """Computing time of the page's main thread: other work on the machine does not count."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def milliseconds(self, action: str) -> float:
        """Return the time of an action in the page, with all that follows from it."""
        before = self.busy()
        self.page.evaluate(f"(() => {{ {action} }})()")
        settle(self.page)
        return self.busy() - before

    def busy(self) -> float:
        """Return the milliseconds so far."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")
