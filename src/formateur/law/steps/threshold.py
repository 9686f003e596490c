"""The threshold: a list with fewer than a share of the country's votes is out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field
from pydantic.dataclasses import dataclass

from formateur.law.count import Count, named
from formateur.law.count_draws import Array, CountDraws
from formateur.law.election_facts import ElectionFacts
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.values import CLOSED, Share, percent


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class Threshold:
    """Drop the lists that miss a share of the votes in the country; one exactly at it is in.

    Attributes
    ----------
    share
        Share of the votes that a list needs.
    base
        What the share is of: all valid votes, or the valid votes for lists.
    strict
        Whether a list must exceed the share rather than reach it.
    by_members
        Share that a joint list needs, by the least number of parties that it is made of.
    or_constituency_seats
        Seats won by candidates that exempt a list.
    or_in_constituency
        Share of the votes of a constituency with which a list takes part there all the same.
    """

    name: ClassVar[str] = "threshold"
    stage: ClassVar[Stage] = "qualify"

    share: Share
    base: Literal["valid-votes", "votes-for-lists"] = "valid-votes"
    strict: bool = False
    by_members: Mapping[Annotated[int, Field(ge=2, le=99)], Share] = Field(default_factory=dict)
    or_constituency_seats: Annotated[int, Field(ge=1, le=99)] | None = None
    or_in_constituency: Share | None = None

    @property
    def label(self) -> str:
        """Name for people."""
        return f"threshold {percent(self.share)}" if self.share else "no threshold"

    def needed(self, party: str, facts: ElectionFacts) -> Fraction:
        """Return the share that one list needs, 0 when it is exempt."""
        if party in facts.exempt:
            return Fraction(0)
        if party in facts.level_for:
            return facts.level_for[party]
        members = facts.members.get(party, 1)
        steps = [share for least, share in sorted(self.by_members.items()) if members >= least]
        return steps[-1] if steps else self.share

    def exact(self, count: Count) -> Count:
        """Keep the contenders that reach the threshold."""
        total = count.valid_votes if self.base == "valid-votes" else count.votes_for_lists
        saved, votes = self.saved(count), count.national_votes
        out: dict[Contender, str] = {}
        for who, number in votes.items():
            share = max(self.needed(one, count.facts) for one in who)
            missed = number <= share * total if self.strict and share else number < share * total
            if missed and who not in saved:
                own = Fraction(number, total)
                out[who] = f"{named(who)}: {float(100 * own):.4g} %, below {percent(share)}"
        kept = {where: self._kept(count, where, out) for where in count.contenders}
        in_somewhere = {who for here in kept.values() for who in here}
        below = [who[0] for who in out if who not in in_somewhere]
        for who, text in out.items():
            count = count.saying(self.name, text + (", but in" * (who in in_somewhere)))
        return replace(count, contenders=kept, below=(*count.below, *below))

    def saved(self, count: Count) -> set[Contender]:
        """Return the contenders that are in whatever their share is."""
        if self.or_constituency_seats is None:
            return set()
        won = count.held("constituency").items()
        return {who for who, seats in won if seats >= self.or_constituency_seats}

    def _kept(self, count: Count, where: str, out: Mapping[Contender, str]) -> dict[Contender, int]:
        here, local = count.contenders[where], self.or_in_constituency
        if local is None:
            return {who: votes for who, votes in here.items() if who not in out}
        needed = local * count.valid_votes_in(where)
        return {who: votes for who, votes in here.items() if who not in out or votes >= needed}

    def draws(self, count: CountDraws) -> CountDraws:
        """Set the votes of those who miss the threshold to 0."""
        total = count.valid_votes if self.base == "valid-votes" else count.votes_for_lists
        reached = self._reached(count, total.sum(axis=1)) | self.saved_draws(count)
        stays = reached[:, np.newaxis, :]
        if (local := self.or_in_constituency) is not None:
            here = count.valid_votes[..., np.newaxis] * local.numerator
            stays = stays | (count.contenders * local.denominator >= here)
        return replace(count, contenders=np.where(stays, count.contenders, 0))

    def saved_draws(self, count: CountDraws) -> NDArray[np.bool_]:
        """Return who is in whatever its share is, bool, shape (draws, parties)."""
        if self.or_constituency_seats is None or "constituency" not in count.seats:
            return np.zeros((len(count.votes), len(count.parties)), dtype=np.bool_)
        won: Array = count.seats["constituency"].won.sum(axis=1)
        return won >= self.or_constituency_seats

    def _reached(self, count: CountDraws, total: Array) -> NDArray[np.bool_]:
        """Return who reaches the share, bool, shape (draws, parties)."""
        shares = [self.needed(party, count.facts) for party in count.parties]
        levels = sorted(set(shares))
        above = np.array([share.numerator for share in levels], dtype=np.int64)
        below = np.array([share.denominator for share in levels], dtype=np.int64)
        exact = total[:, np.newaxis] * above
        least = np.where((above > 0) & self.strict, exact // below + 1, -(-exact // below))
        if len(levels) > 1:
            least = least[:, [levels.index(share) for share in shares]]
        reached: NDArray[np.bool_] = count.contenders.sum(axis=1) >= least
        return reached
