from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folder_cases import (
    CALENDAR_HEADER,
    EVENT_HEADER,
    RESULT_HEADER,
    STATEMENT_HEADER,
    a_folder,
    place,
    the_error,
)

from formateur.facts import (
    CalendarStep,
    Event,
    Motion,
    PositionTaken,
    Result,
    Source,
    Stage,
    Statement,
)
from formateur.folder import read_election

DAILY = Source("The Daily")
STATEMENT = "s1,2019-09-01,likud,blue_white,excludes,hint,Said no,The Daily\n"
EVENT = "e1,2019-09-01,18:00,Merger,Bibi; Benny,list-merger,likud; yamina,The Daily\n"
RESULT = "likud,1113617,25.1,32,The Daily\n"
MOTION = """\
[[motion]]
id = "treaty"
title = "Treaty"
question = "Would it pass?"
majority = "2/3"
first_raised = 2019-09-14
summary = "Sum"
source = "The Daily"

[[motion.stage]]
name = "approval"
body = "Knesset"

[[motion.position]]
list = "likud"
position = "split"
date = 2019-09-15
source = "The Daily"
reported_by = "Wire"

[[motion.position]]
list = "likud"
position = "support"
date = 2019-09-14
basis = "inferred"
source = "The Daily"
"""


def test_statement_is_kept(tmp_path: Path) -> None:
    text = STATEMENT_HEADER.replace("\n", ",note,reported_by\n") + STATEMENT.replace("\n", ",N,W\n")
    assert read_election(a_folder(tmp_path, statements_csv=text)).statements == (
        Statement(
            id="s1",
            date=date(2019, 9, 1),
            by="likud",
            about="blue_white",
            stance="excludes",
            firmness="hint",
            summary="Said no",
            note="N",
            source=Source("The Daily", "W"),
        ),
    )


@pytest.mark.parametrize(
    "about", ["person:netanyahu", "person:head_of_largest_list", "group:right", "none"]
)
def test_what_statements_may_be_about(tmp_path: Path, about: str) -> None:
    text = STATEMENT_HEADER + STATEMENT.replace("blue_white", about)
    (statement,) = read_election(a_folder(tmp_path, statements_csv=text)).statements
    assert statement.about == about


@pytest.mark.parametrize(
    ("old", "new", "column", "value", "reason", "remedy"),
    [
        ("s1", "", "id", "", "empty", "required"),
        ("2019-09-01", "1/9/2019", "date", "1/9/2019", "not a date", "2019-09-14"),
        ("likud", "lkud", "from", "lkud", "not a list", "'likud'"),
        ("blue_white", "blue_whit", "about", "blue_whit", "not a list", "'blue_white'"),
        ("blue_white", "person:gantz", "about", "person:gantz", "a person", "[[person]]"),
        ("blue_white", "group:rigt", "about", "group:rigt", "not a target", "'group:right'"),
        ("blue_white", "", "about", "", "empty", "required"),
        ("excludes", "exclude", "stance", "exclude", "word", "'excludes'"),
        ("hint", "firm", "firmness", "firm", "word", "categorical"),
        ("Said no", "", "summary", "", "empty", "required"),
        ("The Daily", "", "source", "", "empty", "required"),
    ],
)
def test_statement_that_is_refused(
    tmp_path: Path, *, old: str, new: str, column: str, value: str, reason: str, remedy: str
) -> None:
    text = STATEMENT_HEADER + STATEMENT.replace(old, new)
    problem = the_error(a_folder(tmp_path, statements_csv=text))
    assert place(problem) == ("statements.csv", 2, column, value)
    assert reason in problem.reason
    assert remedy in problem.remedy


def test_statement_ids_must_differ(tmp_path: Path) -> None:
    problem = the_error(a_folder(tmp_path, statements_csv=STATEMENT_HEADER + STATEMENT * 2))
    assert place(problem) == ("statements.csv", 3, "id", "s1")


def test_event_is_kept(tmp_path: Path) -> None:
    assert read_election(a_folder(tmp_path, events_csv=EVENT_HEADER + EVENT)).events == (
        Event(
            id="e1",
            date=date(2019, 9, 1),
            time="18:00",
            title="Merger",
            actors=("Bibi", "Benny"),
            kind="list-merger",
            lists=("likud", "yamina"),
            source=DAILY,
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "column", "value", "reason"),
    [
        ("18:00", "6 pm", "time", "6 pm", "not a time"),
        ("Merger", "", "title", "", "empty"),
        ("list-merger", "A Merger", "kind", "A Merger", "not an id"),
        ("list-merger", "", "kind", "", "empty"),
        ("likud; yamina", "likud; gesher", "lists", "gesher", "not a list"),
        ("The Daily", "", "source", "", "empty"),
    ],
)
def test_event_that_is_refused(
    tmp_path: Path, old: str, new: str, column: str, value: str, reason: str
) -> None:
    text = EVENT_HEADER + EVENT.replace(old, new)
    problem = the_error(a_folder(tmp_path, events_csv=text))
    assert place(problem) == ("events.csv", 2, column, value)
    assert reason in problem.reason


def test_events_and_statements_after_the_vote_are_fine(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        events_csv=EVENT_HEADER + EVENT.replace("2019-09-01", "2019-12-01"),
        statements_csv=STATEMENT_HEADER + STATEMENT.replace("2019-09-01", "2019-12-01"),
    )
    assert len(read_election(folder).events) == 1


