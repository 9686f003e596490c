"""Write an election as a folder that reads back to the same facts."""

from __future__ import annotations

from pathlib import Path

from formateur.errors import DataError
from formateur.facts import Election
from formateur.folder.builtin_results import builtin_result
from formateur.folder.csv_files import (
    calendar_text,
    constituencies_text,
    events_text,
    polls_text,
    previous_votes_text,
    results_text,
    statements_text,
)
from formateur.folder.fresh_folder import fresh_folder
from formateur.folder.gather import ELECTION_FILE, MOTIONS_FILE, gather
from formateur.folder.previous_result import CONSTITUENCIES_FILE, VOTES_FILE
from formateur.folder.toml_files import election_text, motions_text


def write_election(election: Election, path: Path) -> None:
    """Write an election folder, whole or not at all.

    Files without content are left out. A law of the user's own is not part of the election: where
    it names ``law.toml``, copy that file into the folder.

    Parameters
    ----------
    election
        What to write; reading it back gives the same, but for the lines of the polls.
    path
        A folder that does not exist yet, or is empty.

    Raises
    ------
    UsageError
        When something is in the way, or the folder cannot be written.
    DataError
        When a fact cannot stand in a folder: a list that is not there, a text without content.
    """
    texts = {ELECTION_FILE: election_text(election), "polls.csv": polls_text(election)}
    if election.statements:
        texts["statements.csv"] = statements_text(election)
    if election.events:
        texts["events.csv"] = events_text(election)
    if election.motions:
        texts[MOTIONS_FILE] = motions_text(election)
    if election.calendar:
        texts["calendar.csv"] = calendar_text(election)
    if election.results:
        texts["results.csv"] = results_text(election)
    if election.previous_votes is not None and not election.previous_votes.election:
        texts[VOTES_FILE] = previous_votes_text(election.previous_votes)
    if election.constituencies and not _builtin_sizes(election):
        texts[CONSTITUENCIES_FILE] = constituencies_text(election)
    with fresh_folder(path) as draft:
        for name, text in texts.items():
            (draft / name).write_text(text, encoding="utf-8", newline="\n")
        if errors := gather(draft).errors():
            raise DataError(errors)


def _builtin_sizes(election: Election) -> bool:
    """Whether the constituencies are those of the built-in result that the election names."""
    votes = election.previous_votes
    if votes is None or not votes.election:
        return False
    return builtin_result(votes.election).constituencies == election.constituencies
