"""The events of a forecast, with their effects in votes and in seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from formateur.facts import Draws
from formateur.forecasting import Forecast
from formateur.parliament import ShiftedSeats, shifted_seats
from formateur.votes import CampaignEffects, campaign_effects, load_placebos

SHIFTS = (-0.10, -0.05, 0.0, 0.05, 0.10)
"""Shifts of a list, on its log-ratio to all others, for which the parliament is counted."""

DRAWS = 4_000
"""Draws that are counted for each shift: the same ones, so that their difference is sure."""


@dataclass(frozen=True, slots=True, eq=False)
class Gauged:
    """The effects of the events of a forecast.

    Attributes
    ----------
    effects
        On the votes.
    seats
        By list concerned: what shifts of its votes do to the seats.
    """

    effects: CampaignEffects
    seats: Mapping[str, ShiftedSeats]


def gauge(forecast: Forecast) -> Gauged | None:
    """Estimate the effects of all events of a forecast.

    ``None`` where the votes are counted, or estimated by a model that tells nothing of events.
    """
    sight = forecast.estimate.sight
    if sight is None:
        return None
    effects = campaign_effects(sight, forecast.events, load_placebos(forecast.day))
    concerned = dict.fromkeys(one.list for event in effects.events for one in event.lists)
    return Gauged(effects, {one: shift(forecast, one, SHIFTS, DRAWS) for one in concerned})


def shift(forecast: Forecast, list_id: str, shifts: tuple[float, ...], draws: int) -> ShiftedSeats:
    """Count the parliaments of a forecast again, with a list shifted."""
    votes = forecast.votes
    kept = Draws(votes.values[:draws].copy(), votes.lists, votes.unit, votes.run)
    swing = forecast.swing.swing if forecast.swing else None
    return shifted_seats(kept, forecast.rules, forecast.election, swing, list_id, shifts=shifts)
