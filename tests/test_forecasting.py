"""The whole way, on the flagship: honest time, determinism, and seats that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from formateur import api
from formateur.errors import NotEnoughPollsError, UsageError
from formateur.facts import Election
from formateur.folder import builtin_elections, open_election
from formateur.forecasting import Forecast, make_forecast
from formateur.law import Law
from formateur.votes import reference_for

DAY = date(2019, 9, 14)
LATER = DAY + timedelta(days=1)


@pytest.fixture(scope="module")
def flagship() -> tuple[Election, Law]:
    return open_election("il-2019-09")


def forecast_of(election: Election, law: Law, seed: int = 1) -> Forecast:
    return make_forecast(election, law, DAY, reference_for(DAY), draws=2000, seed=seed)


def with_other_later_facts(election: Election) -> Election:
    """Change everything that became known after the day: dropped, added to, or turned round."""
    later_poll = next(poll for poll in election.polls if poll.known_from > DAY)
    early_poll = next(poll for poll in election.polls if poll.known_from <= DAY)
    added_poll = replace(
        later_poll, id="added", readings=early_poll.readings, kind="poll", fieldwork_end=LATER
    )
    statement = election.statements[0]
    event = election.events[0]
    motion = election.motions[0]
    return replace(
        election,
        lists=(
            *election.lists,
            replace(election.lists[0], id="newcomer", name="Newcomer", founded=LATER),
        ),
        polls=(added_poll, *(p for p in election.polls if p.known_from <= DAY)),
        statements=(
            replace(statement, id="added", date=LATER),
            *(s for s in election.statements if s.date <= DAY),
        ),
        events=(
            replace(event, id="added", date=LATER),
            *(e for e in election.events if e.date <= DAY),
        ),
        motions=(
            replace(motion, id="added", first_raised=LATER),
            *(
                replace(m, positions=tuple(p for p in m.positions if p.date <= DAY))
                for m in election.motions
                if m.first_raised <= DAY
            ),
        ),
        calendar=tuple(step for step in election.calendar if step.date <= election.date),
        results=tuple(replace(r, share=100 - r.share, seats=1) for r in election.results),
    )


def test_nothing_later_moves_the_forecast(flagship: tuple[Election, Law]) -> None:
    election, law = flagship
    known = api.report(forecast_of(election, law)).to_json()
    changed = api.report(forecast_of(with_other_later_facts(election), law)).to_json()
    assert known == changed


def test_an_earlier_fact_does_move_it(flagship: tuple[Election, Law]) -> None:
    election, law = flagship
    a_week_before = DAY - timedelta(days=7)
    older = replace(
        election, polls=tuple(p for p in election.polls if p.known_from <= a_week_before)
    )
    base = forecast_of(election, law)
    assert forecast_of(older, law).run != base.run
    assert not np.array_equal(forecast_of(older, law).votes.values, base.votes.values)


def test_same_seed_same_bytes(flagship: tuple[Election, Law]) -> None:
    first, again, other = (forecast_of(*flagship, seed=seed) for seed in (1, 1, 2))
    assert api.report(first).to_json() == api.report(again).to_json()
    assert first.run != other.run
    assert not np.array_equal(first.parliament.values, other.parliament.values)


def test_order_of_polls_in_the_file_changes_no_figure(flagship: tuple[Election, Law]) -> None:
    election, law = flagship
    turned = replace(election, polls=election.polls[::-1])
    base = forecast_of(election, law)
    assert np.array_equal(forecast_of(turned, law).parliament.values, base.parliament.values)


@pytest.mark.parametrize("name", builtin_elections())
def test_seats_fill_the_house_in_every_draw(name: str) -> None:
    election, _ = open_election(name)
    made = api.forecast(name, as_of=election.date - timedelta(days=3), draws=1000)
    assert (made.parliament.values.sum(axis=1) == made.rules.seats).all()
    assert np.allclose(made.votes.values.sum(axis=1), 1)


@pytest.mark.parametrize("name", builtin_elections())
def test_after_the_vote_the_seats_are_the_result(name: str) -> None:
    election, _ = open_election(name)
    made = api.forecast(name, as_of=election.date + timedelta(days=1), draws=10)
    won = {result.list: result.seats for result in election.results if result.seats}
    assert made.counted
    for list_id, seats in won.items():
        assert (made.parliament[list_id] == seats).all()
    assert made.parliament.values[0].sum() == made.rules.seats
    document = api.report(made).document
    assert document.basis == "result"
    assert "official result" in document.notes[0]


def test_on_election_day_the_result_is_not_known() -> None:
    assert not api.forecast("il-2019-09", as_of="2019-09-17", draws=10).counted


def test_before_the_first_poll_there_is_nothing_to_forecast_from() -> None:
    with pytest.raises(NotEnoughPollsError, match="no polls yet"):
        api.forecast("il-2019-09", as_of="2019-05-20")


def test_the_flagship_makes_sense_to_someone_who_followed_that_election() -> None:
    """Two lists about 32 seats, no bloc at 61, Yisrael Beiteinu pivotal, Otzma Yehudit open."""
    document = api.report(api.forecast("il-2019-09", as_of=DAY, draws=20_000)).document
    lists = {one.id: one for one in document.lists}
    likud, blue_white = lists["likud"].seats, lists["blue_white"].seats
    assert abs(likud.q50 - blue_white.q50) <= 2
    assert 30 <= likud.q50 <= 34
    assert 30 <= blue_white.q50 <= 34
    assert all(bloc.p_majority < 0.5 and bloc.seats.q50 < 61 for bloc in document.blocs)
    blocs = {bloc.id: bloc for bloc in document.blocs}
    for bloc in ("government", "opposition"):
        assert blocs[bloc].p_majority_with["yisrael_beiteinu"] > 0.5
    assert 0.2 < lists["otzma_yehudit"].p_threshold < 0.8
    treaty = next(event for event in document.events if event.kind == "defence-treaty")
    assert not treaty.identified
    pledge = next(event for event in document.events if "annex the Jordan" in event.title)
    assert pledge.polls_after == 6
    motion = next(m for m in document.motions if m.id == "mutual-defence-treaty-us")
    stands = {position.list: position.position for position in motion.positions}
    assert stands["likud"] == "support"
    assert stands["blue_white"] == "oppose"
    assert motion.p_if_unknown_oppose < motion.p_carried < motion.p_if_unknown_support


def test_the_april_result_as_known_five_months_earlier() -> None:
    """On 10 April 2019 Likud and Blue and White stood at 35 seats each."""
    seats = api.forecast("il-2019-04", as_of="2019-04-10", draws=10).parliament
    assert seats["likud"][0] == seats["blue_white"][0] == 35


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ({"draws": 0}, "draws"),
        ({"draws": 1.5}, "draws"),
        ({"draws": True}, "draws"),
        ({"seed": -1}, "seed"),
        ({"seed": None}, "seed"),
        ({"as_of": 123}, "123"),
        ({"as_of": "14 September"}, "14 September"),
    ],
)
def test_settings_that_cannot_be_are_refused(settings: dict[str, Any], word: str) -> None:
    with pytest.raises(UsageError, match=word):
        api.forecast("il-2019-09", **{"as_of": DAY, **settings})


def test_a_moment_of_the_day_is_the_day() -> None:
    noon = datetime(2019, 9, 14, 12)  # noqa: DTZ001 - a reader's own clock
    assert api.forecast("il-2019-09", as_of=noon, draws=10).day == DAY


def test_an_unknown_motion_names_the_known_ones() -> None:
    made = api.forecast("il-2019-09", as_of=DAY, draws=10)
    with pytest.raises(UsageError, match="mutual-defence-treaty-us"):
        made.motion("peace")


def test_a_joint_question_is_a_filter_over_draws() -> None:
    """Draw k of the seats belongs to draw k of the votes: a list with most votes has most seats."""
    made = api.forecast("il-2019-09", as_of=DAY, draws=2000)
    ahead = made.votes["likud"] > made.votes["blue_white"] + 0.02
    assert (made.parliament["likud"][ahead] >= made.parliament["blue_white"][ahead]).all()


def test_another_error_table_is_another_run(flagship: tuple[Election, Law]) -> None:
    election, law = flagship
    older = make_forecast(election, law, DAY, reference_for(date(2018, 6, 1)), draws=10)
    newer = make_forecast(election, law, DAY, reference_for(DAY), draws=10)
    assert older.run != newer.run
