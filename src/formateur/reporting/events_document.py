"""From a forecast to the document of what its events did."""

from __future__ import annotations

from formateur.errors import UsageError
from formateur.forecasting import Forecast
from formateur.gauging import Gauged, Headline, Sensitivity, gauge, kinship_of, sensitivity
from formateur.gauging.effects import SHIFTS
from formateur.reporting.citations import Sources
from formateur.reporting.events_document_schema import (
    EventsDocument,
    ExpectedPart,
    HeadlinePart,
    KinPart,
    ManyPart,
    SensitivityPart,
)
from formateur.reporting.events_part import event_parts, points
from formateur.reporting.events_schema import Interval
from formateur.reporting.figures import chance
from formateur.reporting.schema import EventPart
from formateur.version import __version__
from formateur.votes.events.kin import KIN_SD, Kinship
from formateur.votes.events.prior import SCALE
from formateur.votes.state_space.account import NORMAL_90


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
    kin = kinship_of(forecast, gauged)
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
        expected=_expected(gauged, kin, kept),
        sensitivity=_sensitivities(forecast, gauged, kept),
        many=_many(gauged),
        kin=_kin(kin),
        sources=sources.parts(),
    )


def _unknown(forecast: Forecast, asked: str) -> str:
    known = ", ".join(one.event.id for one in forecast.events) or "none"
    return f"event {asked!r} is not known on {forecast.day}. Events known by then: {known}."


def _many(gauged: Gauged) -> ManyPart:
    counted = gauged.effects.discoveries
    return ManyPart(
        asked=counted.asked,
        outstanding=counted.outstanding,
        by_chance=round(counted.by_chance, 2),
        found=counted.found,
        scale=round(gauged.effects.scale, 4),
        prior_scale=SCALE,
    )


def _kin(kin: Kinship) -> list[KinPart]:
    return [
        KinPart(
            role=one.role,
            name=one.name,
            events=["/".join(event) for event in one.events],
            shift=Interval(
                mean=round(one.mean, 4),
                low=round(one.mean - NORMAL_90 * one.sd, 4),
                high=round(one.mean + NORMAL_90 * one.sd, 4),
            ),
            prior_sd=KIN_SD,
        )
        for one in kin.listed()
    ]


def _expected(gauged: Gauged, kin: Kinship, kept: list[EventPart]) -> list[ExpectedPart]:
    asked, found = {one.id for one in kept}, []
    for event in gauged.effects.events:
        by_kin = kin.expected(event.event)
        if event.event.id not in asked or by_kin is None:
            continue
        mean, sd = by_kin
        bounds = (mean, mean - NORMAL_90 * sd, mean + NORMAL_90 * sd)
        for one in event.lists:
            if not one.seen:
                middle, low, high = (points(one.share, bound) for bound in bounds)
                interval = Interval(mean=middle, low=low, high=high)
                found.append(ExpectedPart(event=event.event.id, list=one.list, points=interval))
    return found


def _sensitivities(
    forecast: Forecast, gauged: Gauged, kept: list[EventPart]
) -> list[SensitivityPart]:
    unknown = {one.list: one.name for event in kept for one in event.effects if not one.in_polls}
    shares = {one.list: one.share for event in gauged.effects.events for one in event.lists}
    return [
        _sensitivity(sensitivity(forecast, one), name, shares[one], forecast)
        for one, name in unknown.items()
    ]


def _sensitivity(
    found: Sensitivity, name: str, share: float, forecast: Forecast
) -> SensitivityPart:
    election = forecast.election
    names = {one.id: one.name for one in election.lists}
    names |= {one.id: one.name for one in election.blocs}
    errors = {one.list: one.shared for one in forecast.estimate.account().uncertainty}
    return SensitivityPart(
        list=found.list,
        name=name,
        shifts=list(SHIFTS),
        points=[points(share, one) for one in SHIFTS],
        seats=[round(one, 2) for one in found.seats],
        headlines=[_headline(one, names, share) for one in found.headlines],
        shared_error=round(errors[found.list], 2),
    )


def _headline(one: Headline, names: dict[str, str], share: float) -> HeadlinePart:
    at = one.break_even
    return HeadlinePart(
        what=one.what,
        of=list(one.of),
        names=[names[each] for each in one.of],
        p=[chance(p) for p in one.p],
        break_even=None if at is None else round(at, 4),
        break_even_points=None if at is None else points(share, at),
        p_beyond=chance(one.p_beyond),
    )
