"""Same-house pairs: the houses that polled a list both before and after an event.

Who polled before and who after differs, and houses lean; the change within houses is free of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Poll
from formateur.votes.events.polls import EventPolls
from formateur.votes.state_space.observations import Observations


@dataclass(frozen=True, slots=True)
class Pairs:
    """The last poll of each house before an event, and its first after it.

    Attributes
    ----------
    houses
        How many have both.
    change
        Mean change of the list, percentage points; ``None`` without a pair.
    """

    houses: int
    change: float | None


def rows_of(seen: Observations, polls: Iterable[Poll], k: int) -> NDArray[np.int64]:
    """Return which of the polls that print the list with number `k` are these, oldest first."""
    ids = {poll.id for poll in polls}
    read = ~np.isnan(seen.share[:, k])
    rows = [row for row, poll in enumerate(seen.polls) if poll.id in ids and read[row]]
    return np.array(rows, dtype=np.int64)


def same_house_pairs(seen: Observations, around: EventPolls, k: int) -> Pairs:
    """Compare the polls of each house around an event, for the list with number `k`."""
    before, after = rows_of(seen, around.before, k), rows_of(seen, around.after, k)
    last = {int(seen.house[row]): float(seen.share[row, k]) for row in before}
    first = {int(seen.house[row]): float(seen.share[row, k]) for row in after[::-1]}
    changes = [100.0 * (first[house] - last[house]) for house in sorted(last.keys() & first.keys())]
    return Pairs(len(changes), float(np.mean(changes)) if changes else None)
