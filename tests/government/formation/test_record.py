from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from cabinet_world import a_cabinet

from formateur.government.formation.record import FADING, before_election, record_of

HOUSE = {"left": 40, "centre": 25, "right": 35}
DAY = date(2010, 1, 1)


def weight(start: date, end: date) -> float:
    years = (end - start).days / 365.25
    middle = (DAY - start).days / 365.25 - years / 2
    return years * math.exp(-middle / FADING)


def test_years_are_added_up_faded_and_without_caretakers() -> None:
    first = a_cabinet("xx-2000", date(2000, 1, 1), HOUSE, ["left", "centre"])
    minded = a_cabinet("xx-2000", date(2003, 1, 1), HOUSE, ["left"], caretaker=True)
    second = a_cabinet("xx-2004", date(2004, 1, 1), HOUSE, ["right"])
    record = record_of(("left", "centre", "right", "new"), [first, minded, second], DAY)
    one, two = weight(first.start, minded.start), weight(second.start, DAY)
    assert record.years == pytest.approx(one + two)
    assert record.minority == record.single == pytest.approx(two)
    assert record.surplus == 0
    assert record.in_office == pytest.approx([one, one, two, 0])
    assert record.as_head == pytest.approx([one, 0, two, 0])
    assert record.in_house == pytest.approx([one + two] * 3 + [0])
    assert record.together[0, 1] == pytest.approx(one)
    assert record.apart[0, 2] == pytest.approx(one + two)
    assert np.allclose(record.together, record.together.T)


def test_more_parties_than_needed_are_a_surplus() -> None:
    wide = a_cabinet("xx-2000", date(2000, 1, 1), HOUSE, ["left", "centre", "right"])
    record = record_of(("left",), [wide], DAY)
    assert record.surplus == record.years > 0


def test_a_country_without_cabinets_has_an_empty_record() -> None:
    record = record_of(("left", "right"), [], DAY)
    assert record.years == 0
    assert not record.together.any()


def test_cabinets_of_the_house_at_hand_and_later_ones_do_not_count() -> None:
    early = a_cabinet("xx-2000", date(2000, 1, 1), HOUSE, ["left"])
    own = a_cabinet("xx-2009", date(2009, 1, 1), HOUSE, ["right"])
    late = a_cabinet("xx-2012", date(2012, 1, 1), HOUSE, ["right"])
    assert before_election([early, own, late], "xx-2009", DAY) == [early]
