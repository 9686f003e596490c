"""Holds the names in ``facts`` against those in ``votes.csv``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from formateur.cases.case_json import Facts
from formateur.cases.complaints import field_of
from formateur.folder.problem_log import ProblemLog
from formateur.folder.suggestion import suggest
from formateur.folder.toml_document import KeyPath, TomlDocument
from formateur.law import NATIONAL, Ballots

_REGIONS = ("land_of", "region_of", "province_of")


def check_references(
    facts: Facts, ballots: Ballots, document: TomlDocument, log: ProblemLog
) -> None:
    """Report names that only one of the two files knows.

    A constituency is an error, because seats or votes would be lost. A party is a warning: a list
    may stand in the facts of an election in which it won no votes.
    """
    _References(facts, ballots, document, log).check()


@dataclass(slots=True)
class _References:
    facts: Facts
    ballots: Ballots
    document: TomlDocument
    log: ProblemLog

    def check(self) -> None:
        constituencies = {*self.ballots.lists, *self.ballots.candidates}
        regions = {region for key in _REGIONS for region in getattr(self.facts, key).values()}
        for key in ("magnitudes", "caps", *_REGIONS):
            self._placed(key, constituencies)
        for key in ("list_seats", "levelling_in", "province_levelling", "land_population"):
            self._placed(key, constituencies | regions | {NATIONAL})
        self._placed("alliances", constituencies | {NATIONAL})
        self._placed("sub_alliances", constituencies)
        self._without("magnitudes", self.ballots.lists, "has votes and no seats here")
        for key in _REGIONS:
            within = constituencies - regions
            self._without(key, sorted(within), "has votes and lies nowhere here")
        for path, party in _parties(self.facts):
            self._party(path, party)
        self._electorates()

    def _placed(self, key: str, places: Collection[str]) -> None:
        """Report the places of a fact that have no votes."""
        for where in getattr(self.facts, key):
            if where not in places:
                path = ("facts", key, where)
                reason = "has no votes in votes.csv under this name"
                remedy = suggest(where, places, "add its votes, or remove it here")
                self.log.error(self.document.line(path), f"facts.{key}", where, reason, remedy)

    def _without(self, key: str, places: Iterable[str], reason: str) -> None:
        """Report the places with votes that a fact leaves out, where it names any."""
        named = getattr(self.facts, key)
        if not named or NATIONAL in self.ballots.lists:
            return
        for where in places:
            if where not in named:
                line = self.document.line(("facts", key))
                remedy = f"Add it to facts.{key}, or correct its name in votes.csv."
                self.log.error(line, f"facts.{key}", where, reason, remedy)

    def _party(self, path: KeyPath, party: str) -> None:
        parties = self.ballots.parties
        if party not in parties:
            remedy = suggest(party, parties, "leave it, if it won no votes")
            reason = "has no votes in votes.csv under this name"
            self.log.warning(self.document.line(path), field_of(path[:2]), party, reason, remedy)

    def _electorates(self) -> None:
        """Warn where the seats won are not as many as the constituencies that elect."""
        won, number = sum(self.facts.direct_seats.values()), self.facts.electorates
        if won and number is not None and won != number:
            line = self.document.line(("facts", "electorates"))
            reason = f"is not the sum of facts.direct_seats, which is {won}"
            self.log.warning(line, "facts.electorates", str(number), reason, "Correct one of them.")


def _parties(facts: Facts) -> Iterator[tuple[KeyPath, str]]:
    """Find the parties that facts name, and where."""
    for key in ("minority_parties", "independents", "non_party_rows", "direct_seats"):
        for party in getattr(facts, key):
            yield ("facts", key, party), party
    for key in ("alliances", "sub_alliances"):
        for where, alliances in getattr(facts, key).items():
            for alliance in alliances:
                yield from ((("facts", key, where), party) for party in alliance)
    for index, alliance in enumerate(facts.list_combinations):
        yield from ((("facts", "list_combinations", index), party) for party in alliance)
    for index, one in enumerate(facts.threshold_facts):
        for key in ("exempt", "members", "level_for"):
            yield from (
                (("facts", "threshold_facts", index, key, party), party)
                for party in getattr(one, key)
            )
    for where, caps in facts.caps.items():
        yield from ((("facts", "caps", where, party), party) for party in caps)
