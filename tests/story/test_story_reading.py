"""Reading a story: its bytes, its language, what is not of it, its sentences, names and numbers."""

from __future__ import annotations

import json
import sys
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story_cases import elections

from formateur.errors import UsageError
from formateur.story import decode, html_text, story_schema
from formateur.story.attribution import attributed
from formateur.story.clean import clean, why_not_story
from formateur.story.dates import named_days, named_months
from formateur.story.folding import fold
from formateur.story.gazetteer import gazetteer
from formateur.story.numbers import number, ordinal
from formateur.story.sentences import split, without_dateline
from formateur.story.tongue import tongue_of

STORY_DAY = date(2019, 9, 14)
ISRAEL = next(one for one in elections() if one.id == "il-2019-09")
SWEDEN = next(one for one in elections() if one.id == "se-2022")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_story_is_decoded_in_its_encoding(encoding: str) -> None:
    assert decode("Elección reñida\r\n".encode(encoding)) == "Elección reñida\n"


def test_the_charset_that_a_page_names_is_used() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert "Łódź" in decode(page.encode("iso-8859-2"))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\ufeff\u200b".encode(), "empty"),
        (b"%PDF-1.7 abc", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"a" * 20_000_001, "the most is"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        decode(data)


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("The party of the prime minister is ahead in the polls, and it is close.", "en"),
        ("El partido del primer ministro va por delante en las encuestas y en los votos.", "es"),
    ],
)
def test_the_language_is_told(text: str, tongue: str) -> None:
    assert tongue_of(text) == tongue


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Le parti du premier ministre est en tête dans les sondages et la coalition est là",
            "Fre",
        ),
        (
            "Die Partei liegt in den Umfragen vorn, und das ist für die Regierung nicht gut",
            "German",
        ),
        ("המפלגה מובילה בסקרים לקראת הבחירות לכנסת", "Hebrew"),
        ("Partiet leder i mätningarna och det är för många en överraskning", "Swedish"),
        ("zxcv qwer asdf", "cannot be told"),
    ],
)
def test_another_language_is_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(UsageError, match=name):
        tongue_of(text)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Esta es una traducción automática del inglés.", "notice of a translation"),
        ("Sign up for our newsletter", "promotion"),
        ("Suscríbete a nuestro boletín diario", "promotion"),
        ("Share this article on Facebook", "share buttons"),
        ("LEA TAMBIÉN: Netanyahu lidera con 70 escaños", "link to another story"),
        ("POLLS SHOW NETANYAHU WINNING 70 SEATS", "headline of another story"),
        ("Photo: Benny Gantz votes. Credit: Agency", "caption or picture credit"),
        ("(Reporting by A. Writer; Editing by B. Editor)", "credit of the agency"),
        ("By Jane Doe and John Roe", "byline"),
        ("We use cookies to improve this site", "notice of the site"),
        ("* * *", "ornament"),
    ],
)
def test_what_is_not_the_story_is_left_out_with_the_reason(line: str, why: str) -> None:
    kept, stripped = clean(f"The headline\n\n{line}\n\nThe story goes on.")
    assert kept == ["The headline", "The story goes on."]
    assert [(one.text, one.why) for one in stripped] == [(line, why)]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the polls will have closed.",
        "JERUSALEM, Sept 14 (Reuters) - Israelis vote on Tuesday.",
        "U.S. President Donald Trump shared the news on Twitter on Saturday.",
        "Gantz said the image of the army would suffer.",
    ],
)
def test_the_story_is_kept(line: str) -> None:
    assert why_not_story(line) == ""


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    text = (
        "The race between the two parties is as close as it was before\n"
        "the last vote, in which nobody won."
    )
    assert len(clean(text)[0]) == 1


