"""The legal steps by the name that law files use; a new step is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from formateur.law.count import Stage, Step
from formateur.law.divisors import DIVISORS
from formateur.law.steps.highest_averages import HighestAverages
from formateur.law.steps.largest_remainder import LargestRemainderHare
from formateur.law.steps.surplus_agreements import JoinSurplusAgreements, SplitSurplusAgreements
from formateur.law.steps.threshold import Threshold

_ALL: tuple[Step, ...] = (
    Threshold(),
    JoinSurplusAgreements(),
    *(HighestAverages(divisor) for divisor in DIVISORS),
    LargestRemainderHare(),
    *(SplitSurplusAgreements(divisor) for divisor in DIVISORS),
)
STEPS: Mapping[str, Step] = {step.name: step for step in _ALL}
"""Every step that a law file may name."""

_ORDER: tuple[Stage, ...] = ("qualify", "join", "allocate", "split")


def misorder(steps: Sequence[Step]) -> str:
    """Return what is wrong with a sequence of steps; empty when nothing is."""
    stages = [step.stage for step in steps]
    if stages.count("allocate") != 1:
        return "exactly one step must give out the seats (highest-averages or largest-remainder)"
    ranks = [_ORDER.index(stage) for stage in stages]
    if ranks != sorted(set(ranks)):
        return "the order is threshold, join, allocation, split, each once at most"
    if ("join" in stages) != ("split" in stages):
        return "join-surplus-agreements and split-surplus-agreements come together or not at all"
    return ""
