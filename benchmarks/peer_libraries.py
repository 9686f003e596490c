"""Other libraries behind one form: votes and seats in, seats out, one election at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from apportionment.methods import compute
from apportionpy.apportionment import Apportion
from interregnum.methods.singlevote.highest_averages import HighestAveragesAllocator
from interregnum.methods.singlevote.largest_remainder import LargestRemainderAllocator
from interregnum.methods.types import Candidate
from votelib.evaluate.proportional import HighestAverages, LargestRemainder

Peer = Callable[[Sequence[int], int], Sequence[int]]
"""From votes by list and seats in the house to seats by list."""


def votelib(method: HighestAverages | LargestRemainder) -> Peer:
    """Return votelib's count by a method."""

    def count(votes: Sequence[int], house: int) -> Sequence[int]:
        won = method.evaluate(dict(enumerate(votes)), house)
        return [won.get(one, 0) for one in range(len(votes))]

    return count


def interregnum(
    method: HighestAveragesAllocator[int] | LargestRemainderAllocator[int],
) -> Peer:
    """Return interregnum's count by a method."""

    def count(votes: Sequence[int], house: int) -> Sequence[int]:
        candidates = [Candidate(name=name, votes=own) for name, own in enumerate(votes)]
        won = {one.name: one.seats for one in method.calc(candidates, house).allocation}
        return [won.get(one, 0) for one in range(len(votes))]

    return count


def apportionment(method: str) -> Peer:
    """Return apportionment's count by a method."""

    def count(votes: Sequence[int], house: int) -> Sequence[int]:
        won: Sequence[int] = compute(method, votes, house)
        return won

    return count


def apportionpy(method: str) -> Peer:
    """Return apportionpy's count by a method; no seats where it finds the votes incalculable."""

    def count(votes: Sequence[int], house: int) -> Sequence[int]:
        try:
            won: Sequence[int] = Apportion(house, votes, method).fair_shares
        except Exception:  # noqa: BLE001 - it raises nothing more exact
            return [0] * len(votes)
        return won

    return count


D_HONDT: Mapping[str, Peer] = {
    "votelib": votelib(HighestAverages("d_hondt")),
    "apportionment": apportionment("dhondt"),
    "apportionpy": apportionpy("jefferson"),
    "interregnum": interregnum(HighestAveragesAllocator("dhondt")),
}
SAINTE_LAGUE: Mapping[str, Peer] = {
    "votelib": votelib(HighestAverages("sainte_lague")),
    "apportionment": apportionment("saintelague"),
    "apportionpy": apportionpy("webster"),
    "interregnum": interregnum(HighestAveragesAllocator("sainte_lague")),
}
HARE: Mapping[str, Peer] = {
    "votelib": votelib(LargestRemainder("hare")),
    "apportionment": apportionment("largest_remainder"),
    "apportionpy": apportionpy("hamilton"),
    "interregnum": interregnum(LargestRemainderAllocator("hare")),
}


def with_threshold(
    count: Peer, votes: Sequence[int], house: int, *, share: Fraction, blank: Sequence[bool]
) -> Sequence[int]:
    """Return the seats where rows below a share of the votes, and blank ones, are left out."""
    needed = share * sum(votes)
    kept = [one for one, own in enumerate(votes) if own >= needed and not blank[one]]
    seats = [0] * len(votes)
    for one, won in zip(kept, count([votes[one] for one in kept], house), strict=True):
        seats[one] = won
    return seats
