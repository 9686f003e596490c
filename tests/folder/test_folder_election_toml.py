from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from folder_cases import ELECTION, a_folder, errors, place, the_error

from formateur.facts import (
    Bloc,
    Colour,
    ElectoralList,
    Party,
    Person,
    Source,
    SurplusAgreement,
    Target,
)
from formateur.folder import read_election
from formateur.folder.election_toml import election_schema

FULL = (
    ELECTION
    + """
[[list]]
id = "right"
name = "The Right"
names = { he = "הימין", pt-BR = "A direita" }
abbreviation = "R"
founded = 2019-06-01
ended = 2019-07-29
joined = "yamina"
colour = { value = "#1f5aa5", source = "Style book", reported_by = "Wire" }
source = "The Right, 1 June 2019"
reported_by = "Wire"

[[list.member]]
id = "new_right"
name = "New Right"
names = { he = "הימין החדש" }

[[bloc]]
id = "government"
name = "Outgoing government"
names = { he = "ממשלה" }
lists = ["likud", "yamina"]

[[surplus_agreement]]
lists = ["likud", "yamina"]
date = 2019-08-20
source = "The Daily, 20 August 2019"
"""
)


def test_everything_is_kept(tmp_path: Path) -> None:
    election = read_election(a_folder(tmp_path, election_toml=FULL))
    source = Source("The Daily, 1 September 2019")
    assert election.lists[-1] == ElectoralList(
        id="right",
        name="The Right",
        names={"he": "הימין", "pt-BR": "A direita"},
        abbreviation="R",
        members=(Party(id="new_right", name="New Right", names={"he": "הימין החדש"}),),
        founded=date(2019, 6, 1),
        ended=date(2019, 7, 29),
        joined="yamina",
        colour=Colour("#1f5aa5", Source("Style book", "Wire")),
        source=Source("The Right, 1 June 2019", "Wire"),
    )
    assert election.persons == (Person(id="netanyahu", name="Benjamin Netanyahu", list="likud"),)
    assert election.blocs == (
        Bloc(
            id="government",
            name="Outgoing government",
            names={"he": "ממשלה"},
            lists=("likud", "yamina"),
            source=source,
        ),
    )
    assert election.targets == (
        Target(id="group:right", name="the right", any_of=("likud", "yamina")),
    )
    assert election.agreements == (
        SurplusAgreement(
            lists=("likud", "yamina"),
            date=date(2019, 8, 20),
            source=Source("The Daily, 20 August 2019"),
        ),
    )
    assert (election.id, election.law, election.procedure) == ("il-2019-09", "il-knesset", "")
    assert election.source == source


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "value", "reason", "remedy"),
    [
        ('"Knesset"', "5", 4, "chamber", "5", "not a text", "quotes"),
        ('"Knesset"', "true", 4, "chamber", "true", "not a text", "quotes"),
        ('"Knesset"', '"  "', 4, "chamber", "  ", "empty", "required"),
        ("2019-09-17", '"2019-09-17"', 6, "date", "2019-09-17", "not a date", "without quotes"),
        ("2019-09-17", "2019-09-17T20:00:00", 6, "date", "2019-09-17 20:00:00", "date", "without"),
        ('"il"', '"IL"', 3, "country", "IL", "country code", "small letters"),
        ('"il-2019-09"', '"il 2019"', 2, "id", "il 2019", "not an id", "a-z"),
        ("election/1", "election/2", 1, "schema", "formateur/election/2", "word", "election/1"),
        ("chamber", "chambers", 4, "chambers", "chambers", "not a key", "'chamber'"),
        ('"The Daily, 1 September 2019"', '""', 8, "source", "", "empty", "required"),
        ('"blue_white"', '"Blue"', 16, "list.id", "Blue", "not an id", "blue_white"),
        ("2019-07-29", '"29 July"', 22, "list.founded", "29 July", "not a date", "without"),
        ("founded", "foundd", 22, "list.foundd", "foundd", "not a key", "'founded'"),
        ('["likud", "yamina"]', '"likud"', 32, "target.any_of", "likud", "array", "brackets"),
        ('["likud", "yamina"]', '["likud", 3]', 32, "target.any_of", "3", "not a text", "quotes"),
        (
            *("founded = 2019-07-29", 'colour = { value = "red", source = "x" }', 22),
            *("list.colour.value", "red", "not a colour", "#1f5aa5"),
        ),
        (
            *("founded = 2019-07-29", 'colour = { value = "#ff0000" }', 22),
            *("list.colour.source", "", "required", "source"),
        ),
        ("group:right", "right", 30, "target.id", "right", "id of a target", "group:"),
    ],
)
def test_value_that_is_refused(
    tmp_path: Path,
    *,
    old: str,
    new: str,
    line: int,
    field: str,
    value: str,
    reason: str,
    remedy: str,
) -> None:
    assert old in ELECTION
    found = errors(a_folder(tmp_path, election_toml=ELECTION.replace(old, new, 1)))
    problem = next(one for one in found if one.field == field)
    assert place(problem) == ("election.toml", line, field, value)
    assert reason in problem.reason
    assert remedy in problem.remedy


