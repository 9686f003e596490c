from __future__ import annotations

from pathlib import Path

import pytest
from folder_cases import (
    ELECTION,
    POLL,
    POLL_HEADER,
    RESULT_HEADER,
    a_folder,
    errors,
    place,
    the_error,
    warnings,
)

from formateur.errors import LawError
from formateur.folder import builtin_elections, check_election, find_election, read_election

LAW = """\
schema = "formateur/law/1"
id = "own"
name = "Own"
country = "xx"
chamber = "House"

[[seats]]
from = 2000-01-01
value = 51
source = "S"

[[allocation]]
from = 2000-01-01
steps = ["highest-averages:d-hondt"]
ties = "lot"
source = "S"
"""
OWN = ELECTION.replace('"il-knesset"', '"law.toml"')
SEATS = POLL.replace("percent", "seats")


def test_sound_folder_has_no_problem(tmp_path: Path) -> None:
    assert check_election(a_folder(tmp_path)) == ()


@pytest.mark.parametrize("election", builtin_elections())
def test_built_in_elections_can_be_used(election: str) -> None:
    found = check_election(find_election(election))
    assert [str(one) for one in found if one.severity == "error"] == []


def test_polls_that_cannot_be_read_are_not_told_as_none(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "polls.csv").write_bytes((folder / "polls.csv").read_bytes() + b"M\xfcller\n")
    (problem,) = check_election(folder)
    assert "is not UTF-8" in str(problem)


def test_law_that_is_no_id_is_told_once(tmp_path: Path) -> None:
    elsewhere = ELECTION.replace('"il-knesset"', '"../law.toml"')
    (problem,) = check_election(a_folder(tmp_path, election_toml=elsewhere))
    assert place(problem) == ("election.toml", problem.line, "law", "../law.toml")


def test_folder_without_polls(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "polls.csv").unlink()
    (problem,) = check_election(folder)
    assert place(problem) == ("polls.csv", None, "", "")
    assert problem.severity == "warning"
    assert read_election(folder).polls == ()


@pytest.mark.parametrize(
    ("figures", "flagged"),
    [
        ("40,42,2.9", "84.9"),
        ("40,42,3", ""),
        ("40,42,20.5", ""),
        ("40,42,20.6", "102.6"),
        ("40,42,<", "82"),
        ("33.4,33.5,18.1", ""),
    ],
)
def test_sum_of_percentages(tmp_path: Path, figures: str, flagged: str) -> None:
    text = POLL_HEADER + POLL.replace("40,42,10", figures)
    found = warnings(a_folder(tmp_path, polls_csv=text))
    wanted = [("polls.csv", 2, "", flagged)] if flagged else []
    assert [place(one) for one in found] == wanted


@pytest.mark.parametrize(
    ("figures", "flagged"),
    [
        ("60,50,10", ""),
        ("60,50,11", "121"),
        ("60,50,9", "119"),
        ("60,50,2.3%", "110"),
        ("60,60,<", ""),
        ("60,50,", ""),
        ("61,60,", "121"),
    ],
)
def test_sum_of_seats(tmp_path: Path, figures: str, flagged: str) -> None:
    text = POLL_HEADER + SEATS.replace("40,42,10", figures)
    found = warnings(a_folder(tmp_path, polls_csv=text))
    wanted = [("polls.csv", 2, "", flagged)] if flagged else []
    assert [place(one) for one in found] == wanted


def test_list_that_does_not_stand_yet_is_not_missing(tmp_path: Path) -> None:
    row = SEATS.replace("2019-09-12,2019-09-13", "2019-07-01,").replace("40,42,10", "60,59,")
    (problem,) = warnings(a_folder(tmp_path, polls_csv=POLL_HEADER + row))
    assert problem.value == "119"


def test_poll_published_before_its_end(tmp_path: Path) -> None:
    text = POLL_HEADER + POLL.replace("2019-09-13", "2019-09-01")
    (problem,) = warnings(a_folder(tmp_path, polls_csv=text))
    assert place(problem) == ("polls.csv", 2, "published", "2019-09-01")


