"""A checked story as one HTML page that needs nothing else; every text in it is escaped."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from formateur.language import Language, open_language
from formateur.story import words
from formateur.story.schema import Ask, StoryDocument
from formateur.story.text import written


def verdict_style() -> str:
    """Return the style of what `render_verdicts` writes."""
    return _file("verdicts.css")


def render_verdicts(
    document: StoryDocument, language: Language, asks: Mapping[Ask, str] = words.ASK
) -> Markup:
    """Return what a checked story says, to be put into a page under a heading of its own.

    Parameters
    ----------
    asks
        How a reader is asked for what has to be told, in English; they are said in `language`.
    """
    return Markup(_render("verdicts", document, language, asks=asks))  # noqa: S704 - escaped there


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
    style = _file("story.css") + verdict_style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    speech = language or open_language("en")
    return _render("story", document, speech, style=style, style_hash=digest, asks=words.ASK)


def _render(template: str, document: StoryDocument, speech: Language, **more: object) -> str:
    return (
        _environment()
        .get_template(f"{template}.html.jinja")
        .render(
            document=document,
            speech=speech,
            words=words,
            written=written,
            rulings=Counter(one.verdict for one in document.claims),
            **more,
        )
    )


@cache
def _file(name: str) -> str:
    return (files("formateur.story") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("formateur.story"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
