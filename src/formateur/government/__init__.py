"""Who could govern: coalitions as bit masks over all draws, and the statements in their way."""

from formateur.government.could import Coalitions, Could, coalitions_that_could
from formateur.government.majorities import MOST_LISTS, Majorities, count_majorities
from formateur.government.statements import Block, blocks, in_force

__all__ = [
    "MOST_LISTS",
    "Block",
    "Coalitions",
    "Could",
    "Majorities",
    "blocks",
    "coalitions_that_could",
    "count_majorities",
    "in_force",
]