@pytest.mark.parametrize(
    ("rows", "flagged"),
    [
        ("likud,,50.2,60,S\nyamina,,50.3,60,S\n", {}),
        ("likud,,50.2,60,S\nyamina,,50.4,60,S\n", {"share": "100.6"}),
        ("likud,,50,60,S\nyamina,,49.4,60,S\n", {"share": "99.4"}),
        ("likud,,50,60,S\nother,,50,0,S\n", {"seats": "60"}),
    ],
)
def test_sum_of_results(tmp_path: Path, rows: str, flagged: dict[str, str]) -> None:
    found = warnings(a_folder(tmp_path, results_csv=RESULT_HEADER + rows))
    assert {one.field: one.value for one in found} == flagged
    assert all(one.file == "results.csv" for one in found)


@pytest.mark.parametrize(
    ("name", "meant"), [("poll.csv", "polls.csv"), ("Events.csv", "events.csv")]
)
def test_file_whose_name_is_almost_right(tmp_path: Path, name: str, meant: str) -> None:
    folder = a_folder(tmp_path)
    (folder / name).write_text("")
    (problem,) = check_election(folder)
    assert problem.file == name
    assert f"'{meant}'" in problem.remedy


def test_other_files_may_lie_there(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    for name in ("README.md", "sources.csv", "polls.csv.bak"):
        (folder / name).write_text("")
    assert check_election(folder) == ()


def test_errors_and_warnings_are_sorted_by_file_and_line(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        polls_csv=POLL_HEADER + POLL.replace("42", "1") + POLL.replace("40", "x"),
        events_csv="id\n",
        election_toml=ELECTION + '[[bloc]]\nid = "b"\nname = "B"\nlists = ["x"]\n',
    )
    found = [(one.file, one.line, one.severity) for one in check_election(folder)]
    assert found == [
        ("election.toml", 36, "error"),
        *[("events.csv", 1, "error")] * 4,
        ("polls.csv", 2, "warning"),
        ("polls.csv", 3, "error"),
    ]


def test_unknown_law_is_an_error_of_the_election(tmp_path: Path) -> None:
    text = ELECTION.replace('"il-knesset"', '"il-kneset"')
    problem = the_error(a_folder(tmp_path, election_toml=text))
    assert place(problem) == ("election.toml", 7, "law", "il-kneset")
    assert "'il-knesset'" in problem.remedy


def test_own_law_gives_the_house(tmp_path: Path) -> None:
    text = POLL_HEADER + SEATS.replace("40,42,10", "52,1,1")
    problem = the_error(a_folder(tmp_path, election_toml=OWN, law_toml=LAW, polls_csv=text))
    assert problem.value == "52"
    assert "51 seats" in problem.reason


@pytest.mark.parametrize("law", [LAW.replace("51", '"51"'), None])
def test_own_law_that_is_wrong(tmp_path: Path, law: str | None) -> None:
    folder = a_folder(tmp_path, election_toml=OWN, **({} if law is None else {"law_toml": law}))
    with pytest.raises(LawError) as raised:
        read_election(folder)
    (problem,) = check_election(folder)
    assert (problem.file, problem.field) == ("law.toml", raised.value.place)
    assert problem.reason == raised.value.reason


def test_errors_of_the_folder_come_before_those_of_its_law(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, election_toml=OWN, law_toml="x", events_csv="")
    assert [one.file for one in errors(folder)] == ["events.csv"]
    assert {one.file for one in check_election(folder)} == {"events.csv", "law.toml"}


def test_law_that_does_not_cover_the_day(tmp_path: Path) -> None:
    text = ELECTION.replace("2019", "1961")
    folder = a_folder(tmp_path, election_toml=text, polls_csv=POLL_HEADER)
    day = next(one for one in warnings(folder) if one.file == "election.toml")
    assert place(day) == ("election.toml", 6, "date", "1961-09-17")
    assert read_election(folder).id == "il-1961-09"


def test_every_mistake_of_the_law_is_told_with_its_line(tmp_path: Path) -> None:
    text = LAW.replace("value = 51", "value = 0").replace('ties = "lot"', 'ties = "luck"')
    problems = check_election(a_folder(tmp_path, election_toml=OWN, law_toml=text))
    assert [place(one) for one in problems] == [
        ("law.toml", 9, "seats[1].value", ""),
        ("law.toml", 15, "allocation[1].ties", ""),
    ]


def test_law_that_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, election_toml=OWN, law_toml=f"{LAW}[[seats]\n")
    (problem,) = check_election(folder)
    assert place(problem)[:2] == ("law.toml", 17)
