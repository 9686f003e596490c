"""From a counted case to the allocation document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from formateur.cases import Case, CountedCase
from formateur.law import NATIONAL, Allocation, Rules
from formateur.law.count import TIERS, Place
from formateur.reporting import allocation_schema as schema
from formateur.version import __version__

SeatTable = dict[Place, dict[str, int]]
"""Seats by place and party, spelled as in the case and in the order of the case."""


def make_allocation_document(counted: CountedCase) -> schema.AllocationDocument:
    """Write the seats of a case down as the document that every output is made from."""
    case, allocation = counted.case, counted.outcome.allocation
    seats = _table(case, allocation)
    before = None if counted.as_it_was is None else _table(case, counted.as_it_was.allocation)
    notes = list(counted.notes)
    return schema.AllocationDocument(
        law=_law(counted.outcome.rules),
        seats=[
            schema.SeatsPart(constituency=where, tier=tier, party=party, seats=won)
            for (where, tier), here in seats.items()
            for party, won in here.items()
        ],
        total=_total(case, seats),
        valid_votes=_valid_votes(case),
        below_threshold=[case.spelled(one) for one in allocation.below_threshold],
        lapsed=[list(one) for one in allocation.lapsed],
        last_seats=_last_seats(case, allocation),
        ties=_ties(case, allocation),
        trace=_trace(notes, allocation),
        what_if=None if before is None else _what_if(seats, before),
        notes=notes,
        seed=counted.seed,
        version=__version__,
    )


def _law(rules: Rules) -> schema.AppliedLawPart:
    return schema.AppliedLawPart(
        id=rules.law,
        name=rules.name,
        country=rules.country,
        chamber=rules.chamber,
        date=rules.day,
        in_force_from=rules.in_force_from,
        house=rules.seats,
        summary=rules.summary,
        steps=[step.name for step in rules.steps],
        ties=rules.ties,
        limits=rules.limits,
        changes=list(rules.changes),
        sources=[
            schema.StatutePart(covers=one.covers, text=one.text, in_force_from=one.since)
            for one in rules.sources
        ],
    )


def _table(case: Case, allocation: Allocation) -> SeatTable:
    ballots = case.ballots
    places = (*ballots.candidates, *ballots.lists, *(where for where, _ in allocation.places))
    names = (*ballots.parties, *allocation.seats)
    order = {where: number for number, where in enumerate(dict.fromkeys(places))}
    parties = {name: number for number, name in enumerate(dict.fromkeys(names))}
    table: SeatTable = {}
    for place in sorted(allocation.places, key=lambda one: (order[one[0]], TIERS.index(one[1]))):
        here = table.setdefault(place, {})
        for name in sorted(allocation.places[place], key=parties.__getitem__):
            party = case.spelled(name)
            here[party] = here.get(party, 0) + allocation.places[place][name]
    return table


def _sums(table: SeatTable) -> dict[str, dict[schema.TierName, int]]:
    """Return the seats of every party that has any, by tier."""
    sums: dict[str, dict[schema.TierName, int]] = {}
    for (_, tier), here in table.items():
        for party, won in here.items():
            own = sums.setdefault(party, {})
            own[tier] = own.get(tier, 0) + won
    return sums


def _total(case: Case, table: SeatTable) -> list[schema.TotalPart]:
    sums, votes = _sums(table), dict.fromkeys(map(case.spelled, case.ballots.parties), 0)
    for here in case.ballots.lists.values():
        for name, number in here.items():
            votes[case.spelled(name)] += number
    rows = [
        schema.TotalPart(
            party=party,
            votes=votes.get(party),
            seats=sum(sums.get(party, {}).values()),
            by_tier={tier: sums[party][tier] for tier in TIERS if tier in sums.get(party, {})},
        )
        for party in (*votes, *(one for one in sums if one not in votes))
    ]
    return sorted(rows, key=lambda row: (-row.seats, -(row.votes or 0)))


def _valid_votes(case: Case) -> int:
    given = sum(sum(votes.values()) for votes in case.ballots.lists.values())
    return given if case.facts.valid_votes is None else case.facts.valid_votes


def _last_seats(case: Case, allocation: Allocation) -> list[schema.LastSeatPart]:
    parts = [
        schema.LastSeatPart(
            constituency=where,
            tier=tier,
            winner=_names(case, last.winner),
            runner_up=_names(case, last.runner_up),
            votes_missing=last.votes_missing,
            quotients=(round(last.quotients[0], 4), round(last.quotients[1], 4)),
        )
        for (where, tier), last in allocation.last_seats.items()
    ]
    return sorted(parts, key=lambda part: part.votes_missing)


def _ties(case: Case, allocation: Allocation) -> list[schema.TiePart]:
    return [
        schema.TiePart(
            constituency=tie.constituency,
            contenders=[_names(case, one) for one in tie.contenders],
            winners=[_names(case, one) for one in tie.winners],
            resolved_by=tie.resolved_by,
        )
        for tie in allocation.ties
    ]


def _names(case: Case, who: Iterable[str]) -> list[str]:
    return [case.spelled(one) for one in who]


def _trace(notes: Sequence[str], allocation: Allocation) -> list[schema.TracePart]:
    return [
        *(schema.TracePart(step="case", constituency=NATIONAL, text=note) for note in notes),
        *(
            schema.TracePart(step=line.step, constituency=line.constituency, text=line.text)
            for line in allocation.trace
        ),
    ]


def _what_if(now: SeatTable, before: SeatTable) -> schema.WhatIfPart:
    """Hold two tables of seats side by side."""
    rows = []
    for place in dict.fromkeys((*now, *before)):
        own, was = now.get(place, {}), before.get(place, {})
        for party in dict.fromkeys((*own, *was)):
            seats, old = own.get(party, 0), was.get(party, 0)
            rows.append(
                schema.SeatsChangePart(
                    constituency=place[0],
                    tier=place[1],
                    party=party,
                    seats=seats,
                    seats_as_it_was=old,
                    difference=seats - old,
                )
            )
    return schema.WhatIfPart(seats=rows, total=_total_changes(_sums(now), _sums(before)))


def _total_changes(
    now: Mapping[str, Mapping[schema.TierName, int]],
    before: Mapping[str, Mapping[schema.TierName, int]],
) -> list[schema.TotalChangePart]:
    rows = []
    for party in dict.fromkeys((*now, *before)):
        seats, old = sum(now.get(party, {}).values()), sum(before.get(party, {}).values())
        rows.append(
            schema.TotalChangePart(
                party=party, seats=seats, seats_as_it_was=old, difference=seats - old
            )
        )
    return sorted(rows, key=lambda row: (-row.seats, -row.seats_as_it_was))
