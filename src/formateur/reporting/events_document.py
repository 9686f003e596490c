"""From a forecast to the document of what its events did."""

from __future__ import annotations

from formateur.errors import UsageError
from formateur.forecasting import Forecast
from formateur.gauging import gauge
from formateur.reporting.citations import Sources
from formateur.reporting.events_campaign import campaign_part
from formateur.reporting.events_document_schema import EventsDocument
from formateur.reporting.events_part import event_parts
from formateur.version import __version__


def make_events_document(forecast: Forecast, asked: str | None = None) -> EventsDocument:
    """Tell what the events of a forecast did.

    Parameters
    ----------
    asked
        Id of the only event that is to be told; all of them by default.

    Raises
    ------
    UsageError
        When no such event was known on the day, or the model tells nothing of events.
    """
    gauged = gauge(forecast)
    if gauged is None:
        raise UsageError(
            f"the model {forecast.estimator!r} tells nothing of events before a vote. "
            "Use the state-space model, and a day up to the vote."
        )
    election, sources = forecast.election, Sources()
    kept = event_parts(forecast, gauged, sources, only=asked)
    if not kept and asked is not None:
        raise UsageError(_unknown(forecast, asked))
    campaign = campaign_part(forecast, gauged, kept)
    return EventsDocument(
        election=election.id,
        name=election.name,
        as_of=forecast.day,
        days_to_election=(election.date - forecast.day).days,
        majority=forecast.rules.majority,
        draws=len(forecast.votes),
        seed=forecast.seed,
        version=__version__,
        run=forecast.run,
        events=kept,
        expected=campaign.expected,
        sensitivity=campaign.sensitivity,
        many=campaign.many,
        kin=campaign.kin,
        sources=sources.parts(),
    )


def _unknown(forecast: Forecast, asked: str) -> str:
    known = ", ".join(one.event.id for one in forecast.events) or "none"
    return f"event {asked!r} is not known on {forecast.day}. Events known by then: {known}."
