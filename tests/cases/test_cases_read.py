"""Reading a case: what stands in it, and everything that can be wrong with its two files."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from case_folders import CASE, VOTES, Facts, a_case, the_problem, told

from formateur.cases import check_case, is_case, read_case
from formateur.errors import DataError

ALLOCATION = Path(__file__).parents[3] / "shared" / "data" / "allocation"


def test_a_sound_case(tmp_path: Path) -> None:
    case = read_case(a_case(tmp_path))
    assert (case.law, case.day, case.seats) == ("law.toml", date(2020, 5, 17), 8)
    assert case.ballots.lists["South"] == {"Blue": 900, "Green": 2000, "other": 100}
    assert case.facts.magnitudes == {"North": 5, "South": 3}
    assert case.warnings == ()


def test_what_may_not_be_looked_into_is_no_case() -> None:
    assert not is_case(Path("x" * 5000))


def test_a_case_may_carry_nothing_else(tmp_path: Path) -> None:
    bare: dict[str, object] = {"law_id": "il-knesset", "date": "2019-09-17"}
    case = read_case(a_case(tmp_path, case=bare))
    assert case.facts.not_lists == {"other"}
    assert case.seats is None


def test_what_is_for_people_is_not_looked_at(tmp_path: Path) -> None:
    prose: dict[str, object] = {"rule": {"a": 1e999}, "verified": "\x1b[31m", "rule_text": None}
    assert told(a_case(tmp_path, case={**CASE, **prose})) == []


def test_every_fact_is_carried(tmp_path: Path) -> None:
    facts: Facts = {
        "list_seats": 4,
        "levelling_seats": 2,
        "levelling_in": {"North": 1},
        "province_levelling": {"West": 1},
        "province_of": {"North": "West", "South": "West"},
        "land_population": {"West": 1000},
        "alliances": [["Blue", "Green"]],
        "threshold_facts": [
            {"scope": "national", "exempt": ["Red"], "members": {"Blue": 2}},
            {"level_for": {"Green": 0.08}},
        ],
        "minority_parties": ["Green"],
        "independents": ["Red"],
        "non_party_rows": ["Red"],
        "caps": {"North": {"Blue": 1}},
        "direct_seats": {"Blue": 3},
        "electorates": 3,
        "base_seats": 8,
        "valid_votes": 12000,
        "valid_votes_national": 11900,
        "list_combinations": [["Green", "Red"]],
        "levelling_note": 3,
    }
    case = read_case(a_case(tmp_path, facts=facts))
    found = case.facts
    assert case.warnings == ()
    assert found.list_seats == {"national": 4}
    assert (found.levelling_seats, found.levelling_in) == (2, {"North": 1, "West": 1})
    assert (found.region_of["North"], found.population) == ("West", {"West": 1000})
    assert found.alliances == (("Blue", "Green"), ("Green", "Red"))
    assert found.exempt == {"Red", "Green"}
    assert found.members == {"Blue": 2}
    assert found.level_for == {"Green": Fraction(2, 25)}
    assert found.independents == {"Red"}
    assert found.not_lists == {"other", "Red"}
    assert (found.most_seats, found.direct_seats) == ({"North": {"Blue": 1}}, {"Blue": 3})
    assert (found.valid_votes, found.votes_for_lists) == (12000, 11900)
    assert case.base_seats == 8


def test_one_magnitude_for_each_constituency(tmp_path: Path) -> None:
    folder = a_case(tmp_path, facts={"magnitudes": None, "magnitude_each": 1})
    assert read_case(folder).facts.magnitudes == {"North": 1, "South": 1}


def test_alliances_of_one_constituency(tmp_path: Path) -> None:
    alliances = {"national": [["Blue", "Red"]], "South": [["Blue", "Green"]]}
    facts = read_case(a_case(tmp_path, facts={"alliances": alliances})).facts
    assert facts.alliances == (("Blue", "Red"),)
    assert facts.alliances_in == {"South": (("Blue", "Green"),)}


def test_two_ballots(tmp_path: Path) -> None:
    votes = "tier,constituency,party,votes\nlist,A,Blue,7\nconstituency,A1,Blue,3\n"
    ballots = read_case(a_case(tmp_path, votes=votes, facts={"magnitudes": {"A": 1}})).ballots
    assert (ballots.lists, ballots.candidates) == ({"A": {"Blue": 7}}, {"A1": {"Blue": 3}})


@pytest.mark.parametrize("tier", ["list", "constituency"])
def test_a_single_tier_is_the_only_ballot(tmp_path: Path, tier: str) -> None:
    votes = f"constituency,party,votes,tier\nNorth,Blue,7,{tier}\nSouth,Blue,7,{tier}\n"
    ballots = read_case(a_case(tmp_path, votes=votes)).ballots
    assert ballots.lists == {"North": {"Blue": 7}, "South": {"Blue": 7}}
    assert ballots.candidates == {}


@pytest.mark.parametrize("spoil", ["\ufeff{}", "{}\r\n"], ids=["BOM", "CRLF"])
def test_marks_and_line_ends_of_other_systems(tmp_path: Path, spoil: str) -> None:
    text = json.dumps(CASE, indent=1)
    votes = spoil.format(VOTES.replace("\n", "\r\n"))
    case = read_case(a_case(tmp_path, votes=votes, case=spoil.format(text)))
    assert case.ballots.lists["North"]["Red"] == 300


def test_independents_of_one_label_stay_apart(tmp_path: Path) -> None:
    votes = (
        "constituency,party,votes,tier\nNorth,Blue,10,list\nSouth,Blue,10,list\n"
        "N1,Ind,5,constituency\nN1,Ind,9,constituency\nN1,Ind (2),1,constituency\n"
        "N1,Ind,0,constituency\nN1,Ind,0,constituency\n"
    )
    case = read_case(a_case(tmp_path, votes=votes, facts={"independents": ["Ind"]}))
    assert case.ballots.candidates["N1"] == {
        "Ind": 5, "Ind (3)": 9, "Ind (2)": 1, "Ind (4)": 0, "Ind (5)": 0
    }  # fmt: skip
    assert [case.spelled(name) for name in ("Ind (3)", "Ind (2)")] == ["Ind", "Ind (2)"]
    assert case.facts.independents == {"Ind", "Ind (3)", "Ind (4)", "Ind (5)"}


def test_candidates_of_the_only_ballot_may_share_a_label(tmp_path: Path) -> None:
    votes = VOTES + "South,Blue,901\n"
    facts: Facts = {"magnitudes": {"North": 5, "South": 1}}
    assert read_case(a_case(tmp_path, votes=votes, facts=facts)).labels == {"Blue (2)": "Blue"}
    problem = the_problem(a_case(tmp_path, votes=votes))
    assert (problem.line, problem.value) == (8, "Blue")
    assert "has a row in 'South' already" in problem.reason


def test_a_row_that_stands_twice(tmp_path: Path) -> None:
    votes = "constituency,party,votes\nNorth,Blue,7\nNorth,Green,7\nNorth,Blue,7\n"
    facts: Facts = {"magnitudes": None, "magnitude_each": 1}
    problem = the_problem(a_case(tmp_path, votes=votes, facts=facts))
    assert (problem.line, problem.field) == (4, "party")
    assert "as many votes in 'North' on line 2" in problem.reason


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("-5", "is negative"),
        ("1.5", "is not a whole number"),
        ("1e3", "is not a number"),
        ("NaN", "is not a finite number"),
        ("inf", "is not a finite number"),
        ("9" * 16, "has too many digits"),
        ("1 000", "has separators"),
        ("", "the cell is empty"),
        ("many", "is not a number"),
    ],
)
def test_votes_that_are_none(tmp_path: Path, cell: str, reason: str) -> None:
    problem = the_problem(a_case(tmp_path, votes=VOTES.replace("5200", cell)))
    assert (problem.file, problem.line, problem.field) == ("votes.csv", 2, "votes")
    assert reason in problem.reason
    assert "decimal" not in problem.remedy


@pytest.mark.parametrize(
    ("votes", "line", "words"),
    [
        ("", None, "the file is empty"),
        ("constituency,party,votes\n", None, "holds no votes"),
        ("constituency,party\nNorth,Blue\n", 1, "the column is required"),
        (VOTES.replace(",", ";"), 1, "semicolons"),
        (VOTES.replace("party,votes", "party,votes,votes"), 1, "names two columns"),
        (VOTES.replace("North,Blue", "North,Bl,ue"), 2, "the row has 4 cells"),
        (VOTES.replace("North,Blue", ",Blue"), 2, "the cell is empty"),
        (VOTES.replace("North,Red", 'North,"Red'), 4, "never closed"),
        (VOTES.replace("Red", "R\x1b[31med"), 4, "control character"),
        (VOTES.encode("utf-16"), 1, "UTF-16"),
        (VOTES.replace("Red", "Rød").encode("latin-1"), 4, "is not UTF-8"),
        (VOTES.encode() + b"\0", 8, "a NUL"),
        (VOTES.replace("votes\n", "votes,tier\n").replace("00\n", "00,lists\n"), 2, "not a word"),
    ],
)
def test_spoilt_votes(tmp_path: Path, votes: str | bytes, line: int | None, words: str) -> None:
    problem = check_case(a_case(tmp_path, votes=votes))[0]
    assert (problem.file, problem.line) == ("votes.csv", line)
    assert words in str(problem)


@pytest.mark.parametrize(
    ("case", "line", "words"),
    [
        ("", 1, "is not JSON"),
        ("[]", 1, "is not a JSON object"),
        ('{\n"law_id": "x",\n}', 3, "is not JSON"),
        ('{"law_id": "x", "date": "2020-01-01"', 1, "is not JSON"),
        ("[" * 100_000, None, "nested too deeply"),
        ('{"seats": ' + "9" * 5000 + "}", None, "too many digits"),
        ('{"law_id": "x",\n"date": "2020-01-01",\n"law_id": "y"}', 3, "stands twice"),
        ('{"law_id": "\\u001b[31m", "date": "2020-01-01"}', 1, "U+001B"),
        ('{"law_id": "x",\n"date": "2020-01-01", "facts": {"\\ud800": 1}}', 2, "U+D800"),
        (b"\xff\xfe{\0}\0", 1, "UTF-16"),
    ],
    ids=["empty", "array", "comma", "brace", "deep", "digits", "twice", "escape", "half", "utf16"],
)
def test_spoilt_document(tmp_path: Path, case: str | bytes, line: int | None, words: str) -> None:
    problem = check_case(a_case(tmp_path, case=case))[0]
    assert (problem.file, problem.line) == ("case.json", line)
    assert words in str(problem)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"magnitudes": [5, 3]}, "facts.magnitudes: is not an object"),
        ({"levelling_seats": "2"}, "facts.levelling_seats: '2' is not a whole number"),
        ({"levelling_seats": True}, "'true' is not a whole number"),
        ({"levelling_seats": 2.5}, "'2.5' is not a whole number"),
        ({"levelling_seats": -1}, "'-1' is too small"),
        ({"valid_votes": 10**16}, "is too large"),
        ({"valid_votes": 10**1000}, "'…' is too large"),
        ({"valid_votes": float("nan")}, "'NaN' is not a whole number"),
        ({"alliances": [["Blue"]]}, "Name at least 2"),
        ({"alliances": "Blue"}, "'Blue' is not an array"),
        ({"minority_parties": "Blue"}, "is not an array"),
        ({"minority_parties": [1]}, "'1' is not a text"),
        ({"province_of": {"North": ""}}, "is empty"),
        ({"threshold_facts": {"exempt": []}}, "is not an array"),
        ({"threshold_facts": [{"level_for": {"Blue": 8}}]}, "is not a share of the votes"),
        ({"threshold_facts": [{"level_for": {"Blue": "8%"}}]}, "is not a share of the votes"),
    ],
)
def test_facts_of_the_wrong_kind(tmp_path: Path, facts: Facts, words: str) -> None:
    problem = the_problem(a_case(tmp_path, facts=facts))
    assert (problem.file, problem.severity) == ("case.json", "error")
    assert problem.line is not None
    assert words in str(problem)


def test_a_share_with_a_monstrous_exponent(tmp_path: Path) -> None:
    text = '{"law_id": "x", "date": "2020-01-01", "facts": {"threshold_facts": [%s]}}'
    case = text % '{"level_for": {"Blue": 1e-999999999}}'
    assert "is not a share" in the_problem(a_case(tmp_path, case=case)).reason


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ({"date": "2020-01-01"}, "law_id: is required"),
        ({"law_id": "x"}, "date: is required"),
        ({"law_id": "x", "date": "1.1.2020"}, "'1.1.2020' is not a date"),
        ({"law_id": "x", "date": "2020-02-30"}, "not a day of the calendar"),
        ({"law_id": "x", "date": 2020}, "is not a date"),
        ({"law_id": " ", "date": "2020-01-01"}, "law_id: ' ' is empty"),
        ({"law_id": "x", "date": "2020-01-01", "facts": []}, "facts: is not an object"),
        ({"law_id": "x", "date": "2020-01-01", "seats": "8"}, "seats: '8' is not a whole number"),
    ],
)
def test_keys_at_the_top(tmp_path: Path, case: dict[str, object], words: str) -> None:
    assert words in " ".join(told(a_case(tmp_path, case=case)))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"magnitude": {}}, "facts.magnitude: is not a known fact and has no effect"),
        ({"magnitude": {}}, "Did you mean 'magnitudes'?"),
        ({"threshold_facts": [{"exempted": []}]}, "facts.threshold_facts.exempted: is not a known"),
    ],
)
def test_an_unknown_fact_is_a_warning(tmp_path: Path, facts: Facts, words: str) -> None:
    (warning,) = read_case(a_case(tmp_path, facts=facts)).warnings
    assert words in str(warning)


def test_keys_that_look_like_what_is_read(tmp_path: Path) -> None:
    document: dict[str, object] = {**CASE, "fact": {}, "alliances": []}
    warnings = read_case(a_case(tmp_path, case=document)).warnings
    assert [warning.field for warning in warnings] == ["fact", "alliances"]


def test_an_unknown_column_is_a_warning(tmp_path: Path) -> None:
    votes = VOTES.replace("votes\n", "votes,teir\n").replace("0\n", "0,list\n")
    (warning,) = read_case(a_case(tmp_path, votes=votes)).warnings
    assert "Did you mean 'tier'?" in str(warning)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    facts: Facts = {"levelling_seats": "2", "levelling_in": {"Nowhere": 1}, "foo": 1}
    votes = VOTES.replace("5200", "-1").replace("900", "x")
    with pytest.raises(DataError) as error:
        read_case(a_case(tmp_path, votes=votes, facts=facts))
    assert [(one.file, one.field) for one in error.value.problems] == [
        ("case.json", "facts.levelling_seats"),
        ("case.json", "facts.levelling_in"),
        ("votes.csv", "votes"),
        ("votes.csv", "votes"),
    ]


@pytest.mark.parametrize("name", ["votes.csv", "case.json"])
def test_a_file_is_missing(tmp_path: Path, name: str) -> None:
    (a_case(tmp_path) / name).unlink()
    problem = the_problem(tmp_path)
    assert (problem.file, problem.reason) == (name, "is required and not there")


@pytest.mark.parametrize("name", ["votes.csv", "case.json"])
def test_a_folder_in_place_of_a_file(tmp_path: Path, name: str) -> None:
    (a_case(tmp_path) / name).unlink()
    (tmp_path / name).mkdir()
    assert "a file is wanted" in the_problem(tmp_path).reason


@pytest.mark.parametrize("name", ["nowhere", "case.json", "a\0b"])
def test_what_is_no_folder(tmp_path: Path, name: str) -> None:
    a_case(tmp_path)
    assert "the folder cannot be read" in the_problem(tmp_path / name).reason


@pytest.mark.skipif(not ALLOCATION.is_dir(), reason="needs the collection of real cases")
def test_real_cases_are_read_without_a_word() -> None:
    folders = [path.parent for path in ALLOCATION.glob("*/case.json")]
    assert len(folders) > 60
    assert {folder.name: told(folder) for folder in folders if told(folder)} == {}
