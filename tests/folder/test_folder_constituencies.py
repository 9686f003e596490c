"""Constituencies and the previous result in a folder: read, written again, and every complaint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from folder_cases import a_folder, errors, place, the_error, warnings

from formateur.folder import check_election, read_election, write_election
from formateur.folder.builtin_results import builtin_result, builtin_results

ELECTION = """\
schema = "formateur/election/1"
id = "es-2019"
country = "es"
chamber = "Congreso"
name = "Spain 2019"
date = 2019-04-28
law = "es-congress"
previous_result = "es-2016"
source = "The Daily, 1 April 2019"

[[list]]
id = "pp"
name = "PP"

[[list]]
id = "up"
name = "Unidas Podemos"
previous = ["up", "ecp"]

[[list]]
id = "te"
name = "Teruel Existe"
stands_in = ["Teruel"]
"""

OWN = ELECTION.replace('previous_result = "es-2016"\n', "").replace('["up", "ecp"]', '["up"]')

POLLS = "pollster,fieldwork_end,scale,source,pp,up\nGAD3,2019-04-12,percent,The Daily,55,44\n"

PLACES = "constituency,seats,source\nMadrid,346,BOE\nTeruel,4,BOE\n"
VOTES = "constituency,pp,up,other,source\nMadrid,60,30,10,Interior\nTeruel,50,,9,Interior\n"


def spain(home: Path, text: str = ELECTION, **files: str) -> Path:
    home.mkdir(exist_ok=True)
    return a_folder(home / "es", election_toml=text, polls_csv=POLLS, **files)


def own(home: Path, places: str = PLACES, votes: str = VOTES, text: str = OWN) -> Path:
    return spain(home, text, constituencies_csv=places, previous_votes_csv=votes)


def test_built_in_result_is_named_by_its_id(tmp_path: Path) -> None:
    election = read_election(spain(tmp_path))
    before = builtin_result("es-2016")
    assert election.previous_votes == before.votes
    assert election.constituencies == before.constituencies
    assert election.list("up").previous == ("up", "ecp")
    assert election.list("te").stands_in == ("Teruel",)


def test_own_files_are_read(tmp_path: Path) -> None:
    election = read_election(own(tmp_path))
    assert [(one.name, one.seats) for one in election.constituencies] == [
        ("Madrid", 346),
        ("Teruel", 4),
    ]
    votes = election.previous_votes
    assert votes is not None
    assert votes.lists == {
        "Madrid": {"pp": 60, "up": 30, "other": 10},
        "Teruel": {"pp": 50, "other": 9},
    }
    assert votes.source.text == "Interior"


def test_two_ballots_and_regions_are_read(tmp_path: Path) -> None:
    places = (
        "constituency,seats,levelling,region,population,source\n"
        "Kiel,1,,SH,,x\nHusum,1,,SH,,x\nSH,,3,,900,x\n"
    )
    votes = (
        "ballot,constituency,cdu,spd,source\n"
        "list,SH,60,30,x\ncandidate,Kiel,20,30,x\ncandidate,Husum,30,20,x\n"
    )
    text = (
        ELECTION.partition("\n[[list]]")[0]
        .replace("es-congress", "de-bundestag")
        .replace('previous_result = "es-2016"\n', "")
        .replace("2019-04-28", "2025-02-23")
    )
    text += '\n[[list]]\nid = "cdu"\nname = "CDU"\n'
    polls = "pollster,fieldwork_end,scale,source,cdu\nA,2025-02-12,percent,The Daily,99\n"
    folder = a_folder(
        tmp_path / "de", election_toml=text, polls_csv=polls,
        constituencies_csv=places, previous_votes_csv=votes,
    )  # fmt: skip
    election = read_election(folder)
    assert [(one.region, one.levelling, one.population) for one in election.constituencies] == [
        ("SH", 0, 0),
        ("SH", 0, 0),
        ("", 3, 900),
    ]
    assert election.previous_votes is not None
    assert election.previous_votes.candidates["Kiel"] == {"cdu": 20, "spd": 30}


@pytest.mark.parametrize("make", [spain, own])
def test_folder_reads_back(tmp_path: Path, make: object) -> None:
    folder = spain(tmp_path) if make is spain else own(tmp_path)
    wanted = read_election(folder)
    write_election(wanted, tmp_path / "copy")
    found = read_election(tmp_path / "copy")
    assert replace(found, polls=()) == replace(wanted, polls=())
    assert (tmp_path / "copy" / "previous_votes.csv").exists() == (make is own)
    assert (tmp_path / "copy" / "constituencies.csv").exists() == (make is own)


def test_sizes_of_today_replace_those_of_the_built_in_result(tmp_path: Path) -> None:
    places = ["constituency,seats,source"] + [
        f"{one.name},{one.seats + (one.name == 'Madrid') - (one.name == 'Soria')},BOE"
        for one in builtin_result("es-2016").constituencies
    ]
    folder = spain(tmp_path, constituencies_csv="\n".join(places) + "\n")
    sizes = {one.name: one.seats for one in read_election(folder).constituencies}
    assert (sizes["Madrid"], sizes["Soria"]) == (37, 1)


@pytest.mark.parametrize(
    ("old", "new", "where", "reason"),
    [
        ("es-2016", "es-2061", ("election.toml", 8, "previous_result", "es-2061"), "built-in"),
        ("es-2016", "pt-2015", ("election.toml", 8, "previous_result", "pt-2015"), "not of 'es'"),
        (
            "2019-04-28",
            "2016-06-26",
            ("election.toml", 8, "previous_result", "es-2016"),
            "not before this vote",
        ),
        ('"ecp"', '"epc"', ("election.toml", 18, "list.previous", "epc"), "previous result"),
        ('"Teruel"]', '"Terual"]', ("election.toml", 23, "list.stands_in", "Terual"), "is not a"),
    ],
)
def test_what_election_toml_names_must_be_there(
    tmp_path: Path, old: str, new: str, where: tuple[object, ...], reason: str
) -> None:
    text = ELECTION.replace(old, new)
    polls = POLLS.replace("2019-04-12", "2016-04-12")
    problem = the_error(a_folder(tmp_path / "es", election_toml=text, polls_csv=polls))
    assert place(problem) == where
    assert reason in problem.reason
    assert problem.remedy


@pytest.mark.parametrize(
    ("places", "votes", "where"),
    [
        (PLACES.replace("4", "5"), VOTES, ("constituencies.csv", None, "seats", "")),
        (PLACES.replace("4", "four"), VOTES, ("constituencies.csv", 3, "seats", "four")),
        (PLACES.replace("4", ""), VOTES, ("constituencies.csv", 3, "seats", "")),
        (PLACES + "Teruel,0,BOE\n", VOTES, ("constituencies.csv", 4, "constituency", "Teruel")),
        (PLACES, VOTES.replace("Ter", "Tor"), ("previous_votes.csv", 3, "constituency", "Toruel")),
        (PLACES, VOTES.replace("50", "5.0"), ("previous_votes.csv", 3, "pp", "5.0")),
        (PLACES, VOTES.replace("50", "").replace("9", ""), None),
        (PLACES, VOTES.replace("pp", "PP"), ("previous_votes.csv", 1, "", "PP")),
        (PLACES, VOTES + "Madrid,1,1,1,x\n", ("previous_votes.csv", 4, "constituency", "Madrid")),
        (PLACES.replace(",source", ""), VOTES, None),
        (PLACES, VOTES.replace("source", "sauce"), None),
    ],
)
def test_what_own_files_cannot_say(
    tmp_path: Path, places: str, votes: str, where: tuple[object, ...] | None
) -> None:
    found = errors(own(tmp_path, places, votes))
    assert found
    assert where is None or where in [place(one) for one in found]
    assert {one.file for one in found} <= {"constituencies.csv", "previous_votes.csv"}


def test_files_that_need_each_other(tmp_path: Path) -> None:
    sizes = the_error(spain(tmp_path / "a", OWN.replace('"up"]', "]"), constituencies_csv=PLACES))
    assert "not how the constituencies voted" in sizes.reason
    votes = the_error(spain(tmp_path / "b", OWN, previous_votes_csv=VOTES))
    assert (votes.file, "of no use" in votes.reason) == ("previous_votes.csv", True)
    both = errors(own(tmp_path / "c", text=ELECTION))
    assert "has previous_votes.csv too" in both[0].reason


def test_predecessors_without_a_previous_result_are_told(tmp_path: Path) -> None:
    found = errors(spain(tmp_path, OWN))
    assert [place(one)[2:] for one in found] == [
        ("list.previous", "up"),
        ("list.stands_in", "Teruel"),
    ]
    assert all("previous_result" in one.remedy for one in found)


def test_law_of_constituencies_without_them_is_flagged(tmp_path: Path) -> None:
    text = OWN.replace('previous = ["up"]\n', "").replace('stands_in = ["Teruel"]\n', "")
    (flagged,) = warnings(spain(tmp_path, text))
    assert place(flagged) == ("election.toml", 7, "law", "es-congress")
    assert "es-2015, es-2016" in flagged.remedy


def test_constituency_without_votes_is_told(tmp_path: Path) -> None:
    places = PLACES.replace("346", "345") + "Soria,1,BOE\n"
    problem = the_error(own(tmp_path, places))
    assert place(problem) == ("constituencies.csv", None, "constituency", "Soria")


def test_sizes_of_a_house_of_another_size_are_told(tmp_path: Path) -> None:
    """165 seats in 2001, 169 since 2005: every county was given out anew."""
    text = (
        ELECTION.partition("\n[[list]]")[0]
        .replace("es-congress", "no-storting")
        .replace('"es"', '"no"')
        .replace("es-2016", "no-2001")
        .replace("2019-04-28", "2005-09-12")
    )
    text += '\n[[list]]\nid = "a"\nname = "A"\n'
    polls = "pollster,fieldwork_end,scale,source,a\nA,2005-09-01,percent,The Daily,99\n"
    problem = the_error(a_folder(tmp_path / "no", election_toml=text, polls_csv=polls))
    assert place(problem) == ("election.toml", 8, "previous_result", "no-2001")
    assert "a house of 165 seats; this one has 169" in problem.reason


@pytest.mark.parametrize("result_id", builtin_results())
def test_built_in_results_are_whole(result_id: str) -> None:
    result = builtin_result(result_id)
    named = {*result.names, "other"}
    assert result.votes.list_ids <= named
    assert result.votes.source.text
    assert result.exempt <= {*result.names}
    voted = {*result.votes.lists, *result.votes.candidates}
    assert {one.name for one in result.constituencies if one.seats} <= voted
    assert all(sum(here.values()) > 0 for here in result.votes.lists.values())
    with pytest.raises(KeyError):
        builtin_result("xx-1900")


def test_check_finds_nothing_wrong_with_a_sound_folder(tmp_path: Path) -> None:
    assert [one for one in check_election(own(tmp_path)) if one.severity == "error"] == []
