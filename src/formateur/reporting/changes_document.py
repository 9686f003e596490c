"""From two forecasts and the steps between them to the document of what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from formateur.comparing import Changes, Step
from formateur.facts import OTHER, Draws
from formateur.forecasting import Forecast
from formateur.language import Message, in_english, message
from formateur.reporting import changes_schema as schema
from formateur.reporting.citations import Sources
from formateur.reporting.figures import chance, spread
from formateur.reporting.messages import written
from formateur.reporting.names import names_in_languages
from formateur.version import __version__


def make_changes_document(changes: Changes) -> schema.ChangesDocument:
    """Write what changed down as the document that every output is made from."""
    before, after, sources = changes.before, changes.after, Sources()
    told = tuple(_notes(changes))
    known = {poll.id for poll in before.election.polls}
    weights = {use.poll.id: use.weight for use in after.estimate.polls}
    return schema.ChangesDocument(
        election=after.election.id,
        name=after.election.name,
        first=before.day,
        last=after.day,
        days_to_election=(after.election.date - after.day).days,
        majority=after.rules.majority,
        estimator=after.estimator,
        draws=len(after.votes),
        seed=after.seed,
        version=__version__,
        run_before=before.run,
        run_after=after.run,
        lists=_lists(changes),
        steps=[_step(step, weights, sources) for step in changes.steps],
        blocs=_blocs(before, after),
        weight_of_earlier_polls=chance(sum(w for one, w in weights.items() if one in known)),
        notes=[in_english(one) for one in told],
        messages=[written(one) for one in told],
        names=names_in_languages(after.election),
        sources=sources.parts(),
    )


def _lists(changes: Changes) -> list[schema.ListChange]:
    before, after = changes.before, changes.after
    size = {
        one: float(made.votes[one].mean())
        for made in (before, after)
        for one in made.votes.lists
        if one != OTHER
    }
    pulled = [
        {one.list: one.previous for one in made.estimate.account().uncertainty}
        for made in (before, after)
    ]
    names = {one.id: one.name for made in (before, after) for one in made.election.lists}
    return [
        schema.ListChange(
            id=one,
            name=names[one],
            votes=_moved(before.votes, after.votes, one, sum(s.votes[one] for s in changes.steps)),
            seats=_moved(
                before.parliament, after.parliament, one, sum(s.seats[one] for s in changes.steps)
            ),
            previous=_pair(pulled[0], pulled[1], one) if any(pulled) else None,
            p_threshold=_pair(before.p_threshold, after.p_threshold, one),
            p_largest=_pair(before.p_largest, after.p_largest, one),
        )
        for one in sorted(size, key=lambda one: (-size[one], one))
    ]


def _moved(before: Draws, after: Draws, one: str, change: float) -> schema.Moved:
    factor = 100 if before.unit == "share" else 1
    told = [spread(factor * d[one]) if one in d.lists else None for d in (before, after)]
    return schema.Moved(before=told[0], after=told[1], change=round(change, 4))


def _pair(before: Mapping[str, float], after: Mapping[str, float], one: str) -> schema.Pair:
    return schema.Pair(before=chance(before.get(one, 0.0)), after=chance(after.get(one, 0.0)))


def _step(step: Step, weights: Mapping[str, float], sources: Sources) -> schema.StepPart:
    poll = step.poll
    return schema.StepPart(
        cause=step.cause,
        poll=poll.id if poll else None,
        pollster=poll.pollster if poll else "",
        fieldwork_end=poll.fieldwork_end if poll else None,
        known_from=poll.known_from if poll else None,
        weight=round(weights[poll.id], 5) if poll else 0.0,
        votes={one: round(points, 4) for one, points in step.votes.items()},
        seats={one: round(seats, 4) for one, seats in step.seats.items()},
        previous={one: round(points, 4) for one, points in step.previous.items()},
        source=sources.cite(poll.source) if poll else None,
    )


def _blocs(before: Forecast, after: Forecast) -> list[schema.BlocChange]:
    known = {bloc.bloc.id: bloc for bloc in before.blocs}
    return [
        schema.BlocChange(
            id=bloc.bloc.id,
            name=bloc.bloc.name,
            seats=schema.Pair(
                before=round(float(known[bloc.bloc.id].seats.mean()), 3),
                after=round(float(bloc.seats.mean()), 3),
            ),
            p_majority=schema.Pair(
                before=chance(known[bloc.bloc.id].p_majority), after=chance(bloc.p_majority)
            ),
        )
        for bloc in after.blocs
        if bloc.bloc.id in known
    ]


def _notes(changes: Changes) -> Iterator[Message]:
    yield message(
        "Law and settings are the same on both days. Changes are of means; every step is taken "
        "with the same random numbers, so the steps add up to the change."
    )
    causes = [step.cause for step in changes.steps]
    if causes[0] != "days":
        yield message(
            "The polls of the earlier day are too old for this model on the later day, so what "
            "time and other facts moved is told with the first new poll."
        )
    elif not any(changes.steps[0].votes.values()):
        yield message(
            "Time alone moves nothing in this model: without a new poll, opinion is as far from "
            "the vote as it was when it was last asked. Older polls lose weight when new ones come."
        )
