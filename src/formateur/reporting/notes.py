"""What a reader must know to read the figures right: assumptions, gaps and limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from formateur.forecasting import Forecast
from formateur.parliament import predecessors

FEW_DRAWS = 1000
"""With fewer, a chance told as a count of 50 may be wrong by more than one."""


def notes(forecast: Forecast) -> tuple[str, ...]:
    """Return plain sentences, the weightiest first."""
    return (
        *_what_if(forecast),
        *_basis(forecast),
        *_constituencies(forecast),
        *_government(forecast),
        *_motions(forecast),
        *_law(forecast),
    )


def _what_if(forecast: Forecast) -> Iterator[str]:
    if forecast.rules.changes:
        yield (
            f"What if: not the law as it is, but with {'; '.join(forecast.rules.changes)}. Voters, "
            "lists and polls are taken to be as they are."
        )
    for one in forecast.without:
        yield f"What if: as if this had not been said on {one.date}: {one.summary}"


def _basis(forecast: Forecast) -> Iterator[str]:
    if forecast.counted:
        yield "The votes are counted: shares and seats are the official result, not an estimate."
        published = _date_of_step(forecast, "results")
        if published is None or published > forecast.day:
            yield (
                "On this day the count was not yet official; "
                "the figures are those of the final result."
            )
        return
    silence = _date_of_step(forecast, "poll-silence")
    if silence is not None and silence <= forecast.day:
        yield (
            f"No new poll may be published after {silence.day} {silence:%B %Y}: what moved since "
            "then cannot be seen."
        )
    if forecast.day >= forecast.election.date:
        yield "The vote has been held and no result is in the folder: the figures rest on polls."
    draws = len(forecast.votes)
    if draws < FEW_DRAWS:
        yield (
            f"Only {draws:,} simulated {'election' if draws == 1 else 'elections'}: every chance "
            "and range here is rough. Ask for more draws."
        )
    yield from forecast.estimate.notes


def _constituencies(forecast: Forecast) -> Iterator[str]:
    if forecast.counted or forecast.rules.constituencies == "one":
        return
    previous, learned = forecast.election.previous_votes, forecast.swing
    if previous is None or learned is None:
        yield (
            "Constituencies are not modelled: the house is shared by the votes of the country "
            "alone, without the seats that only constituencies give. Name their previous result in "
            "election.toml to count them."
        )
        return
    before = previous.election or "the election before"
    yield (
        f"Constituencies move with the country from the result of {before} ({previous.source.text})"
        "; how, and how far they stray, was learned from "
        f"{len(learned.pairs)} {'pair' if len(learned.pairs) == 1 else 'pairs'} of elections "
        f"before {learned.cut_off}."
    )
    lists = [one for one in forecast.election.lists if one.id in forecast.parliament.lists]
    new = [one.name for one in lists if not predecessors(one, previous.list_ids)]
    if new:
        yield f"Without a predecessor, and so spread evenly where they stand: {', '.join(new)}."


def _government(forecast: Forecast) -> Iterator[str]:
    yield ("Coalitions: the chance to have a majority (could) is not the chance to form (would).")
    yield from _formation(forecast)
    if forecast.government.unlisted:
        yield (
            f"{forecast.government.unlisted:,} more minimal winning coalitions, less likely than "
            "those listed, are not listed."
        )
    if forecast.government.left_out:
        names = [forecast.election.list(one).name for one in forecast.government.left_out]
        yield f"Too many lists to combine all; not in any coalition shown: {', '.join(names)}."


def _formation(forecast: Forecast) -> Iterator[str]:
    would = forecast.formation
    if would is None:
        return
    model = would.model
    yield (
        f"Would: learned from {model.formations} governments before {model.cut_off}, and the force "
        f"of statements from {model.spoken_formations} formations before which pledges are known."
    )
    if would.unplaced:
        yield (
            f"Nobody has placed {', '.join(would.unplaced)} from left to right: taken to stand "
            "where the others stand on average."
        )
    if not would.table.known_to_record:
        yield (
            "No past cabinets of the country are known: who has governed with whom, and who is in "
            "office unless [outgoing] tells it, is left open."
        )
    if not would.procedure.id:
        yield "No procedure is named: talks are taken to last as long as they take."
    if would.table.kept_whole:
        yield f"Too many players; kept whole: {', '.join(would.table.kept_whole)}."


def _motions(forecast: Forecast) -> Iterator[str]:
    if any("unknown" in {d.position for d in answer.deciders} for answer in forecast.motions):
        yield (
            "Motions: a list that has not said where it stands is taken to lean to where lists "
            "near it from left to right have said they stand, and to toss a coin where none has; "
            "that is next to ignorance, not a forecast."
        )


def _law(forecast: Forecast) -> Iterator[str]:
    if forecast.rules.limits:
        yield f"Law: {forecast.rules.limits}"


def _date_of_step(forecast: Forecast, step: str) -> date | None:
    days = [one.date for one in forecast.election.calendar if one.step == step]
    return max(days, default=None)
