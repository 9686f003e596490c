"""The numbers of the model, learned from the elections before a day, and where they are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from formateur.shipped import check_schema, newest_shipped
from formateur.votes.unprinted import Unprinted

SCHEMA = "formateur/learned-state-space/1"
KIND = "state-space"

Effects = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """How opinion moves and how polls see it; on the log of a list of 20 percent.

    Attributes
    ----------
    pace
        Factor of all movement.
    rush
        Factor of the movement that only the campaign brings.
    house
        Standard deviation of a house effect.
    overdispersion
        Square of the scale of a poll's Student t as a multiple of the variance of a simple random
        sample. The variance of a t with four degrees is twice that square: 1/2 is a poll whose
        error is that of a random sample.
    extra
        Standard deviation of a poll that no sample size takes away.
    looseness
        Standard deviation of a result around the previous one.
    most
        A previous result that is farther away than this pulls no harder.
    """

    pace: float
    rush: float
    house: float
    overdispersion: float
    extra: float
    looseness: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedError:
    """The error of election day, which all polls share; on the log of a share.

    Attributes
    ----------
    scale
        Scale of the Student t for a list of 20 percent; no poll of the campaign takes it away.
    exponent
        How the error falls with the size of a list.
    drift
        Variance of the level on election day as a multiple of what the filter gives.
    bloc
        Part of the error of a bloc's sum that is taken out again, 0 to 1: what a list of the bloc
        loses, the others of it win.
    """

    scale: float
    exponent: float
    drift: float
    bloc: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Countries taken together.

    Attributes
    ----------
    factor
        Their shared error as a multiple of that of all countries, after pooling.
    elections
        How many it was measured on.
    """

    factor: float
    elections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollsterRecord:
    """How far the last polls of a house before past votes were off.

    Attributes
    ----------
    elections
        How many.
    error
        Mean absolute error of a list, percentage points.
    """

    elections: int
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Everything the model has learned from past elections.

    Attributes
    ----------
    cut_off
        Only elections before this day were used.
    elections
        How many.
    families
        By name.
    records
        By country and list: how much better than its polls it did, shrunken; on the scaled log.
    houses
        By country, house and list: the house effect as last seen, shrunken; on the scaled log.
    pollsters
        By country and house.
    unprinted
        What is taken in the place of what polls do not print.
    sources
        The poll collections it was learned from.
    """

    cut_off: date
    elections: int
    motion: Motion
    error: SharedError
    families: Mapping[str, Family]
    records: Mapping[str, Effects]
    houses: Mapping[str, Mapping[str, Effects]]
    pollsters: Mapping[str, Mapping[str, PollsterRecord]]
    unprinted: Unprinted
    sources: tuple[str, ...]

    def __repr__(self) -> str:
        """Return a digest that tells these numbers from any others: it goes into the id of a run.

        All of them count, down to the record of one list.
        """
        text = json.dumps(learned_document(self), sort_keys=True)
        return f"Learned({self.cut_off}, {sha256(text.encode()).hexdigest()[:16]})"


def learned_document(learned: Learned) -> dict[str, Any]:
    """Return the numbers as a document of the schema `SCHEMA`, of plain values."""
    return {"schema": SCHEMA, **asdict(learned), "cut_off": str(learned.cut_off)}


def learned_from(document: Mapping[str, Any]) -> Learned:
    """Build the numbers from a document of the schema `SCHEMA`.

    Raises
    ------
    UsageError
        When the document is of another schema.
    """
    check_schema(document, SCHEMA, "`formateur learn`")
    return Learned(
        cut_off=date.fromisoformat(document["cut_off"]),
        elections=document["elections"],
        motion=Motion(**document["motion"]),
        error=SharedError(**document["error"]),
        families={name: Family(**row) for name, row in document["families"].items()},
        records=document["records"],
        houses=document["houses"],
        pollsters={
            country: {house: PollsterRecord(**row) for house, row in rows.items()}
            for country, rows in document["pollsters"].items()
        },
        unprinted=Unprinted(**document["unprinted"]),
        sources=tuple(document["sources"]),
    )


@cache
def load_learned(day: date) -> Learned:
    """Load the newest shipped file whose cut-off is not after `day`.

    Raises
    ------
    NotEnoughPollsError
        When every shipped file was learned from elections of that day or later.
    """
    return learned_from(
        json.loads(
            newest_shipped(KIND, day, "what polls have been worth").read_text(encoding="utf-8")
        )
    )
