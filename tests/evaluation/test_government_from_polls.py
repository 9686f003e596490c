from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from cabinet_world import a_cabinet, a_world
from past_tables import some_past_tables, write_past_tables

from formateur.evaluation.government import (
    FromPolls,
    Row,
    backtest_governments,
    draw_houses,
    standings,
)
from formateur.evaluation.government.drawn_houses import DRAWS, DrawnHouses
from formateur.evaluation.government.from_polls import thoughts_from_polls
from formateur.evaluation.government.national_count import national_rules
from formateur.facts import Cabinet
from formateur.folder import PastElection, read_past_elections
from formateur.government.formation import (
    Formation,
    FormationModel,
    chances,
    formations_of,
    head_chances,
    learn_formation,
    lesson_of,
)

BEFORE = {"a": 30, "b": 20, "c": 42, "d": 8}
AFTER = {"ab": 54, "c": 38, "d": 8}


def polled_cabinets(
    before: Mapping[str, int] = BEFORE, after: Mapping[str, int] = AFTER
) -> tuple[Cabinet, ...]:
    """Two houses of the country whose polls `some_past_tables` holds."""
    return (
        a_cabinet("xx-2010", date(2010, 7, 1), before, ["c", "d"]),
        a_cabinet("xx-2014", date(2014, 7, 1), after, [next(iter(after))]),
    )


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> list[PastElection]:
    folder = tmp_path_factory.mktemp("tables")
    return read_past_elections(write_past_tables(folder, some_past_tables()))


@pytest.fixture(scope="module")
def polled(past: list[PastElection]) -> FromPolls:
    return draw_houses(polled_cabinets(), past)


@pytest.fixture(scope="module")
def rows(polled: FromPolls) -> list[Row]:
    world = (*a_world(countries=3), *polled_cabinets())
    return backtest_governments(world, (), lambda _: None, polled.drawn)


@pytest.fixture(scope="module")
def learned() -> tuple[FormationModel, Formation]:
    lessons = [lesson_of(one) for one in formations_of(a_world())]
    return learn_formation(lessons, (), date(2020, 1, 1)), lessons[-1].formation


def test_houses_are_drawn_around_what_the_polls_say(polled: FromPolls) -> None:
    (houses,) = polled.drawn.values()
    assert houses.seats.shape == (DRAWS, 3)
    assert set(houses.house) == {100}
    assert houses.seats.mean(axis=0) == pytest.approx([53, 37, 8], abs=4)
    assert houses.seats[:, 0].std() > 0.5


def test_houses_do_not_know_the_result(polled: FromPolls, past: list[PastElection]) -> None:
    other = [replace(one, shares={"ab": 0.1, "c": 0.1, "d": 0.8}) for one in past]
    (houses,) = polled.drawn.values()
    (again,) = draw_houses(polled_cabinets(), other).drawn.values()
    assert np.array_equal(houses.seats, again.seats)


def test_a_first_house_has_no_stand_in_for_its_law(polled: FromPolls) -> None:
    assert list(polled.drawn) == ["xx-2014-2014-07-01"]
    ((reason, count),) = polled.left_out.items()
    assert "no built-in law" in reason
    assert count == 1


def test_joint_lists_whose_members_sit_apart_are_left_out(past: list[PastElection]) -> None:
    told = draw_houses(polled_cabinets(after={"a": 30, "b": 24, "c": 38, "d": 8}), past)
    assert not told.drawn
    assert told.left_out["a party of the house did not stand on a list of its own"] == 1


def test_a_house_that_was_not_proportional_has_no_stand_in(past: list[PastElection]) -> None:
    told = draw_houses(polled_cabinets({"a": 15, "b": 5, "c": 78, "d": 2}), past)
    assert not told.drawn


@pytest.mark.parametrize(
    ("country", "chamber", "house", "expected"),
    [
        ("gb", "House of Commons", 650, "winners of constituencies"),
        ("lt", "Seimas", 141, "a part of the house only"),
    ],
)
def test_laws_that_votes_of_the_country_do_not_carry_out_are_refused(
    past: list[PastElection], country: str, chamber: str, house: int, expected: str
) -> None:
    election = replace(past[-1].election, country=country, chamber=chamber)
    seats = {"a": house - 20, "c": 10, "d": 10}
    (formation,) = formations_of([a_cabinet("xx-2014", date(2014, 7, 1), seats, ["a"])])
    told = national_rules(formation, replace(past[-1], election=election))
    assert isinstance(told, str)
    assert expected in told


