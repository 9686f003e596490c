from __future__ import annotations

from pathlib import Path

import pytest
from folder_cases import ELECTION, a_folder, errors, place, the_error

LIST = '\n[[list]]\nid = "{}"\nname = "X"\n'
AGREEMENT = '\n[[surplus_agreement]]\nlists = ["{}", "{}"]\ndate = 2019-08-20\nsource = "S"\n'
BLOC = '\n[[bloc]]\nid = "b"\nname = "B"\nlists = [{}]\n'
PERSON = '\n[[person]]\nid = "netanyahu"\nname = "X"\n'
END = ELECTION.count("\n")


@pytest.mark.parametrize(
    ("added", "line", "field", "value", "reason"),
    [
        (LIST.format("likud"), 3, "list.id", "likud", "two [[list]]"),
        (PERSON, 3, "person.id", "netanyahu", "two [[person]]"),
        (BLOC.format('"likud"') * 2, 8, "bloc.id", "b", "two [[bloc]]"),
        (
            '\n[[target]]\nid = "group:right"\nname = "X"\n',
            *(3, "target.id", "group:right", "two [[target]]"),
        ),
        (
            '\n[outgoing]\nhead = "netanyahu"\nseats = { greens = 3 }\nsource = "S"\n',
            *(4, "outgoing.seats", "greens", "not a list"),
        ),
        (LIST.format("source"), 3, "list.id", "source", "something else"),
        (LIST.format("other"), 3, "list.id", "other", "something else"),
        (LIST.format("value"), 3, "list.id", "value", "something else"),
        (LIST.format("none"), 3, "list.id", "none", "something else"),
        (LIST.format("x") + 'leader = "gantz"\n', 5, "list.leader", "gantz", "not a person"),
        (LIST.format("x") + 'joined = "likud"\n', 5, "list.joined", "likud", "not the day"),
        (
            LIST.format("x") + 'ended = 2019-08-01\njoined = "lkud"\n',
            *(6, "list.joined", "lkud", "not a list"),
        ),
        (
            LIST.format("x") + 'ended = 2019-08-01\njoined = "x"\n',
            *(6, "list.joined", "x", "itself"),
        ),
        (
            LIST.format("x") + "founded = 2019-08-02\nended = 2019-08-01\n",
            *(5, "list.founded", "2019-08-02", "2019-08-01"),
        ),
        (
            LIST.format("x") + "founded = 2091-08-02\n",
            *(5, "list.founded", "2091-08-02", "after the vote, 2019-09-17"),
        ),
        (
            LIST.format("x") + '\n[[list.member]]\nid = "m"\nname = "M"\n' * 2,
            *(11, "list.member.id", "m", "two [[member]]"),
        ),
        (PERSON.replace("netanyahu", "x") + 'list = "x"\n', 5, "person.list", "x", "not a list"),
        (BLOC.format('"likud", "lkud"'), 5, "bloc.lists", "lkud", "not a list"),
        (BLOC.format('"likud", "likud"'), 5, "bloc.lists", "likud", "twice"),
        (BLOC.format(""), 5, "bloc.lists", "", "holds 0 entries"),
        (
            '\n[[target]]\nid = "group:x"\nname = "X"\nall_of = ["lkud"]\n',
            *(5, "target.all_of", "lkud", "not a list"),
        ),
        (
            '\n[[target]]\nid = "group:x"\nname = "X"\nhead = "gantz"\n',
            *(5, "target.head", "gantz", "not a person"),
        ),
        (AGREEMENT.format("likud", "likud"), 3, "surplus_agreement.lists", "likud", "twice"),
        (AGREEMENT.format("likud", "lkud"), 3, "surplus_agreement.lists", "lkud", "not a list"),
        (
            AGREEMENT.format("likud", "yamina") + AGREEMENT.format("blue_white", "likud"),
            *(8, "surplus_agreement.lists", "likud", "with yamina"),
        ),
        (
            AGREEMENT.format("likud", "yamina").replace('source = "S"\n', ""),
            *(2, "surplus_agreement.source", "", "required"),
        ),
    ],
)
def test_table_that_contradicts_others(
    tmp_path: Path, added: str, line: int, field: str, value: str, reason: str
) -> None:
    problem = the_error(a_folder(tmp_path, election_toml=ELECTION + added))
    assert place(problem) == ("election.toml", END + line, field, value)
    assert reason in problem.reason


def test_names_that_are_nearly_right_are_suggested(tmp_path: Path) -> None:
    problem = the_error(a_folder(tmp_path, election_toml=ELECTION + BLOC.format('"yaminah"')))
    assert "Did you mean 'yamina'" in problem.remedy


def test_lists_that_join_each_other(tmp_path: Path) -> None:
    ended = 'ended = 2019-08-01\njoined = "{}"\n'
    text = ELECTION + LIST.format("x") + ended.format("y") + LIST.format("y") + ended.format("x")
    found = errors(a_folder(tmp_path, election_toml=text))
    assert [(one.field, one.value) for one in found] == [
        ("list.joined", "y"),
        ("list.joined", "x"),
    ]


def test_lists_that_join_a_circle_are_not_in_it(tmp_path: Path) -> None:
    ended = 'ended = 2019-08-01\njoined = "{}"\n'
    text = ELECTION + LIST.format("x") + ended.format("y") + LIST.format("y") + ended.format("y")
    assert the_error(a_folder(tmp_path, election_toml=text)).value == "y"


def test_party_may_have_the_id_of_a_list_that_was(tmp_path: Path) -> None:
    text = ELECTION + LIST.format("x") + '\n[[list.member]]\nid = "likud"\nname = "M"\n'
    assert errors(a_folder(tmp_path, election_toml=text)) == []
