"""Small made-up tables of past elections, written as users write them."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

Rows = list[dict[str, object]]
Tables = dict[str, Rows]


def some_past_tables() -> Tables:
    """Two elections of one country: the joint list `ab` of 2014 is new, `c` and `d` stood twice."""
    return {
        "elections": [
            _election("xx-2010", "2010-06-01", ""),
            _election("xx-2014", "2014-06-01", "xx-2010"),
        ],
        "parties": [
            {"country": "xx", "party_id": one, "left_right": position}
            for one, position in _POSITIONS.items()
        ],
        "results": [
            *_results("xx-2010", {"a": 30.0, "b": 20.0, "c": 40.0, "d": 6.0, "other": 4.0}),
            *_results("xx-2014", {"ab": 52.0, "c": 36.0, "d": 7.5, "other": 4.5}),
        ],
        "alliances": [
            {"election_id": "xx-2014", "party_id": "ab", "member_party_id": member}
            for member in "ab"
        ],
        "polls": [
            _poll("p1", "xx-2010", "North", "2010-05-25"),
            _poll("p2", "xx-2010", "South", "2010-05-29"),
            _poll("p3", "xx-2014", "North", "2014-04-25"),
            _poll("p4", "xx-2014", "South", "2014-05-24"),
            _poll("p5", "xx-2014", "North", "2014-05-30"),
        ],
        "poll_values": [
            *_values("p1", {"a": 28.0, "b": 22.0, "c": 40.0, "d": 5.0, "other": 5.0}),
            *_values("p2", {"a": 31.0, "b": 21.0, "c": 38.0, "d": 6.0, "other": 4.0}),
            *_values("p3", {"a": 29.0, "b": 20.0, "c": 38.0, "d": 8.0, "other": 5.0}),
            *_values("p4", {"ab": 50.0, "c": 37.0, "d": 8.0, "other": 5.0}),
            *_values("p5", {"ab": 53.0, "c": 35.0, "d": 7.0, "other": 5.0}),
        ],
    }


def write_past_tables(folder: Path, tables: Mapping[str, Sequence[Mapping[str, object]]]) -> Path:
    """Write every table that has rows; the columns are those of its first row."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def yearly_past_tables() -> Tables:
    """Sixteen yearly elections from 2000 on, each with twelve polls in percent; one in seats."""
    numbers = random.Random(4)  # noqa: S311 - made-up polls, nothing secret
    tables: Tables = {name: [] for name in ("elections", "results", "polls", "poll_values")}
    tables["parties"] = [
        {"country": "xx", "party_id": one} for one in ("a", "b", "c", "d", "other")
    ]
    for year in range(2000, 2016):
        election, held = f"xx-{year}", date(year, 6, 1)
        in_seats = year == 2008
        tables["elections"].append(
            {"election_id": election, "country": "xx", "date": held, "chamber": "D", "source": "s"}
        )
        shares = {"a": 45.0, "b": 30.0, "c": 20.0, "d": 3.5, "other": 1.5}
        for party, share in shares.items():
            tables["results"].append(
                {
                    "election_id": election,
                    "party_id": party,
                    "vote_share": share,
                    "vote_share_poll_base": share,
                }
            )
        for number in range(12):
            poll = f"{election}-{number}"
            end = held - timedelta(days=2 + 7 * (number // 4))
            tables["polls"].append(
                {
                    "poll_id": poll,
                    "election_id": election,
                    "pollster": f"House {number % 4}",
                    "fieldwork_start": "",
                    "fieldwork_end": end,
                    "published": "",
                    "scale": "seats" if in_seats else "percent",
                    "kind": "poll",
                    "source": "a collection",
                    "undecided": "",
                    "date_precision": "day",
                    "flag": "",
                }
            )
            for party in "abc":
                value = shares[party] + numbers.gauss(0, 2)
                printed = round(value) if in_seats else round(value, 1)
                tables["poll_values"].append(
                    {"poll_id": poll, "party_id": party, "value": printed, "note": ""}
                )
    return tables


def of_year(row: dict[str, object]) -> int:
    name = row.get("election_id") or row["poll_id"]
    return int(str(name).split("-")[1])


def without(tables: Tables, years: Callable[[int], bool]) -> Tables:
    return {
        name: [r for r in rows if name == "parties" or not years(of_year(r))]
        for name, rows in tables.items()
    }


def shifted(
    rows: Iterable[dict[str, object]], years: Callable[[int], bool]
) -> list[dict[str, object]]:
    return [{**r, "value": float(str(r["value"])) + 5} if years(of_year(r)) else r for r in rows]


_POSITIONS = {"a": 3.0, "b": 4.0, "ab": "", "c": 7.0, "d": 8.0, "other": ""}


def _election(one: str, held: str, previous: str) -> dict[str, object]:
    return {
        "election_id": one,
        "country": "xx",
        "date": held,
        "chamber": "Diet",
        "previous_election_id": previous,
        "source": "Gazette",
    }


def _results(election: str, shares: Mapping[str, float]) -> Rows:
    return [
        {"election_id": election, "party_id": one, "vote_share": share, "vote_share_poll_base": ""}
        for one, share in shares.items()
    ]


def _poll(one: str, election: str, house: str, end: str) -> dict[str, object]:
    return {
        "poll_id": one,
        "election_id": election,
        "pollster": house,
        "fieldwork_end": end,
        "published": "",
        "sample_size": 1000,
        "scale": "percent",
        "source": "Daily",
    }


def _values(poll: str, figures: Mapping[str, float]) -> Rows:
    return [
        {"poll_id": poll, "party_id": one, "value": value, "note": ""}
        for one, value in figures.items()
    ]
