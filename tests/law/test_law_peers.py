"""Other libraries give the same seats, wherever they have the rule and no lot decides."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from interregnum.methods.singlevote.highest_averages import HighestAveragesAllocator
from interregnum.methods.singlevote.largest_remainder import LargestRemainderAllocator
from interregnum.methods.types import Candidate
from law_cases import D_HONDT, HARE, HOUSES, Votes, national, rules, votes_of
from votelib.component.divisor import modified_first_coef, sainte_lague
from votelib.evaluate.proportional import HighestAverages, LargestRemainder
from votelib.evaluate.threshold import RelativeThreshold

SAINTE_LAGUE = "highest-averages:sainte-lague"
HUNTINGTON_HILL = "highest-averages:huntington-hill"
VOTELIB = {
    D_HONDT: HighestAverages("d_hondt"),
    SAINTE_LAGUE: HighestAverages("sainte_lague"),
    f"{SAINTE_LAGUE}-1.2": HighestAverages(modified_first_coef(sainte_lague, Fraction(6, 5))),
    f"{SAINTE_LAGUE}-1.4": HighestAverages(modified_first_coef(sainte_lague, Fraction(7, 5))),
    HARE: LargestRemainder("hare"),
}
Method = HighestAveragesAllocator[str] | LargestRemainderAllocator[str]
INTERREGNUM: dict[str, Method] = {
    D_HONDT: HighestAveragesAllocator[str]("dhondt"),
    SAINTE_LAGUE: HighestAveragesAllocator[str]("sainte_lague"),
    f"{SAINTE_LAGUE}-1.4": HighestAveragesAllocator[str]("sainte_lague_1.4"),
    HARE: LargestRemainderAllocator[str]("hare"),
}
VOTES = st.one_of(votes_of(st.integers(1, 5_000_000)), votes_of(st.integers(1, 40)))


def without_lots(allocation: str, votes: Votes, house: int, threshold: str = "0") -> Votes:
    """Our seats; other libraries resolve ties in their own ways, so ties are left out."""
    made = national(rules(allocation, seats=house, threshold=threshold), votes)
    assume(not made.ties)
    return dict(made.seats)


def interregnum_seats(
    method: Method,
    votes: Votes,
    house: int,
    *,
    held: int = 0,
) -> Votes:
    candidates = [Candidate(name=name, votes=number) for name, number in votes.items()]
    first = [(name, held) for name in votes]
    result = method.calc(candidates, house - held * len(votes), initial_seats=first)
    return {one.name: one.seats for one in result.allocation}


@pytest.mark.parametrize("allocation", VOTELIB)
@given(votes=VOTES, house=HOUSES)
def test_votelib_agrees(allocation: str, votes: Votes, house: int) -> None:
    ours = without_lots(allocation, votes, house)
    theirs = VOTELIB[allocation].evaluate(votes, house)
    assert ours == {name: theirs.get(name, 0) for name in votes}


@pytest.mark.parametrize("allocation", INTERREGNUM)
@given(votes=VOTES, house=HOUSES)
def test_interregnum_agrees(allocation: str, votes: Votes, house: int) -> None:
    ours = without_lots(allocation, votes, house)
    assert ours == interregnum_seats(INTERREGNUM[allocation], votes, house)


@given(votes=VOTES, house=HOUSES)
def test_interregnum_agrees_on_equal_proportions(votes: Votes, house: int) -> None:
    """There everybody has to be given the first seat by hand, and a seat must be left."""
    assume(house > len(votes))
    ours = without_lots(HUNTINGTON_HILL, votes, house)
    method = HighestAveragesAllocator[str]("huntington_hill")
    assert ours == interregnum_seats(method, votes, house, held=1)


@given(votes=VOTES, house=HOUSES, share=st.sampled_from(["1/25", "13/400", "1/10"]))
def test_votelib_agrees_on_thresholds(votes: Votes, house: int, share: str) -> None:
    needed = Fraction(share) * sum(votes.values())
    assume(needed not in votes.values())  # whoever is exactly at the threshold is out there
    stays = RelativeThreshold(Fraction(share)).evaluate(votes)
    assume(stays)
    ours = without_lots(D_HONDT, votes, house, share)
    theirs = VOTELIB[D_HONDT].evaluate({name: votes[name] for name in stays}, house)
    assert ours == {name: theirs.get(name, 0) for name in votes}
