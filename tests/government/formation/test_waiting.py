from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from cabinet_world import a_cabinet, a_world

from formateur.evaluation import crps_of_draws
from formateur.government.formation import Waits, expected_waits, house_measures, hung_parliaments

HUNG = {"left": 40, "centre": 25, "right": 35}


def test_the_score_of_equal_weights_is_that_of_draws() -> None:
    days = np.array([3.0, 10.0, 11.0, 40.0])
    waits = Waits(days, np.full(4, 0.25))
    for observed in (0.0, 10.0, 25.0, 60.0):
        assert waits.crps(observed) == pytest.approx(crps_of_draws(days, observed))


def test_quantiles_and_chances_of_waits() -> None:
    waits = Waits(np.array([5.0, 20.0, 90.0]), np.array([0.5, 0.3, 0.2]))
    assert [waits.quantile(level) for level in (0.1, 0.5, 0.6, 1.0)] == [5, 5, 20, 90]
    assert waits.by(20) == pytest.approx(0.8)


def test_a_house_with_caretakers_only_has_brought_no_government() -> None:
    failed = a_cabinet("xx-2000", date(2000, 3, 1), HUNG, ["left"], caretaker=True)
    formed = a_cabinet("xx-2001", date(2001, 3, 1), HUNG, ["left", "centre"], waited=45)
    first, second = hung_parliaments([failed, formed])
    assert (first.days, second.days) == (None, 45)
    assert first.known == formed.election_date - timedelta(days=30)
    assert hung_parliaments([failed]) == (), "it may still bring one"


def test_a_house_with_a_majority_is_not_hung() -> None:
    assert (
        hung_parliaments(
            [a_cabinet("xx-2000", date(2000, 3, 1), {"left": 60, "right": 40}, ["left"])]
        )
        == ()
    )


def test_a_country_that_takes_long_is_expected_to() -> None:
    past = []
    for k in range(8):
        for country, waited in (("aa", 10), ("bb", 80)):
            start = date(1990 + 3 * k, 5, 1)
            past.append(
                a_cabinet(f"{country}-{start.year}", start, HUNG, ["left", "centre"], waited=waited)
            )
    known = hung_parliaments(past)
    measures = house_measures(list(HUNG.values()), [2.0, 5.0, 8.0])
    quick = expected_waits("aa", measures, date(2016, 1, 1), known)
    slow = expected_waits("bb", measures, date(2016, 1, 1), known)
    assert quick.quantile(0.5) == pytest.approx(10)
    assert slow.quantile(0.5) == pytest.approx(80)
    assert quick.weights.sum() == pytest.approx(1)
    assert (np.diff(quick.days) >= 0).all()


def test_effective_parties_and_polarisation() -> None:
    count, spread = house_measures([50, 50], [2.0, 8.0])
    assert np.exp(count) == pytest.approx(2)
    assert spread == pytest.approx(3)


def test_waits_are_of_the_past_that_is_given() -> None:
    past = hung_parliaments(a_world())
    measures = (1.2, 2.0)
    waits = expected_waits("aa", measures, date(2030, 1, 1), past)
    doubled = [replace(one, days=2 * (one.days or 0)) for one in past]
    assert expected_waits("aa", measures, date(2030, 1, 1), doubled).quantile(0.5) > waits.quantile(
        0.5
    )
