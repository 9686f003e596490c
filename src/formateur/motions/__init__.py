"""Would a proposal have a majority in the new parliament?"""

from formateur.motions.answer import Decider, MotionAnswer, answer_motion
from formateur.motions.majority import carried, is_majority, seats_needed

__all__ = [
    "Decider",
    "MotionAnswer",
    "answer_motion",
    "carried",
    "is_majority",
    "seats_needed",
]
