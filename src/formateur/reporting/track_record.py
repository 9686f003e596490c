"""How right such forecasts were before, as a part of the forecast document."""

from __future__ import annotations

from formateur.forecasting import Forecast
from formateur.reporting.schema_record import PastForecastPart, PastForecastsPart
from formateur.votes.track_record import PastForecast, past_forecasts


def past_forecasts_part(forecast: Forecast) -> PastForecastsPart | None:
    """Return the record of the model at about the same distance from the vote.

    ``None`` after the vote, and where no such forecast was scored before the day.
    """
    known = past_forecasts(forecast.estimator, forecast.day)
    ahead = (forecast.election.date - forecast.day).days
    if not known or ahead < 0:
        return None
    nearest = min({one.days_before for one in known}, key=lambda days: (abs(days - ahead), days))
    scored = [one for one in known if one.days_before == nearest]
    lists = sum(one.lists for one in scored)
    return PastForecastsPart(
        days_before=nearest,
        country=[_past(one) for one in scored if one.country == forecast.election.country],
        elections=len(scored),
        lists=lists,
        mean_error=round(sum(one.mean_error * one.lists for one in scored) / lists, 3),
        inside_50=sum(one.inside_50 for one in scored),
        inside_90=sum(one.inside_90 for one in scored),
    )


def _past(one: PastForecast) -> PastForecastPart:
    return PastForecastPart(
        election=one.election,
        date=one.date,
        lists=one.lists,
        mean_error=one.mean_error,
        inside_50=one.inside_50,
        inside_90=one.inside_90,
    )
