"""Election folders: find, read, check and write them, and start new ones."""

from formateur.folder.cell_text import format_reading
from formateur.folder.library import builtin_elections, find_election
from formateur.folder.new import new_election
from formateur.folder.past import (
    PastElection,
    past_election_ids,
    read_past_elections,
    read_past_folders,
)
from formateur.folder.read import check_election, open_election, read_election
from formateur.folder.write import write_election

__all__ = [
    "PastElection",
    "builtin_elections",
    "check_election",
    "find_election",
    "format_reading",
    "new_election",
    "open_election",
    "past_election_ids",
    "read_election",
    "read_past_elections",
    "read_past_folders",
    "write_election",
]
