"""From the effects of events to what all of them tell, and to what a shift would change."""

from __future__ import annotations

from collections.abc import Sequence

from formateur.forecasting import Forecast
from formateur.gauging import Gauged, Headline, Sensitivity, kinship_of, sensitivity
from formateur.gauging.effects import SHIFTS
from formateur.reporting.events_campaign_schema import (
    CampaignPart,
    ExpectedPart,
    HeadlinePart,
    KinPart,
    ManyPart,
    SensitivityPart,
)
from formateur.reporting.events_part import points
from formateur.reporting.events_schema import Interval
from formateur.reporting.figures import chance
from formateur.reporting.schema import EventPart
from formateur.votes.events.kin import KIN_SD, Kinship
from formateur.votes.events.prior import SCALE
from formateur.votes.state_space.account import NORMAL_90


def campaign_part(forecast: Forecast, gauged: Gauged, told: Sequence[EventPart]) -> CampaignPart:
    """Tell what all events show together, and what those that no poll was after would change.

    Parameters
    ----------
    told
        The events that the document tells of.
    """
    kin = kinship_of(forecast, gauged)
    return CampaignPart(
        many=_many(gauged),
        expected=_expected(gauged, kin, told),
        sensitivity=_sensitivities(forecast, gauged, told),
        kin=_kin(kin),
    )


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


def _expected(gauged: Gauged, kin: Kinship, told: Sequence[EventPart]) -> list[ExpectedPart]:
    asked, found = {one.id for one in told}, []
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
    forecast: Forecast, gauged: Gauged, told: Sequence[EventPart]
) -> list[SensitivityPart]:
    unknown = {one.list: one.name for event in told for one in event.effects if not one.in_polls}
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
