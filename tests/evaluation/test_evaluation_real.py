"""The built-in elections scored: figures that a working forecast cannot miss by much."""

from __future__ import annotations

import pytest

import formateur as fm


@pytest.mark.parametrize(
    ("election", "day", "largest", "lists"),
    [("il-2019-09", "2019-09-14", "blue_white", 10), ("se-2022", "2022-09-08", "s", 9)],
)
def test_eve_forecast_is_near_the_result(election: str, day: str, largest: str, lists: int) -> None:
    score = fm.score(election, as_of=day, draws=2000)
    assert (len(score.lists), score.largest) == (lists, (largest,))
    assert score.not_on_ballot == ()
    assert score.other.seats == 0
    assert score.mean_absolute_error("votes") < 2
    assert 0 < score.crps("votes") < score.mean_absolute_error("votes")
    assert score.crps("seats") < 5
    assert score.brier_threshold < 0.1
    assert score.coverage("votes", 90).inside >= lists - 2


def test_lists_that_merged_before_the_vote_are_not_scored() -> None:
    score = fm.score("il-2019-09", as_of="2019-07-10", draws=500)
    assert {"Israeli Labor Party", "Meretz", "Zehut"} <= set(score.not_on_ballot)
    assert {"likud", "blue_white", "shas"} <= {one.id for one in score.lists}
    assert {one.id for one in score.lists}.isdisjoint({"labor", "labor_gesher"})
    assert score.other.seats > 0, "lists founded after the day won seats"
