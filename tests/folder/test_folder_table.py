from __future__ import annotations

from pathlib import Path

import pytest
from folder_cases import POLL, POLL_HEADER, a_folder, errors, place, the_error

from formateur.folder import read_election


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_separators(tmp_path: Path, sign: str, name: str) -> None:
    problem = the_error(a_folder(tmp_path, polls_csv=(POLL_HEADER + POLL).replace(",", sign)))
    assert (problem.file, problem.line) == ("polls.csv", 1)
    assert problem.value.startswith(f"pollster{sign}sponsor")
    assert name in problem.reason
    assert "commas" in problem.remedy


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", ",,,\n"])
def test_empty_file(tmp_path: Path, content: str) -> None:
    problem = the_error(a_folder(tmp_path, polls_csv=content))
    assert place(problem) == ("polls.csv", None, "", "")
    assert "empty" in problem.reason


def test_header_only_is_no_row(tmp_path: Path) -> None:
    assert read_election(a_folder(tmp_path, polls_csv=POLL_HEADER)).polls == ()


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    text = POLL_HEADER.replace("yamina", "likud") + POLL
    assert place(the_error(a_folder(tmp_path, polls_csv=text))) == ("polls.csv", 1, "", "likud")


def test_column_without_a_name(tmp_path: Path) -> None:
    text = POLL_HEADER.replace("sponsor", "") + POLL
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 1, "column 2", "")


@pytest.mark.parametrize(
    ("wrong", "meant"), [("polster", "pollster"), ("Source", "source"), ("yaminah", "yamina")]
)
def test_unknown_column_is_refused_with_the_nearest(tmp_path: Path, wrong: str, meant: str) -> None:
    text = POLL_HEADER.rstrip() + f",{wrong}\n" + POLL.rstrip() + ",\n"
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 1, "", wrong)
    assert f"Did you mean {meant!r}" in problem.remedy


def test_required_column_is_missed_once(tmp_path: Path) -> None:
    text = POLL_HEADER.replace("pollster,", "") + POLL.replace("Midgam,", "") * 2
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 1, "pollster", "")


def test_row_that_is_too_long(tmp_path: Path) -> None:
    text = POLL_HEADER + POLL.replace("The Daily", "The Daily, 5 May")
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 2, "", "10")
    assert "10 cells, the header 9" in problem.reason
    assert "quotes" in problem.remedy


def test_row_that_is_too_short(tmp_path: Path) -> None:
    text = POLL_HEADER + "Midgam,Channel 12\n" + POLL
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 2, "", "")
    assert "2 cells, the header 9" in problem.reason


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("x" * 200_000, "longer than 131072 characters"),
        ('"never closed', "never closed"),
        ('"closed" too early', "text follows"),
    ],
)
def test_cells_that_the_csv_reader_refuses(tmp_path: Path, cell: str, reason: str) -> None:
    text = POLL_HEADER + POLL + POLL.replace("Midgam", cell)
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 3, "", "")
    assert reason in problem.reason


def test_long_values_are_cut_in_messages(tmp_path: Path) -> None:
    text = POLL_HEADER + POLL.replace("2019-09-12", "x" * 1000)
    problem = the_error(a_folder(tmp_path, polls_csv=text))
    assert problem.value == "x" * 59 + "…"


def test_comments_and_empty_lines_are_skipped_but_counted(tmp_path: Path) -> None:
    text = f'# a, "comment"\n\n{POLL_HEADER}\n# another\n,,,,,,,,\n{POLL}'
    (poll,) = read_election(a_folder(tmp_path, polls_csv=text)).polls
    assert poll.line == 7


def test_quoted_cells_hold_commas_quotes_and_line_ends(tmp_path: Path) -> None:
    cell = '"The ""Daily"", 5 May\n# no comment\n\nand on"'
    text = POLL_HEADER + POLL.replace("The Daily", cell) + POLL.replace("Midgam", "Panels")
    first, second = read_election(a_folder(tmp_path, polls_csv=text)).polls
    assert first.source.text == 'The "Daily", 5 May\n# no comment\n\nand on'
    assert (first.line, second.line) == (2, 6)


def test_cells_are_stripped(tmp_path: Path) -> None:
    text = POLL_HEADER + POLL.replace(",", " , ")
    election = read_election(a_folder(tmp_path / "b", polls_csv=text))
    assert election == read_election(a_folder(tmp_path / "a"))


def test_both_list_columns_and_rows_are_refused_together(tmp_path: Path) -> None:
    text = POLL_HEADER.replace("likud", "lkud") + POLL.replace("Midgam", "")
    found = errors(a_folder(tmp_path, polls_csv=text))
    assert [place(one) for one in found] == [
        ("polls.csv", 1, "", "lkud"),
        ("polls.csv", 2, "pollster", ""),
    ]
