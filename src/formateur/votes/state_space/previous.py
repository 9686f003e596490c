"""The previous result: what lists had, and how far it pulls an estimate towards itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Election
from formateur.votes.cells import Lineage
from formateur.votes.state_space.learned import Motion


def previous_shares(
    election: Election, lines: Lineage, lists: Sequence[str]
) -> NDArray[np.float64]:
    """Share of the valid votes that the predecessors of each list had, shape (lists,).

    A list follows those that it names, else the one with its own id, and all that the lists merged
    into it follow. Not a number where none of them stood, and where another list that stands
    follows one of them too: how its votes divide between the two is not known.
    """
    before = election.previous_votes
    if before is None:
        return np.full(len(lists), np.nan)
    had: dict[str, int] = {}
    for votes in before.lists.values():
        for one, number in votes.items():
            had[one] = had.get(one, 0) + number
    named = {one.id: one.previous for one in election.lists}
    follows = {
        one: {old for part in lines.family(one) for old in named[part] or (part,)} & had.keys()
        for one in lines.standing
    }
    heirs = Counter(old for olds in follows.values() for old in olds)
    own = [follows[one] if all(heirs[old] == 1 for old in follows[one]) else () for one in lists]
    sums = [sum(had[old] for old in olds) for olds in own]
    total = sum(had.values())
    return np.array([number / total if number else np.nan for number in sums])


def pull_of(
    mean: NDArray[np.float64],
    variance: NDArray[np.float64],
    before: NDArray[np.float64],
    motion: Motion,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How far the previous result moves levels, and what part of their variance it takes away.

    Parameters
    ----------
    mean, variance
        Of the level on the day of the vote, on scaled logs, shape (lists,).
    before
        The previous result on the same scale; not a number where there is none.

    Returns
    -------
    moved, part
        Shape (lists,). The more is known, the smaller are both.
    """
    part = np.where(np.isnan(before), 0.0, variance / (variance + motion.looseness**2))
    away = np.clip(np.nan_to_num(before - mean), -motion.most, motion.most)
    return np.asarray(part * away), np.asarray(part)
