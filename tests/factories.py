"""Small made-up facts for tests; change what matters with `dataclasses.replace`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import numpy as np

from formateur.facts import (
    Bloc,
    Draws,
    Election,
    ElectoralList,
    Event,
    Motion,
    Person,
    Poll,
    Position,
    PositionTaken,
    Result,
    Source,
    Stance,
    Statement,
    Target,
)
from formateur.forecasting import Forecast, make_forecast
from formateur.language import message
from formateur.law import Law, Rules, Statute, load_law
from formateur.law.steps.threshold import Threshold
from formateur.votes import PollUse, VoteEstimate

SOURCE = Source("The Daily, 1 May 2030")
VOTE_DAY = date(2030, 5, 20)


def may(day: int) -> date:
    return date(2030, 5, day)


def a_list(
    list_id: str, *, founded: date | None = None, ended: date | None = None
) -> ElectoralList:
    return ElectoralList(
        id=list_id, name=list_id.title(), founded=founded, ended=ended, source=SOURCE
    )


def a_person(person_id: str, on: str = "") -> Person:
    return Person(id=person_id, name=person_id.title(), list=on)


def a_bloc(bloc_id: str, *lists: str) -> Bloc:
    return Bloc(id=bloc_id, name=bloc_id.title(), lists=lists, source=SOURCE)


def an_election(
    lists: Sequence[str | ElectoralList],
    *,
    blocs: Sequence[Bloc] = (),
    persons: Sequence[Person] = (),
    targets: Sequence[Target] = (),
    statements: Sequence[Statement] = (),
) -> Election:
    """An election on 20 May 2030; a list may be given by its id alone."""
    return Election(
        id="xx-2030",
        country="xx",
        chamber="Diet",
        name="Exampleland 2030",
        date=VOTE_DAY,
        law="law.toml",
        source=SOURCE,
        lists=tuple(a_list(one) if isinstance(one, str) else one for one in lists),
        blocs=tuple(blocs),
        persons=tuple(persons),
        targets=tuple(targets),
        statements=tuple(statements),
    )


def a_poll(
    poll_id: str, *, start: date | None = None, end: date, published: date | None = None
) -> Poll:
    return Poll(
        id=poll_id,
        pollster="House",
        fieldwork_start=start,
        fieldwork_end=end,
        published=published,
        scale="percent",
        readings={},
        source=SOURCE,
    )


def says(by: str, stance: Stance, about: str, *, on: date = date(2030, 5, 1)) -> Statement:
    return Statement(
        id=f"{by} {stance} {about} {on}",
        date=on,
        by=by,
        about=about,
        stance=stance,
        summary="Said so",
        source=SOURCE,
    )


def an_event(event_id: str, on: date, time: str = "") -> Event:
    return Event(id=event_id, date=on, time=time, title=event_id, kind="speech", source=SOURCE)


def a_position(by: str, position: Position, on: date = date(2030, 5, 1)) -> PositionTaken:
    return PositionTaken(list=by, position=position, date=on, source=SOURCE)


def a_motion(
    *positions: PositionTaken, majority: str = "plain", raised: date = date(2030, 5, 1)
) -> Motion:
    return Motion(
        id="treaty",
        title="Treaty",
        question="Would it pass?",
        majority=majority,
        first_raised=raised,
        positions=positions,
        source=SOURCE,
    )


def a_result(list_id: str, share: float, seats: int) -> Result:
    return Result(list=list_id, votes=None, share=share, seats=seats, source=SOURCE)


def seat_draws(seats: Mapping[str, Sequence[int]]) -> Draws:
    """Seats by list, one number for each draw."""
    return Draws(np.array(list(seats.values()), dtype=np.int64).T, tuple(seats), "seats", "run")


def vote_draws(shares: Mapping[str, Sequence[float]]) -> Draws:
    """Shares by list, one number for each draw."""
    return Draws(np.array(list(shares.values()), dtype=float).T, tuple(shares), "share", "run")


def some_rules(seats: int, threshold: Fraction = Fraction(0)) -> Rules:
    """Rules of a house without a way to give out its seats."""
    return Rules(
        law="xx",
        name="Exampleland",
        country="xx",
        chamber="Diet",
        day=VOTE_DAY,
        seats=seats,
        steps=(Threshold(share=threshold),) if threshold else (),
        ties="lot",
        sources=(Statute("seats", "Basic Law, s. 1", date(1990, 1, 1)),),
        limits="",
    )


def knesset_of(seats: int) -> Law:
    """The law of the Knesset (D'Hondt, agreements, threshold of 3.25 %) with another house."""
    law = load_law("il-knesset")
    return replace(law, seats=(replace(law.seats[-1], value=seats),))


@dataclass(frozen=True)
class FixedVotes:
    """An estimator that returns the draws it is given."""

    votes: Draws
    name: str = "fixed"

    def estimate(
        self,
        election: Election,
        rules: Rules | None,  # noqa: ARG002 - the verb of all estimators
        day: date,  # noqa: ARG002
        *,
        draws: int,  # noqa: ARG002
        rng: np.random.Generator,  # noqa: ARG002
        run: str,
    ) -> VoteEstimate:
        """Return the draws, and no poll as used."""
        own = Draws(self.votes.values, self.votes.lists, "share", run)
        centre = dict(zip(own.lists, own.values.mean(axis=0).tolist(), strict=True))
        polls = tuple(PollUse(poll, False, message("fixed"), 0.0) for poll in election.polls)
        return VoteEstimate(draws=own, centre=centre, polls=polls, notes=())


def a_forecast(election: Election, votes: Draws, *, seats: int, day: int = 10) -> Forecast:
    """A forecast as of a day of May with given draws, in a Knesset of `seats`."""
    return make_forecast(election, knesset_of(seats), may(day), FixedVotes(votes), draws=len(votes))
