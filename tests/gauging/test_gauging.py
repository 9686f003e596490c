"""Events of the flagship in votes and seats, and what it would take to change its headlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest

from formateur import api
from formateur.forecasting import Forecast
from formateur.gauging import Gauged, gauge, kinship_of, sensitivity
from formateur.gauging.effects import SHIFTS, shift
from formateur.gauging.headlines import FARTHEST
from formateur.parliament import majority_of_draws
from formateur.votes import EventEffects
from formateur.votes.events.posterior import PRIOR


@cache
def made(day: str = "2019-09-14") -> Forecast:
    return api.forecast("il-2019-09", as_of=day, draws=1000)


@cache
def gauged() -> Gauged:
    found = gauge(made())
    assert found is not None
    return found


def event(event_id: str) -> EventEffects:
    return next(one for one in gauged().effects.events if one.event.id == event_id)


def test_the_treaty_is_not_identified() -> None:
    (effect,) = event("e29").lists
    assert event("e29").around.after == ()
    assert effect.list == "likud"
    assert effect.polled is None
    assert effect.lasting == PRIOR


def test_the_pledge_has_six_polls_after_it_and_an_interval() -> None:
    (effect,) = event("e25").lists
    assert len(event("e25").around.after) == 6
    assert effect.polled is not None
    assert PRIOR.low < effect.lasting.low < 0.0 < effect.lasting.high < PRIOR.high
    assert 0.05 < effect.lasting.learning < 0.5
    assert effect.polled.pairs.houses == 5
    assert {"e26"} <= {one.id for one in effect.together}
    seats = gauged().seats["likud"]
    assert -4 < seats.gained(effect.lasting.low) < 0 < seats.gained(effect.lasting.high) < 4


def test_no_later_day_is_seen() -> None:
    early = gauge(made("2019-09-11"))
    assert early is not None
    pledge = next(one for one in early.effects.events if one.event.id == "e25")
    assert pledge.around.after == ()
    assert pledge.lists[0].polled is None
    assert all(one.event.date <= date(2019, 9, 11) for one in early.effects.events)


def test_seats_grow_with_the_shift_and_not_without_one() -> None:
    for seats in gauged().seats.values():
        gains = [seats.gained(one) for one in np.linspace(-0.3, 0.3, 13)]
        assert gains == sorted(gains)
        assert seats.gained(0.0) == pytest.approx(0.0, abs=1e-12)


def test_the_unshifted_column_is_the_forecast_itself() -> None:
    found = sensitivity(made(), "likud")
    middle = SHIFTS.index(0.0)
    assert found.seats[middle] == pytest.approx(made().parliament["likud"].mean())
    chances = {one.of[0]: one.p[middle] for one in found.headlines if one.what == "majority"}
    assert chances == {bloc.bloc.id: bloc.p_majority for bloc in made().blocs}


def test_at_a_break_even_the_answer_is_as_likely_as_not() -> None:
    found = sensitivity(made(), "likud")
    bloc = next(one for one in found.headlines if one.of == ("right_religious",))
    first = next(one for one in found.headlines if one.what == "first")
    assert bloc.break_even is not None
    assert first.break_even is not None
    assert first.of == ("likud", "blue_white")
    at = tuple(sorted((bloc.break_even, first.break_even)))
    lower, upper = shift(made(), "likud", at, len(made().votes)).seats
    majority = majority_of_draws(upper, made().rules)
    total = upper.total(("likud", "shas", "utj", "yamina", "otzma_yehudit"))
    assert (total >= majority).mean() == pytest.approx(0.5, abs=0.05)
    ahead = (lower["likud"] > lower["blue_white"]).mean()
    tied = (lower["likud"] == lower["blue_white"]).mean()
    assert ahead + tied / 2 == pytest.approx(0.5, abs=0.05)


def test_a_small_list_cannot_change_who_is_first() -> None:
    found = sensitivity(made(), "otzma_yehudit")
    first = next(one for one in found.headlines if one.what == "first")
    assert first.break_even is None
    assert first.p_beyond < 0.001
    assert FARTHEST > 0.5


def test_of_one_list_nobody_asks_who_is_first() -> None:
    alone = replace(made(), p_largest={"likud": 1.0})
    assert {one.what for one in sensitivity(alone, "likud").headlines} == {"majority"}


def test_kin_reach_back_to_the_election_before() -> None:
    found = {kin.name: kin for kin in kinship_of(made(), gauged()).listed()}
    assert ("il-2019-04", "e12") in found["US president Donald Trump"].events
    assert ("il-2019-09", "e29") not in found["US president Donald Trump"].events


def test_kin_of_elections_after_the_day_are_not_seen() -> None:
    before = replace(made(), day=date(2019, 4, 8))
    found = kinship_of(before, gauged()).listed()
    assert {election for kin in found for election, _ in kin.events} == {"il-2019-09"}


def test_after_the_vote_nothing_is_gauged() -> None:
    assert gauge(api.forecast("il-2019-09", as_of="2019-09-20", draws=10)) is None
