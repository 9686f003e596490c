"""Tables of past elections with their polls and results, many elections in one folder."""

from formateur.folder.past.elections import read_past_elections
from formateur.folder.past.record import COLLECTIVE, PastElection

__all__ = ["COLLECTIVE", "PastElection", "read_past_elections"]
