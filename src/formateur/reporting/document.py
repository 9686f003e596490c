"""From a `Forecast` to the forecast document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from formateur.facts import Colour, Result, Source
from formateur.folder import format_reading
from formateur.forecasting import Forecast
from formateur.gauging import gauge
from formateur.government.procedure import Procedure
from formateur.language import in_english
from formateur.reporting import schema
from formateur.reporting.calendar_terms import terms_ahead
from formateur.reporting.citations import Sources
from formateur.reporting.events_campaign import campaign_part
from formateur.reporting.events_part import event_parts
from formateur.reporting.figures import chance, example, seat_chances, spread
from formateur.reporting.formation import formation_part
from formateur.reporting.messages import written
from formateur.reporting.motion_part import motion_part
from formateur.reporting.names import names_in_languages
from formateur.reporting.notes import notes
from formateur.reporting.politics import government_part, statement_parts
from formateur.reporting.schema_account import PollPart, UncertaintyPart
from formateur.reporting.track_record import past_forecasts_part
from formateur.reporting.votes_account import (
    house_parts,
    order_parts,
    past_polls_parts,
    read_shares,
    trend_parts,
    uncertainty_parts,
)
from formateur.version import __version__
from formateur.votes import PollUse


def make_document(forecast: Forecast) -> schema.ForecastDocument:
    """Write a forecast down as the document that every output is made from."""
    sources = Sources()
    account, uses = forecast.estimate.account(), forecast.estimate.polls
    told, gauged = notes(forecast), gauge(forecast)
    events = event_parts(forecast, gauged, sources)
    terms, again = terms_ahead(forecast.election, forecast.day, _procedure(forecast))
    return schema.ForecastDocument(
        election=_election(forecast),
        as_of=forecast.day,
        days_to_election=(forecast.election.date - forecast.day).days,
        basis="result" if forecast.counted else "polls",
        **_run(forecast),
        law=_law(forecast, sources),
        lists=_lists(forecast, uncertainty_parts(account), sources),
        order=order_parts(forecast),
        trend=trend_parts(account),
        houses=house_parts(account),
        pollsters=past_polls_parts(account),
        past_forecasts=past_forecasts_part(forecast),
        blocs=_blocs(forecast, sources),
        governments=[government_part(could, forecast) for could in forecast.government.listed],
        formation=formation_part(forecast),
        statements=statement_parts(forecast, sources),
        without=[one.id for one in forecast.without],
        motions=[motion_part(answer, forecast, sources) for answer in forecast.motions],
        events=events,
        campaign=campaign_part(forecast, gauged, events) if gauged and events else None,
        calendar=_calendar(forecast, sources),
        terms=terms,
        again=again,
        polls=[_poll(use, read_shares(account, use.poll.id), sources) for use in uses],
        notes=[in_english(one.said) for one in told],
        messages=[schema.NotePart(topic=one.topic, said=written(one.said)) for one in told],
        names=names_in_languages(forecast.election),
        parliament=example(forecast.parliament),
        sources=sources.parts(),
    )


def _run(forecast: Forecast) -> dict[str, Any]:
    """Return what makes the same forecast again."""
    return {
        "draws": len(forecast.votes),
        "seed": forecast.seed,
        "version": __version__,
        "run": forecast.run,
        "estimator": forecast.estimator,
    }


def _procedure(forecast: Forecast) -> Procedure | None:
    would = forecast.formation
    return would.procedure if would is not None and would.procedure.id else None


def _election(forecast: Forecast) -> schema.ElectionPart:
    election = forecast.election
    return schema.ElectionPart(
        id=election.id,
        name=election.name,
        names=dict(election.names),
        country=election.country,
        chamber=election.chamber,
        date=election.date,
        seats=forecast.rules.seats,
        majority=forecast.rules.majority,
    )


def _law(forecast: Forecast, sources: Sources) -> schema.LawPart:
    rules = forecast.rules
    return schema.LawPart(
        id=rules.law,
        name=rules.name,
        in_force_from=rules.in_force_from,
        threshold=round(100 * float(rules.threshold), 4),
        summary=rules.summary,
        limits=rules.limits,
        sources={one.covers: sources.cite(Source(one.text)) for one in rules.sources},
        changes=list(rules.changes),
    )


def _lists(
    forecast: Forecast, unsure: Mapping[str, UncertaintyPart], sources: Sources
) -> list[schema.ListPart]:
    seats = forecast.parliament
    mean = forecast.votes.values.mean(axis=0)
    expected = dict(zip(forecast.votes.lists, mean, strict=True))
    by_size = sorted(seats.lists, key=lambda one: (-seats[one].mean(), -expected[one], one))
    return [_list(one, forecast, unsure.get(one), sources) for one in by_size]


def _list(
    list_id: str, forecast: Forecast, unsure: UncertaintyPart | None, sources: Sources
) -> schema.ListPart:
    one = forecast.election.list(list_id)
    seats = forecast.parliament[list_id].astype(np.int64)
    leaders = {person.id: person.name for person in forecast.election.persons}
    won = next((r for r in forecast.election.results if r.list == list_id), None)
    return schema.ListPart(
        id=list_id,
        name=one.name,
        names=dict(one.names),
        leader=leaders.get(one.leader, ""),
        votes=spread(100 * forecast.votes[list_id]),
        seats=spread(seats),
        seat_chances=seat_chances(seats),
        p_threshold=chance(forecast.p_threshold[list_id]),
        p_largest=chance(forecast.p_largest[list_id]),
        uncertainty=unsure,
        result=_result(won, sources) if won else None,
        colour=_colour(one.colour, sources) if one.colour else None,
    )


def _colour(colour: Colour, sources: Sources) -> schema.ColourPart:
    return schema.ColourPart(value=colour.value, source=sources.cite(colour.source))


def _result(won: Result, sources: Sources) -> schema.ResultPart:
    source = sources.cite(won.source)
    return schema.ResultPart(share=won.share, seats=won.seats, source=source)


def _blocs(forecast: Forecast, sources: Sources) -> list[schema.BlocPart]:
    return [
        schema.BlocPart(
            id=bloc.bloc.id,
            name=bloc.bloc.name,
            names=dict(bloc.bloc.names),
            lists=list(bloc.lists),
            seats=spread(bloc.seats),
            seat_chances=seat_chances(bloc.seats),
            p_majority=chance(bloc.p_majority),
            p_majority_with={one: chance(p) for one, p in bloc.p_majority_with.items()},
            source=sources.cite(bloc.bloc.source),
        )
        for bloc in forecast.blocs
    ]


def _calendar(forecast: Forecast, sources: Sources) -> list[schema.CalendarPart]:
    return [
        schema.CalendarPart(
            date=step.date,
            step=step.step,
            who=step.who,
            note=step.note,
            source=sources.cite(step.source),
        )
        for step in sorted(forecast.election.calendar, key=lambda step: step.date)
    ]


def _poll(use: PollUse, shares: dict[str, float], sources: Sources) -> PollPart:
    poll = use.poll
    return PollPart(
        id=poll.id,
        pollster=poll.pollster,
        sponsor=poll.sponsor,
        fieldwork_start=poll.fieldwork_start,
        fieldwork_end=poll.fieldwork_end,
        published=poll.published,
        sample_size=poll.sample_size,
        scale=poll.scale,
        kind=poll.kind,
        readings={one: format_reading(r, poll.scale) for one, r in poll.readings.items()},
        shares=shares,
        used=use.used,
        reason=in_english(use.reason),
        reason_message=written(use.reason),
        weight=round(use.weight, 5),
        surprise=None if use.surprise is None else round(use.surprise, 3),
        note=poll.note,
        source=sources.cite(poll.source),
    )
