"""News stories over the network: what is answered, and that nothing of them stays."""

from __future__ import annotations

import asyncio
import gc
import logging
import re
import sys
from html import escape
from urllib.parse import urljoin

import pytest
from trafilatura.utils import line_processing, trim
from web_serving import OWN, Serving

from formateur import stories
from formateur.errors import FormateurError
from formateur.language import LANGUAGES
from formateur.web import story_answers
from formateur.web.answers import answer
from formateur.web.asked import WEB_DRAWS, Asked
from formateur.web.questions import StoryQuestion
from formateur.web.rendered import Refusal, Rendered
from formateur.web.server.desk import Desk

API = "/api/v1/story"
DAY = "2019-09-14"
STORY = (
    "Jerusalem - Three days before a close election, Donald Trump floated a mutual defence treaty "
    "with Israel on Saturday.\n\nPolls predict a close race, and Netanyahu's Likud would win 55 "
    "seats, polls show, ahead of Benny Gantz's Blue and White."
)
PLAIN = {"content-type": "text/plain"}
HTML = {"content-type": "text/html; charset=utf-8"}


def test_the_answer_is_the_document_whatever_the_form_of_the_story(serving: Serving) -> None:
    expected = stories.check_story(STORY, draws=WEB_DRAWS)
    assert "contradicted" in {one.verdict for one in expected.document.claims}
    found = serving.client.post(API, content=STORY, headers=PLAIN)
    assert found.text == expected.to_json()
    assert serving.client.post(API, json={"text": STORY}).text == expected.to_json()
    marked = "".join(f"<p>{one}</p>" for one in STORY.split("\n\n"))
    page = serving.client.post(
        API, content=f"<html><body><article>{marked}</article></body></html>", headers=HTML
    )
    assert page.json()["claims"] == found.json()["claims"]


def test_election_and_day_can_be_told(serving: Serving) -> None:
    told = {"text": "Polls predict a close race.", "date": DAY, "election": OWN}
    found = serving.client.post(API, json=told).json()
    assert (found["election"], found["date"]) == (OWN, DAY)
    beside = serving.client.post(
        f"{API}?date={DAY}&election={OWN}", content=told["text"], headers=PLAIN
    )
    assert beside.json() == found


