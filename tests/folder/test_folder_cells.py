from __future__ import annotations

from datetime import date

import pytest

from formateur.facts import Reading, Scale
from formateur.folder import cells, format_reading
from formateur.folder.cells import Flaw


def flaw(found: object) -> Flaw:
    assert isinstance(found, Flaw)
    return found


def test_day() -> None:
    assert cells.day("2019-09-14") == date(2019, 9, 14)


@pytest.mark.parametrize(
    "text",
    [
        *("14/09/2019", "14.9.2019", "2019-9-14", "20190914", "2019-W37-6"),
        *("14 September 2019", "2019-09-14T10:00", "٢٠١٩-٠٩-١٤"),
    ],
)
def test_days_in_other_forms(text: str) -> None:
    assert "2019-09-14" in flaw(cells.day(text)).remedy


@pytest.mark.parametrize("text", ["2019-02-29", "2019-13-01", "0000-01-01"])
def test_days_that_are_not(text: str) -> None:
    assert "calendar" in flaw(cells.day(text)).reason


@pytest.mark.parametrize(
    ("text", "scale", "wanted"),
    [
        ("26.5", "percent", Reading("percent", 26.5)),
        ("0", "percent", Reading("percent", 0.0)),
        ("100", "percent", Reading("percent", 100.0)),
        ("26.5%", "percent", Reading("percent", 26.5)),
        ("34", "seats", Reading("seats", 34.0)),
        ("2.3%", "seats", Reading("percent", 2.3)),
        ("<", "percent", Reading("below", None)),
        ("<", "seats", Reading("below", None)),
        ("0", "seats", Reading("below", None)),
        ("<2.5", "percent", Reading("below", 2.5)),
        ("<2.5", "seats", Reading("below", 2.5)),
    ],
)
def test_reading(text: str, scale: Scale, wanted: Reading) -> None:
    assert cells.reading(text, scale) == wanted


@pytest.mark.parametrize(
    ("text", "scale", "reason", "remedy"),
    [
        ("26,5", "percent", "decimal comma", "26.5"),
        ("26,5%", "percent", "decimal comma", "26.5"),
        ("26,5", "seats", "decimal comma", "26.5"),
        ("-3", "percent", "negative", "from 0"),
        ("−3", "percent", "negative", "from 0"),
        ("-3", "seats", "negative", "from 0"),
        ("nan", "percent", "finite", "empty"),
        ("inf", "percent", "finite", "empty"),
        ("-Infinity", "percent", "finite", "empty"),
        ("NaN", "seats", "finite", "empty"),
        ("100.1", "percent", "more than 100", "0 to 100"),
        ("101%", "seats", "more than 100", "0 to 100"),
        ("34.5", "seats", "whole number of seats", "34.5%"),
        ("1e1", "percent", "not a number", "26.5"),
        ("1_0", "percent", "not a number", "26.5"),
        ("٢٦", "percent", "not a number", "26.5"),
        (".5", "percent", "not a number", "26.5"),
        ("+5", "percent", "not a number", "26.5"),
        ("n/a", "seats", "not a number", "26.5"),
        ("%", "percent", "not a number", "26.5"),
        ("9" * 5000, "percent", "too many digits", "printed"),
        ("9" * 5000, "seats", "too many digits", "printed"),
        ("<0", "percent", "below nothing", "<2.5"),
        ("<x", "percent", "not a number", "<2.5"),
        ("<101", "percent", "more than 100", "<2.5"),
    ],
)
def test_reading_that_is_refused(text: str, scale: Scale, reason: str, remedy: str) -> None:
    found = flaw(cells.reading(text, scale))
    assert reason in found.reason
    assert remedy in found.remedy


@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        ("1,002", "separators", "1002"),
        ("1.002", "separators", "1002"),
        ("1 002 003", "separators", "1002003"),
        ("10.5", "whole", "digits"),
        ("about 500", "not a number", "digits"),
    ],
)
def test_whole_number_that_is_refused(text: str, reason: str, remedy: str) -> None:
    found = flaw(cells.whole(text))
    assert reason in found.reason
    assert remedy in found.remedy


@pytest.mark.parametrize("text", ["Likud", "blue-white", "a b", "ליכוד", ""])
def test_list_id_that_is_refused(text: str) -> None:
    assert "a-z" in flaw(cells.list_id(text)).remedy


def test_slug() -> None:
    assert cells.slug("list-merger_2") == "list-merger_2"
    assert "a-z" in flaw(cells.slug("List merger")).remedy


@pytest.mark.parametrize("text", ["24:00", "9:00", "18.00", "18:60"])
def test_time_that_is_refused(text: str) -> None:
    assert "18:00" in flaw(cells.time_of_day(text)).remedy


@pytest.mark.parametrize("scale", ["percent", "seats"])
@pytest.mark.parametrize(
    "reading",
    [
        Reading("percent", 26.5),
        Reading("percent", 1e-05),
        Reading("percent", 0.1 + 0.2),
        Reading("below", None),
        Reading("below", 2.5),
    ],
)
def test_written_reading_reads_back(reading: Reading, scale: Scale) -> None:
    assert cells.reading(format_reading(reading, scale), scale) == reading


def test_written_readings() -> None:
    assert format_reading(Reading("seats", 34.0), "seats") == "34"
    assert format_reading(Reading("percent", 2.0), "seats") == "2%"
    assert format_reading(Reading("percent", 26.5), "percent") == "26.5"
    assert format_reading(Reading("below", None), "seats") == "<"
    assert format_reading(Reading("below", 2.5), "percent") == "<2.5"
