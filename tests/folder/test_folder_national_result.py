"""A previous result of the country alone: from the folder, or from the built-in election before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folder_cases import ELECTION, POLL, POLL_HEADER, a_folder, place, the_error, warnings

from formateur.folder import open_election, read_election, write_election
from formateur.folder.library import builtin_elections
from formateur.folder.national_results import national_result
from formateur.law import NATIONAL

VOTES = "constituency,likud,kulanu,other,source\nnational,30,10,60,The Committee\n"
FOLLOWS = ELECTION.replace('leader = "netanyahu"\n', 'previous = ["likud", "kulanu"]\n', 1)
AFTER_APRIL = ELECTION.replace('law = "', 'previous = "il-2019-04"\nlaw = "')
POLLS = POLL_HEADER + POLL


def test_one_row_for_the_country_needs_no_constituencies(tmp_path: Path) -> None:
    election = read_election(
        a_folder(tmp_path / "il", election_toml=FOLLOWS, previous_votes_csv=VOTES)
    )
    assert election.previous_votes is not None
    assert election.previous_votes.lists == {NATIONAL: {"likud": 30, "kulanu": 10, "other": 60}}
    assert election.constituencies == ()
    write_election(election, tmp_path / "copy")
    copy = read_election(tmp_path / "copy")
    assert replace(copy, polls=()) == replace(election, polls=())


def test_its_lists_are_held_against_it(tmp_path: Path) -> None:
    text = FOLLOWS.replace('"kulanu"', '"kulano"')
    problem = the_error(a_folder(tmp_path, election_toml=text, previous_votes_csv=VOTES))
    assert place(problem)[2:] == ("list.previous", "kulano")
    assert "'kulanu'" in problem.remedy


@pytest.mark.parametrize(
    "votes",
    [
        VOTES.replace("national,", "Haifa,"),
        VOTES.replace("source", "source,ballot").replace("Committee", "Committee,candidate"),
    ],
)
def test_other_places_and_ballots_need_constituencies(tmp_path: Path, votes: str) -> None:
    problem = the_error(a_folder(tmp_path, previous_votes_csv=votes))
    assert (problem.file, problem.line) == ("previous_votes.csv", 2)
    assert "of no use without constituencies.csv" in problem.reason


def test_law_of_constituencies_is_flagged_all_the_same(tmp_path: Path) -> None:
    text = ELECTION.replace("il-knesset", "es-congress").replace('"il"', '"es"')
    folder = a_folder(tmp_path, election_toml=text, previous_votes_csv=VOTES)
    assert [place(one)[2:] for one in warnings(folder)] == [("law", "es-congress")]


def test_result_of_the_built_in_election_before_is_taken(tmp_path: Path) -> None:
    election = read_election(a_folder(tmp_path / "il", election_toml=AFTER_APRIL))
    before = election.previous_votes
    assert before is not None
    assert (before.election, before.date) == ("il-2019-04", date(2019, 4, 9))
    assert before.lists.keys() == {NATIONAL}
    assert before.lists[NATIONAL]["likud"] == 1_140_370
    assert sum(before.lists[NATIONAL].values()) == 4_309_270, "all valid votes"
    write_election(election, tmp_path / "copy")
    assert not (tmp_path / "copy" / "previous_votes.csv").exists()
    assert read_election(tmp_path / "copy").previous_votes == before


def test_own_votes_go_before_built_in_ones(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, election_toml=AFTER_APRIL, previous_votes_csv=VOTES)
    before = read_election(folder).previous_votes
    assert before is not None
    assert before.source.text == "The Committee"


@pytest.mark.parametrize(
    ("before", "reason"),
    [("se-2018", "is a result of 'se', not of 'il'"), ("il-2020", "not before this vote")],
)
def test_built_in_election_before_must_fit(tmp_path: Path, before: str, reason: str) -> None:
    text = AFTER_APRIL.replace("il-2019-04", before)
    problem = the_error(a_folder(tmp_path, election_toml=text))
    assert place(problem)[2:] == ("previous", before)
    assert reason in problem.reason


def test_any_other_election_before_tells_nothing(tmp_path: Path) -> None:
    text = AFTER_APRIL.replace("il-2019-04", "il-1949")
    assert read_election(a_folder(tmp_path, election_toml=text)).previous_votes is None
    assert national_result("il-1949") is None


def test_shares_stand_for_votes_that_were_not_published() -> None:
    result = national_result("se-2022")
    assert result is not None
    assert result.votes.lists[NATIONAL]["s"] == 303_255
    assert result.votes.lists[NATIONAL]["fi"] == 500


@pytest.mark.parametrize("election_id", builtin_elections())
def test_built_in_elections_know_the_result_before(election_id: str) -> None:
    before = open_election(election_id)[0].previous_votes
    assert before is not None
    assert before.lists.keys() == {NATIONAL}
    assert sum(before.lists[NATIONAL].values()) > 4_000_000
