"""The state-space model: opinion as a walk that polls see through house effects and noise."""

from formateur.votes.state_space.estimator import StateSpace, state_space_for
from formateur.votes.state_space.learned import Learned, load_learned

__all__ = ["Learned", "StateSpace", "load_learned", "state_space_for"]
