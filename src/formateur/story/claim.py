"""What a story claims, and what is found about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["time", "race", "outcome", "government", "motion", "event", "opinion"]
Ruling = Literal["supported", "contradicted", "partly", "cannot-be-checked", "opinion"]

KINDS: tuple[Kind, ...] = ("time", "race", "outcome", "government", "motion", "event", "opinion")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a verdict rests on.

    Attributes
    ----------
    what
        What the figure is, in words: "chance that Likud has most seats".
    value
        As number, day or word.
    unit
        ``chance``, ``seats``, ``percent``, ``points``, ``days``, ``day`` or empty.
    day
        The day as of which it holds.
    """

    what: str
    value: str | float
    unit: str
    day: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the figures say of a claim.

    Attributes
    ----------
    rule
        The rule applied, with its thresholds.
    """

    ruling: Ruling
    rule: str
    figures: tuple[Figure, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim: where it stands in its sentence, and the verdict on it.

    Attributes
    ----------
    start, end
        Of its words in the text of the sentence.
    lists
        The lists that it is about.
    core
        Where the words begin and end that no other claim of the kind may use; all by default.
    """

    kind: Kind
    start: int
    end: int
    verdict: Verdict
    lists: tuple[str, ...] = ()
    core: tuple[int, int] = (0, 0)

    def clashes(self, other: Claim) -> bool:
        """Whether the two are of one kind and rest on the same words."""
        (a, b), (c, d) = self.core_span(), other.core_span()
        return self.kind == other.kind and a < d and c < b

    def core_span(self) -> tuple[int, int]:
        """Return `core`, or all the words where none is given."""
        return self.core if self.core[1] else (self.start, self.end)


def unknown(why: str, *figures: Figure, sources: tuple[str, ...] = ()) -> Verdict:
    """Return the verdict that nothing can be said, and why."""
    return Verdict("cannot-be-checked", why, figures, sources)
