"""What events of one kind or by one actor brought, in this campaign and earlier ones here."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from formateur.errors import LawError, NotEnoughPollsError
from formateur.facts import Election, as_of
from formateur.folder import builtin_elections, open_election
from formateur.forecasting import Forecast
from formateur.gauging.effects import Gauged
from formateur.law import Law
from formateur.votes import campaign_effects, load_placebos, polls_around_events
from formateur.votes.events.effects import ListEvidence
from formateur.votes.events.kin import Kinship, kinship
from formateur.votes.state_space import state_space_for


def kinship_of(forecast: Forecast, gauged: Gauged) -> Kinship:
    """Pool the events of a forecast with those of the country's earlier built-in elections.

    Elections after the day of the forecast are left out: it sees nothing later.
    """
    election = forecast.election
    campaigns = {election.id: gauged.effects.evidence}
    for one in builtin_elections():
        # ids begin with the country, which saves reading the folders of all others
        if one != election.id and one.startswith(f"{election.country}-"):
            facts, law = open_election(one)
            if facts.country == election.country and facts.date <= forecast.day:
                campaigns[one] = _told_on_the_eve(facts, law)
    return kinship(campaigns)


def _told_on_the_eve(facts: Election, law: Law) -> tuple[ListEvidence, ...]:
    """Return what the polls told of an earlier campaign's events on its eve; none without polls."""
    eve = facts.date - timedelta(days=1)
    known, rng = as_of(facts, eve), np.random.default_rng(0)
    try:
        model = state_space_for(eve)
        sight = model.estimate(known, law.on(known.date), eve, draws=1, rng=rng, run="").sight
        past = load_placebos(eve)
    except (LawError, NotEnoughPollsError):
        return ()
    if sight is None:
        return ()
    return campaign_effects(sight, polls_around_events(known), past).evidence
