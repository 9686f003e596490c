"""Who is asked first to form a government."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Election
from formateur.facts.statement import HEAD_OF_LARGEST
from formateur.government.formation.coalition_sets import membership
from formateur.government.formation.players import Table, player_led_by
from formateur.government.formation.words import Word
from formateur.government.procedure import Position, Procedure
from formateur.government.statements import in_force

KEPT = 0.9
"""Chance that a list which has taken a side before the vote keeps to it when it is asked whom it
names. Assumed."""

SILENT = 0.5
"""Chance that a list which has taken no side, and excluded nobody, names anybody. Assumed."""

RIVALS = 2
"""So many of the largest lists name their own leader, unless they have said otherwise."""


@dataclass(frozen=True, slots=True, eq=False)
class _Lists:
    """The lists of the players.

    Attributes
    ----------
    ids, places
        Of each list, and its players' places.
    own
        Place of the player whose head is the list's leader, int64, shape (lists,).
    leader_of
        The same for every player's list, int64, shape (players,).
    seats
        int64, shape (draws, lists).
    """

    ids: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]
    own: NDArray[np.int64]
    leader_of: NDArray[np.int64]
    seats: NDArray[np.int64]


def asked_first(
    procedure: Procedure,
    table: Table,
    words: Sequence[Word],
    present: Position,
    election: Election,
    *,
    joint: NDArray[np.float64],
    rng: np.random.Generator,
) -> dict[str, float]:
    """Return by player the chance that its head has the first mandate.

    Once somebody has been asked, that is known. A list counts as a whole, under its leader, also
    where it may split. Where the one is asked whom most seats name, every list names somebody in
    every draw (`_naming`); ties are shared.

    Parameters
    ----------
    joint
        Chance of every coalition under every head, shape (2^players, players).
    """
    players = len(table.players)
    if present.mandates:
        led = player_led_by(present.mandates[0], table, election)
        return {} if led is None else {table.players[led].id: 1.0}
    lists = _lists(table, election)
    held = np.zeros((len(table.seats), players + 1))
    if procedure.first == "most-recommended":
        _recommend(held, lists, (table, words, election), joint, rng)
    else:
        held[:, lists.own] = lists.seats
    held = held[:, :players]
    if procedure.first == "likeliest":
        share = joint.sum(axis=0) / joint.sum()
    elif procedure.first == "by-seats":
        share = (held / held.sum(axis=1, keepdims=True)).mean(axis=0)
    else:
        most = held == held.max(axis=1, keepdims=True)
        share = (most / most.sum(axis=1, keepdims=True)).mean(axis=0)
    return {one.id: float(p) for one, p in zip(table.players, share.tolist(), strict=True) if p > 0}


def _lists(table: Table, election: Election) -> _Lists:
    ids = tuple(dict.fromkeys(one.list for one in table.players))
    places = tuple(table.of_list(one) for one in ids)
    own, leader_of = [], np.zeros(len(table.players), dtype=np.int64)
    for one, at in zip(ids, places, strict=True):
        led = player_led_by(election.list(one).leader, table, election)
        own.append(led if led in at else at[0])
        leader_of[list(at)] = own[-1]
    seats = np.column_stack([table.seats[:, list(at)].sum(axis=1) for at in places])
    return _Lists(ids, places, np.array(own), leader_of, seats)


def _recommend(
    held: NDArray[np.float64],
    lists: _Lists,
    said: tuple[Table, Sequence[Word], Election],
    joint: NDArray[np.float64],
    rng: np.random.Generator,
) -> None:
    """Add the seats of every list to the head that it names; the last column is nobody."""
    table, words, election = said
    draws = np.arange(len(held))
    rank = np.argsort(np.argsort(-lists.seats, axis=1, kind="stable"), axis=1)
    largest = lists.own[lists.seats.argmax(axis=1)]
    nobody = _who_name(election, "none")
    the_largest = _who_name(election, f"person:{HEAD_OF_LARGEST}")
    with_head = membership(len(table.players)).T.astype(np.float64) @ joint
    for k, (one, at) in enumerate(zip(lists.ids, lists.places, strict=True)):
        own_words = [word for word in words if word.speaker in at and word.head is not None]
        chances = _naming(own_words, lists.leader_of, with_head[list(at)].sum(axis=0))
        if one in nobody:
            chances = np.eye(len(chances))[-1]
        named = rng.choice(len(chances), size=len(draws), p=chances)
        if one not in nobody and not any(w.effect in _SIDES for w in own_words):
            named = np.where(rank[:, k] < RIVALS, lists.own[k], named)
        if one in the_largest - nobody:
            named = np.where(rng.random(len(draws)) < KEPT, largest, named)
        held[draws, named] += lists.seats[:, k]


def _who_name(election: Election, about: str) -> set[str]:
    said = in_force(election.statements)
    return {one.by for one in said if one.stance == "recommends" and one.about == about}


_SIDES = ("prefers", "requires", "recommends")
"""What a list says who takes a side; the last counts most."""


def _naming(
    words: Sequence[Word], leader_of: NDArray[np.int64], with_head: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the chance that a list names each head, and nobody, shape (players + 1,).

    One that has recommended somebody has done so. One that prefers somebody keeps to it nearly
    always. One that does not, names whom it would likeliest govern under, but never one whom it
    excludes; having excluded somebody, it takes the other side nearly always, else half of the
    time.
    """
    chances = np.zeros(len(with_head) + 1)
    side = max(
        (word for word in words if word.effect in _SIDES),
        key=lambda word: _SIDES.index(word.effect),
        default=None,
    )
    kept = 0.0 if side is None else 1.0 if side.effect == "recommends" else KEPT
    if side is not None and side.head is not None:
        chances[leader_of[side.head]] = kept
    excluded = {leader_of[word.head] for word in words if word.effect == "excludes"}
    open_ = np.bincount(leader_of, weights=with_head, minlength=len(with_head))
    open_[list(excluded)] = 0.0
    taken = (KEPT if excluded else SILENT) * (open_.sum() > 0) * (1 - kept)
    chances[:-1] += taken * open_ / max(open_.sum(), np.finfo(float).tiny)
    chances[-1] = max(1 - chances[:-1].sum(), 0.0)
    return chances
