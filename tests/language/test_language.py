"""Numbers, days, lists and sentences in each language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.errors import UsageError
from formateur.language import LANGUAGES, Amount, message, message_many, open_language

ENGLISH = open_language("en")
HEBREW = open_language("he")
DAY = date(2019, 9, 14)

each_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "Saturday 14 September 2019"),
        ("es", "sábado, 14 de septiembre de 2019"),
        ("de", "Samstag, 14. September 2019"),
        ("fr", "samedi 14 septembre 2019"),
        ("he", "יום שבת, 14 בספטמבר 2019"),
        ("ar", "السبت، 14 سبتمبر 2019"),
    ],
)
def test_day_is_written_as_in_the_language(code: str, told: str) -> None:
    assert open_language(code).day(DAY) == told


def test_numbers_follow_the_language() -> None:
    assert ENGLISH.number(12345.6, 1) == "12,345.6"
    assert open_language("de").number(12345.6, 1) == "12.345,6"
    assert ENGLISH.number(-0.04, 1) == "0.0"
    assert ENGLISH.number(3, sign=True) == "+3"
    assert ENGLISH.percent(0.0325, 2) == "3.25\N{NO-BREAK SPACE}%"


def test_ranges_stay_left_to_right() -> None:
    assert ENGLISH.span(24, 28) == "24–28"
    assert HEBREW.span(24, 28) == "\u206624–28\u2069"
    assert ENGLISH.span(-1, 3, sign=True) == "−1 to +3"


@pytest.mark.parametrize(
    ("p", "told", "short"),
    [
        (0.0, "0 of 50", "0 of 50"),
        (0.004, "fewer than 1 of 50", "<1 of 50"),
        (0.18, "9 of 50", "9 of 50"),
        (0.996, "more than 49 of 50", ">49 of 50"),
        (1.0, "50 of 50", "50 of 50"),
    ],
)
def test_chances_are_counts_of_50(p: float, told: str, short: str) -> None:
    assert ENGLISH.of_50(p) == told
    assert ENGLISH.of_50(p, short=True) == short


def test_a_sentence_takes_what_it_is_given() -> None:
    said = message(
        "{who} on {day}: {share}, {n}",
        who=("A", "B", "C"),
        day=DAY,
        share=Amount(0.25, percent=True),
        n=message_many("{count} seat", "{count} seats", 1200),
    )
    told = "A, B and C on 14 September 2019: 25\N{NO-BREAK SPACE}%, 1,200 seats"
    assert ENGLISH.tell(said) == told


@given(st.text())
def test_values_are_never_taken_for_templates(name: str) -> None:
    assert ENGLISH.say("{name} leads", name=name) == f"{name} leads"
    assert HEBREW.say("an untranslated {name}", name=name).count(name) >= 1


def test_names_are_isolated_where_the_script_runs_right_to_left() -> None:
    assert HEBREW.say("an untranslated {name}", name="Likud") == "an untranslated \u2068Likud\u2069"


@each_language
def test_every_language_opens(code: str) -> None:
    language = open_language(code)
    assert language.code == code
    assert language.direction == ("rtl" if code in ("he", "ar") else "ltr")
    assert language.name


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="'xx' is not a language of Formateur: en, es"):
        open_language("xx")
