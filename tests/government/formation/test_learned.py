from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from cabinet_world import a_world

from formateur.errors import NotEnoughPollsError, UsageError
from formateur.folder.past_cabinets import built_in_cabinets
from formateur.folder.pledges import built_in_pledges
from formateur.government.formation import hung_parliaments
from formateur.government.formation.failure import history_on, learn_deadlock
from formateur.government.formation.learned import (
    document_of,
    learn_until,
    load_formation,
    model_from,
)

CUT_OFF = date(2008, 1, 1)


def test_nothing_from_the_cut_off_on_is_learned_from() -> None:
    world = a_world()
    turned = tuple(
        replace(
            one,
            parties=tuple(replace(p, in_cabinet=not p.in_cabinet, head=False) for p in one.parties),
        )
        if one.start >= CUT_OFF
        else one
        for one in world
    )
    kept = tuple(one for one in world if one.start < CUT_OFF)
    told = document_of(learn_until(world, (), CUT_OFF))
    assert told == document_of(learn_until(turned, (), CUT_OFF))
    assert told == document_of(learn_until(kept, (), CUT_OFF))
    assert told["formations"] == len([one for one in kept if not one.caretaker])


def test_a_model_is_read_as_it_was_written() -> None:
    document = document_of(load_formation(date(2019, 9, 14)))
    assert document_of(model_from(document)) == document
    with pytest.raises(UsageError, match="learn_formation"):
        model_from({"schema": "other/1"})


@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2004, 7, 1), date(2019, 9, 14)])
def test_a_forecast_gets_the_newest_model_that_saw_nothing_of_its_day(day: date) -> None:
    model = load_formation(day)
    assert model.cut_off <= day
    assert day - model.cut_off < timedelta(days=370)
    assert all(one.known < model.cut_off for one in model.parliaments)


def test_before_the_oldest_model_there_is_nothing_to_learn_from() -> None:
    with pytest.raises(NotEnoughPollsError, match="1990-01-01"):
        load_formation(date(1989, 12, 31))


@pytest.mark.slow
def test_a_shipped_model_is_what_the_script_learns() -> None:
    cabinets = built_in_cabinets("")
    shipped = load_formation(date(2004, 1, 1))
    again = document_of(learn_until(cabinets, built_in_pledges(cabinets), shipped.cut_off))
    told = document_of(shipped)
    for part in ("coalition", "head", "words"):
        assert again[part] == pytest.approx(told[part], abs=1e-3)
    assert again["parliaments"] == told["parliaments"]
    assert again["deadlock"] == pytest.approx(told["deadlock"], abs=1e-3)


def test_the_history_of_the_flagship_is_five_failures_and_one_of_its_own() -> None:
    history = history_on("il", date(2019, 9, 14), load_formation(date(2019, 9, 14)).parliaments)
    assert history.since == date(2010, 1, 1)
    assert history.failed == 5
    assert (history.own_parliaments, history.own_failed) == (3, 1)
    assert 0.05 < history.base_rate < 0.2


def test_a_harder_house_fails_more_often_when_the_past_says_so() -> None:
    told = learn_deadlock([0.0] * 10 + [2.0] * 40, [True] * 5 + [False] * 45, 0.1)
    blind = learn_deadlock([0.0, 2.0] * 25, [True, True, *[False] * 48], 0.04)
    assert told.slope > blind.slope


def test_what_came_of_a_house_is_known_when_the_next_vote_is_called() -> None:
    failed = [one for one in hung_parliaments(built_in_cabinets("il")) if one.days is None]
    assert [one.election for one in failed] == ["il-2019-04", "il-2019-09"]
    assert failed[0].known < date(2019, 9, 13)
