"""Back from seats to votes: the share that a list is expected to have, given its seats."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.errors import LawError
from formateur.law.rules import Rules


def seats_to_share(rules: Rules, seats: Sequence[int]) -> NDArray[np.float64]:
    """Return the expected shares of the votes that lists with seats have, given the seats.

    With signposts s + r, n lists with seats and S seats in all, a list with s seats is expected
    to have (s + r - 1/2) / (S + n (r - 1/2)) of their votes: D'Hondt (r = 1) favours large lists,
    so a large list needs fewer votes a seat. Under a largest-remainder rule with the quota of the
    votes over S + d it is (s + d/n) / (S + d); d is 0 for the Hare quota. Modified first divisors
    are taken as the plain sequence. Surplus agreements are left out of account.

    Sources: Janson, Asymptotic bias of some election methods, Annals of Operations Research 215
    (2014), doi:10.1007/s10479-012-1141-2; Pukelsheim, Proportional Representation, 2nd ed. (2017),
    on seat biases.

    Parameters
    ----------
    seats
        Seats by list, 0 or more; they need not add up to the house.

    Returns
    -------
    ndarray
        float64, shape (lists,), adding up to 1; 0 for a list without seats.

    Raises
    ------
    LawError
        When a number is negative or all are 0.
    """
    held = np.asarray(seats, dtype=np.float64)
    if not held.any() or held.min() < 0:
        raise LawError(
            rules.law,
            "",
            f"the seats {list(seats)} cannot be turned into shares of votes",
            "Give 0 or more seats for every list, and at least one seat in all",
        )
    divisor = rules.divisor
    if divisor is not None:
        shift = float(divisor.offset) - 0.5
    else:
        shift = rules.quota_surplus / np.count_nonzero(held)
    shares: NDArray[np.float64] = np.where(held > 0, held + shift, 0.0)
    shares /= shares.sum()
    return shares