def test_sentences_end_at_full_stops_that_end_them() -> None:
    text = (
        'U.S. President D. Trump wrote on Sept. 14. "It is late. Go home," he said. '
        "Polls: 3.25 percent."
    )
    assert [one.text for one in split([text])] == [
        "U.S. President D. Trump wrote on Sept. 14.",
        '"It is late. Go home," he said.',
        "Polls: 3.25 percent.",
    ]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    assert without_dateline("JERUSALÉN, 14 sep (EFE) - Israel vota.") == "Israel vota."
    assert without_dateline("Jerusalem, 14 September 2019 — Israel votes.") == "Israel votes."
    assert without_dateline("Gantz - the general - lost.") == "Gantz - the general - lost."


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Saturday", date(2019, 9, 14)),
        ("on Tuesday", date(2019, 9, 10)),
        ("el martes", date(2019, 9, 10)),
        ("next Tuesday", date(2019, 9, 17)),
        ("yesterday", date(2019, 9, 13)),
        ("Sept. 10", date(2019, 9, 10)),
        ("el 9 de abril", date(2019, 4, 9)),
        ("December 26, 2018", date(2018, 12, 26)),
        ("2019-09-17", date(2019, 9, 17)),
    ],
)
def test_days_are_read(words: str, day: date) -> None:
    assert [one.on(STORY_DAY, "past") for one in named_days(words)] == [day]


def test_what_is_no_day_is_not_read() -> None:
    assert named_days("It may march on; 31 seats, February 40") == []
    assert named_months("In May he said it may rain")[0].month == 5


def test_numbers_are_read() -> None:
    read = [number(one) for one in ("32", "thirty-two", "treinta y dos", "3,25")]
    assert read == [32, 32, 32, 3.25]
    assert [ordinal(one) for one in ("second", "terceras", "4th")] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Netanyahu's Likud", ["likud", "likud"]),
        ("Azul y Blanco, de Gantz", ["blue_white", "blue_white"]),
        ("Lieberman and Yisrael Beitenu", ["yisrael_beiteinu", "yisrael_beiteinu"]),
        ("the labour of love and a new right to vote", []),
        ("Peretz", []),
        ("Amir Peretz", ["labor_gesher"]),
    ],
)
def test_names_are_found(text: str, lists: list[str]) -> None:
    assert [one.list for one in gazetteer(ISRAEL).lists(text)] == lists


def test_common_words_are_no_party_names() -> None:
    found = gazetteer(SWEDEN).lists("moderate winds, a green light, the left bank, liberal use")
    assert found == []
    assert [one.id for one in gazetteer(SWEDEN).find("los socialdemócratas y los Verdes")] == [
        "s",
        "mp",
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        ("A treaty could take months, an official said, Axios reported.", "an official", "Axios"),
        ("“It is a mistake,” Gantz said.", "Benny Gantz", ""),
        ("Es un error, dijo Gantz.", "Benny Gantz", ""),
        ("Gantz cannot govern, according to Haaretz.", "", "Haaretz"),
        ("The polls predict a close race.", "polls", ""),
        ("Según las encuestas, el Likud lidera.", "encuestas", ""),
        ("Netanyahu told Channel 12 that he would win.", "Benjamin Netanyahu", "Channel 12"),
        ("Likud leads.", "", ""),
    ],
)
def test_speaker_and_outlet_are_told(text: str, speaker: str, outlet: str) -> None:
    assert attributed(text, gazetteer(ISRAEL)) == (speaker, outlet)


def test_he_is_the_person_named_before() -> None:
    names = gazetteer(ISRAEL)
    assert attributed("“It is bad,” he said.", names, "Gantz spoke.") == ("Benny Gantz", "")


def test_a_page_without_the_extra_is_refused_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UsageError, match=r"pip install 'formateur\[story\]'"):
        html_text.article("<p>Israel votes.</p>")


def test_the_day_of_a_page_is_the_one_it_states() -> None:
    page = '<meta property="article:published_time" content="2022-09-09T08:00:00Z">'
    assert html_text.published(page) == date(2022, 9, 9)
    assert html_text.published("<p>2019</p>") is None


def test_published_schema_is_that_of_the_code() -> None:
    stored = files("formateur") / "data" / "schemas" / "story.schema.json"
    assert json.loads(stored.read_text(encoding="utf-8")) == story_schema()
