"""How many seats each constituency gives out, before a law changes it."""

from __future__ import annotations

from formateur.errors import LawError
from formateur.law.ballots import NATIONAL
from formateur.law.election_facts import ElectionFacts
from formateur.law.rules import Rules


def magnitudes_of(
    rules: Rules, constituencies: tuple[str, ...], facts: ElectionFacts
) -> dict[str, int]:
    """Return the seats that each constituency gives out.

    They are facts of an election. A single constituency has the seats of the law. Where a step
    works out the sizes, or candidates are elected, lists may have no seats of their own at first.

    Raises
    ------
    LawError
        When a constituency with votes has no size, or one with a size has no votes.
    """
    given = {**facts.list_seats, **facts.magnitudes}
    if constituencies == (NATIONAL,):
        if rules.constituencies == "many" and NATIONAL not in given:
            raise LawError(
                rules.law,
                "",
                "constituencies give out the seats, and only the votes of the country are given",
                "Give the votes, and the number of seats, by constituency",
            )
        return {NATIONAL: given.get(NATIONAL, rules.seats)}
    if any(step.stage in ("size", "elect") for step in rules.steps):
        return {where: given.get(where, 0) for where in constituencies}
    missing = [where for where in constituencies if where not in facts.magnitudes]
    if missing:
        raise LawError(
            rules.law,
            "",
            f"the number of seats is not known of {len(missing)} constituencies, such as "
            f"{missing[0]!r}",
            "Give the seats of every constituency (facts.magnitudes of a case)",
        )
    without = [where for where in facts.magnitudes if where not in constituencies]
    if without:
        raise LawError(
            rules.law,
            "",
            f"{without[0]!r} has {facts.magnitudes[without[0]]} seats and no votes",
            "Correct its name, or add its votes",
        )
    return {where: facts.magnitudes[where] for where in constituencies}


def misfit(rules: Rules, seats: int) -> str:
    """Return what is wrong with constituencies that have so many seats; empty when nothing is.

    Together they have the seats of the house, or fewer where others are levelling seats. Where a
    step works out the sizes, or candidates are elected, there is nothing to compare.
    """
    if any(step.stage in ("size", "elect") for step in rules.steps):
        return ""
    if seats == rules.seats or (seats < rules.seats and rules.constituencies == "levelled"):
        return ""
    return f"the constituencies have {seats} seats together; the house has {rules.seats}"
