"""Where lists stand, and how sure that is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from factories import a_motion, a_position

from formateur.motions import standings
from formateur.motions.standing import FLIP_RANGE, Standing, vary

PLACES = {"left": 2.0, "near_left": 2.5, "middle": 5.0, "near_right": 7.5, "right": 8.0}


def stand(*taken: str, basis: str = "stated") -> dict[str, Standing]:
    positions = [a_position("right", "support"), a_position("left", "oppose")]
    if basis == "inferred":
        positions = [replace(one, basis="inferred") for one in positions]
    found = standings(a_motion(*positions), (*PLACES, "nowhere", *taken), PLACES)
    return {one.list: one for one in found}


def test_a_word_is_kept_in_nine_of_ten_and_what_is_inferred_in_three_of_four() -> None:
    stated, inferred = stand(), stand(basis="inferred")
    assert (stated["right"].p_for, stated["right"].p_not_against) == pytest.approx((0.9, 0.95))
    assert (stated["left"].p_for, stated["left"].p_not_against) == pytest.approx((0.05, 0.1))
    assert inferred["right"].p_for == pytest.approx(0.75)
    assert inferred["right"].ground == "inferred"


def test_a_silent_list_leans_to_its_neighbours_and_is_never_surer_than_an_inferred_one() -> None:
    found = stand()
    assert 0.6 < found["near_right"].p_for <= 0.75
    assert 0.25 <= found["near_left"].p_for < 0.4
    assert (found["middle"].p_for, found["middle"].ground) == (0.5, "coin")
    assert (found["nowhere"].p_for, found["nowhere"].ground) == (0.5, "coin")
    assert all(found[one].position == "unknown" for one in ("near_right", "middle"))


def test_what_may_be_meant_as_well_stays_in_its_bounds() -> None:
    rng = np.random.default_rng(4)
    found = stand()
    stated = [vary(found["right"], rng)[0] for _ in range(200)]
    assert 1 - FLIP_RANGE[1] <= min(stated) < max(stated) <= 1 - FLIP_RANGE[0]
    leaning = [vary(found["near_right"], rng)[0] for _ in range(2000)]
    assert 0 < min(leaning) < 0.2
    assert max(leaning) > 0.9
    assert np.mean(leaning) == pytest.approx(found["near_right"].p_for, abs=0.02)
