"""Learning how much surer the sum of a bloc is than its lists."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from formateur.votes.state_space.likelihood import T_CONSTANT, Missed
from formateur.votes.state_space.shared_error import DEGREES_OF_FREEDOM, bloc_pull

PARTS = np.linspace(0.0, 0.9, 10)
"""Parts of the common error of a bloc that are tried."""

PRIOR_ELECTIONS = 10.0
"""The log score of a part is compared as if this number of elections had spoken for none."""


def learn_bloc_part(found: Sequence[Missed]) -> float:
    """Return the part, 0 to 1, under which the sums of past blocs are likeliest.

    Every election weighs the same, whatever its blocs and origins.
    """
    with_blocs = [one for one in found if one.origin.blocs]
    elections = {one.origin.election for one in with_blocs}
    if not elections:
        return 0.0
    scores = [
        np.mean([np.mean([_score(m, part) for m in with_blocs if m.origin.election == one])
                 for one in sorted(elections)]) - PRIOR_ELECTIONS / len(elections) * part**2
        for part in PARTS
    ]  # fmt: skip
    return round(float(PARTS[int(np.argmax(scores))]), 2)


def _score(one: Missed, part: float) -> float:
    """Mean log density of the errors of the sums of all blocs."""
    share, spread = one.share, one.spread
    members = [np.append(inside, False) for inside in one.origin.blocs]
    closing = np.eye(len(share)) - share
    moved = closing @ bloc_pull(share, spread, members, part) * spread
    densities = []
    for inside in members:
        kept = inside & np.append(~np.isnan(one.error), False)
        if kept.sum() < 2:
            continue
        weights = share * kept
        # spread is a standard deviation; the scale of a t with four degrees is smaller by sqrt 2
        scale = float(np.sqrt((weights @ moved) @ (weights @ moved) / 2.0))
        miss = float(np.nansum((share[:-1] * np.expm1(one.error))[kept[:-1]]))
        falling = (
            (DEGREES_OF_FREEDOM + 1) / 2 * math.log1p((miss / scale) ** 2 / DEGREES_OF_FREEDOM)
        )
        densities.append(T_CONSTANT - math.log(scale) - falling)
    return float(np.mean(densities)) if densities else 0.0
