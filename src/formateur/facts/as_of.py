"""What was known on a day: the one place where later facts are dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from formateur.facts.constituencies import PreviousVotes
from formateur.facts.election import Election
from formateur.facts.event import CalendarStep
from formateur.facts.lists import Bloc, ElectoralList, Person, Target
from formateur.facts.motion import Motion

ANNOUNCED_STEPS = ("vote", "poll-silence", "lists-close", "agreements-close")
"""Steps whose date is fixed by law when the election is called, and so known beforehand."""


def as_of(election: Election, day: date) -> Election:
    """Drop every fact that was not public on `day`.

    Lists founded later vanish, and with them their agreements, their place in blocs and targets,
    and targets that cannot be met without them; a list that ends later is shown as still
    standing. Results are known from the day after the vote.

    Parameters
    ----------
    election
        The election with all its facts.
    day
        The last day whose facts are kept.

    Returns
    -------
    Election
        The same election as it stood at the end of `day`.
    """
    lists = tuple(_as_it_stood(one, day) for one in election.lists if _known(one, day))
    ids = {one.id for one in lists}
    targets = tuple(t for t in (_target_on(t, ids) for t in election.targets) if t is not None)
    later_lists = {one.id for one in election.lists} - ids
    later_targets = {one.id for one in election.targets} - {one.id for one in targets}
    unheard_of = later_lists | later_targets
    called = _called_by(election, day)
    return replace(
        election,
        lists=lists,
        persons=tuple(_on_known_list(one, ids) for one in election.persons),
        blocs=tuple(b for b in (_within(bloc, ids) for bloc in election.blocs) if b.lists),
        targets=targets,
        agreements=tuple(a for a in election.agreements if a.date <= day and set(a.lists) <= ids),
        polls=tuple(poll for poll in election.polls if poll.known_from <= day),
        statements=tuple(
            said
            for said in election.statements
            if said.date <= day and said.by in ids and said.about not in unheard_of
        ),
        events=tuple(event for event in election.events if event.date <= day),
        motions=tuple(_motion_on(m, day) for m in election.motions if m.first_raised <= day),
        calendar=tuple(s for s in election.calendar if _step_known(s, day, called=called)),
        results=election.results if day > election.date else (),
        previous_votes=_counted_by(election.previous_votes, day),
    )


def default_day(election: Election, today: date) -> date:
    """Return the day to forecast for when none is asked: today, or the eve of a past vote."""
    return min(today, election.date - timedelta(days=1))


def _counted_by(votes: PreviousVotes | None, day: date) -> PreviousVotes | None:
    if votes is None or votes.date is None or votes.date < day:
        return votes
    return None


def _known(one: ElectoralList, day: date) -> bool:
    return one.founded is None or one.founded <= day


def _as_it_stood(one: ElectoralList, day: date) -> ElectoralList:
    if one.ended is not None and one.ended > day:
        return replace(one, ended=None, joined="")
    return one


def _on_known_list(person: Person, ids: set[str]) -> Person:
    return person if person.list in ids else replace(person, list="")


def _within(bloc: Bloc, ids: set[str]) -> Bloc:
    return replace(bloc, lists=tuple(one for one in bloc.lists if one in ids))


def _target_on(target: Target, ids: set[str]) -> Target | None:
    """Narrow a target to the known lists; without one that it needs it cannot be meant yet."""
    known = tuple(one for one in target.any_of if one in ids)
    possible = bool(known) == bool(target.any_of) and set(target.all_of) <= ids
    return replace(target, any_of=known) if possible else None


def _motion_on(motion: Motion, day: date) -> Motion:
    return replace(motion, positions=tuple(p for p in motion.positions if p.date <= day))


def _called_by(election: Election, day: date) -> bool:
    """Say whether the election had been called; one whose call is not told was due by law."""
    called = [step.date for step in election.calendar if step.step == "election-called"]
    return not called or min(called) <= day


def _step_known(step: CalendarStep, day: date, *, called: bool) -> bool:
    return step.date <= day or (called and step.step in ANNOUNCED_STEPS)
