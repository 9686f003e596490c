"""The calendar in all forms, and from the command line."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

from formateur import questions
from formateur.folder import new_election
from formateur.language import open_language
from formateur.reporting.calendar_document import calendar_schema
from formateur.reporting.calendar_text import render_calendar_text
from formateur.reports import CalendarReport

SCHEMA_FILE = files("formateur") / "data" / "schemas" / "calendar.schema.json"


def report(day: str, election: str = "il-2019-09") -> CalendarReport:
    return questions.calendar(election, as_of=day)


def told(made: CalendarReport, code: str = "en") -> str:
    out = io.StringIO()
    document = render_calendar_text(made.document, open_language(code))
    Console(file=out, width=400, markup=False).print(document)
    return out.getvalue()


def test_the_calendar_of_a_day_tells_of_no_law_that_came_later() -> None:
    assert "2 March 2020" not in told(report("2019-09-14"))
    assert "2 March 2020" in told(report("2020-03-01", "il-2020"))
    before = told(report("2019-04-05", "il-2019-04"))
    assert "110" not in before
    assert "17 September 2019" not in before


@pytest.mark.parametrize("day", ["2019-09-14", "2019-09-17", "2019-10-22", "2019-12-20"])
def test_the_document_fits_its_published_schema(day: str) -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == calendar_schema()
    made = report(day)
    jsonschema.validate(json.loads(made.to_json()), calendar_schema())
    assert all(one.date <= made.document.as_of for one in made.document.past)
    assert all(one.date > made.document.as_of for one in made.document.fixed)
    assert all(one.source for one in made.document.past)
    assert all(one.source for one in made.document.terms)


def test_nothing_later_is_seen() -> None:
    document = report("2019-09-14").document
    assert [one.step for one in document.fixed] == ["vote"]
    assert document.days_to_election == 3
    assert max(one.date for one in document.past) == date(2019, 9, 13)


def test_text_says_what_people_ask() -> None:
    text = told(report("2019-09-14"))
    assert "3 days until the vote." in text
    assert "no new polls from now on" in text
    assert "in 11 days" in text
    assert "Parliament is dissolved by 21 December 2019" in text
    after = told(report("2019-10-22"))
    assert "task given back: Benjamin Netanyahu" in after
    assert "Due by law" in after


def test_where_no_law_ends_the_search_that_is_said() -> None:
    text = told(report("2022-09-01", "se-2022"))
    assert "No law ends the search" in text
    assert "no term is set" in text


def test_a_formed_government_leaves_nothing_open() -> None:
    document = report("2021-06-14", "il-2021").document
    assert document.terms == []
    assert document.again is None
    assert "government sworn in: Naftali Bennett" in told(report("2021-06-14", "il-2021"))


def test_csv_has_a_row_for_every_step_and_term() -> None:
    made = report("2019-09-14")
    rows = list(csv.DictReader(io.StringIO(made.to_csv())))
    document = made.document
    assert len(rows) == len(document.past) + len(document.fixed) + len(document.terms) + 1
    assert {row["status"] for row in rows} == {"past", "fixed", "due", "may", "again"}


def test_a_folder_without_a_procedure_has_its_vote(tmp_path: Path) -> None:
    new_election(tmp_path / "mine", date(2030, 5, 1))
    made = questions.calendar(tmp_path / "mine", as_of="2030-05-02")
    assert "vote" in {one.step for one in (*made.document.past, *made.document.fixed)}
    assert "No procedure is named" in told(made)


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_it_can_be_told_in_every_language(code: str) -> None:
    assert told(report("2019-09-14"), code)
