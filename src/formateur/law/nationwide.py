"""A law as if the country were one constituency: what is left of it without their votes."""

from __future__ import annotations

from dataclasses import replace

from formateur.errors import LawError
from formateur.law.divisors import Divisors
from formateur.law.formulas import Formula
from formateur.law.quotas import Quota
from formateur.law.rules import Rules
from formateur.law.step import Step
from formateur.law.steps.highest_averages import HighestAverages
from formateur.law.steps.largest_remainder import LargestRemainder


def as_one_constituency(rules: Rules) -> Rules:
    """Return rules that share the whole house by the votes of the country.

    What is kept are the thresholds and the formula by which seats of the country are worked out;
    under a law without such seats it is the formula of the constituencies. The seats that a party
    below the threshold wins in a constituency, and those above its share that it keeps, are lost.

    Raises
    ------
    LawError
        When no such formula makes the parliament: then the constituencies must be counted.
    """
    formula = _formula(rules)
    if formula is None:
        raise LawError(
            rules.law,
            "",
            "this law cannot be counted as if the country were one constituency",
            "Give the votes by constituency",
        )
    allocation: Step = (
        HighestAverages(formula) if isinstance(formula, Divisors) else LargestRemainder(formula)
    )
    thresholds = tuple(step for step in rules.steps if step.stage == "qualify")
    return replace(rules, steps=(*thresholds, allocation), constituencies="one")


def _formula(rules: Rules) -> Formula | None:
    """Return the formula of the country's seats, else that of the constituencies."""
    for step in rules.steps:
        found = getattr(step, "formula", None) or getattr(step, "divisor", None)
        if step.stage == "level" and isinstance(found, Divisors | Quota):
            return found
    for step in rules.steps:
        if isinstance(step, HighestAverages):
            return step.divisor
        if isinstance(step, LargestRemainder):
            return step.quota
    return None
