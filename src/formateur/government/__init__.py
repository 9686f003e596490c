"""Who could govern and who would: coalitions over all draws, and what was said about them."""

from formateur.government.could import Coalitions, Could, coalitions_that_could
from formateur.government.majorities import MOST_LISTS, Majorities, count_majorities
from formateur.government.statements import Block, blocks, in_force
from formateur.government.would import Would, would_govern
from formateur.government.would_parts import Government

__all__ = [
    "MOST_LISTS",
    "Block",
    "Coalitions",
    "Could",
    "Government",
    "Majorities",
    "Would",
    "blocks",
    "coalitions_that_could",
    "count_majorities",
    "in_force",
    "would_govern",
]
