"""The parts of the document on coalitions and statements."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.forecasting import Forecast
from formateur.government import Could, in_force
from formateur.reporting import schema
from formateur.reporting.citations import Sources
from formateur.reporting.figures import chance, spread
from formateur.reporting.formation import p_would


def government_part(could: Could, forecast: Forecast) -> schema.GovernmentPart:
    """Write down one coalition that could govern, and whether it would."""
    persons = {person.id: person.name for person in forecast.election.persons}
    return schema.GovernmentPart(
        lists=list(could.lists),
        p_could=chance(could.probability),
        minimal_winning=could.minimal_winning,
        p_minimal=chance(could.p_minimal),
        surplus=spread(_surplus(could, forecast)),
        blocked=bool(could.broken),
        blocked_by=[
            schema.BlockPart(
                statement=block.statement.id,
                unless_without=persons.get(block.unless_without, block.unless_without),
            )
            for block in could.blocks
        ],
        p_would=p_would(could.lists, forecast.formation),
    )


def _surplus(could: Could, forecast: Forecast) -> NDArray[np.int64]:
    """Seats above the majority in every draw, negative where it falls short, shape (draws,)."""
    seats = forecast.parliament.total(could.lists).astype(np.int64)
    return seats - forecast.rules.majority


def statement_parts(forecast: Forecast, sources: Sources) -> list[schema.StatementPart]:
    """Write down the statements in force on the day."""
    names = _names_of_targets(forecast)
    return [
        schema.StatementPart(
            id=one.id,
            date=one.date,
            by=one.by,
            by_name=names.get(one.by, one.by),
            about=one.about,
            about_name=names.get(one.about, one.about),
            stance=one.stance,
            firmness=one.firmness,
            summary=one.summary,
            note=one.note,
            source=sources.cite(one.source),
        )
        for one in in_force(forecast.election.statements)
    ]


def _names_of_targets(forecast: Forecast) -> dict[str, str]:
    election = forecast.election
    return {
        "none": "nobody",
        "person:head_of_largest_list": "the head of the largest list",
        **{one.id: one.name for one in election.lists},
        **{f"person:{one.id}": one.name for one in election.persons},
        **{one.id: one.name for one in election.targets},
    }