def test_a_levelled_law_is_counted_as_one_constituency(past: list[PastElection]) -> None:
    election = replace(past[-1].election, country="se", chamber="Riksdag")
    seats = {"a": 149, "c": 100, "d": 100}
    (formation,) = formations_of([a_cabinet("se-2014", date(2014, 10, 1), seats, ["a"])])
    rules = national_rules(formation, replace(past[-1], election=election))
    assert not isinstance(rules, str)
    assert (rules.seats, rules.constituencies, float(rules.threshold)) == (349, "one", 0.04)


def test_polls_that_foretell_the_seats_exactly_leave_the_chances_given_seats(
    learned: tuple[FormationModel, Formation],
) -> None:
    model, formation = learned
    draws = 50
    houses = DrawnHouses(
        np.tile(formation.seats, (draws, 1)), np.full(draws, formation.cabinet.house)
    )
    told = dict(thoughts_from_polls(formation, houses, model, ()))["formation"]
    given = chances(model, lesson_of(formation))
    heads = head_chances(model, formation, given)
    uniform = np.append(0.0, np.full(len(given) - 1, 1 / (len(given) - 1)))
    assert told.coalition == pytest.approx((draws * given + uniform) / (draws + 1), abs=1e-6)
    assert told.head == pytest.approx((draws * heads + 1 / len(heads)) / (draws + 1), abs=2e-3)
    assert told.coalition.sum() == pytest.approx(1)


def test_a_party_that_no_draw_seats_keeps_the_chance_of_one_more_draw(
    learned: tuple[FormationModel, Formation],
) -> None:
    model, formation = learned
    seats = np.tile(formation.seats, (50, 1))
    seats[:, 0] = 0
    houses = DrawnHouses(seats, seats.sum(axis=1))
    told = dict(thoughts_from_polls(formation, houses, model, ()))["formation"]
    with_it = told.coalition[1::2]
    assert with_it == pytest.approx(1 / (51 * (len(told.coalition) - 1)))
    assert told.coalition.sum() == pytest.approx(1)


def test_rows_from_polls_stand_beside_those_given_the_seats(rows: list[Row]) -> None:
    told = {one.model: one for one in rows if one.scheme == "from-polls"}
    assert set(told) == {"reference", "formation", "formation-given-seats"}
    own, given = told["formation"], told["formation-given-seats"]
    assert own.n_coalitions == given.n_coalitions == 7
    assert own.cabinet_id == given.cabinet_id == "xx-2014-2014-07-01"
    assert own.probability != given.probability
    assert told["reference"].probability == pytest.approx(1 / 7)


def test_rows_of_the_other_schemes_stay(rows: list[Row]) -> None:
    world = (*a_world(countries=3), *polled_cabinets())
    before = {
        (one.cabinet_id, one.scheme, one.model): one.probability
        for one in backtest_governments(world, (), lambda _: None)
    }
    kept = [one for one in rows if one.scheme != "from-polls"]
    assert len(kept) == len(before)
    for one in kept:
        assert one.probability == before[one.cabinet_id, one.scheme, one.model]


def test_gains_from_polls_are_over_the_same_model_given_the_seats(rows: list[Row]) -> None:
    hung = [replace(one, hung=True) for one in rows if one.scheme == "from-polls"]
    by = {one.model: one for one in standings(hung)}
    own, given = by["formation"], by["formation-given-seats"]
    assert own.gain.mean == pytest.approx(given.log_loss - own.log_loss)
    assert given.gain.mean == 0


def test_an_election_without_polls_is_not_forecast_from_them(past: list[PastElection]) -> None:
    told = draw_houses(polled_cabinets(), past[:1])
    assert not told.drawn
    assert sum(told.left_out.values()) == 1


def test_what_came_later_is_not_learned_from(polled: FromPolls, rows: list[Row]) -> None:
    """Neither cabinets of the year of the vote nor those after it move a chance."""
    world = [one for one in (*a_world(countries=3), *polled_cabinets()) if one.start.year <= 2014]
    kept = [one for one in world if one.start.year < 2014 or one.election == "xx-2014"]
    told = backtest_governments(kept, (), lambda _: None, polled.drawn)
    before, after = (
        [one.probability for one in some if one.scheme == "from-polls"] for some in (rows, told)
    )
    assert before == after
