"""Second-vote coverage: winners of constituencies take seats only while their list has any.

Germany's Zweitstimmendeckung of 2023.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from formateur.errors import LawError
from formateur.law.count import Count
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.winners import region_of, region_rows


@dataclass(frozen=True, slots=True)
class SecondVoteCoverage:
    """Let the winners of a party in a Land take the seats of its list there, as far as they go.

    They come in the order of their shares of the valid votes of their constituencies. Who is not
    covered is not elected, and the constituency stays without a member. Winners without a list
    need no coverage.
    """

    name: str = "second-vote-coverage"
    label: str = "constituency seats covered by second votes"
    stage: Stage = "level"

    def exact(self, count: Count) -> Count:
        """Take the seats of the winners who are not covered."""
        if not count.ballots.candidates:
            raise self._no_candidates()
        for region, votes in count.contenders.items():
            for who in (who for who, own in votes.items() if own):
                count = self._in_list(count, region, who)
        return count

    def _in_list(self, count: Count, region: str, who: Contender) -> Count:
        seats = count.seats.get((region, "list"), {}).get(who, 0)
        shares = _shares_of_winners(count, region, who)
        if len(shares) <= seats:
            return count
        cut = sorted(shares.values(), reverse=True)[seats]
        covered = {place for place, share in shares.items() if share > cut}
        level: list[Contender] = [(place,) for place, share in shares.items() if share == cut]
        if len(covered) < seats:  # a lot decides, for votes of two constituencies do not compare
            same = dict.fromkeys(level, 0)
            tie = count.tie_break.resolve(level, same, seats - len(covered), region)
            count = count.with_ties((tie,))
            covered |= {place for (place,) in tie.winners}
        for place in (place for place in shares if place not in covered):
            text = (
                f"{who[0]} has the most votes, {100 * float(shares[place]):.2f} %, but its list in "
                f"{region} has {seats} seats for {len(shares)} winners: nobody is elected"
            )
            count = count.with_seats((place, "constituency"), {}).saying(self.name, text, place)
        return count

    def draws(self, count: CountDraws) -> CountDraws:
        """Take the seats of the winners who are not covered in every draw."""
        candidates = count.ballots.candidates
        if candidates is None:
            raise self._no_candidates()
        tier = count.seats["constituency"]
        region = region_rows(tier.places, count)
        draw, winner = np.arange(len(candidates))[:, np.newaxis], tier.won.argmax(axis=2)
        own = np.take_along_axis(candidates, winner[..., np.newaxis], axis=2)[..., 0]
        share = own / np.maximum(candidates.sum(axis=2), 1)
        rank = _rank(share, within=region * len(count.parties) + winner)
        covered = rank < count.seats["list"].won[draw, region, winner]
        covered |= count.contenders[draw, region, winner] == 0
        won = tier.won * covered[..., np.newaxis]
        return count.with_tier("constituency", TierSeats(tier.places, won))

    def _no_candidates(self) -> LawError:
        return LawError(
            self.name,
            "",
            "the votes of the candidates are not given",
            "Give the votes of the candidate ballot by constituency",
        )


def _shares_of_winners(count: Count, region: str, who: Contender) -> dict[str, Fraction]:
    """Return the shares of the valid votes with which candidates of a party won, by place."""
    return {
        place: Fraction(votes[who[0]], sum(votes.values()))
        for place, votes in count.ballots.candidates.items()
        if count.seats.get((place, "constituency"), {}).get(who)
        and region_of(place, count.contenders, count.facts) == region
    }


def _rank(share: NDArray[np.float64], within: Array) -> Array:
    """Return how many others of the same group have a larger share; both of shape (draws, places).

    Shares are compared as floats, and exactly: see `kernel.highest_averages`.
    """
    order = np.lexsort((-share, within), axis=1)
    groups = np.take_along_axis(within, order, axis=1)
    position = np.broadcast_to(np.arange(share.shape[1]), share.shape)
    begins = np.ones(share.shape, dtype=np.bool_)
    begins[:, 1:] = groups[:, 1:] != groups[:, :-1]
    first = np.maximum.accumulate(np.where(begins, position, 0), axis=1)
    rank = np.empty(share.shape, dtype=np.int64)
    np.put_along_axis(rank, order, position - first, axis=1)
    return rank
