"""Electoral laws as dated, sourced data, and the legal steps that turn votes into seats."""

from formateur.law.allocate import Allocation, allocate
from formateur.law.count import LastSeat
from formateur.law.divisors import Divisors
from formateur.law.draws import allocate_draws
from formateur.law.reader import builtin_laws, load_law
from formateur.law.rules import Law, Method, Rules, Statute, Version
from formateur.law.shares import seats_to_share
from formateur.law.ties import Tie

__all__ = [
    "Allocation",
    "Divisors",
    "LastSeat",
    "Law",
    "Method",
    "Rules",
    "Statute",
    "Tie",
    "Version",
    "allocate",
    "allocate_draws",
    "builtin_laws",
    "load_law",
    "seats_to_share",
]
