"""The rows of the tables that text and page both show."""

from __future__ import annotations

from formateur.reporting.formation_schema import WouldPart
from formateur.reporting.schema import (
    BlocPart,
    ForecastDocument,
    GovernmentPart,
    ListPart,
    StatementPart,
)
from formateur.reporting.schema_account import PollPart

GOVERNMENT_ROWS = 8
"""Coalitions shown to people; the document lists them all."""

EVENT_ROWS = 8
"""Events shown to people, latest first."""


def shown_governments(document: ForecastDocument) -> list[GovernmentPart]:
    """Return the smallest winning coalitions to show.

    First those that have a majority in at least half of the draws, among them those for which
    fewest lists would go back on their word, then the likeliest; those that have a majority in
    less than one of ten draws are left to the document.
    """
    speakers = {one.id: one.by for one in document.statements}

    def order(government: GovernmentPart) -> tuple[bool, int, int, float, int]:
        always = {speakers[b.statement] for b in government.blocked_by if not b.unless_without}
        under = {speakers[b.statement] for b in government.blocked_by} - always
        seldom, size = government.p_could < 0.5, len(government.lists)
        return seldom, len(always), len(under), -government.p_could, size

    minimal = [g for g in document.governments if g.minimal_winning and g.p_could >= 0.1]
    return sorted(minimal, key=order)[:GOVERNMENT_ROWS]


def shown_would(document: ForecastDocument) -> list[WouldPart]:
    """Return the likeliest governments to show."""
    return document.formation.governments[:GOVERNMENT_ROWS] if document.formation else []


def used_polls(document: ForecastDocument) -> list[PollPart]:
    """Return the polls that the estimate rests on."""
    return [poll for poll in document.polls if poll.used]


HEAVIEST = 10
"""Polls shown at once to people; the document and `formateur polls` list them all."""


def heaviest_polls(document: ForecastDocument) -> list[PollPart]:
    """Return the polls that weigh most, the heaviest first, newer ones first where they tie."""
    return sorted(used_polls(document), key=lambda poll: -poll.weight)[:HEAVIEST]


def kingmakers(document: ForecastDocument) -> list[ListPart]:
    """Return the lists outside all blocs that add a tenth or more to a bloc's chance."""
    inside = {one for bloc in document.blocs for one in bloc.lists}
    return [
        one
        for one in document.lists
        if one.id not in inside and any(_gain(bloc, one) >= 0.1 for bloc in document.blocs)
    ]


def _gain(bloc: BlocPart, one: ListPart) -> float:
    return bloc.p_majority_with.get(one.id, 0.0) - bloc.p_majority


def statements_against(
    government: GovernmentPart, document: ForecastDocument
) -> list[tuple[StatementPart, str]]:
    """Return the statements in the way of a coalition, those in the way of any head of it first.

    The second is the person without whom the coalition breaks nothing, or empty.
    """
    statements = {one.id: one for one in document.statements}
    said = [(statements[one.statement], one.unless_without) for one in government.blocked_by]
    return sorted(said, key=lambda pair: bool(pair[1]))
