"""A checked story as one HTML page that needs nothing else; every text in it is escaped."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from formateur.language import Language, open_language
from formateur.story import words
from formateur.story.schema import StoryDocument
from formateur.story.text import written


def render_story_html(document: StoryDocument, language: Language | None = None) -> str:
    """Return a checked story as one page: each claim with its verdict, figures, rule and sources.

    Parameters
    ----------
    document
        Its texts come from a story that may hold anything; they are shown, never run.

    Returns
    -------
    str
        HTML with its style inside, and a content security policy that allows that style alone.
    """
    style = _style()
    speech = language or open_language("en")
    return (
        _environment()
        .get_template("story.html.jinja")
        .render(
            document=document,
            style=style,
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            speech=speech,
            words=words,
            written=written,
            rulings=Counter(one.verdict for one in document.claims),
        )
    )


@cache
def _style() -> str:
    return (files("formateur.story") / "templates" / "story.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("formateur.story"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
