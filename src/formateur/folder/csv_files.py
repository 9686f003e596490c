"""Facts to the text of the CSV files of a folder."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from formateur.facts import Election, Poll, PreviousVotes, Result, Source, VotesByPlace
from formateur.folder.calendar_steps import CALENDAR_COLUMNS
from formateur.folder.cell_text import format_day, format_number, format_reading
from formateur.folder.constituencies import CONSTITUENCY_COLUMNS
from formateur.folder.events import EVENT_COLUMNS
from formateur.folder.poll_rows import POLL_COLUMNS
from formateur.folder.previous_votes import PLACE_COLUMNS, columns_of
from formateur.folder.results import RESULT_COLUMNS
from formateur.folder.statements import STATEMENT_COLUMNS

Cells = Mapping[str, str]


def polls_text(election: Election) -> str:
    """Return ``polls.csv`` in the wide form, with a column for every list."""
    printed = (one for poll in election.polls for one in poll.readings)
    lists = dict.fromkeys((*(one.id for one in election.lists), *printed))
    return _csv((*POLL_COLUMNS, *lists), map(_poll, election.polls))


def statements_text(election: Election) -> str:
    """Return ``statements.csv``."""
    return _csv(
        STATEMENT_COLUMNS,
        (
            {
                "id": one.id,
                "date": format_day(one.date),
                "from": one.by,
                "about": one.about,
                "stance": one.stance,
                "firmness": one.firmness,
                "summary": one.summary,
                "note": one.note,
                **_source(one.source),
            }
            for one in election.statements
        ),
    )


def events_text(election: Election) -> str:
    """Return ``events.csv``."""
    return _csv(
        EVENT_COLUMNS,
        (
            {
                "id": one.id,
                "date": format_day(one.date),
                "time": one.time,
                "title": one.title,
                "summary": one.summary,
                "actors": "; ".join(one.actors),
                "kind": one.kind,
                "lists": "; ".join(one.lists),
                **_source(one.source),
            }
            for one in election.events
        ),
    )


def calendar_text(election: Election) -> str:
    """Return ``calendar.csv``."""
    return _csv(
        CALENDAR_COLUMNS,
        (
            {
                "date": format_day(one.date),
                "step": one.step,
                "who": one.who,
                "note": one.note,
                **_source(one.source),
            }
            for one in election.calendar
        ),
    )


def results_text(election: Election) -> str:
    """Return ``results.csv``."""
    return _csv(RESULT_COLUMNS, map(_result, election.results))


def constituencies_text(election: Election) -> str:
    """Return ``constituencies.csv``."""
    regions = {one.region for one in election.constituencies}
    return _csv(
        CONSTITUENCY_COLUMNS,
        (
            {
                "constituency": one.name,
                "seats": "" if one.name in regions else str(one.seats),
                "levelling": str(one.levelling or ""),
                "region": one.region,
                "population": str(one.population or ""),
                **_source(one.source),
            }
            for one in election.constituencies
        ),
    )


def previous_votes_text(votes: PreviousVotes) -> str:
    """Return ``previous_votes.csv``."""
    return _csv(
        (*PLACE_COLUMNS, *columns_of(votes)),
        (
            *_ballot("list", votes.lists, votes.source),
            *_ballot("candidate", votes.candidates, votes.source),
        ),
    )


def _ballot(ballot: str, votes: VotesByPlace, source: Source) -> Iterable[Cells]:
    for place, here in votes.items():
        counted = {one: str(number) for one, number in here.items()}
        yield {"constituency": place, "ballot": ballot, **_source(source), **counted}


def _poll(poll: Poll) -> Cells:
    return {
        "id": poll.id,
        "pollster": poll.pollster,
        "sponsor": poll.sponsor,
        "fieldwork_start": format_day(poll.fieldwork_start),
        "fieldwork_end": format_day(poll.fieldwork_end),
        "published": format_day(poll.published),
        "sample_size": format_number(poll.sample_size),
        "scale": poll.scale,
        "kind": poll.kind,
        "undecided": format_number(poll.undecided or None),
        "note": poll.note,
        **_source(poll.source),
        **{one: format_reading(reading, poll.scale) for one, reading in poll.readings.items()},
    }


def _result(result: Result) -> Cells:
    return {
        "list": result.list,
        "votes": format_number(result.votes),
        "share": format_number(result.share),
        "seats": str(result.seats),
        **_source(result.source),
    }


def _source(source: Source) -> Cells:
    return {"source": source.text, "reported_by": source.reported_by}


def _csv(columns: Sequence[str], rows: Iterable[Cells]) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
