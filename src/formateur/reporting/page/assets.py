"""Style and scripts of the page: within it, or beside it and shared by many pages."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePosixPath

from formateur.reporting.page.script import page_script

STYLE = ("page.css", "panels.css")


@dataclass(frozen=True, slots=True)
class Inline:
    """Within the page, which then is one file that needs nothing else."""


@dataclass(frozen=True, slots=True)
class Linked:
    """In files beside the page.

    Attributes
    ----------
    folder
        Address of their folder, relative to the page, with a slash at its end: ``../../assets/``.
    """

    folder: str


Assets = Inline | Linked


@dataclass(frozen=True, slots=True)
class Asset:
    """One file that pages share.

    Attributes
    ----------
    name
        ``report.css``.
    """

    name: str
    content: bytes
    media_type: str

    @property
    def file(self) -> str:
        """Its name in a folder of assets; other content, other name, so it may be kept forever."""
        path = PurePosixPath(self.name)
        return f"{path.stem}-{sha256(self.content).hexdigest()[:12]}{path.suffix}"

    @property
    def source(self) -> str:
        """What a content security policy calls this content within a page."""
        return f"'sha256-{b64encode(sha256(self.content).digest()).decode()}'"


@cache
def style_sheet() -> Asset:
    """Return the style of the page."""
    folder = files("formateur.reporting") / "page"
    content = b"".join((folder / name).read_bytes() for name in STYLE)
    return Asset("page.css", content, "text/css; charset=utf-8")


@cache
def script() -> Asset:
    """Return the scripts of the page."""
    return Asset("page.js", page_script().encode(), "text/javascript; charset=utf-8")


@cache
def vega() -> Asset:
    """Return the library that draws charts in the browser, where none were drawn beforehand."""
    content = (files("formateur.reporting") / "page" / "vendor" / "vega.js").read_bytes()
    return Asset("vega.js", content, "text/javascript; charset=utf-8")


def page_assets() -> tuple[Asset, ...]:
    """Return every file that a page with `Linked` assets may ask for."""
    return (style_sheet(), script(), vega())


def content_policy(assets: Assets, *, forms: bool = False) -> str:
    """Return the content security policy of a page: its own style and scripts, and nothing else.

    Parameters
    ----------
    forms
        Whether the page asks the server that it comes from for another page.
    """
    linked = isinstance(assets, Linked)
    style = "'self'" if linked else style_sheet().source
    scripts = "'self'" if linked else f"{script().source} {vega().source}"
    action = "'self'" if forms else "'none'"
    # images that a reader saves are drawn in the page itself: that is what data: and blob: are
    return (
        f"default-src 'none'; style-src {style}; script-src {scripts}; img-src data: blob:; "
        f"base-uri 'none'; form-action {action}"
    )
