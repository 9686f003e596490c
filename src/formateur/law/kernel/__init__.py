"""The compiled loops of which every law is composed when many draws are counted."""

from formateur.law.kernel.alliances import gather, join, scatter
from formateur.law.kernel.averages import highest_averages
from formateur.law.kernel.highest import highest
from formateur.law.kernel.placement import place
from formateur.law.kernel.remainders import largest_remainder
from formateur.law.kernel.scaling import scale_both_ways
from formateur.law.kernel.sums import sums

__all__ = [
    "gather",
    "highest",
    "highest_averages",
    "join",
    "largest_remainder",
    "place",
    "scale_both_ways",
    "scatter",
    "sums",
]
