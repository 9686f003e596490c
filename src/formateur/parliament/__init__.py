"""Shares and a law in, seats out; and what can be read off the seats."""

from formateur.parliament.seats import official_seats, simulate_seats
from formateur.parliament.standings import (
    BlocSeats,
    bloc_seats,
    chance_to_be_largest,
    chance_to_pass,
)

__all__ = [
    "BlocSeats",
    "bloc_seats",
    "chance_to_be_largest",
    "chance_to_pass",
    "official_seats",
    "simulate_seats",
]
