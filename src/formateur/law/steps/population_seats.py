"""Seats by population: the house is shared by the regions or Länder before any vote counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from formateur.errors import LawError
from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count
from formateur.law.count_draws import CountDraws
from formateur.law.divisors import Divisors
from formateur.law.election_facts import ElectionFacts
from formateur.law.step import Stage
from formateur.law.winners import won_outside_lists, won_outside_lists_draws


@dataclass(frozen=True, slots=True)
class PopulationSeats:
    """Share the house by population; winners without a list come off the seats of their region.

    What is left are the seats that the lists of the region share. The population is a fact of
    the election (`ElectionFacts.population`).
    """

    divisor: Divisors
    stage: Stage = "size"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"seats-by-population:{self.divisor.name}"

    @property
    def label(self) -> str:
        """Name for people."""
        return ""

    def exact(self, count: Count) -> Count:
        """Set the seats of every region."""
        people = self._people(count.contenders, count.facts)
        result = apportionment.highest_averages(
            {(where,): number for where, number in people.items()},
            count.house,
            self.divisor,
            count.tie_break,
            where=NATIONAL,
        )
        outside = won_outside_lists(count)
        sizes = {}
        for (where,), seats in result.seats.items():
            sizes[where] = max(seats - outside[where], 0)
            text = f"{seats} seats for {people[where]:,} people"
            if outside[where]:
                text += f", {outside[where]} of them won without a list"
            count = count.saying(self.name, text, where)
        return replace(count.with_ties(result.ties), magnitudes=sizes)

    def draws(self, count: CountDraws) -> CountDraws:
        """Set the seats of every region in every draw."""
        people = self._people(count.constituencies, count.facts)
        seats = kernel.highest_averages(
            np.array([list(people.values())], dtype=np.int64),
            np.array([count.house], dtype=np.int64),
            self.divisor,
            count.ties,
        )
        return replace(count, magnitudes=np.maximum(seats - won_outside_lists_draws(count), 0))

    def _people(self, regions: Iterable[str], facts: ElectionFacts) -> dict[str, int]:
        people = {where: facts.population.get(where, 0) for where in regions}
        unknown = [where for where, number in people.items() if number <= 0]
        if unknown:
            raise LawError(
                self.name,
                "",
                f"the population of {unknown[0]!r} is not known",
                "Give the population of every region (facts.land_population of a case)",
            )
        return people
