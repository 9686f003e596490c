from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from factories import SOURCE

from formateur.errors import LawError
from formateur.facts import CalendarStep
from formateur.folder import open_election
from formateur.government.formation import Waits
from formateur.government.procedure import (
    Position,
    Timeline,
    load_procedure,
    position_on,
    procedures,
    read_procedure,
    run_procedure,
)
from formateur.government.procedure.states import Procedure

VOTE = date(2019, 9, 17)
WAITS = Waits(np.array([10.0, 30.0, 50.0, 70.0, 95.0]), np.full(5, 0.2))
IL = load_procedure("il")


def a_step(day: date, step: str, who: str = "") -> CalendarStep:
    return CalendarStep(date=day, step=step, who=who, source=SOURCE)


@pytest.mark.parametrize("name", procedures())
def test_every_procedure_is_sourced_by_paragraph(name: str) -> None:
    procedure = load_procedure(name)
    assert procedure.country == name
    assert procedure.votes
    for state in procedure.states:
        assert len(state.source) > 10
    repeat = procedure.repeat
    assert repeat.least <= repeat.usual <= repeat.most
    assert len({state.id for state in procedure.states}) == len(procedure.states)


def test_the_terms_of_israel_are_those_of_the_basic_law() -> None:
    terms = {state.id: (state.days, state.extension) for state in IL.states}
    assert terms["mandate_1"] == (28, 14)
    assert terms["mandate_2"] == (28, 0)
    assert terms["knesset_21"] == (21, 0)
    assert terms["mandate_3"] == (14, 0)
    assert IL.has_deadline
    assert not load_procedure("nl").has_deadline


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (date(2019, 5, 29), (84, 90)),
        (date(2019, 5, 30), (84, 110)),
        (date(2019, 12, 11), (84, 110)),
        (date(2019, 12, 12), (81, 110)),
    ],
)
def test_a_repeat_election_set_later_widens_no_earlier_range(
    day: date, days: tuple[int, int]
) -> None:
    known = IL.on(day)
    assert (known.repeat.least, known.repeat.most) == days
    assert ("2 March 2020" in known.repeat.source) == (day >= date(2019, 12, 12))
    assert known.on(day) == known


def test_facts_move_the_formation_on() -> None:
    facts, _ = open_election("il-2019-09")
    where = {
        day: IL.states[position_on(IL, facts.calendar, VOTE, day).state].id
        for day in (
            date(2019, 9, 14),
            date(2019, 9, 26),
            date(2019, 10, 22),
            date(2019, 10, 24),
            date(2019, 11, 22),
        )
    }
    assert list(where.values()) == [
        "results",
        "mandate_1",
        "second_choice",
        "mandate_2",
        "knesset_21",
    ]
    here = position_on(IL, facts.calendar, VOTE, date(2019, 10, 24))
    assert here.mandates == ("netanyahu", "gantz")
    assert here.returned == ("netanyahu",)
    assert here.since == date(2019, 10, 23)
    assert position_on(IL, facts.calendar, VOTE, date(2019, 12, 12)).dissolved == date(2019, 12, 12)


def test_a_government_that_is_there_ends_the_search() -> None:
    facts, _ = open_election("il-2021")
    here = position_on(IL, facts.calendar, facts.date, date(2021, 6, 20))
    assert (here.formed, here.head) == (date(2021, 6, 13), "bennett")
    line = run(IL, here, day=date(2021, 6, 20), vote=facts.date)
    assert line.formed.all()
    assert (line.days == 82).all()


def run(
    procedure: Procedure,
    here: Position,
    *,
    fails: float = 0.3,
    day: date = VOTE,
    vote: date = VOTE,
    draws: int = 4000,
) -> Timeline:
    return run_procedure(
        procedure,
        here,
        WAITS,
        np.full(draws, fails),
        vote=vote,
        day=day,
        rng=np.random.default_rng(1),
    )


def test_failures_come_as_often_as_they_should_and_lead_to_a_vote_by_law() -> None:
    line = run(IL, Position(state=0, since=VOTE))
    assert (~line.formed).mean() == pytest.approx(0.3, abs=0.03)
    failed = line.days[~line.formed]
    # 95 days to the end of the 21 days, 14 more with the extension; then 81 to 110 to the vote
    assert failed.min() >= 95 + 81
    assert failed.max() <= 109 + 110
    assert (line.state[~line.formed] == -1).all()
    repeat = line.repeat_day()
    assert repeat is not None
    assert repeat > VOTE + timedelta(days=170)


def test_governments_come_within_the_terms_and_after_today() -> None:
    here = Position(state=4, since=date(2019, 10, 23), mandates=("n", "g"), returned=("n",))
    line = run(IL, here, day=date(2019, 10, 24))
    came = line.days[line.formed]
    assert came.min() > 37
    assert line.deadline == date(2019, 10, 23) + timedelta(days=28 + 21 + 2 + 14 + 7)
    assert line.deadline is not None
    assert came.max() <= (line.deadline - VOTE).days
    assert not line.by(date(2019, 10, 24)).any()


def test_the_longer_nobody_governs_the_likelier_nobody_will() -> None:
    start = run(IL, Position(state=0, since=VOTE))
    later = run(IL, Position(state=2, since=VOTE + timedelta(days=15)), day=VOTE + timedelta(60))
    assert (~later.formed).mean() > (~start.formed).mean()


def test_a_dissolved_house_brings_no_government() -> None:
    here = Position(state=5, since=VOTE, dissolved=VOTE + timedelta(days=86))
    line = run(IL, here, day=VOTE + timedelta(days=87))
    assert not line.formed.any()
    assert line.days.min() >= 86 + 81


def test_where_no_law_ends_it_the_search_may_outlast_everything_known() -> None:
    line = run(load_procedure("nl"), Position(state=2, since=VOTE), day=VOTE + timedelta(days=200))
    assert line.formed.any()
    assert line.days[line.formed].min() > 200
    assert line.deadline is None


def test_an_absolute_majority_does_not_fail() -> None:
    assert run(IL, Position(state=0, since=VOTE), fails=0.0).formed.all()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("schema = 1", "schema"),
        ("not toml", "TOML"),
    ],
)
def test_a_bad_file_is_refused_with_the_place(text: str, place: str) -> None:
    with pytest.raises(LawError, match=place):
        read_procedure(text, "mine")


def test_an_unknown_procedure_is_refused() -> None:
    with pytest.raises(LawError, match="Known: at, be"):
        load_procedure("xx")


def test_a_step_without_a_mandate_is_no_error() -> None:
    steps = [a_step(VOTE + timedelta(days=3), "mandate-expired")]
    here = position_on(IL, steps, VOTE, VOTE + timedelta(days=4))
    assert here.returned == ("",)