def test_calendar_step_is_kept(tmp_path: Path) -> None:
    text = "date,step,who,note,source\n2019-09-25,mandate-given,Netanyahu,28 days,The Daily\n"
    assert read_election(a_folder(tmp_path, calendar_csv=text)).calendar == (
        CalendarStep(
            date=date(2019, 9, 25),
            step="mandate-given",
            who="Netanyahu",
            note="28 days",
            source=DAILY,
        ),
    )


def test_calendar_step_that_is_refused(tmp_path: Path) -> None:
    text = CALENDAR_HEADER + "2019-09-25,mandate_given,The Daily\n"
    problem = the_error(a_folder(tmp_path, calendar_csv=text))
    assert place(problem) == ("calendar.csv", 2, "step", "mandate_given")
    assert "'mandate-given'" in problem.remedy


def test_result_is_kept(tmp_path: Path) -> None:
    text = RESULT_HEADER + RESULT + "other,,74.9,88,The Daily\n"
    assert read_election(a_folder(tmp_path, results_csv=text)).results == (
        Result(list="likud", votes=1113617, share=25.1, seats=32, source=DAILY),
        Result(list="other", votes=None, share=74.9, seats=88, source=DAILY),
    )


@pytest.mark.parametrize(
    ("old", "new", "column", "value", "reason"),
    [
        ("likud", "lkud", "list", "lkud", "not a list"),
        ("likud", "", "list", "", "empty"),
        ("1113617", '"1,113,617"', "votes", "1,113,617", "separators"),
        ("25.1", "", "share", "", "empty"),
        ("25.1", '"25,1"', "share", "25,1", "decimal comma"),
        ("25.1", "251", "share", "251", "more than 100"),
        ("32", "", "seats", "", "empty"),
        ("32", "121", "seats", "121", "more than the house, which has 120"),
        ("32", "3.5", "seats", "3.5", "whole"),
    ],
)
def test_result_that_is_refused(
    tmp_path: Path, old: str, new: str, column: str, value: str, reason: str
) -> None:
    text = RESULT_HEADER + RESULT.replace(old, new)
    problem = the_error(a_folder(tmp_path, results_csv=text))
    assert place(problem) == ("results.csv", 2, column, value)
    assert reason in problem.reason


def test_two_results_of_one_list(tmp_path: Path) -> None:
    problem = the_error(a_folder(tmp_path, results_csv=RESULT_HEADER + RESULT * 2))
    assert place(problem) == ("results.csv", 3, "list", "likud")


def test_motion_is_kept_with_positions_in_order_of_date(tmp_path: Path) -> None:
    assert read_election(a_folder(tmp_path, motions_toml=MOTION)).motions == (
        Motion(
            id="treaty",
            title="Treaty",
            question="Would it pass?",
            majority="2/3",
            first_raised=date(2019, 9, 14),
            summary="Sum",
            stages=(Stage(name="approval", body="Knesset"),),
            positions=(
                PositionTaken(
                    list="likud",
                    position="support",
                    date=date(2019, 9, 14),
                    basis="inferred",
                    source=DAILY,
                ),
                PositionTaken(
                    list="likud",
                    position="split",
                    date=date(2019, 9, 15),
                    source=Source("The Daily", "Wire"),
                ),
            ),
            source=DAILY,
        ),
    )


@pytest.mark.parametrize(
    ("written", "read"), [('"plain"', "plain"), ('"absolute"', "absolute"), ("80", "80")]
)
def test_majorities(tmp_path: Path, written: str, read: str) -> None:
    text = MOTION.replace('"2/3"', written)
    (motion,) = read_election(a_folder(tmp_path, motions_toml=text)).motions
    assert motion.majority == read


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "value", "reason"),
    [
        ('"2/3"', '"3/2"', 5, "motion.majority", "3/2", "part of the house"),
        ('"2/3"', '"1/0"', 5, "motion.majority", "1/0", "part of the house"),
        ('"2/3"', "121", 5, "motion.majority", "121", "which has 120 seats"),
        ('"2/3"', "0", 5, "motion.majority", "0", "which has 120 seats"),
        ('"2/3"', '"most"', 5, "motion.majority", "most", "not a majority"),
        ('"2/3"', "true", 5, "motion.majority", "true", "not a text"),
        ("summary", "sumary", 7, "motion.sumary", "sumary", "not a key"),
        ('"Knesset"', '""', 12, "motion.stage.body", "", "empty"),
        ('list = "likud"', 'list = "lkud"', 15, "motion.position.list", "lkud", "not a list"),
        ('"split"', '"for"', 16, "motion.position.position", "for", "word"),
        ("2019-09-15", "2019-09-14", 22, "motion.position.list", "likud", "two positions"),
        ('basis = "inferred"', 'basis = "felt"', 25, "motion.position.basis", "felt", "word"),
    ],
)
def test_motion_that_is_refused(
    tmp_path: Path, *, old: str, new: str, line: int, field: str, value: str, reason: str
) -> None:
    text = MOTION.replace(old, new, 1)
    problem = the_error(a_folder(tmp_path, motions_toml=text))
    assert place(problem) == ("motions.toml", line, field, value)
    assert reason in problem.reason


def test_motion_ids_must_differ(tmp_path: Path) -> None:
    problem = the_error(a_folder(tmp_path, motions_toml=MOTION + "\n" + MOTION))
    assert place(problem) == ("motions.toml", 29, "motion.id", "treaty")
