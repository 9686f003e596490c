"""Electoral laws as dated, sourced data, and the legal steps that turn votes into seats."""

from formateur.law.allocate import Allocation, allocate
from formateur.law.ballots import NATIONAL, BallotDraws, Ballots
from formateur.law.count import LastSeat
from formateur.law.divisors import Divisors
from formateur.law.draws import allocate_draws, count_draws
from formateur.law.election_facts import ElectionFacts
from formateur.law.law import Law, Method, Version
from formateur.law.reader import builtin_laws, load_law
from formateur.law.rules import Rules, Statute
from formateur.law.shares import seats_to_share
from formateur.law.ties import Tie
from formateur.law.trace import TraceLine

__all__ = [
    "NATIONAL",
    "Allocation",
    "BallotDraws",
    "Ballots",
    "Divisors",
    "ElectionFacts",
    "LastSeat",
    "Law",
    "Method",
    "Rules",
    "Statute",
    "Tie",
    "TraceLine",
    "Version",
    "allocate",
    "allocate_draws",
    "builtin_laws",
    "count_draws",
    "load_law",
    "seats_to_share",
]
