"""The statements of an election, as words about its players."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from formateur.facts import Election, Statement, Target
from formateur.government.formation.players import Table
from formateur.government.formation.words import FIRM, ONCE, Effect, Word
from formateur.government.statements import in_force

FADING_DAYS = 90.0
"""Days after the vote in which the force of a statement falls by a factor e. Assumed: the pledges
that force was learned from carry no day on which they were broken."""


def words_from(election: Election, table: Table, day: date) -> tuple[Word, ...]:
    """Put the statements in force down as words.

    A statement about a person who leads a player is about that player's head; one about another
    person is about the player on whose list he or she stands, as if said once. Policies and the
    head of the largest list, whoever that will be, say nothing here; nor does a list that tolerates
    another: in campaigns that mostly means that it is not ruled out.
    """
    waited = max((day - election.date).days, 0)
    faded = math.exp(-waited / FADING_DAYS)
    return tuple(
        word
        for one in in_force(election.statements)
        for word in _words(one, election, table, faded)
    )


def _words(said: Statement, election: Election, table: Table, faded: float) -> Iterator[Word]:
    strength = faded * (FIRM if said.firmness == "categorical" else ONCE)
    if said.stance == "recommends":
        strength = faded
    target = next((one for one in election.targets if one.id == said.about), None)
    person = said.about.removeprefix("person:") if said.about.startswith("person:") else ""
    for speaker in table.of_list(said.by):
        if person:
            yield from _about_person(
                said, person, election, table, speaker=speaker, strength=strength
            )
        elif target is not None:
            yield from _about_target(
                said, target, election, table, speaker=speaker, strength=strength
            )
        else:
            others = tuple(k for k in table.of_list(said.about) if k != speaker)
            yield from _about_players(
                said, others, all_of=False, speaker=speaker, strength=strength
            )


def _about_person(
    said: Statement,
    person: str,
    election: Election,
    table: Table,
    *,
    speaker: int,
    strength: float,
) -> Iterator[Word]:
    leads = [k for k, one in enumerate(table.players) if one.leader == person]
    if not leads:
        home = next((one.list for one in election.persons if one.id == person), "")
        others = tuple(k for k in table.of_list(home) if k != speaker)
        yield from _about_players(
            said, others, all_of=False, speaker=speaker, strength=min(strength, ONCE)
        )
        return
    head = leads[0]
    own = table.players[head].list == table.players[speaker].list
    if own and said.stance == "excludes":
        return
    player = table.players[head]
    if player.id != player.list and said.stance == "excludes" and not _heads_list(person, election):
        yield from _about_players(said, (head,), all_of=False, speaker=speaker, strength=strength)
        return
    yield Word(id=said.id, speaker=speaker, effect=_effect(said), head=head, strength=strength)


def _heads_list(person: str, election: Election) -> bool:
    return any(one.leader == person for one in election.lists)


def _about_target(
    said: Statement,
    target: Target,
    election: Election,
    table: Table,
    *,
    speaker: int,
    strength: float,
) -> Iterator[Word]:
    if said.stance == "tolerates" and target.all_of:
        yield from _from_outside(said, table.of_list(target.all_of[0]), speaker, strength)
        return
    if target.head:
        yield from _about_person(
            said, target.head, election, table, speaker=speaker, strength=strength
        )
        return
    named = target.all_of or target.any_of
    own = table.players[speaker].list
    others = tuple(k for one in named for k in table.of_list(one) if table.players[k].list != own)
    yield from _about_players(
        said, others, all_of=bool(target.all_of), speaker=speaker, strength=strength
    )


def _from_outside(
    said: Statement, leads: tuple[int, ...], speaker: int, strength: float
) -> Iterator[Word]:
    """Put down the support of a government that the speaker is not in, by who would lead it."""
    if leads and speaker not in leads:
        yield Word(
            id=said.id, speaker=speaker, effect="tolerates", others=leads[:1], strength=strength
        )


def _about_players(
    said: Statement, others: tuple[int, ...], *, all_of: bool, speaker: int, strength: float
) -> Iterator[Word]:
    if others and said.stance != "tolerates":
        yield Word(
            id=said.id,
            speaker=speaker,
            effect=_effect(said),
            others=others,
            all_of=all_of,
            strength=strength,
        )


def _effect(said: Statement) -> Effect:
    return said.stance
