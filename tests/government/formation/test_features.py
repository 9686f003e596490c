from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from cabinet_world import a_cabinet, a_world

from formateur.government.formation import formations_of, scene_before
from formateur.government.formation.features import (
    FEATURES,
    feature_matrix,
    fixed_features,
    seated_features,
)
from formateur.government.formation.head import head_features, median_player

BEFORE = a_cabinet(
    "xx-2000", date(2000, 1, 1), {"left": 45, "centre": 15, "right": 40}, ["left", "centre"]
)
DAY = date(2004, 1, 1)
PLAYERS = ("left", "centre", "right")
SCENE = scene_before(PLAYERS, [2.0, 5.0, 8.0], [BEFORE], "xx-2004", DAY)
SEATS = np.array([38, 20, 42])
LEFT, CENTRE, RIGHT = 0b001, 0b010, 0b100


def test_what_is_known_of_the_players() -> None:
    assert SCENE.outgoing.tolist() == [True, True, False]
    assert SCENE.outgoing_head.tolist() == [True, False, False]
    assert SCENE.outgoing_complete
    assert SCENE.share_before == pytest.approx([0.45, 0.15, 0.40])


def test_features_that_the_seats_do_not_change() -> None:
    fixed = fixed_features(SCENE)
    assert fixed["outgoing_again"].tolist() == [0, 0, 0, 1, 0, 0, 0, 0]
    assert fixed["range"][LEFT | RIGHT] == pytest.approx(0.6)
    assert fixed["range"][CENTRE] == 0
    assert fixed["further_members"][0b111] == 2
    assert fixed["never_in_office"][RIGHT] == 1, "four years in the house, none in office"
    assert fixed["never_in_office"][LEFT | CENTRE] == 0
    assert fixed["familiarity"][LEFT | CENTRE] > 0 > fixed["familiarity"][LEFT | RIGHT]
    assert fixed["extreme"][LEFT | RIGHT] == pytest.approx(1.0)


def test_features_that_hang_on_the_seats() -> None:
    seated = seated_features(SCENE, SEATS, 100)
    assert seated["minority"].tolist() == [1, 1, 1, 0, 1, 0, 0, 0]
    assert seated["short"][RIGHT] == pytest.approx(0.08)
    assert seated["minimal"].tolist() == [0, 0, 0, 1, 0, 1, 1, 0]
    assert seated["surplus"][0b111] == pytest.approx(0.5)
    assert seated["gain"][LEFT | CENTRE] == pytest.approx(-0.02)
    assert seated["lead"][RIGHT] == pytest.approx(0.4)
    assert seated["lead"][LEFT] == 0
    assert seated["head_gain"][LEFT] == pytest.approx(-0.7)
    assert seated["left_between"][LEFT | RIGHT] == 1
    assert seated["side_short"][LEFT] == pytest.approx(0.12), "nobody stands left of it"
    assert seated["side_short"][RIGHT] == pytest.approx(0.08)


def test_half_of_an_even_house_is_no_majority() -> None:
    scene = scene_before(("a", "b"), [None, None], [], "xx-2004", DAY)
    seated = seated_features(scene, np.array([50, 50]), 100)
    assert seated["minority"].tolist() == [1, 1, 1, 0]
    assert seated["minimal"].tolist() == [0, 0, 0, 1]


def test_every_feature_has_a_column_and_every_coalition_a_row() -> None:
    matrix = feature_matrix(SCENE, SEATS, 100)
    assert matrix.shape == (7, len(FEATURES))
    assert np.isfinite(matrix).all()


def test_the_order_of_the_players_does_not_matter() -> None:
    turned = scene_before(PLAYERS[::-1], [8.0, 5.0, 2.0], [BEFORE], "xx-2004", DAY)
    matrix = feature_matrix(SCENE, SEATS, 100)
    other = feature_matrix(turned, SEATS[::-1], 100)
    mirrored = [0b100, 0b010, 0b110, 0b001, 0b101, 0b011, 0b111]
    assert matrix == pytest.approx(other[[mask - 1 for mask in mirrored]])


def test_the_head_is_chosen_among_the_members() -> None:
    rows = head_features(SCENE, SEATS, LEFT | CENTRE)
    assert rows[:, 0] == pytest.approx([38 / 58, 20 / 58])
    assert rows[:, 1].tolist() == [1, 0]
    assert rows[:, 2].tolist() == [0, 1], "the centre holds the median seat"
    assert median_player(SCENE.position, np.array([51, 20, 29])) == 0


def test_nothing_later_than_election_day_is_looked_at() -> None:
    world = a_world()
    cut = date(2005, 1, 1)
    early = tuple(one for one in world if one.start < cut)
    before = formations_of(early)
    again = [one for one in formations_of(world) if one.cabinet.start < cut]
    for one, other in zip(before, again, strict=True):
        assert feature_matrix(one.scene, one.seats, 100) == pytest.approx(
            feature_matrix(other.scene, other.seats, 100)
        )
