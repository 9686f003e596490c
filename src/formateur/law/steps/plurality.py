"""Plurality: every constituency elects the candidate with the most votes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from formateur.errors import LawError
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, LastSeat
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class Plurality:
    """Give every constituency to the party of the candidate with the most votes.

    Votes are those of the candidate ballot, or of the only ballot there is. Where they are not
    given, the seats that parties won are facts of the election (`ElectionFacts.direct_seats`).
    What is given out afterwards are seats of lists.
    """

    name: str = "plurality"
    label: str = "plurality in single-member constituencies"
    stage: Stage = "elect"

    def exact(self, count: Count) -> Count:
        """Elect a candidate in every constituency."""
        count = replace(count, tier="list")
        if count.facts.direct_seats:
            won: dict[Contender, int] = {
                (party,): seats for party, seats in count.facts.direct_seats.items()
            }
            return count.with_seats((NATIONAL, "constituency"), won)
        races = count.ballots.candidates or count.ballots.lists
        self._check(races)
        for where, votes in races.items():
            count = self._in_constituency(count, where, votes)
        return count

    def _in_constituency(self, count: Count, where: str, votes: Mapping[str, int]) -> Count:
        most = max(votes.values(), default=0)
        if most == 0:
            return count.saying(self.name, "nobody is elected: there are no votes", where)
        first: list[Contender] = [(party,) for party, own in votes.items() if own == most]
        if len(first) > 1:
            own = {who: votes[who[0]] for who in first}
            tie = count.tie_break.resolve(first, own, 1, where)
            count, first = count.with_ties((tie,)), list(tie.winners)
        count = count.with_seats((where, "constituency"), {first[0]: 1})
        return self._margin(count, where, votes, first[0][0])

    def _margin(self, count: Count, where: str, votes: Mapping[str, int], winner: str) -> Count:
        """Note how close it was."""
        others = {party: own for party, own in votes.items() if party != winner and own}
        if not others:
            return count.saying(self.name, f"{winner} wins; nobody else has votes", where)
        second, most = max(others, key=others.__getitem__), votes[winner]
        margin = most - others[second]
        last = LastSeat((winner,), (second,), margin + 1, (float(most), float(others[second])))
        count = replace(count, last_seats={**count.last_seats, (where, "constituency"): last})
        return count.saying(self.name, f"{winner} wins by {margin:,} votes from {second}", where)

    def draws(self, count: CountDraws) -> CountDraws:
        """Elect a candidate in every constituency of every draw; who comes first wins a tie."""
        count = replace(count, tier="list")
        if count.facts.direct_seats:
            self._check_columns(count)
            won = [count.facts.direct_seats.get(party, 0) for party in count.parties]
            every = np.tile(np.array(won, dtype=np.int64), (len(count.votes), 1, 1))
            return count.with_tier("constituency", TierSeats((NATIONAL,), every))
        candidates = count.ballots.candidates
        votes = count.votes if candidates is None else candidates
        places = count.constituencies if candidates is None else count.ballots.races
        self._check(places)
        seats = np.zeros(votes.shape, dtype=np.int64)
        first = votes.argmax(axis=-1)[..., np.newaxis]
        np.put_along_axis(seats, first, (votes.max(axis=-1, keepdims=True) > 0), axis=-1)
        return count.with_tier("constituency", TierSeats(places, seats))

    def _check(self, places: Collection[str]) -> None:
        """Refuse votes of the whole country, which say nothing of its constituencies."""
        if set(places) == {NATIONAL}:
            raise LawError(
                self.name,
                "",
                "candidates are elected in constituencies, and the votes are given for the whole "
                "country only",
                "Give the votes by constituency, or the seats that parties won there "
                "(facts.direct_seats of a case)",
            )

    def _check_columns(self, count: CountDraws) -> None:
        """Refuse seats of a party that could not be told."""
        for party in count.facts.direct_seats:
            if party not in count.parties:
                raise LawError(
                    self.name,
                    "",
                    f"{party!r} won constituencies and has no column among the votes",
                    "Add a column for it, with no votes if it had no list",
                )
