"""What lists had in the previous result: mergers are added up, splits are unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from factories import SOURCE, a_list, an_election, may

from formateur.facts import ElectoralList, PreviousVotes, as_of
from formateur.folder import open_election
from formateur.votes.cells import lineage
from formateur.votes.state_space.previous import previous_shares

VOTES = PreviousVotes(
    lists={"north": {"a": 30, "b": 10, "c": 5}, "south": {"a": 10, "b": 25, "other": 20}},
    source=SOURCE,
)


def had(*lists: ElectoralList) -> list[float | None]:
    election = replace(an_election(lists), previous_votes=VOTES)
    lines = lineage(lists, may(15))
    return known(previous_shares(election, lines, lines.standing))


def known(shares: np.ndarray) -> list[float | None]:
    return [None if np.isnan(one) else round(float(one), 4) for one in shares]


def merged(list_id: str, into: str) -> ElectoralList:
    return replace(a_list(list_id, ended=may(1)), joined=into)


def follows(list_id: str, *previous: str) -> ElectoralList:
    return replace(a_list(list_id), previous=previous)


def test_a_list_has_what_its_own_id_had_in_all_places() -> None:
    assert had(a_list("a"), a_list("b"), a_list("new")) == [0.4, 0.35, None]


def test_a_list_has_what_the_lists_had_that_it_follows() -> None:
    assert had(follows("x", "a", "c"), a_list("b")) == [0.45, 0.35]


def test_lists_that_merged_bring_what_they_had() -> None:
    assert had(a_list("a"), merged("c", "a")) == [0.45]
    joined = replace(merged("x", "y"), previous=("b",))
    assert had(a_list("y"), joined, merged("c", "y")) == [0.4]


def test_what_two_lists_follow_is_known_of_neither() -> None:
    assert had(a_list("a"), follows("x", "a"), a_list("b")) == [None, None, 0.35]
    assert had(follows("x", "a", "c"), follows("y", "c"), a_list("b")) == [None, None, 0.35]


def test_a_list_that_no_longer_stands_takes_nothing_away() -> None:
    gone = replace(merged("x", ""), previous=("a",))
    assert had(a_list("a"), gone) == [0.4]


def test_without_a_previous_result_nothing_is_known() -> None:
    election = an_election(["a"])
    found = previous_shares(election, lineage(election.lists, may(15)), ["a"])
    assert known(found) == [None]


def test_built_in_lists_follow_those_of_the_day() -> None:
    election, _ = open_election("il-2019-09")
    lists = ("likud", "yamina", "kulanu", "urwp")
    found = {}
    for day in (date(2019, 5, 20), date(2019, 9, 14)):
        seen = as_of(election, day)
        lines = lineage(seen.lists, day)
        asked = [one for one in lists if one in lines.standing]
        found[day.month] = dict(zip(asked, known(previous_shares(seen, lines, asked)), strict=True))
    assert found == {
        5: {"likud": 0.2646, "kulanu": 0.0354, "urwp": 0.037},
        9: {"likud": 0.3001, "yamina": 0.0692},
    }
