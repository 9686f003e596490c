"""Tables of past elections and their polls, read as elections.

The tables are CSV files: ``elections.csv``, ``results.csv``, ``alliances.csv``, ``polls.csv`` and
``poll_values.csv``; a folder ``israel`` holds the Knesset elections with polls in seats.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from formateur.facts import OTHER, Election, ElectoralList, Poll, Reading, Source

Row = dict[str, str]

COLLECTIVE = frozenset({OTHER, "none", "one-seat", "etc", "no-seat", "ethnic"})
"""Party ids that stand for several parties or for independents."""

LONG_AGO = date(1900, 1, 1)
"""A party that went into a joint list is taken as merged before every poll."""

MUCH_UNDECIDED = 10.0
"""From this percentage on, a row for others and undecided holds chiefly the undecided."""


@dataclass(frozen=True, slots=True, eq=False)
class PastElection:
    """An election with its polls and its result.

    Attributes
    ----------
    shares
        By list, share of the votes on the base that polls use, 0 to 1.
    threshold
        Legal threshold as a share, where the table has it; else 0.
    collections
        Where the polls come from.
    """

    election: Election
    shares: Mapping[str, float]
    threshold: float
    collections: tuple[str, ...]


def read_past_elections(folder: Path) -> list[PastElection]:
    """Read every election of a folder that has polls, in order of date.

    Polls in seats that name a list that did not stand are left out: they are of another line-up.
    """
    results = _by(_rows(folder / "results.csv"), "election_id")
    polls = _by(filter(_usable, _rows(folder / "polls.csv")), "election_id")
    values = _by(_rows(folder / "poll_values.csv"), "poll_id")
    alliances = _by(_rows(folder / "alliances.csv"), "election_id")
    past = []
    for row in sorted(_rows(folder / "elections.csv"), key=lambda row: row["date"]):
        one = row["election_id"]
        if polls[one] and results[one]:
            stood = {r["party_id"] for r in results[one] if float(r["vote_share"] or 0) > 0}
            read = [_poll(poll, values[poll["poll_id"]]) for poll in polls[one]]
            read = [poll for poll in read if poll.scale == "percent" or stood >= {*poll.readings}]
            lists = _lists(results[one], alliances[one], read)
            past.append(_past(row, lists, read, results[one]))
    return past


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _by(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped


def _usable(poll: Row) -> bool:
    """Leave out polls whose sum is off, and those of which only the month is known."""
    return not poll.get("flag") and poll.get("date_precision") != "month"


def _past(
    row: Row, lists: list[ElectoralList], polls: list[Poll], results: list[Row]
) -> PastElection:
    election = Election(
        id=row["election_id"],
        country=row["country"],
        chamber=row["chamber"],
        name=row["election_id"],
        date=date.fromisoformat(row["date"]),
        law="",
        source=Source(row["source"]),
        lists=tuple(lists),
        polls=tuple(polls),
    )
    base = "vote_share_poll_base" if "vote_share_poll_base" in results[0] else "vote_share"
    shares = {r["party_id"]: float(r[base]) / 100 for r in results if r[base]}
    return PastElection(
        election=election,
        shares={one: share for one, share in shares.items() if one not in COLLECTIVE},
        threshold=float(row.get("threshold") or 0) / 100,
        collections=tuple(sorted({poll.source.text.partition(";")[0] for poll in polls})),
    )


def _lists(results: list[Row], alliances: list[Row], polls: list[Poll]) -> list[ElectoralList]:
    """Make a list of every party in results or polls; members go into their joint list."""
    own = {row["party_id"] for row in results}
    joint = {
        row["member_party_id"]: row["party_id"]
        for row in alliances
        if row["member_party_id"] not in own and row["party_id"] in own
    }
    polled = {one for poll in polls for one in poll.readings}
    return [
        ElectoralList(
            id=one,
            name=one,
            ended=LONG_AGO if one in joint else None,
            joined=joint.get(one, ""),
            source=Source("results and polls"),
        )
        for one in sorted((own | polled) - COLLECTIVE)
    ]


def _poll(row: Row, values: list[Row]) -> Poll:
    start, published = row["fieldwork_start"], row["published"]
    return Poll(
        id=row["poll_id"],
        pollster=row["pollster"],
        fieldwork_start=date.fromisoformat(start) if start else None,
        fieldwork_end=date.fromisoformat(row["fieldwork_end"] or published),
        published=date.fromisoformat(published) if published else None,
        scale="seats" if row["scale"] == "seats" else "percent",
        kind="exit" if row["kind"] == "exit" else "poll",
        readings=_readings(row, [v for v in values if v["value"]]),
        source=Source(row["source"]),
    )


def _readings(poll: Row, values: list[Row]) -> dict[str, Reading]:
    named = [value for value in values if value["party_id"] not in COLLECTIVE]
    if poll["scale"] == "seats":
        return {value["party_id"]: _in_seats(value) for value in named}
    factor = 100 / _base(poll, values)
    return {
        value["party_id"]: Reading(
            "below" if value["note"] == "less_than" else "percent", float(value["value"]) * factor
        )
        for value in named
    }


def _in_seats(value: Row) -> Reading:
    if printed := value.get("percent"):
        return Reading("percent", float(printed))
    seats = float(value["value"])
    return Reading("seats", seats) if seats else Reading("below", None)


def _base(poll: Row, values: list[Row]) -> float:
    """Percentage of the respondents who named a party."""
    mixed = [v for v in values if v["note"] == "other_and_undecided"]
    if sum(float(v["value"]) for v in mixed) >= MUCH_UNDECIDED:
        return sum(float(v["value"]) for v in values if v not in mixed)
    return 100 - float(poll.get("undecided") or 0)
