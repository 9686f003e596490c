"""The bonus: the first list gets seats of its own before the others are shared among all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field
from pydantic.dataclasses import dataclass

from formateur.errors import LawError
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.step import Stage
from formateur.law.ties import Contender, preference
from formateur.law.values import CLOSED, Share

_Seats = Annotated[int, Field(ge=1, le=999)]


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class Bonus:
    """Give seats to the first list of the country; the others are left to be shared among all.

    First is the list with the most votes. A joint list counts with the votes that its parties have
    on average (`ElectionFacts.members`), and is first only where these exceed the votes of every
    single party.

    Attributes
    ----------
    seats
        Seats of the bonus.
    from_share
        Share of the valid votes that the first list needs to get it.
    more_per
        Share of the valid votes: each time that the first list has as much beyond `from_share`,
        the bonus is one seat larger.
    most
        Seats that the bonus can grow to.
    """

    name: ClassVar[str] = "bonus"
    stage: ClassVar[Stage] = "allocate"

    seats: _Seats
    from_share: Share = Fraction(0)
    more_per: Share | None = None
    most: _Seats | None = None

    @property
    def label(self) -> str:
        """Name for people."""
        sliding = f" to {self.most}" if self.most else " or more" if self.more_per else ""
        return f"bonus of {self.seats}{sliding} seats for the first list"

    def exact(self, count: Count) -> Count:
        """Give the bonus, and lower the number of seats that are shared."""
        _check(count.contenders)
        votes = count.contenders[NATIONAL]
        if not any(votes.values()):
            return count
        first, count = _first(count)
        seats = min(self._earned(votes[first], count.valid_votes), count.magnitudes[NATIONAL])
        left = count.magnitudes[NATIONAL] - seats
        share = 100 * votes[first] / count.valid_votes
        text = f"{named(first)} is first with {share:.4g} %: a bonus of {seats}; {left} are shared"
        count = count.with_more_seats((NATIONAL, count.tier), {first: seats})
        return replace(count, magnitudes={NATIONAL: left}).saying(self.name, text)

    def _earned(self, votes: int, valid_votes: int) -> int:
        """Return the seats of the bonus."""
        beyond = votes - self.from_share * valid_votes
        if beyond < 0:
            return 0
        more = beyond // (self.more_per * valid_votes) if self.more_per else 0
        return min(self.seats + int(more), self.most or self.seats + int(more))

    def draws(self, count: CountDraws) -> CountDraws:
        """Give the bonus in every draw."""
        _check(count.constituencies)
        first = _first_draws(count)[:, np.newaxis]
        votes = np.take_along_axis(count.contenders[:, 0], first, axis=1)
        earned = self._earned_draws(votes, count.valid_votes)
        seats = np.minimum(earned, count.magnitudes)
        won = np.zeros_like(count.contenders)
        np.put_along_axis(won[:, 0], first, seats, axis=1)
        count = count.with_more_seats(count.tier, TierSeats(count.constituencies, won))
        return replace(count, magnitudes=count.magnitudes - seats)

    def _earned_draws(self, votes: Array, valid_votes: Array) -> Array:
        """Return the seats of the bonus, in the shape of `votes`."""
        needed, share = self.from_share, self.more_per
        beyond = votes * needed.denominator - valid_votes * needed.numerator
        earned = np.full_like(votes, self.seats)
        if share:
            one_more = np.maximum(valid_votes, 1) * (needed.denominator * share.numerator)
            earned += beyond * share.denominator // one_more
        if self.most:
            earned = np.minimum(earned, self.most)
        return np.where(beyond < 0, 0, earned)


def _first(count: Count) -> tuple[Contender, Count]:
    """Return who is first, and the count with the tie that this took."""
    votes, members = count.contenders[NATIONAL], count.facts.members
    claims = {
        who: (Fraction(own, members.get(who[0], 1)), members.get(who[0], 1) == 1)
        for who, own in votes.items()
    }
    level = [who for who in votes if claims[who] == max(claims.values())]
    if len(level) == 1:
        return level[0], count
    tie = count.tie_break.resolve(level, votes, 1, NATIONAL)
    return tie.winners[0], count.with_ties((tie,))


def _first_draws(count: CountDraws) -> Array:
    """Return the column of who is first, int64, shape (draws,)."""
    members = np.array([count.facts.members.get(name, 1) for name in count.parties])
    votes = count.contenders[:, 0]
    claims = 2 * votes * (lcm(*members.tolist()) // members) + (members == 1)
    level = claims == claims.max(axis=1, keepdims=True)
    tie = np.where(level, preference(count.ties) * votes, np.iinfo(np.int64).min)
    first: Array = tie.argmax(axis=1)
    return first


def _check(constituencies: Collection[str]) -> None:
    """Refuse votes that are not those of the country as one."""
    if set(constituencies) != {NATIONAL}:
        raise LawError(
            Bonus.name,
            "",
            f"a bonus is worked out for the country as one, and the votes are given for "
            f"{len(constituencies)} constituencies",
            "Add the votes of each list up, and give them as those of the constituency 'national'",
        )
