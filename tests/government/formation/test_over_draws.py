from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from cabinet_world import a_world
from hypothesis import given, settings
from hypothesis import strategies as st

from formateur.government.formation import (
    chances,
    chances_with_words,
    formations_of,
    head_chances,
    lesson_of,
    scene_before,
)
from formateur.government.formation.learned import load_formation
from formateur.government.formation.over_draws import Averaged, average_over_draws
from formateur.government.formation.words import Word, spoken

MODEL = load_formation(date(2019, 9, 14))
LESSONS = [lesson_of(one) for one in formations_of(a_world())]
SAID = (
    Word(id="a", speaker=1, effect="excludes", others=(2,)),
    Word(id="b", speaker=3, effect="excludes", head=0),
    Word(id="c", speaker=2, effect="recommends", head=0),
    Word(id="d", speaker=0, effect="promises", others=(1, 2), all_of=True, strength=0.25),
)


@pytest.mark.parametrize("lesson", LESSONS[::6])
def test_one_draw_is_the_model_on_one_house(lesson: object) -> None:
    one = LESSONS[LESSONS.index(lesson)]  # type: ignore[arg-type]
    formation = one.formation
    house = np.array([formation.cabinet.house])
    averaged = average_over_draws(MODEL, formation.scene, formation.seats[None, :], house)
    expected = chances(MODEL, one)
    assert averaged.coalitions == pytest.approx(expected, abs=1e-9)
    heads = head_chances(MODEL, formation, expected)
    assert averaged.heads[0] == pytest.approx(heads, abs=1e-3)


def test_words_do_in_draws_what_they_do_when_they_are_learned() -> None:
    one = LESSONS[3]
    formation = one.formation
    said = spoken(SAID, formation.seats / formation.cabinet.house)
    house = np.array([formation.cabinet.house])
    averaged = average_over_draws(MODEL, formation.scene, formation.seats[None, :], house, said)
    sure = replace(MODEL, surprise=0.0)
    averaged = average_over_draws(sure, formation.scene, formation.seats[None, :], house, said)
    coalitions, heads = chances_with_words(sure, one, said)
    assert averaged.coalitions == pytest.approx(coalitions, abs=2e-4)
    assert averaged.heads[0] == pytest.approx(heads, abs=2e-3)


def test_draws_are_averaged_and_not_their_seats() -> None:
    formation = LESSONS[0].formation
    seats = np.array([[48, 3, 40, 9], [30, 21, 40, 9]])
    house = np.array([100, 100])
    both = average_over_draws(MODEL, formation.scene, seats, house)
    each = [average_over_draws(MODEL, formation.scene, row[None, :], house[:1]) for row in seats]
    assert both.joint == pytest.approx((each[0].joint + each[1].joint) / 2)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(lambda seats: sum(seats) > 0))
def test_chances_sum_to_one_whatever_the_house(seats: list[int]) -> None:
    scene = LESSONS[5].formation.scene
    averaged = _average(scene_seats=seats, base_rate=0.06)
    assert len(scene.players) == 4
    assert averaged.joint.sum() + averaged.fails.mean() == pytest.approx(1, abs=1e-9)
    without = [mask for mask in range(16) if any(mask >> k & 1 and not seats[k] for k in range(4))]
    assert averaged.coalitions[without].sum() == 0, "nobody without seats governs"


def _average(scene_seats: list[int], base_rate: float = 0.0) -> Averaged:
    scene = LESSONS[5].formation.scene
    seats = np.array([scene_seats])
    return average_over_draws(MODEL, scene, seats, seats.sum(axis=1), base_rate=base_rate)


def test_a_list_alone_governs_alone() -> None:
    averaged = _average([100, 0, 0, 0])
    assert averaged.coalitions[1] == pytest.approx(1)
    assert averaged.heads[0].tolist() == [1, 0, 0, 0]


def test_a_majority_makes_single_party_government_likeliest() -> None:
    averaged = _average([60, 15, 20, 5])
    assert averaged.coalitions.argmax() == 1


def test_a_house_split_in_half_still_adds_up() -> None:
    averaged = _average([50, 0, 50, 0])
    assert averaged.joint.sum() == pytest.approx(1)
    assert averaged.minority > 0, "half of the seats is no majority"


def test_everybody_excluding_everybody_leaves_a_harder_house() -> None:
    formation = LESSONS[5].formation
    share = formation.seats / formation.cabinet.house
    mutual = [
        Word(id=f"{a}{b}", speaker=a, effect="excludes", others=(b,))
        for a in range(4)
        for b in range(4)
        if a != b
    ]
    house = np.array([formation.cabinet.house])
    seats = formation.seats[None, :]
    calm = average_over_draws(MODEL, formation.scene, seats, house, base_rate=0.06)
    tense = average_over_draws(
        MODEL, formation.scene, seats, house, spoken(mutual, share), base_rate=0.06
    )
    assert tense.openness[0] < calm.openness[0] - 0.5
    assert tense.fails[0] > calm.fails[0]
    assert tense.joint.sum() + tense.fails.mean() == pytest.approx(1)


def test_never_under_a_person_does_not_exclude_the_persons_party() -> None:
    """A will not sit under B's head: A with B under A stays as it was, relative to others."""
    scene = scene_before(("a", "b"), [4.0, 6.0], [], "xx-2020", date(2020, 1, 1))
    seats, house = np.array([[45, 55]]), np.array([120])
    word = Word(id="x", speaker=0, effect="excludes", head=1)
    calm = average_over_draws(MODEL, scene, seats, house)
    said = spoken((word,), np.array([0.375, 0.458]))
    tense = average_over_draws(MODEL, scene, seats, house, said)
    assert tense.joint[3, 1] < calm.joint[3, 1]
    assert tense.joint[3, 0] > calm.joint[3, 0]


def test_sixteen_players_are_worked_out() -> None:
    players = tuple(f"p{k}" for k in range(16))
    scene = scene_before(players, [k / 2 for k in range(16)], [], "xx-2020", date(2020, 1, 1))
    seats = np.arange(5, 21)[None, :]
    averaged = average_over_draws(MODEL, scene, seats, seats.sum(axis=1))
    assert averaged.joint.sum() == pytest.approx(1)


def test_cabinets_are_drawn_by_their_chance_under_every_head() -> None:
    """The same house over and over: drawn as often as it is likely, and headed by a member."""
    scene = LESSONS[5].formation.scene
    seats = np.tile([[40, 25, 20, 15]], (4000, 1))
    averaged = average_over_draws(MODEL, scene, seats, seats.sum(axis=1))
    for head in range(4):
        chances = averaged.joint[:, head] / averaged.joint[:, head].sum()
        drawn = np.bincount(averaged.cabinets[:, head], minlength=16) / len(seats)
        assert drawn == pytest.approx(chances, abs=0.01)
        assert (averaged.cabinets[:, head] >> head & 1).all()
