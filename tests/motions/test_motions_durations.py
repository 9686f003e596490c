"""How long comparable treaties took."""

from __future__ import annotations

from datetime import date

import pytest

from formateur.errors import DataError
from formateur.facts import Treaty
from formateur.folder.treaties import built_in_treaties, read_treaties
from formateur.motions import durations


def a_treaty(signed: date, in_force: date | None = None) -> Treaty:
    return Treaty(
        id=f"t{signed}",
        name="Treaty",
        negotiation=None,
        signed=signed,
        approved=None,
        approved_by="",
        in_force=in_force,
        source="A treaty series",
    )


def test_days_are_counted_where_both_are_known_and_past() -> None:
    treaties = (
        a_treaty(date(1950, 1, 1), date(1950, 1, 31)),
        a_treaty(date(1951, 1, 1), date(1951, 1, 11)),
        a_treaty(date(1952, 1, 1)),
        a_treaty(date(2020, 1, 1), date(2020, 2, 1)),
    )
    took = {(one.begin, one.end): one.days for one in durations(treaties, date(2019, 9, 14))}
    assert took["signed", "in_force"] == (10, 30)
    assert took["negotiation", "signed"] == ()


def test_built_in_treaties_go_their_way_in_order_and_name_their_sources() -> None:
    treaties = built_in_treaties()
    assert len(treaties) >= 15
    assert len({one.id for one in treaties}) == len(treaties)
    for one in treaties:
        moments = [one.negotiation, one.signed, one.approved, one.in_force]
        known = [moment for moment in moments if moment]
        assert known == sorted(known), one.id
        assert one.signed.year >= 1945
        assert one.source
        assert bool(one.approved) == bool(one.approved_by)


def test_a_day_that_cannot_be_is_refused_with_its_line() -> None:
    text = (
        "id,name,negotiation,signed,approved,approved_by,in_force,note,source\n"
        "x,X,,1950-13-01,,,,,S\n"
    )
    with pytest.raises(DataError, match=r"treaties.csv.*2.*1950-13-01"):
        read_treaties(text)
