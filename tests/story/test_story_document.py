"""The story document and its outputs, and stories in the wild."""

from __future__ import annotations

import json
import re
from datetime import date

import jsonschema
import pytest
from rich.console import Console
from story_cases import STORIES, checked, elections, forecaster, labelled

from formateur.errors import NotEnoughPollsError, UsageError
from formateur.facts import Election
from formateur.language import LANGUAGES, open_language
from formateur.reporting.schema import ForecastDocument
from formateur.reports import StoryReport
from formateur.story import StoryDocument, check_story, story_schema
from formateur.story.html import render_story_html
from formateur.story.text import render_story_text

CASES = ["flagship-en", "flagship-es"]
UNDATED = "Netanyahu's Likud and Gantz's Blue and White are level in the polls for the Knesset."
HOSTILE = "<script>alert('x')</script>"


def text_of(story_id: str) -> str:
    return as_text(labelled(story_id))


def as_text(document: StoryDocument) -> str:
    console = Console(width=110, no_color=True)
    with console.capture() as capture:
        console.print(render_story_text(document))
    return capture.get()


@pytest.mark.slow
@pytest.mark.parametrize("story_id", CASES)
def test_real_output_fits_the_schema(story_id: str) -> None:
    jsonschema.validate(json.loads(StoryReport(labelled(story_id)).to_json()), story_schema())


@pytest.mark.slow
def test_the_same_story_gives_the_same_bytes() -> None:
    story = STORIES["flagship-en"]["text"]
    assert checked(story).model_dump_json() == labelled("flagship-en").model_dump_json()


@pytest.mark.slow
def test_the_flagship_is_answered() -> None:
    document = labelled("flagship-en")
    assert {one.question for one in document.answers} == {"race", "governments", "motion", "event"}
    treaty = next(one for one in document.answers if "treaty" in one.about.lower())
    assert treaty.figures
    event = next(one for one in document.answers if one.question == "event")
    assert event.text.startswith("Not identified")
    by_words = {one.text: one for one in document.claims}
    months = next(one for words, one in by_words.items() if "could take months" in words)
    assert (months.said_by, months.reported_by) == ("an official in Washington", "Axios")


@pytest.mark.slow
def test_what_came_later_is_apart_and_no_verdict_uses_it() -> None:
    document = labelled("flagship-en")
    assert document.date is not None
    assert all(one.date > document.date for one in document.later)
    assert all(f.date <= document.date for one in document.claims for f in one.figures)
    assert any("Result" in one.text for one in document.later)


@pytest.mark.slow
def test_every_verdict_but_opinion_has_rule_and_ground() -> None:
    for one in labelled("flagship-en").claims:
        assert one.rule
        if one.verdict in ("supported", "contradicted", "partly"):
            assert one.figures
            assert one.sources


@pytest.mark.slow
def test_the_text_shows_verdict_words_figure_and_rule() -> None:
    shown = " ".join(text_of("flagship-en").split())
    assert "A news story about Israel, 22nd Knesset" in shown
    assert "CONTRADICTED “Likud is likely to win 44 seats” said by a campaign aide" in shown
    assert "Rule: A number: inside the interval of 50 percent" in shown
    assert "Later, and not known on the day" in shown


@pytest.mark.slow
def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    document = labelled("flagship-en")
    claim = document.claims[0].model_copy(update={"text": HOSTILE, "said_by": HOSTILE})
    page = render_story_html(document.model_copy(update={"claims": [claim]}))
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"<script|<link|<img|src=|@import|url\(", page)
    assert "default-src 'none'" in page


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_can_be_written_in_every_language(code: str) -> None:
    speech = open_language(code)
    page = render_story_html(labelled("flagship-es"), speech)
    assert f'<html lang="{code}" dir="{speech.direction}">' in page


def test_a_story_that_may_be_of_many_days_is_not_judged() -> None:
    document = checked(UNDATED)
    assert (document.election, document.date, document.claims) == (None, None, [])
    assert document.asks == ["election", "date"]
    assert {one.election for one in document.readings} >= {"il-2019-09", "il-2020"}
    assert "--date DAY" in as_text(document)
    assert "--date DAY" in render_story_html(document)


@pytest.mark.slow
def test_with_day_or_election_it_is_judged() -> None:
    document = checked(UNDATED, "2019-09-14")
    assert document.election == "il-2019-09"
    assert [one.verdict for one in document.claims if one.kind == "race"] == ["supported"]
    assert checked(UNDATED, "2019-09-14", "il-2019-09").claims == document.claims


@pytest.mark.parametrize(
    "text",
    [
        "Germany's Social Democrats lead the polls four days before the federal election.",
        "The Moderates of the village beat the Centre by three goals on Saturday, and it was late.",
        "Israel's archaeologists have found a mosaic near Haifa, the authority said on Tuesday.",
        "The vote in the committee was on the roof of the school, and the majority was for tiles.",
    ],
)
def test_a_story_about_no_election_that_is_known_gets_no_verdict(text: str) -> None:
    document = checked(text)
    assert (document.election, document.claims, document.answers) == (None, [], [])
    assert "no election that is known" in document.notes[0]


def test_a_story_of_a_day_on_which_no_election_was_on_gets_no_verdict() -> None:
    document = checked(UNDATED, "1999-05-17")
    assert (document.election, document.readings) == (None, [])
    assert "at that day" in document.notes[0]


def test_a_story_that_mixes_elections_names_them_all() -> None:
    document = checked(
        "Netanyahu's Likud and Gantz's Blue and White are neck and neck in the Knesset race. In "
        "Sweden, Magdalena Andersson's Social Democrats and Ulf Kristersson's Moderates fight over "
        "the Riksdag, where the Sweden Democrats of Jimmie Åkesson have gained."
    )
    assert document.asks == ["election"]
    assert {one.election[:2] for one in document.readings} == {"il", "se"}
    assert document.claims == []


def test_only_notices_are_no_story() -> None:
    with pytest.raises(UsageError, match="no story"):
        checked("Sign up for our newsletter\n\nShare this article")


def test_a_day_without_polls_leaves_the_race_open() -> None:
    def none(election: Election, day: date) -> ForecastDocument:
        raise NotEnoughPollsError(f"no polls of {election.id} on {day}")

    document = check_story(
        "Likud leads in the polls for the Knesset. Israel votes on Tuesday.",
        elections(),
        none,
        day=date(2019, 9, 14),
    )
    assert document.notes == ["no polls of il-2019-09 on 2019-09-14"]
    assert {one.kind: one.verdict for one in document.claims} == {
        "race": "cannot-be-checked",
        "time": "supported",
    }
    assert document.answers == []


@pytest.mark.slow
def test_a_very_long_story_is_read_in_time_and_its_end_named() -> None:
    story = STORIES["flagship-en"]["text"]
    filler = "The weather in the city was fine and nobody spoke of it at all.\n\n" * 9_000
    document = check_story(story + filler, elections(), forecaster)
    assert document.election == "il-2019-09"
    assert any("too long" in one.why for one in document.stripped)
