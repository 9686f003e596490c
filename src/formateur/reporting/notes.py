"""What a reader must know to read the figures right: assumptions, gaps and limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from formateur.forecasting import Forecast
from formateur.language import Message, message, message_many
from formateur.parliament import predecessors

FEW_DRAWS = 1000
"""With fewer, a chance told as a count of 50 may be wrong by more than one."""

Topic = Literal["what-if", "basis", "constituencies", "government", "motions", "law"]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that a reader must know, and what it is about."""

    topic: Topic
    said: Message


def notes(forecast: Forecast) -> tuple[Note, ...]:
    """Return plain sentences, the weightiest first."""
    told = (
        _about("what-if", _what_if(forecast)),
        _about("basis", _basis(forecast)),
        _about("constituencies", _constituencies(forecast)),
        _about("government", _government(forecast)),
        _about("motions", _motions(forecast)),
        _about("law", _law(forecast)),
    )
    return tuple(chain.from_iterable(told))


def _about(topic: Topic, told: Iterator[Message]) -> Iterator[Note]:
    return (Note(topic, one) for one in told)


def _what_if(forecast: Forecast) -> Iterator[Message]:
    if forecast.rules.changes:
        yield message(
            "What if: not the law as it is, but with {changes}. Voters, lists and polls are taken "
            "to be as they are.",
            changes="; ".join(forecast.rules.changes),
        )
    for one in forecast.without:
        yield message(
            "What if: as if this had not been said on {day}: {summary}",
            day=one.date,
            summary=one.summary,
        )


def _basis(forecast: Forecast) -> Iterator[Message]:
    if forecast.counted:
        yield message(
            "The votes are counted: shares and seats are the official result, not an estimate."
        )
        published = _date_of_step(forecast, "results")
        if published is None or published > forecast.day:
            yield message(
                "On this day the count was not yet official; the figures are those of the final "
                "result."
            )
        return
    silence = _date_of_step(forecast, "poll-silence")
    if silence is not None and silence <= forecast.day:
        yield message(
            "No new poll may be published after {day}: what moved since then cannot be seen.",
            day=silence,
        )
    if forecast.day >= forecast.election.date:
        yield message(
            "The vote has been held and no result is in the folder: the figures rest on polls."
        )
    draws = len(forecast.votes)
    if draws < FEW_DRAWS:
        yield message_many(
            "Only {count} simulated election: every chance and range here is rough. Ask for more "
            "draws.",
            "Only {count} simulated elections: every chance and range here is rough. Ask for more "
            "draws.",
            draws,
        )
    yield from forecast.estimate.notes


def _constituencies(forecast: Forecast) -> Iterator[Message]:
    if forecast.counted or forecast.rules.constituencies == "one":
        return
    previous, learned = forecast.election.previous_votes, forecast.swing
    if previous is None or learned is None:
        yield message(
            "Constituencies are not modelled: the house is shared by the votes of the country "
            "alone, without the seats that only constituencies give. Name their previous result in "
            "election.toml to count them."
        )
        return
    before = previous.election or message("the election before")
    yield message_many(
        "Constituencies move with the country from the result of {election} ({source}); how, and "
        "how far they stray, was learned from {count} pair of elections before {day}.",
        "Constituencies move with the country from the result of {election} ({source}); how, and "
        "how far they stray, was learned from {count} pairs of elections before {day}.",
        len(learned.pairs),
        election=before,
        source=previous.source.text,
        day=learned.cut_off,
    )
    lists = [one for one in forecast.election.lists if one.id in forecast.parliament.lists]
    new = [one.name for one in lists if not predecessors(one, previous.list_ids)]
    if new:
        yield message(
            "Without a predecessor, and so spread evenly where they stand: {lists}.",
            lists=tuple(new),
        )


def _government(forecast: Forecast) -> Iterator[Message]:
    yield message(
        "Coalitions: the chance to have a majority (could) is not the chance to form (would)."
    )
    yield from _formation(forecast)
    if forecast.government.unlisted:
        yield message_many(
            "{count} more minimal winning coalition, less likely than those listed, is not listed.",
            "{count} more minimal winning coalitions, less likely than those listed, are not "
            "listed.",
            forecast.government.unlisted,
        )
    if forecast.government.left_out:
        names = tuple(forecast.election.list(one).name for one in forecast.government.left_out)
        yield message(
            "Too many lists to combine all; not in any coalition shown: {lists}.", lists=names
        )


def _formation(forecast: Forecast) -> Iterator[Message]:
    would = forecast.formation
    if would is None:
        return
    model = would.model
    yield message(
        "Would: learned from {governments} governments before {day}, and the force of statements "
        "from {formations} formations before which pledges are known.",
        governments=model.formations,
        day=model.cut_off,
        formations=model.spoken_formations,
    )
    if would.unplaced:
        yield message(
            "Nobody has placed {lists} from left to right: taken to stand where the others stand "
            "on average.",
            lists=tuple(would.unplaced),
        )
    if not would.table.known_to_record:
        yield message(
            "No past cabinets of the country are known: who has governed with whom, and who is in "
            "office unless [outgoing] tells it, is left open."
        )
    if not would.procedure.id:
        yield message("No procedure is named: talks are taken to last as long as they take.")
    if would.table.kept_whole:
        yield message("Too many players; kept whole: {lists}.", lists=tuple(would.table.kept_whole))


def _motions(forecast: Forecast) -> Iterator[Message]:
    if any("unknown" in {d.position for d in answer.deciders} for answer in forecast.motions):
        yield message(
            "Motions: a list that has not said where it stands is taken to lean to where lists "
            "near it from left to right have said they stand, and to toss a coin where none has; "
            "that is next to ignorance, not a forecast."
        )


def _law(forecast: Forecast) -> Iterator[Message]:
    if forecast.rules.limits:
        yield message("Law: {limits}", limits=forecast.rules.limits)


def _date_of_step(forecast: Forecast, step: str) -> date | None:
    days = [one.date for one in forecast.election.calendar if one.step == step]
    return max(days, default=None)
