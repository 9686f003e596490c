from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folder_cases import POLL, POLL_HEADER, a_folder, errors, place, the_error, warnings

from formateur.facts import Poll, Reading, Source
from formateur.folder import read_election

FULL_HEADER = (
    "id,pollster,sponsor,fieldwork_start,fieldwork_end,published,sample_size,scale,kind,"
    "source,reported_by,note,likud,blue_white,yamina,other\n"
)
FULL = (
    "p-1,Midgam,Channel 12,2019-09-10,2019-09-12,2019-09-13,501,seats,poll,The Daily,Wire,"
    "by phone,60,55,2.3%,1.5%\n"
)
LONG_HEADER = "pollster,sponsor,fieldwork_end,published,scale,source,list,value\n"
LONG = "Midgam,Channel 12,2019-09-12,2019-09-13,percent,The Daily,"


def polls(home: Path, text: str) -> tuple[Poll, ...]:
    return read_election(a_folder(home, polls_csv=text)).polls


def test_every_column_is_kept(tmp_path: Path) -> None:
    assert polls(tmp_path, FULL_HEADER + FULL) == (
        Poll(
            id="p-1",
            pollster="Midgam",
            sponsor="Channel 12",
            fieldwork_start=date(2019, 9, 10),
            fieldwork_end=date(2019, 9, 12),
            published=date(2019, 9, 13),
            sample_size=501,
            scale="seats",
            kind="poll",
            readings={
                "likud": Reading("seats", 60),
                "blue_white": Reading("seats", 55),
                "yamina": Reading("percent", 2.3),
                "other": Reading("percent", 1.5),
            },
            source=Source("The Daily", "Wire"),
            note="by phone",
            line=2,
        ),
    )


def test_list_that_is_not_printed_is_absent(tmp_path: Path) -> None:
    (poll,) = polls(tmp_path, POLL_HEADER + POLL.replace("42", ""))
    assert poll.readings.keys() == {"likud", "yamina"}


@pytest.mark.parametrize(
    ("old", "new", "column", "value", "reason"),
    [
        ("Midgam", "", "pollster", "", "empty"),
        ("The Daily", "", "source", "", "empty"),
        (",seats,", ",,", "scale", "", "empty"),
        (",seats,", ",seat,", "scale", "seat", "word"),
        (",poll,", ",polls,", "kind", "polls", "word"),
        ("2019-09-12", "", "fieldwork_end", "", "empty"),
        ("2019-09-12", "12/09/2019", "fieldwork_end", "12/09/2019", "not a date"),
        ("2019-09-12", "2019-09-18", "fieldwork_end", "2019-09-18", "after the vote, 2019-09-17"),
        ("2019-09-10", "2019-09-13", "fieldwork_start", "2019-09-13", "after the end"),
        ("2019-09-13", "soon", "published", "soon", "not a date"),
        ("501", "0", "sample_size", "0", "no sample"),
        ("501", "-5", "sample_size", "-5", "negative"),
        ("501", "some", "sample_size", "some", "not a number"),
        (",60,", ",121,", "likud", "121", "more than the house, which has 120 seats"),
        (",60,", ",60.5,", "likud", "60.5", "whole number of seats"),
        (",60,", ',"60,5",', "likud", "60,5", "decimal comma"),
        ("1.5%", "2", "other", "2", "remainder"),
        ("p-1", "P 1", "id", "P 1", "not an id"),
        ("60,55,2.3%,1.5%", ",,,", "", "", "no figure"),
    ],
)
def test_cell_that_is_refused(
    tmp_path: Path, old: str, new: str, column: str, value: str, reason: str
) -> None:
    assert old in FULL
    problem = the_error(a_folder(tmp_path, polls_csv=FULL_HEADER + FULL.replace(old, new)))
    assert place(problem) == ("polls.csv", 2, column, value)
    assert reason in problem.reason


def test_every_cell_of_a_row_is_looked_at(tmp_path: Path) -> None:
    row = FULL.replace("Midgam", "").replace("2019-09-12", "x").replace(",60,55,", ",a,-1,")
    found = errors(a_folder(tmp_path, polls_csv=FULL_HEADER + row))
    assert {one.field for one in found} == {"pollster", "fieldwork_end", "likud", "blue_white"}


UNDECIDED = POLL_HEADER.replace("source", "undecided,source"), POLL.replace("The", "8.5,The")


@pytest.mark.parametrize("long", [False, True])
def test_undecided_are_read_in_both_forms(tmp_path: Path, long: bool) -> None:
    head = LONG_HEADER.replace("source", "undecided,source")
    row = LONG.replace("The", "8.5,The")
    text = f"{head}{row}likud,40\n{row}yamina,51.5\n" if long else "".join(UNDECIDED)
    (poll,) = polls(tmp_path, text)
    assert poll.undecided == 8.5
    assert poll.readings["likud"] == Reading("percent", 40)


@pytest.mark.parametrize(
    ("old", "new", "value", "reason"),
    [
        ("8.5", "100", "100", "nobody with a choice"),
        ("8.5", "101", "101", "more than 100"),
        ("8.5", "-1", "-1", "negative"),
        ("percent", "seats", "8.5", "the scale is seats"),
    ],
)
def test_undecided_that_are_refused(
    tmp_path: Path, old: str, new: str, value: str, reason: str
) -> None:
    head, row = UNDECIDED
    problem = the_error(a_folder(tmp_path, polls_csv=head + row.replace(old, new)))
    assert place(problem) == ("polls.csv", 2, "undecided", value)
    assert reason in problem.reason


