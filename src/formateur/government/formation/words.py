"""What was said about governing, as numbers on coalitions and on their heads.

Every statement is put down as a `Word`: who speaks, whom it concerns, and how firm it is. Words on
parties change the chance of coalitions; words on persons that of coalitions under a head, so that
"never under Ann" stands in the way of Ann's party only where Ann would head the government.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Pledge
from formateur.government.formation.coalition_sets import membership

Effect = Literal["excludes", "promises", "prefers", "requires", "tolerates", "recommends"]

EFFECTS = (
    "excluded",
    "excluded_head",
    "promised",
    "promise_left_out",
    "preferred",
    "required_left_out",
    "tolerated",
    "recommended_share",
    "opposed",
)
"""What words do: the speaker governs with whom it excludes, or under such a head; with whom it
promised to; without; with whom it prefers; without whom it demands; whom it tolerates governs
without it; the share of the seats that recommends the head; a cabinet without a majority faces
seats that exclude one of its members or its head, squared so that half of the house counts 1."""

AGAINST = ("excluded", "excluded_head", "promise_left_out", "required_left_out", "opposed")
"""Effects that speak against a coalition; the others speak for it."""

FIRM, ONCE = 1.0, 0.25
"""Strength of what was decided, repeated or signed, and of what was said once."""

OPPOSED = EFFECTS.index("opposed")

MOST_OF_ONE_KIND = 3.0
"""Words of one kind beyond so many in one coalition add nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One statement about the players of a scene.

    Attributes
    ----------
    id
        Of the statement.
    speaker
        Index of the player that speaks.
    others
        Indices of those it concerns, the speaker not among them.
    all_of
        Whether it concerns all of `others` together, rather than any of them.
    head
        Index of the player whose head of government it concerns; ``None`` when it is about
        parties.
    strength
        From 0 to 1.
    """

    id: str
    speaker: int
    effect: Effect
    others: tuple[int, ...] = ()
    all_of: bool = False
    head: int | None = None
    strength: float = FIRM


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """What all words do together.

    Attributes
    ----------
    coalitions
        float64, shape (2^players, effects).
    heads
        float64, shape (players, 2^players, effects): the same under each head.
    """

    coalitions: NDArray[np.float64]
    heads: NDArray[np.float64]


def spoken(words: Sequence[Word], share: NDArray[np.float64]) -> Spoken:
    """Add up what words do.

    Parameters
    ----------
    share
        Share of the seats of each player, shape (players,): recommendations weigh by it.
    """
    players = len(share)
    coalitions = np.zeros((1 << players, len(EFFECTS)))
    heads = np.zeros((players, 1 << players, len(EFFECTS)))
    for word in words:
        if word.head is None:
            for name, where in hits(word, players).items():
                coalitions[:, EFFECTS.index(name)] += word.strength * where
            continue
        for name, where in hits(word, players).items():
            weight = share[word.speaker] if name == "recommended_share" else word.strength
            heads[word.head, :, EFFECTS.index(name)] += weight * where
    against = _opposed(words, share)
    coalitions[:, OPPOSED] = against[players]
    heads[:, :, OPPOSED] = against[:players] - against[players]
    return Spoken(np.minimum(coalitions, MOST_OF_ONE_KIND), np.minimum(heads, MOST_OF_ONE_KIND))


def _opposed(words: Sequence[Word], share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weigh the seats that are pledged against a cabinet without a majority.

    Returns
    -------
    ndarray
        float64, shape (players + 1, 2^players): under each head, and last under any.
    """
    players = len(share)
    inside = membership(players)
    against = np.zeros((players, players + 1, 1 << players))  # speaker, head or any, coalition
    for word in words:
        if word.effect != "excludes":
            continue
        if word.head is None:
            others = inside[:, list(word.others)]
            there = others.all(axis=1) if word.all_of else others.any(axis=1)
            where = range(players + 1)
        else:
            there, where = inside[:, word.head], range(word.head, word.head + 1)
        for place in where:
            seen = against[word.speaker, place]
            np.maximum(seen, word.strength * (there & ~inside[:, word.speaker]), out=seen)
    minority = inside @ share <= 0.5
    seats = np.tensordot(share, against, axes=1)
    return np.asarray(minority * np.minimum(seats / 0.5, 1.0) ** 2)


def hits(word: Word, players: int) -> dict[str, NDArray[np.bool_]]:
    """Return in which coalitions a word has which effect, bool, shape (2^players,).

    For a word on a head these are the coalitions that this head would lead.
    """
    inside = membership(players)
    speaks = inside[:, word.speaker]
    if word.head is not None:
        return _on_head(word, speaks, inside[:, word.head])
    others = inside[:, list(word.others)]
    there = others.all(axis=1) if word.all_of else others.any(axis=1)
    effects: dict[Effect, dict[str, NDArray[np.bool_]]] = {
        "excludes": {"excluded": speaks & there},
        "promises": {"promised": speaks & there, "promise_left_out": speaks & ~there},
        "prefers": {"preferred": speaks & there},
        "recommends": {"preferred": speaks & there},
        "requires": {"required_left_out": speaks & ~there},
        "tolerates": {"tolerated": there & ~speaks},
    }
    return effects[word.effect]


def _on_head(
    word: Word, speaks: NDArray[np.bool_], governs: NDArray[np.bool_]
) -> dict[str, NDArray[np.bool_]]:
    effects: dict[Effect, dict[str, NDArray[np.bool_]]] = {
        "excludes": {"excluded_head": speaks & governs},
        "recommends": {"recommended_share": governs},
        "promises": {"promised": speaks & governs},
        "requires": {"promised": speaks & governs},
        "prefers": {"preferred": speaks & governs},
        "tolerates": {"tolerated": governs & ~speaks},
    }
    return effects[word.effect]


def words_of(pledges: Sequence[Pledge], players: Sequence[str]) -> tuple[Word, ...]:
    """Put pledges down as words; those about nobody among the players say nothing."""
    index = {one: k for k, one in enumerate(players)}
    found = (_word(one, index) for one in pledges if one.by in index)
    return tuple(one for one in found if one is not None)


def _word(pledge: Pledge, index: dict[str, int]) -> Word | None:
    strength = ONCE if pledge.firmness == "said" else FIRM
    speaker = index[pledge.by]
    kind, _, names = pledge.about.rpartition(":")
    if kind == "person":
        head = index.get(pledge.person_party)
        own = head == speaker and pledge.stance != "recommends"
        if head is None or own:
            return None
        return Word(
            id=pledge.id, speaker=speaker, effect=pledge.stance, head=head, strength=strength
        )
    others = tuple(index[one] for one in names.split("+") if one in index and one != pledge.by)
    if not others:
        return None
    return Word(
        id=pledge.id,
        speaker=speaker,
        effect=pledge.stance,
        others=others,
        all_of=kind == "coalition",
        strength=strength,
    )
