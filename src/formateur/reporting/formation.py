"""The part of the document on who would govern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from formateur.forecasting import Forecast
from formateur.government import Government, Would
from formateur.government.power import power_of
from formateur.language import Amount, Message, in_english, message, message_many
from formateur.parliament import majority_of_draws
from formateur.reporting import formation_schema as schema
from formateur.reporting.figures import chance, spread
from formateur.reporting.messages import written

OFFICE_DAYS = (14, 30, 45, 60, 90, 120, 180)
"""Days after the vote for which it is said who is in office."""

SELDOM = 0.005
"""Heads less likely than this are not named."""


def formation_part(forecast: Forecast) -> schema.FormationPart | None:
    """Write down who would govern."""
    would = forecast.formation
    if would is None:
        return None
    timeline = would.timeline
    days = timeline.days[timeline.formed]
    majority = majority_of_draws(forecast.parliament, forecast.rules)
    names, told = head_names(forecast), list(ground(would))
    return schema.FormationPart(
        governments=[_government(one, would, names) for one in would.governments],
        p_none=chance(would.p_none),
        p_minority=chance(would.p_minority),
        heads=_heads(would.heads, names),
        first=_heads(would.first, names),
        days=spread(days) if len(days) else None,
        deadline=timeline.deadline,
        repeat_election=timeline.repeat_day(),
        office=[_office(would, day, names) for day in _days(forecast)],
        power=[
            schema.PowerPart(
                list=one.list, banzhaf=chance(one.banzhaf), shapley=chance(one.shapley)
            )
            for one in power_of(forecast.parliament, majority)
        ],
        procedure=would.procedure.name,
        ground=[in_english(one) for one in told],
        ground_messages=[written(one) for one in told],
    )


def head_names(forecast: Forecast) -> dict[str, str]:
    """Return by player the name of the person who leads it, or its own; by person, the name."""
    persons = {one.id: one.name for one in forecast.election.persons}
    would = forecast.formation
    players = would.table.players if would else ()
    unknown = {"": "whoever holds it now"}
    return unknown | persons | {one.id: persons.get(one.leader, one.name) for one in players}


def p_would(lists: tuple[str, ...], would: Would | None) -> float | None:
    """Return the chance that exactly these lists govern; ``None`` where one of them may split."""
    if would is None:
        return None
    places = {one.id: k for k, one in enumerate(would.table.players)}
    if not set(lists) <= set(places):
        return None
    return chance(float(would.chances[sum(1 << places[one] for one in set(lists))]))


def _government(one: Government, would: Would, names: Mapping[str, str]) -> schema.WouldPart:
    players = {player.id: player for player in would.table.players}
    likely = [(k, p) for k, p in one.heads if p >= one.probability / 100]
    return schema.WouldPart(
        members=list(one.members),
        names=[players[member].name for member in one.members],
        lists=list(dict.fromkeys(players[member].list for member in one.members)),
        p_would=chance(one.probability),
        p_could=chance(one.p_could),
        heads=[schema.HeadChance(player=k, name=names[k], p=chance(p)) for k, p in likely],
        against=list(one.against),
        favoured=list(one.favoured),
    )


def _heads(chances: Mapping[str, float], names: Mapping[str, str]) -> list[schema.HeadChance]:
    likely = sorted(chances.items(), key=lambda pair: -pair[1])
    return [
        schema.HeadChance(player=k, name=names.get(k, k), p=chance(p))
        for k, p in likely
        if p >= SELDOM
    ]


def _days(forecast: Forecast) -> list[date]:
    vote = forecast.election.date
    days = [vote + timedelta(days=after) for after in OFFICE_DAYS]
    return [day for day in days if day > forecast.day]


def _office(would: Would, day: date, names: Mapping[str, str]) -> schema.OfficePart:
    return schema.OfficePart(
        date=day,
        p_new=chance(float(would.timeline.by(day).mean())),
        holders=_heads(would.holds_office(day), names),
    )


def ground(would: Would) -> Iterator[Message]:
    """Say what the chance of no government rests on."""
    history = would.history
    yield message_many(
        "Of {count} hung parliament held since {year} of which the outcome was known, {failed} "
        "brought no regular government before the next election; of this country's own, "
        "{own_failed} of {own}.",
        "Of {count} hung parliaments held since {year} of which the outcome was known, {failed} "
        "brought no regular government before the next election; of this country's own, "
        "{own_failed} of {own}.",
        history.parliaments,
        year=str(history.since.year),
        failed=history.failed,
        own_failed=history.own_failed,
        own=history.own_parliaments,
    )
    harder = would.model.deadlock.usual - would.openness
    text = (
        message(
            "With what was said against coalitions this house makes one harder to form than the "
            "usual hung parliament ({scale} on the log scale, which is worth {odds} in the "
            "log-odds of failure)."
        )
        if harder > 0
        else message(
            "With what was said against coalitions this house makes one easier to form than the "
            "usual hung parliament ({scale} on the log scale, which is worth {odds} in the "
            "log-odds of failure)."
        )
    )
    yield text.with_values(
        scale=Amount(abs(harder), 1), odds=Amount(abs(harder) * would.model.deadlock.slope, 1)
    )
    returned = len(would.present.returned)
    if returned:
        yield message_many(
            "{count} mandate has failed so far.", "{count} mandates have failed so far.", returned
        )
