"""Shares and a law in, seats out; and what can be read off the seats."""

from formateur.parliament.election_facts import national_facts
from formateur.parliament.predecessors import predecessors
from formateur.parliament.seats import (
    official_seats,
    simulate_seats,
    simulate_seats_by_constituency,
)
from formateur.parliament.shifted import ShiftedSeats, shifted_seats
from formateur.parliament.simulate import by_constituency, simulate_parliament
from formateur.parliament.standings import (
    BlocSeats,
    bloc_seats,
    chance_to_be_largest,
    chance_to_pass,
    majority_of_draws,
    passes,
)
from formateur.parliament.swing import Swing
from formateur.parliament.swing_table import LearnedSwing, load_swing

__all__ = [
    "BlocSeats",
    "LearnedSwing",
    "ShiftedSeats",
    "Swing",
    "bloc_seats",
    "by_constituency",
    "chance_to_be_largest",
    "chance_to_pass",
    "load_swing",
    "majority_of_draws",
    "national_facts",
    "official_seats",
    "passes",
    "predecessors",
    "shifted_seats",
    "simulate_parliament",
    "simulate_seats",
    "simulate_seats_by_constituency",
]
