"""The page is small enough for a slow line and an old phone."""

from __future__ import annotations

import gzip

import pytest
from documents import report

from formateur.language import open_language
from formateur.reporting.page import pictures
from formateur.reporting.page.assets import Inline, script

KB = 1000


def packed(text: str) -> int:
    return len(gzip.compress(text.encode(), mtime=0))


@pytest.mark.parametrize("code", ["en", "ar"])
def test_first_text_comes_soon(code: str) -> None:
    page = report().page(open_language(code), Inline())
    first, end, _ = page.partition('<nav class="stations"')
    assert end
    assert "</section>" in first
    assert packed(first) < 30 * KB


def test_own_script_is_small() -> None:
    assert packed(script().content.decode()) < 25 * KB


@pytest.mark.parametrize("drawn", [True, False])
def test_page_in_one_file_is_small(monkeypatch: pytest.MonkeyPatch, *, drawn: bool) -> None:
    if not drawn:
        monkeypatch.setattr(pictures, "can_draw", lambda: False)
    page = report().page(open_language("en"), Inline())
    assert len(page.encode()) < 1500 * KB
