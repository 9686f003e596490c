"""50 countable dots out of chances."""

from __future__ import annotations

from collections.abc import Iterable

DOTS = 50


def quantile_dots(chances: Iterable[tuple[int, float]]) -> dict[int, int]:
    """Share 50 dots out over numbers of seats.

    At or above any number of seats stand as many dots as 50 times the chance, rounded: the picture
    can be counted and agrees with the sentence.

    Parameters
    ----------
    chances
        Numbers of seats and their chances, in any order.

    Examples
    --------
    >>> quantile_dots([(0, 0.61), (4, 0.39)])
    {4: 20, 0: 30}
    """
    dots, above, counted = {}, 0.0, 0
    for seats, p in sorted(chances, reverse=True):
        above = round(above + p, 5)
        reached = min(DOTS, round(DOTS * above))
        if reached > counted:
            dots[seats] = reached - counted
        counted = reached
    return dots
