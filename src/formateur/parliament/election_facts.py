"""What the law asks of one election, from the facts of its folder."""

from __future__ import annotations

from formateur.facts import Election
from formateur.law import NATIONAL, ElectionFacts, Rules


def national_facts(election: Election, lists: tuple[str, ...]) -> ElectionFacts:
    """Return the facts of an election that is counted in one constituency.

    Agreements with a list that has no votes are left out.
    """
    agreements = tuple(a.lists for a in election.agreements if set(a.lists) <= {*lists})
    return ElectionFacts(
        alliances=agreements,
        members={one.id: len(one.members) for one in election.lists if one.members},
        exempt=frozenset(one.id for one in election.lists if one.exempt),
    )


def constituency_facts(election: Election, lists: tuple[str, ...], rules: Rules) -> ElectionFacts:
    """Return the facts of an election that is counted in many constituencies.

    Seats of the house that no constituency gives out are levelling seats.
    """
    facts = national_facts(election, lists)
    places = election.constituencies
    previous = election.previous_votes
    voted = previous.lists if previous is not None else {}
    magnitudes = {one.name: one.seats for one in places if one.seats and one.name in voted}
    return ElectionFacts(
        magnitudes=magnitudes,
        list_seats={} if magnitudes else {NATIONAL: rules.seats},
        levelling_seats=rules.seats - sum(magnitudes.values()) if magnitudes else None,
        levelling_in={one.name: one.levelling for one in places if one.levelling},
        region_of={one.name: one.region for one in places if one.region},
        population={one.name: one.population for one in places if one.population},
        alliances=facts.alliances,
        members=facts.members,
        exempt=facts.exempt,
    )
