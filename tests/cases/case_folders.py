"""Small sound cases to break in one place, with a law of their own, and what the reader says."""

from __future__ import annotations

import json
from pathlib import Path

from formateur.cases import check_case
from formateur.errors import Problem

LAW = """\
schema = "formateur/law/1"
id = "xx-diet"
name = "Exampleland, elections to the Diet"
country = "xx"
chamber = "Diet"
constituencies = "many"

[[seats]]
from = 1990-01-01
value = 8
source = "Constitution, art. 4"

[[constituency_threshold]]
from = 1990-01-01
share = "5%"
source = "Elections Act, s. 9"

[[allocation]]
from = 1990-01-01
steps = ["constituency-threshold", "highest-averages:d-hondt"]
ties = "lot"
source = "Elections Act, ss. 10-11"
"""

VOTES = """\
constituency,party,votes
North,Blue,5200
North,Green,3100
North,Red,300
South,Blue,900
South,Green,2000
South,other,100
"""

CASE: dict[str, object] = {
    "law_id": "law.toml",
    "date": "2020-05-17",
    "seats": 8,
    "facts": {"magnitudes": {"North": 5, "South": 3}, "magnitudes_source": "Gazette, 1 March 2020"},
}

Facts = dict[str, object]


def a_case(
    home: Path,
    *,
    votes: str | bytes = VOTES,
    case: str | bytes | dict[str, object] | None = None,
    facts: Facts | None = None,
    law: str = LAW,
) -> Path:
    """Write a case; `facts` are added to those of the sound one."""
    home.mkdir(exist_ok=True)
    document = dict(CASE)
    sound = document["facts"]
    assert isinstance(sound, dict)
    document["facts"] = {**sound, **(facts or {})}
    content = case if isinstance(case, str | bytes) else json.dumps(case or document, indent=1)
    for name, text in (("votes.csv", votes), ("case.json", content), ("law.toml", law)):
        (home / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return home


def told(folder: Path) -> list[str]:
    """Every problem as its message."""
    return [str(problem) for problem in check_case(folder)]


def the_problem(folder: Path) -> Problem:
    """The only problem."""
    (problem,) = check_case(folder)
    return problem
