"""Tables of past elections with their polls and results, many elections in one folder."""

from formateur.folder.past.elections import (
    past_election_ids,
    read_past_elections,
    read_past_folders,
)
from formateur.folder.past.record import COLLECTIVE, PastElection

__all__ = [
    "COLLECTIVE",
    "PastElection",
    "past_election_ids",
    "read_past_elections",
    "read_past_folders",
]
