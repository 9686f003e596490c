from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from formateur.errors import UsageError
from formateur.folder import check_election, new_election, open_election, read_election
from formateur.folder.gather import FILES

VOTE = date(2030, 5, 20)


@pytest.mark.parametrize("vote", [VOTE, date(2028, 2, 29), date(1901, 1, 1), date.max])
def test_starter_is_sound(tmp_path: Path, vote: date) -> None:
    new_election(tmp_path / "new", vote)
    assert check_election(tmp_path / "new") == ()
    election, law = open_election(str(tmp_path / "new"))
    assert election.date == vote
    assert law.on(vote).seats == 101


def test_starter_shows_what_a_folder_holds(tmp_path: Path) -> None:
    new_election(tmp_path / "new", VOTE)
    present = {one.name for one in (tmp_path / "new").iterdir()}
    assert present == set(FILES) - {"results.csv", "constituencies.csv", "previous_votes.csv"}
    for file in (tmp_path / "new").iterdir():
        text = file.read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert "${" not in text


def test_starter_has_what_a_forecast_needs(tmp_path: Path) -> None:
    new_election(tmp_path / "new", VOTE)
    election = read_election(tmp_path / "new")
    assert len(election.polls) == 6
    assert all(VOTE - timedelta(weeks=4) <= one.fieldwork_end < VOTE for one in election.polls)
    assert all(one.known_from <= VOTE - timedelta(days=8) for one in election.polls)
    assert sum(one.stands(VOTE) for one in election.lists) == 5
    assert [len(one.members) for one in election.lists if one.members] == [2]
    sizes = [election.blocs, election.statements, election.events, election.motions]
    assert all(sizes)
    assert election.calendar


def test_all_that_is_told_in_the_starter_is_marked_as_invented(tmp_path: Path) -> None:
    new_election(tmp_path / "new", VOTE)
    election = read_election(tmp_path / "new")
    sources = [
        election.source,
        *(one.source for one in election.polls),
        *(one.source for one in election.statements),
        *(one.source for one in election.events),
        *(one.source for one in election.calendar),
        *(one.source for one in election.motions),
    ]
    assert all(source.text.startswith("Invented") for source in sources)


def test_vote_long_ago(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="1900-12-31 is too early"):
        new_election(tmp_path / "new", date(1900, 12, 31))
    assert list(tmp_path.iterdir()) == []
