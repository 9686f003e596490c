"""What past campaigns show at dates without events: nothing later, and where it is kept."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest

from formateur.errors import NotEnoughPollsError, UsageError
from formateur.shipped import shipped_by_cut_off
from formateur.votes.events.learned import (
    KIND,
    Band,
    load_placebos,
    placebos_document,
    placebos_from,
)
from formateur.votes.events.learning import FEWEST_ELECTIONS, PastDates, learn_placebos


def some_dates(year: int, size: float = 1.0) -> PastDates:
    surprise = size * np.linspace(-2.0, 2.0, 21)
    return PastDates(f"xx-{year}", date(year, 6, 1), np.arange(1, 22), surprise)


def test_every_shipped_file_reads_back_as_it_is() -> None:
    for cut_off, file in shipped_by_cut_off(KIND).items():
        document = json.loads(file.read_text(encoding="utf-8"))
        learned = placebos_from(document)
        assert json.loads(json.dumps(placebos_document(learned))) == document
        assert learned.cut_off == cut_off
        assert all(list(band.surprise) == sorted(band.surprise) for band in learned.bands)


def test_a_day_sees_the_newest_file_before_it() -> None:
    assert load_placebos(date(2019, 9, 14)).cut_off == date(2019, 1, 1)
    with pytest.raises(NotEnoughPollsError, match="without events"):
        load_placebos(date(1960, 1, 1))


def test_campaigns_from_the_cut_off_on_do_not_count() -> None:
    early = [some_dates(year) for year in range(2000, 2010)]
    late = [some_dates(year, 9.0) for year in range(2010, 2020)]
    cut_off = date(2010, 1, 1)
    alone = learn_placebos(early, cut_off, ())
    assert learn_placebos([*early, *late], cut_off, ()) == alone
    assert learn_placebos(late, date(2030, 1, 1), ()) != alone
    assert [band.until for band in alone.bands] == [3, 7, 14, 30]
    assert alone.bands[0].elections == 10


def test_bands_of_few_campaigns_are_left_out() -> None:
    few = [some_dates(year) for year in range(2000, 2000 + FEWEST_ELECTIONS - 1)]
    assert learn_placebos(few, date(2030, 1, 1), ()).bands == ()


def test_the_share_of_dates_at_which_as_much_shows() -> None:
    band = Band(until=7, elections=9, dates=999, surprise=tuple(k / 10 for k in range(41)))
    assert band.p_value(0.0) == 1.0
    assert band.p_value(-2.0) == pytest.approx(0.5, abs=1e-3)
    assert band.p_value(99.0) == pytest.approx(0.001)


def test_another_schema_is_refused() -> None:
    with pytest.raises(UsageError, match="learn_events"):
        placebos_from({"schema": "formateur/learned-reference/1"})
