"""The page that a news story can be pasted into, and that then shows what of it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from formateur.language import Language, message
from formateur.reporting.page.assets import Asset, Linked
from formateur.reporting.page.navigation import LanguageLink
from formateur.story.html import render_verdicts, verdict_style
from formateur.story.schema import Ask, StoryDocument
from formateur.story.words import heading_of
from formateur.web.frames import render_frame

ASKS: dict[Ask, str] = {
    "election": message("Choose the election above and ask again.").text,
    "date": message("Give the day of the story above and ask again.").text,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page holds whatever the story.

    Attributes
    ----------
    home, action
        Addresses of the list of elections and of what answers the form.
    elections
        Ids and names that can be chosen.
    languages
        The page in every language.
    """

    assets: Linked
    home: str
    action: str
    elections: tuple[tuple[str, str], ...]
    languages: tuple[LanguageLink, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What the reader put into the form; it goes back with the answer, and nowhere else.

    Attributes
    ----------
    date, election
        As they were given; empty where they are to be read from the story.
    """

    text: str = field(default="", repr=False)
    date: str = ""
    election: str = ""


def story_page(
    around: Surroundings,
    language: Language,
    filled: Filled,
    *,
    problem: str = "",
    checked: StoryDocument | None = None,
) -> str:
    """Return the page.

    Parameters
    ----------
    problem
        Why there is no answer, in English; empty where there is one or nothing was asked.
    checked
        The story, held against the figures of its day.
    """
    return render_frame(
        "story",
        language,
        around.assets,
        forms=True,
        around=around,
        languages=around.languages,
        filled=filled,
        problem=problem,
        heading=heading_of(checked, language) if checked else "",
        verdicts=render_verdicts(checked, language, ASKS) if checked else None,
        own_style=around.assets.folder + story_style().file,
    )


@cache
def story_style() -> Asset:
    """Return the style of the form and of the verdicts."""
    own = (files("formateur.web") / "templates" / "story.css").read_text(encoding="utf-8")
    return Asset("story.css", (verdict_style() + own).encode(), "text/css; charset=utf-8")