def test_missing_keys_are_told_with_the_table_they_belong_to(tmp_path: Path) -> None:
    text = ELECTION.replace('name = "Yamina"\n', "").replace('country = "il"\n', "")
    found = errors(a_folder(tmp_path, election_toml=text))
    assert [place(one) for one in found] == [
        ("election.toml", None, "country", ""),
        ("election.toml", 18, "list.name", ""),
    ]
    assert all("required" in one.reason for one in found)


def test_election_without_lists(tmp_path: Path) -> None:
    text = ELECTION[: ELECTION.index("\n[[list]]")]
    found = errors(a_folder(tmp_path, election_toml=text))
    assert ("election.toml", None, "list", "") in [place(one) for one in found]


def test_table_in_place_of_an_array(tmp_path: Path) -> None:
    text = ELECTION.replace("[[person]]", "[person]")
    found = errors(a_folder(tmp_path, election_toml=text))
    assert ("election.toml", 24, "person", "") in [place(one) for one in found]


def test_language_code_that_is_none(tmp_path: Path) -> None:
    text = ELECTION.replace('name = "Likud"', 'name = "Likud"\nnames = { Hebrew = "הליכוד" }')
    problem = the_error(a_folder(tmp_path, election_toml=text))
    assert place(problem) == ("election.toml", 13, "list.names.Hebrew", "Hebrew")
    assert "language code" in problem.reason


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"Knesset"', "Knesset", 4),
        ('"Knesset"', '"Knesset', 4),
        ("2019-09-17", "17/09/2019", 6),
        ("2019-09-17", "2019-02-30", 6),
        ('["likud", "yamina"]\n', '["likud",', 32),
        ('country = "il"', 'country = "il"\ncountry = "il"', 4),
    ],
)
def test_syntax_error_has_its_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    problem = the_error(a_folder(tmp_path, election_toml=ELECTION.replace(old, new, 1)))
    assert (problem.file, problem.line) == ("election.toml", line)
    assert "not TOML" in problem.reason


def test_values_that_only_a_machine_writes(tmp_path: Path) -> None:
    for number, value in enumerate(["[" * 3000, "9" * 5000, "0x" + "F" * 5000]):
        text = ELECTION.replace('"Knesset"', value)
        problem = the_error(a_folder(tmp_path / str(number), election_toml=text))
        assert problem.file == "election.toml"


def test_lines_are_right_below_texts_of_several_lines(tmp_path: Path) -> None:
    text = ELECTION.replace(
        'source = "The Daily, 1 September 2019"',
        'source = """\nThe Daily\n[[list]]\nname = 3\n"""',
    ).replace('name = "Yamina"', "name = 3")
    assert place(the_error(a_folder(tmp_path, election_toml=text)))[:3] == (
        "election.toml",
        25,
        "list.name",
    )


def test_lists_are_known_although_one_is_broken(tmp_path: Path) -> None:
    text = ELECTION.replace('name = "Likud"', "name = 1")
    assert place(the_error(a_folder(tmp_path, election_toml=text)))[1] == 12


def test_nothing_is_held_against_an_election_that_cannot_be_read(tmp_path: Path) -> None:
    assert the_error(a_folder(tmp_path, election_toml="x")).file == "election.toml"


def test_stored_schema_is_the_generated_one() -> None:
    stored = files("formateur") / "data" / "schemas" / "election.schema.json"
    assert json.loads(stored.read_text(encoding="utf-8")) == election_schema(), (
        "write election_schema() to data/schemas/election.schema.json"
    )