def test_undecided_count_towards_the_sum_of_a_poll(tmp_path: Path) -> None:
    head, row = UNDECIDED
    (flagged,) = warnings(a_folder(tmp_path, polls_csv=head + row.replace("8.5", "30")))
    assert flagged.value == "122"
    assert "and the undecided" in flagged.reason
    row = row.replace("8.5", "30").replace("40,42", "30,30")
    assert warnings(a_folder(tmp_path, polls_csv=head + row)) == []


def test_ids_must_differ(tmp_path: Path) -> None:
    text = FULL_HEADER + FULL + FULL.replace("Midgam", "Panels")
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 3, "id", "p-1")
    assert "line 2" in problem.reason


def test_repeated_poll_is_refused(tmp_path: Path) -> None:
    again = FULL.replace("p-1", "p-2").replace("The Daily", "The Weekly")
    problem = the_error(a_folder(tmp_path, polls_csv=FULL_HEADER + FULL + again))
    assert place(problem) == ("polls.csv", 3, "pollster", "Midgam")
    assert "line 2" in problem.reason


@pytest.mark.parametrize(
    ("old", "new"),
    [("Channel 12", "Channel 13"), (",60,", ",59,"), ("2019-09-13", ""), ("2019-09-10", "")],
)
def test_poll_that_differs_is_another(tmp_path: Path, old: str, new: str) -> None:
    again = FULL.replace("p-1", "p-2").replace(old, new)
    assert len(polls(tmp_path, FULL_HEADER + FULL + again)) == 2


def test_default_ids(tmp_path: Path) -> None:
    second = POLL.replace("Channel 12", "Maariv")
    local = POLL.replace("Midgam", "מדגם")
    accent = POLL.replace("Midgam", "Ifop & Fiducial Élysée")
    found = polls(tmp_path, POLL_HEADER + POLL + second + local + accent)
    assert [poll.id for poll in found] == [
        "2019-09-12-midgam",
        "2019-09-12-midgam-2",
        "2019-09-12-poll",
        "2019-09-12-ifop-fiducial-elysee",
    ]


def test_default_id_avoids_a_given_one(tmp_path: Path) -> None:
    text = f"id,{POLL_HEADER},{POLL}2019-09-12-midgam,{POLL.replace('40', '41')}"
    text = text.replace("\n,", "\n,", 1)
    assert [poll.id for poll in polls(tmp_path, text)] == [
        "2019-09-12-midgam-2",
        "2019-09-12-midgam",
    ]


def test_long_form_is_the_wide_form(tmp_path: Path) -> None:
    wide = POLL_HEADER + POLL + POLL.replace("Midgam", "Panels").replace(",40,", ",<,")
    rows = [f"{LONG}{one}" for one in ("likud,40", "blue_white,42", "yamina,10")]
    rows += [f"{LONG}{one}".replace("Midgam", "Panels") for one in ("likud,<", "yamina,10")]
    rows.insert(3, f"{LONG}blue_white,42".replace("Midgam", "Panels"))
    long = LONG_HEADER + "\n".join(rows) + "\n"
    found = polls(tmp_path / "a", long)
    assert [(one.id, one.readings) for one in found] == [
        (one.id, one.readings) for one in polls(tmp_path / "b", wide)
    ]
    assert [one.line for one in found] == [2, 5]


def test_long_form_groups_by_id(tmp_path: Path) -> None:
    rows = f"a,{LONG}likud,40\nb,{LONG}likud,41\na,{LONG}yamina,10\n"
    first, second = polls(tmp_path, f"id,{LONG_HEADER}{rows}")
    assert (first.id, set(first.readings)) == ("a", {"likud", "yamina"})
    assert (second.id, set(second.readings)) == ("b", {"likud"})


def test_long_form_takes_the_remainder(tmp_path: Path) -> None:
    (poll,) = polls(tmp_path, f"{LONG_HEADER}{LONG}likud,40\n{LONG}other,5\n")
    assert poll.readings["other"] == Reading("percent", 5.0)


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (f"{LONG}likud,41\n", "list", "likud", "line 2"),
        (f"{LONG}lkud,41\n", "list", "lkud", "not a list"),
        (f"{LONG},41\n", "list", "", "empty"),
        (f"{LONG}yamina,x\n", "value", "x", "not a number"),
        (f"{LONG}yamina,10\n".replace("The Daily", "Other"), "source", "Other", "line 2"),
    ],
)
def test_long_row_that_is_refused(
    tmp_path: Path, row: str, column: str, value: str, reason: str
) -> None:
    problem = the_error(a_folder(tmp_path, polls_csv=f"{LONG_HEADER}{LONG}likud,40\n{row}"))
    assert place(problem) == ("polls.csv", 3, column, value)
    assert reason in problem.reason


def test_long_form_has_no_list_columns(tmp_path: Path) -> None:
    text = LONG_HEADER.replace("\n", ",likud\n") + f"{LONG}likud,40,\n"
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 1, "", "likud")


def test_long_form_needs_both_columns(tmp_path: Path) -> None:
    text = LONG_HEADER.replace(",value", "") + f"{LONG}likud\n"
    found = errors(a_folder(tmp_path, polls_csv=text))
    assert ("polls.csv", 1, "value", "") in [place(one) for one in found]
