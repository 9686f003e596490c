"""How a government comes about by law: who is asked, for how long, and what comes of failure."""

from formateur.government.procedure.position import Position, position_on
from formateur.government.procedure.reading import load_procedure, procedures, read_procedure
from formateur.government.procedure.states import Precedent, Procedure, Repeat, State
from formateur.government.procedure.terms import Term, VoteAgain, terms_on, vote_again
from formateur.government.procedure.timeline import Timeline, run_procedure, still_open

__all__ = [
    "Position",
    "Precedent",
    "Procedure",
    "Repeat",
    "State",
    "Term",
    "Timeline",
    "VoteAgain",
    "load_procedure",
    "position_on",
    "procedures",
    "read_procedure",
    "run_procedure",
    "still_open",
    "terms_on",
    "vote_again",
]
