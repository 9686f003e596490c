"""Chances of numbers as a row of bars that a terminal can print."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 20
"""Bars at most; more numbers than that are added up in steps."""

LEAST = 0.005
"""Numbers in the outer half percent are cut off."""

SIGNS = " ▁▂▃▄▅▆▇█"


def bars(chances: Sequence[tuple[int, float]], width: int = WIDTH) -> str:
    """Draw the chances of numbers as a row of bars, one for each number.

    A gap (under a threshold, say) stays a gap.

    Examples
    --------
    >>> bars([(0, 0.5), (3, 0.25), (4, 0.25)])
    '█  ▄▄'
    """
    kept = dict([one for one in chances if one[1] >= LEAST] or chances)
    low, high = min(kept), max(kept)
    step = -(-(high - low + 1) // width)
    sums = [
        sum(kept.get(start + k, 0.0) for k in range(step)) for start in range(low, high + 1, step)
    ]
    top = max(sums)
    return "".join(SIGNS[0 if p == 0 else max(1, round(8 * p / top))] for p in sums)
