"""What becomes of a proposal: is there a majority, is it brought, is parliament needed?"""

from formateur.motions.answer import Decider, MotionAnswer, Outgoing, answer_motion, supposing
from formateur.motions.cabinets import GivenCabinet
from formateur.motions.durations import Took, durations
from formateur.motions.every import answer_motions
from formateur.motions.house import House, new_house, outgoing_house
from formateur.motions.majority import carried, is_majority, seats_needed
from formateur.motions.standing import Standing, standings

__all__ = [
    "Decider",
    "GivenCabinet",
    "House",
    "MotionAnswer",
    "Outgoing",
    "Standing",
    "Took",
    "answer_motion",
    "answer_motions",
    "carried",
    "durations",
    "is_majority",
    "new_house",
    "outgoing_house",
    "seats_needed",
    "standings",
    "supposing",
]
