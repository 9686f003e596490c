"""Tables of past elections: what becomes of them, and what is said of those that are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from past_tables import Tables, some_past_tables, write_past_tables

from formateur.errors import DataError, UsageError
from formateur.facts import Reading
from formateur.folder import PastElection, read_past_elections


def read(folder: Path, tables: Tables) -> dict[str, PastElection]:
    past = read_past_elections(write_past_tables(folder, tables))
    return {one.election.id: one for one in past}


def problems(folder: Path, tables: Tables) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(folder, tables)
    return [str(problem) for problem in caught.value.problems]


def figure(reading: Reading, kind: str) -> float | None:
    assert reading.kind == kind
    return reading.value


def test_elections_come_with_polls_results_and_positions(tmp_path: Path) -> None:
    found = read(tmp_path, some_past_tables())
    assert list(found) == ["xx-2010", "xx-2014"]
    second = found["xx-2014"]
    assert second.shares == {"ab": 0.52, "c": 0.36, "d": 0.075}
    assert [poll.id for poll in second.election.polls] == ["p3", "p4", "p5"]
    assert second.election.polls[0].readings["a"] == Reading("percent", 29.0)
    assert second.left_right == {"ab": 3.5, "c": 7.0, "d": 8.0}


def test_members_go_into_their_joint_list_and_bring_their_previous_votes(tmp_path: Path) -> None:
    second = read(tmp_path, some_past_tables())["xx-2014"].election
    assert second.list("a").joined == second.list("b").joined == "ab"
    assert second.list("ab").previous == ("ab", "a", "b")
    assert second.previous_votes is not None
    assert second.previous_votes.date == date(2010, 6, 1)
    assert second.previous_votes.lists == {
        "national": {"a": 300_000, "b": 200_000, "c": 400_000, "d": 60_000, "other": 40_000}
    }


def test_a_joint_list_that_broke_up_is_told_apart(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["results"] = [
        {"election_id": election, "party_id": one, "vote_share": share}
        for election, shares in (
            ("xx-2010", {"ab": 50.0, "c": 40.0, "d": 10.0}),
            ("xx-2014", {"a": 30.0, "b": 20.0, "c": 40.0, "d": 10.0}),
        )
        for one, share in shares.items()
    ]
    tables["alliances"] = [
        {"election_id": "xx-2010", "party_id": "ab", "member_party_id": one, "vote_share": share}
        for one, share in (("a", 31.0), ("b", 19.0))
    ]
    tables["poll_values"] = [r for r in tables["poll_values"] if r["party_id"] != "ab"]
    votes = read(tmp_path, tables)["xx-2014"].election.previous_votes
    assert votes is not None
    assert votes.lists["national"] == {
        "ab": 0,
        "c": 400_000,
        "d": 100_000,
        "a": 310_000,
        "b": 190_000,
    }


def test_files_and_columns_that_may_be_absent(tmp_path: Path) -> None:
    tables = some_past_tables()
    del tables["alliances"]
    for row in tables["results"]:
        del row["vote_share_poll_base"]
    for row in tables["polls"]:
        for column in ("published", "sample_size", "scale", "source"):
            del row[column]
    for row in tables["poll_values"]:
        del row["note"]
    for row in tables["parties"]:
        del row["left_right"]
    found = read(tmp_path, tables)
    assert list(found) == ["xx-2010", "xx-2014"]
    assert found["xx-2014"].left_right == {}


def test_the_base_of_the_polls_is_scored_where_it_is_given(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["results"][0]["vote_share_poll_base"] = 31.5
    shares = read(tmp_path, tables)["xx-2010"].shares
    assert (shares["a"], shares["b"]) == (0.315, 0.2)


def test_elections_without_polls_or_results_are_left_out(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["results"] = [r for r in tables["results"] if r["election_id"] == "xx-2010"]
    tables["elections"].append({**tables["elections"][0], "election_id": "xx-2018"})
    assert list(read(tmp_path, tables)) == ["xx-2010"]


def test_how_figures_are_read(tmp_path: Path) -> None:
    tables = some_past_tables()
    for row in tables["polls"]:
        row["undecided"] = 20 if row["poll_id"] == "p1" else ""
        row["flag"] = "sum" if row["poll_id"] == "p2" else ""
        row["date_precision"] = "month" if row["poll_id"] == "p3" else "day"
        row["published"] = row["fieldwork_end"] if row["poll_id"] == "p4" else ""
        row["fieldwork_end"] = "" if row["poll_id"] == "p4" else row["fieldwork_end"]
    tables["poll_values"][3]["note"] = "less_than"
    tables["poll_values"][-1].update(note="other_and_undecided", value=24.0)
    found = read(tmp_path, tables)
    (first,) = found["xx-2010"].election.polls
    assert figure(first.readings["a"], "percent") == pytest.approx(35.0)
    assert figure(first.readings["d"], "below") == pytest.approx(6.25)
    fourth, fifth = found["xx-2014"].election.polls
    assert fourth.fieldwork_end == fourth.known_from == date(2014, 5, 24)
    assert figure(fifth.readings["ab"], "percent") == pytest.approx(100 * 53 / 95)


def test_polls_in_seats(tmp_path: Path) -> None:
    tables = some_past_tables()
    for row in tables["polls"]:
        row["scale"] = "seats"
    for row in tables["poll_values"]:
        row["percent"] = 2.4 if row["party_id"] == "d" else ""
        row["value"] = 0 if row["party_id"] == "d" else row["value"]
    found = read(tmp_path, tables)
    assert found["xx-2014"].election.polls[0].readings["d"] == Reading("percent", 2.4)
    # p3 names members that did not stand themselves: it is of another line-up
    assert [poll.id for poll in found["xx-2014"].election.polls] == ["p4", "p5"]


def test_a_mark_at_the_start_is_no_part_of_the_header(tmp_path: Path) -> None:
    folder = write_past_tables(tmp_path, some_past_tables())
    path = folder / "elections.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_past_elections(folder)) == 2


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["results"][1]["party_id"] = "bb"
    tables["results"][2]["vote_share"] = "40,0"
    tables["polls"][0]["fieldwork_end"] = "25 May"
    tables["polls"][1]["election_id"] = "xx-2011"
    tables["polls"][2]["sample_size"] = "1.200"
    tables["polls"][3]["scale"] = "votes"
    assert problems(tmp_path, tables) == [
        "results.csv, line 3, party_id: 'bb' is not in parties.csv for the country 'xx'. "
        "Did you mean 'b'? Otherwise add it there, or remove the row.",
        "results.csv, line 4, vote_share: '40,0' has a decimal comma. Use a point: 40.0.",
        "polls.csv, line 2, fieldwork_end: '25 May' is not a date. "
        "Write year-month-day, as in 2019-09-14.",
        "polls.csv, line 3, election_id: 'xx-2011' is not in elections.csv. "
        "Did you mean 'xx-2014'? Otherwise add it there, or remove the row.",
        "polls.csv, line 4, sample_size: '1.200' has separators between its digits. Write 1200.",
        "polls.csv, line 5, scale: 'votes' is not a word that may stand here. "
        "Known: percent, seats. Otherwise write one of: percent, seats.",
    ]


def test_a_year_that_cannot_be_is_refused(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["elections"][0]["date"] = "0001-06-01"
    assert problems(tmp_path, tables) == [
        "elections.csv, line 2, date: '0001-06-01' is before 1900. Correct the year."
    ]


def test_unknown_polls_and_repeated_rows_are_refused(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["poll_values"].append({"poll_id": "p9", "party_id": "a", "value": 3, "note": ""})
    tables["poll_values"].append({"poll_id": "p1", "party_id": "a", "value": 3, "note": ""})
    tables["poll_values"].append({"poll_id": "p1", "party_id": "ab", "value": 130, "note": ""})
    found = problems(tmp_path, tables)
    assert [text.split(":")[0] for text in found] == [
        "poll_values.csv, line 25, poll_id",
        "poll_values.csv, line 26, party_id",
        "poll_values.csv, line 27, value",
    ]
    assert "has a row on line 2 too" in found[1]


@pytest.mark.parametrize("name", ["elections", "parties", "results", "polls", "poll_values"])
def test_a_file_that_is_missing_is_named(tmp_path: Path, name: str) -> None:
    tables = some_past_tables()
    del tables[name]
    assert any(
        text.startswith(f"{name}.csv: the file is not there") for text in problems(tmp_path, tables)
    )


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["polls"] = [{k: v for k, v in r.items() if k != "pollster"} for r in tables["polls"]]
    assert problems(tmp_path, tables) == [
        "polls.csv, line 1, pollster: the column is required and not there. Known: election_id, "
        "fieldwork_end, poll_id, published, sample_size, scale, source. Otherwise add it to the "
        "header, and its cells below."
    ]


def test_text_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    folder = write_past_tables(tmp_path, some_past_tables())
    (folder / "parties.csv").write_bytes("country,party_id\nxx,é\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"parties\.csv, line 2: '0xE9' .* is not UTF-8"):
        read_past_elections(folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a folder"):
        read_past_elections(tmp_path / "nowhere")
