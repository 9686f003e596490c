"""A small sound folder to break in one place, and what the reader then says."""

from __future__ import annotations

from pathlib import Path

from formateur.errors import DataError, Problem
from formateur.folder import check_election, read_election

ELECTION = """\
schema = "formateur/election/1"
id = "il-2019-09"
country = "il"
chamber = "Knesset"
name = "Israel, 22nd Knesset"
date = 2019-09-17
law = "il-knesset"
source = "The Daily, 1 September 2019"

[[list]]
id = "likud"
name = "Likud"
leader = "netanyahu"

[[list]]
id = "blue_white"
name = "Blue and White"

[[list]]
id = "yamina"
name = "Yamina"
founded = 2019-07-29

[[person]]
id = "netanyahu"
name = "Benjamin Netanyahu"
list = "likud"

[[target]]
id = "group:right"
name = "the right"
any_of = ["likud", "yamina"]
"""

POLL_HEADER = "pollster,sponsor,fieldwork_end,published,scale,source,likud,blue_white,yamina\n"
POLL = "Midgam,Channel 12,2019-09-12,2019-09-13,percent,The Daily,40,42,10\n"
STATEMENT_HEADER = "id,date,from,about,stance,firmness,summary,source\n"
EVENT_HEADER = "id,date,time,title,actors,kind,lists,source\n"
CALENDAR_HEADER = "date,step,source\n"
RESULT_HEADER = "list,votes,share,seats,source\n"


def a_folder(home: Path, **files: str | bytes) -> Path:
    """Write a sound folder; a keyword such as ``polls_csv`` gives another file."""
    contents: dict[str, str | bytes] = {
        "election.toml": ELECTION,
        "polls.csv": POLL_HEADER + POLL,
        **{".".join(name.rsplit("_", 1)): content for name, content in files.items()},
    }
    home.mkdir(exist_ok=True)
    for name, content in contents.items():
        data = content.encode() if isinstance(content, str) else content
        (home / name).write_bytes(data)
    return home


def errors(folder: Path) -> list[Problem]:
    """What `read_election` refuses the folder for; none when it reads it."""
    try:
        read_election(folder)
    except DataError as error:
        return list(error.problems)
    return []


def the_error(folder: Path) -> Problem:
    """The only thing that the folder is refused for."""
    (problem,) = errors(folder)
    assert str(problem).startswith(problem.file)
    assert repr(problem.value)[1:-1] in str(problem)
    return problem


def warnings(folder: Path) -> list[Problem]:
    return [one for one in check_election(folder) if one.severity == "warning"]


def place(problem: Problem) -> tuple[str, int | None, str, str]:
    """File, line, column and value."""
    return problem.file, problem.line, problem.field, problem.value