@pytest.mark.parametrize(
    ("kind", "body", "query", "status", "words"),
    [
        ("text/plain", b"", "", 400, "the story is empty"),
        ("text/plain", b"\x00\x01" * 500, "", 400, "binary"),
        ("text/plain", b"Die Wahl ist morgen, und das ist gut so.", "", 400, "German"),
        ("text/plain", b"Polls.", "?date=2019-02-30", 400, "is not a day"),
        ("text/plain", b"Polls.", "?election=nowhere", 404, "is no election here"),
        ("text/plain", b"Polls.", "?lang=es", 400, "there is no such parameter"),
        ("text/plain", b"x" * 1_100_000, "", 413, "1,048,576 bytes"),
        ("application/json", b"{", "", 400, "Invalid JSON"),
        ("application/json", b'{"text": 1}', "", 400, "text"),
        ("application/json", b'{"text": "x", "day": "2019-09-14"}', "", 400, "no such parameter"),
        ("application/json", b'{"text": "x"}', "?date=2019-09-14", 400, "beside the text"),
        ("application/json", b'{"text": "\\ud800"}', "", 400, ""),
        ("application/pdf", b"%PDF-1.7", "", 415, "text/plain"),
    ],
)
def test_a_story_that_cannot_be(
    serving: Serving, kind: str, body: bytes, query: str, status: int, words: str
) -> None:
    found = serving.client.post(API + query, content=body, headers={"content-type": kind})
    assert (found.status_code, found.headers["content-type"]) == (
        status,
        "application/problem+json",
    )
    assert words in found.json()["detail"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_there_in_every_language(serving: Serving, language: str) -> None:
    found = serving.get(f"/story?lang={language}")
    assert f'<html lang="{language}"' in found.text
    assert "form-action 'self'" in found.headers["content-security-policy"]
    for one in re.findall(r' href="([^"#]+)"', found.text):
        assert serving.get(urljoin("/story", one)).status_code == 200, one
    assert (
        f'href="story?lang={language}"'.replace("?lang=en", "")
        in serving.get(f"/?lang={language}").text
    )


def test_the_form_is_answered_with_verdicts_and_may_be_sent_again(serving: Serving) -> None:
    form = {"text": f"{STORY}\n\n<script>alert(1)</script>", "date": "", "election": ""}
    found = serving.client.post("/story?lang=es", data=form)
    assert found.status_code == 200
    assert '<html lang="es"' in found.text
    assert 'class="contradicted"' in found.text
    assert "<script>" not in found.text
    assert escape("<script>alert(1)</script>") in found.text
    action = re.search(r'<form[^>]* method="post" action="([^"]+)"', found.text)
    assert action is not None
    assert urljoin("/story?lang=es", action[1]) == "/story?lang=es"
    unsure = serving.client.post("/story", data={"text": "Polls predict a close race in Israel."})
    assert "ask again" in unsure.text
    told = {**form, "date": DAY, "election": "il-2019-09"}
    assert 'value="il-2019-09" selected' in serving.client.post("/story", data=told).text


def test_what_cannot_be_checked_stays_in_the_form(serving: Serving) -> None:
    found = serving.client.post("/story", data={"text": "Die Wahl ist morgen, und das ist gut so."})
    assert found.status_code == 400
    assert "Die Wahl ist morgen" in found.text
    assert "German" in found.text
    unknown = serving.client.post("/story", data={"text": STORY, "election": "nowhere"})
    assert unknown.status_code == 404
    large = serving.client.post("/story?lang=he", data={"text": "x" * 3_000_000})
    assert large.status_code == 413
    assert '<html lang="he"' in large.text
    assert serving.client.post("/story", json={"text": STORY}).status_code == 415
    assert serving.client.post("/story", data=dict.fromkeys("abcdefghij", "1")).status_code == 400


def test_no_one_may_keep_an_answer(serving: Serving) -> None:
    for found in (
        serving.client.post(API, content=STORY, headers={**PLAIN, "if-none-match": "*"}),
        serving.client.post("/story", data={"text": STORY}),
    ):
        assert found.status_code == 200
        assert found.headers["cache-control"] == "no-store"
        assert "etag" not in found.headers


def test_nothing_of_a_story_stays_once_it_is_answered() -> None:
    question = StoryQuestion(b"<p>" + STORY.encode().replace(b"\n\n", b"</p><p>") + b"</p>", DAY)
    assert "Trump" not in repr(question)

    async def asking() -> None:
        desk = Desk()
        try:
            held = sys.getrefcount(question), sys.getrefcount(question.text)
            for _ in range(2):
                assert isinstance(await desk.ask(question), Rendered)
            gc.collect()
            assert (sys.getrefcount(question), sys.getrefcount(question.text)) == held
            assert desk.worked_out == 2
        finally:
            await desk.close()

    asyncio.run(asking())
    assert isinstance(answer(question), Rendered)
    assert line_processing.cache_info().currsize == trim.cache_info().currsize == 0


def test_a_mistake_of_ours_tells_no_word_of_the_story(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: bytes, **_: object) -> None:
        raise ValueError(text)

    monkeypatch.setattr(story_answers, "check_story", fail)
    with caplog.at_level(logging.DEBUG), pytest.raises(RuntimeError) as told:
        answer(StoryQuestion(b"secret words"))
    assert "ValueError" in str(told.value)
    assert "secret" not in str(told.value) + caplog.text
    assert told.value.__suppress_context__


def test_a_story_is_held_against_the_figures_that_are_there() -> None:
    asked: list[Asked] = []

    def figures(one: Asked) -> object:
        asked.append(one)
        raise FormateurError("enough seen")

    with pytest.raises(FormateurError):
        story_answers.story_answer(StoryQuestion(STORY.encode()), figures)  # type: ignore[arg-type]
    assert [(one.place, str(one.day), one.draws) for one in asked] == [
        ("il-2019-09", DAY, WEB_DRAWS)
    ]
    assert isinstance(answer(StoryQuestion(b" ")), Refusal)
