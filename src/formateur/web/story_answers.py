"""News stories held against the figures of their day; nothing of a text outlives its answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from traceback import extract_tb

from formateur.errors import FormateurError
from formateur.facts import Election
from formateur.language import open_language
from formateur.reporting.schema import ForecastDocument
from formateur.stories import check_story
from formateur.web.asked import Asked
from formateur.web.questions import StoryQuestion
from formateur.web.rendered import Rendered, rendered, rendered_page
from formateur.web.story_page import Filled, story_page


def story_answer(
    question: StoryQuestion, document_of: Callable[[Asked], ForecastDocument]
) -> Rendered:
    """Say which claims of a story hold.

    Parameters
    ----------
    document_of
        Makes or remembers a forecast.

    Raises
    ------
    FormateurError
        When it cannot be told; its message is for whoever sent the story.
    RuntimeError
        A mistake of ours. It names the line of the code, and none of the text: errors are logged.
    """

    def figures(facts: Election, day: date) -> ForecastDocument:
        if facts.id == question.election:
            return document_of(Asked(place=question.place, stamp=question.stamp, day=day))
        return document_of(Asked(place=facts.id, day=day))

    try:
        report = check_story(
            question.text,
            day=question.day or None,
            election=question.place or None,
            forecaster=figures,
        )
        if question.page is None:
            return rendered(report.to_json(), "application/json")
        around, language = question.page
        text = question.text.decode(errors="replace")
        filled = Filled(text, question.day, question.election)
        html = story_page(around, open_language(language), filled, checked=report.document)
        return rendered_page(html)
    except FormateurError:
        raise
    except Exception as error:  # noqa: BLE001 - its words may hold the story
        last = extract_tb(error.__traceback__)[-1]
        where = f"{last.filename}, line {last.lineno}"
        raise RuntimeError(f"a story: {type(error).__name__} at {where}") from None
