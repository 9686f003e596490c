"""A browser to open pages in: the Chromium of the system, or a clear reason why there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REQUIRED = "FORMATEUR_BROWSER_TESTS"
"""Environment variable; where it is ``required``, tests fail that lack Node or a browser."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""Of axe-core: WCAG 2.2, levels A and AA."""


def lacking(what: str) -> None:
    """Skip a test for want of something, or fail it where nothing may be skipped."""
    reason = f"{what} is not there (set {REQUIRED}=required to make this an error)"
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Start the system's Chromium, or skip the test."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - may be absent
    except ImportError:
        lacking("Playwright")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        lacking("a Chromium browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


def faults(page: Page, part: str = "body", *, contrast: bool = True) -> list[tuple[str, list[str]]]:
    """Return what axe-core finds wrong in a page: the rule, and the elements that break it.

    The page must come from a context that bypasses its content security policy. `contrast` takes
    three quarters of the time.
    """
    try:
        axe = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    except ModuleNotFoundError:
        lacking("axe-core (package axe-playwright-python)")
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(
        """([part, rules, contrast]) => axe.run(part === "body" ? document : part, {
          runOnly: rules, resultTypes: ["violations"],
          rules: {"color-contrast": {enabled: contrast}},
        })""",
        [part, list(RULES), contrast],
    )
    return [
        (one["id"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in found["violations"]
    ]
