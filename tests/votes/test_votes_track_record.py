"""The shipped record of past forecasts, and that a day sees nothing later in it."""

from __future__ import annotations

from datetime import date

from formateur.votes.track_record import past_forecasts

DAY = date(2019, 9, 14)


def test_record_holds_elections_of_many_countries_and_days() -> None:
    known = past_forecasts("state-space", date(2026, 1, 1))
    assert len({one.country for one in known}) >= 20
    assert {one.days_before for one in known} == {1, 7, 30, 100}
    assert all(0 <= one.inside_50 <= one.inside_90 <= one.lists for one in known)
    assert all(one.crps > 0 and one.mean_error > 0 for one in known)


def test_a_day_sees_only_votes_before_it() -> None:
    known = past_forecasts("state-space", DAY)
    assert max(one.date for one in known) < DAY
    assert {one.election for one in known if one.country == "il"} == {"il-2019-04"}


def test_a_vote_is_not_known_on_its_own_day() -> None:
    vote = date(2019, 4, 9)
    assert all(one.election != "il-2019-04" for one in past_forecasts("state-space", vote))


def test_a_model_without_record_has_none() -> None:
    assert past_forecasts("official result", DAY) == ()
