"""What-ifs: facts and law as they were, but for what is asked to be taken otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace

from formateur.errors import UsageError
from formateur.facts import Election, Statement
from formateur.law import Law, Rules


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is taken to differ; by default nothing.

    Attributes
    ----------
    without
        Ids of statements that are taken as never made.
    law
        The law with its changes; ``None`` for the law as it is.
    """

    without: tuple[str, ...] = ()
    law: Law | None = None

    def unsaid(self, election: Election) -> tuple[Election, tuple[Statement, ...]]:
        """Return the election without the statements, and the statements.

        Raises
        ------
        UsageError
            When there is no statement of such an id.
        """
        known = {one.id for one in election.statements}
        unknown = [one for one in self.without if one not in known]
        if unknown:
            raise UsageError(
                f"{unknown[0]!r} is not the id of a statement of {election.id}; its "
                f"statements.csv has {len(known)}, the first column names them."
            )
        kept = tuple(one for one in election.statements if one.id not in self.without)
        dropped = tuple(one for one in election.statements if one.id in self.without)
        return (replace(election, statements=kept), dropped) if dropped else (election, ())

    def rules(self, known: Election, as_it_was: Rules) -> Rules:
        """Return the rules that seats are counted under.

        Parameters
        ----------
        known
            The facts of the day.
        as_it_was
            The law on the day of the vote.

        Raises
        ------
        UsageError
            When the seats are the official result, which no change of the law can move.
        """
        if self.law is None:
            return as_it_was
        if known.results:
            raise UsageError(
                f"the votes of {known.id} are counted on this day, and the seats are the official "
                "result: a change of the law cannot move them. Ask for a day up to the vote; "
                "`formateur allocate` counts official votes under another law."
            )
        return self.law.on(known.date)


AS_IT_WAS = WhatIf()
"""Nothing differs."""
