"""What every allocation must satisfy, whatever the votes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from law_cases import (
    ALLOCATIONS,
    ANY,
    D_HONDT,
    HARE,
    HIGHEST_AVERAGES,
    HOUSES,
    REAL,
    Votes,
    drawn_by_lot,
    last_seat_of,
    national,
    rules,
    votes_of,
)

from formateur.law import Rules


def each_unless(*left_out: str, because: str) -> pytest.MarkDecorator:
    """Every registered way to give out seats but those that promise otherwise."""
    assert because
    assert set(left_out) <= set(ALLOCATIONS)
    return pytest.mark.parametrize(
        "allocation", [one for one in ALLOCATIONS if one not in left_out]
    )


every_allocation = pytest.mark.parametrize("allocation", ALLOCATIONS)
every_divisor = pytest.mark.parametrize("allocation", HIGHEST_AVERAGES)


@every_allocation
@given(votes=ANY, house=HOUSES, seed=st.integers(0, 3))
def test_house_size_is_kept(allocation: str, votes: Votes, house: int, seed: int) -> None:
    seats = national(rules(allocation, seats=house), votes, seed=seed).seats
    assert sum(seats.values()) == house
    assert min(seats.values()) >= 0


@each_unless(
    "largest-remainder:hare-rounded-up",
    "largest-remainder:hare-rounded-down",
    "largest-remainder:hagenbach-bischoff-rounded",
    because="a quota is rounded",
)
@given(votes=ANY, house=HOUSES, factor=st.integers(2, 1000))
def test_scale_does_not_matter(allocation: str, votes: Votes, house: int, factor: int) -> None:
    scaled = {name: number * factor for name, number in votes.items()}
    one, other = (national(rules(allocation, seats=house), each) for each in (votes, scaled))
    assert one.seats == other.seats


@every_allocation
@given(votes=ANY, house=HOUSES)
def test_names_do_not_matter(allocation: str, votes: Votes, house: int) -> None:
    made = rules(allocation, seats=house)
    allocation_made = national(made, votes)
    assume(not drawn_by_lot(allocation_made))
    reversed_votes = dict(reversed(votes.items()))
    assert national(made, reversed_votes).seats == allocation_made.seats


@every_divisor
@given(votes=ANY, house=HOUSES, more=st.integers(1, 10_000), data=st.data())
def test_more_votes_never_cost_a_seat(
    allocation: str, votes: Votes, house: int, more: int, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(votes)))
    made = rules(allocation, seats=house)
    before = national(made, votes)
    after = national(made, votes | {name: votes[name] + more})
    assume(not drawn_by_lot(before))
    assert after.seats[name] >= before.seats[name]


@every_divisor
@given(votes=ANY, house=HOUSES, data=st.data())
def test_two_lists_share_their_seats_as_if_alone(
    allocation: str, votes: Votes, house: int, data: st.DataObject
) -> None:
    """Coherence: what is fair for all is fair for any two."""
    assume(len(votes) > 1)
    whole = national(rules(allocation, seats=house), votes)
    assume(not whole.ties)
    pair = data.draw(st.lists(st.sampled_from(sorted(votes)), min_size=2, max_size=2, unique=True))
    seats = {name: whole.seats[name] for name in pair}
    assume(sum(seats.values()) > 0)
    own = {name: votes[name] for name in pair}
    alone = national(rules(allocation, seats=sum(seats.values())), own)
    assert alone.ties or alone.seats == seats


@every_divisor
@given(votes=ANY, house=HOUSES)
def test_larger_house_never_costs_a_seat(allocation: str, votes: Votes, house: int) -> None:
    small = national(rules(allocation, seats=house), votes)
    large = national(rules(allocation, seats=house + 1), votes)
    assume(not drawn_by_lot(small) and not drawn_by_lot(large))
    assert all(large.seats[name] >= small.seats[name] for name in votes)


@given(votes=ANY, house=HOUSES)
def test_d_hondt_gives_at_least_the_whole_part_of_the_quota(votes: Votes, house: int) -> None:
    seats = national(rules(D_HONDT, seats=house), votes).seats
    total = sum(votes.values())
    assert all(seats[name] >= votes[name] * house // total for name in votes)


@given(votes=ANY, house=HOUSES)
def test_largest_remainder_keeps_within_the_quota(votes: Votes, house: int) -> None:
    seats = national(rules(HARE, seats=house), votes).seats
    total = sum(votes.values())
    assert all(abs(seats[name] - Fraction(votes[name] * house, total)) < 1 for name in votes)


def statute_divisor(allocation: str, seats: int) -> Fraction:
    """The divisors as the statutes write them."""
    if allocation == D_HONDT:
        return Fraction(seats + 1)
    first = allocation.partition("sainte-lague")[2].removeprefix("-") or "1"
    return Fraction(first) if seats == 0 else Fraction(2 * seats + 1)


@pytest.mark.parametrize(
    "allocation", [one for one in HIGHEST_AVERAGES if "sainte-lague" in one or one == D_HONDT]
)
@given(votes=ANY, house=HOUSES)
def test_no_seat_could_go_to_a_higher_average(allocation: str, votes: Votes, house: int) -> None:
    seats = national(rules(allocation, seats=house), votes).seats
    last = min(
        votes[name] / statute_divisor(allocation, won - 1) for name, won in seats.items() if won
    )
    first_out = max(votes[name] / statute_divisor(allocation, seats[name]) for name in votes)
    assert last >= first_out


@every_allocation
@given(votes=REAL, house=HOUSES)
def test_last_seat_is_missed_by_exactly_that_many_votes(
    allocation: str, votes: Votes, house: int
) -> None:
    made = rules(allocation, seats=house)
    before = national(made, votes)
    last = last_seat_of(before)
    assume(last is not None)
    assert last is not None
    (name,) = last.runner_up
    ahead = national(made, votes | {name: votes[name] + last.votes_missing})
    assert ahead.seats[name] > before.seats[name]
    short = national(made, votes | {name: votes[name] + last.votes_missing - 1})
    assert short.seats[name] == before.seats[name] or short.ties


def by_two_rounds(votes: Votes, pairs: list[tuple[str, str]], made: Rules) -> Votes:
    """Sections 81 and 82 of the Knesset Elections Law, word by word."""
    quota = sum(votes.values()) // made.seats
    seats = {name: number // quota for name, number in votes.items()}
    partner = {name: pair for pair in pairs for name in pair}
    groups = list(dict.fromkeys(partner.get(name, (name,)) for name in votes))
    won = {group: sum(seats[name] for name in group) for group in groups}
    while sum(won.values()) < made.seats:
        best = max(groups, key=lambda group: Fraction(sum(votes[n] for n in group), won[group] + 1))
        won[best] += 1
    for group in groups:
        while sum(seats[name] for name in group) < won[group]:
            best_list = max(group, key=lambda name: Fraction(votes[name], seats[name] + 1))
            seats[best_list] += 1
    return seats


@given(votes=votes_of(st.integers(15_000, 2_000_000)), pairs=st.integers(0, 4))
def test_two_rounds_of_the_statute_are_d_hondt(votes: Votes, pairs: int) -> None:
    names = list(votes)
    agreed = list(zip(names[::2], names[1::2], strict=False))[:pairs]
    made = rules(D_HONDT, agreements=True)
    allocation = national(made, votes, agreed)
    assume(not allocation.ties)
    assert allocation.seats == by_two_rounds(votes, agreed, made)
