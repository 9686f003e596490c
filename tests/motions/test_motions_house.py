"""Houses with their cabinets, new and outgoing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from factories import SOURCE, a_list, a_person, an_election, may, seat_draws

from formateur.facts import Election, Outgoing, PreviousVotes
from formateur.government import would_govern
from formateur.government.formation.learned import load_formation
from formateur.motions import new_house, outgoing_house


def before(**seats: int) -> PreviousVotes:
    return PreviousVotes(lists={"national": seats}, seats=seats, source=SOURCE)


def test_every_cabinet_sits_in_its_house_and_is_led_by_a_member() -> None:
    election = an_election(["a", "b", "c"])
    seats = seat_draws({"a": [45, 50] * 150, "b": [40, 30] * 150, "c": [35, 40] * 150})
    would = would_govern(
        election,
        election.date,
        seats,
        majority=61,
        model=load_formation(date(2026, 1, 1)),
        cabinets=(),
        procedure=None,
        rng=np.random.default_rng(3),
    )
    assert would is not None
    house = new_house(seats, would, 120)
    assert (house.inside <= house.seats).all()
    formed = house.cabinet > 0
    assert (formed == would.timeline.formed).all()
    rows = np.arange(len(house.head))[formed]
    assert (house.inside[rows, house.head[formed]] > 0).all()
    assert (house.inside[~formed] == 0).all()
    assert (house.head[~formed] == -1).all()


def test_without_a_formation_nobody_is_bound() -> None:
    house = new_house(seat_draws({"a": [60], "b": [60]}), None, 120)
    assert house.inside.sum() == 0
    assert house.head.tolist() == [-1]


def merged() -> Election:
    """List a went into ab; c is called d now; e is gone."""
    return replace(
        an_election(
            [
                replace(a_list("a", ended=may(1)), joined="ab"),
                a_list("ab"),
                replace(a_list("d"), previous=("c",)),
            ],
            persons=[a_person("ann", "ab")],
        ),
        previous_votes=before(a=50, c=40, e=30),
        outgoing=Outgoing(head="ann", lists=("ab",), source=SOURCE),
    )


def test_the_outgoing_house_sits_under_the_lists_of_today() -> None:
    house = outgoing_house(merged(), draws=3)
    assert house is not None
    assert dict(zip(house.lists, house.seats[0].tolist(), strict=True)) == {
        "ab": 50,
        "d": 40,
        "e": 30,
    }
    assert house.size == 120
    assert house.inside[2].tolist() == [50, 0, 0]
    assert house.head.tolist() == [0, 0, 0]


def test_seats_of_the_folder_come_before_those_of_the_last_election() -> None:
    election = merged()
    assert election.outgoing is not None
    told = replace(election, outgoing=replace(election.outgoing, seats={"ab": 70, "d": 50}))
    house = outgoing_house(told, draws=1)
    assert house is not None
    assert house.seats.tolist() == [[70, 50]]


@pytest.mark.parametrize(
    "votes", [None, PreviousVotes(lists={"national": {"a": 9}}, source=SOURCE)]
)
def test_an_unknown_outgoing_house_is_none(votes: PreviousVotes | None) -> None:
    assert outgoing_house(replace(an_election("ab"), previous_votes=votes), draws=1) is None
