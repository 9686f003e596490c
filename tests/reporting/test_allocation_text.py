"""The seats of an election as people read them, at 80 columns."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from formateur import api
from formateur.language import open_language
from formateur.reporting.allocation_text import render_allocation_text

LAW = """\
schema = "formateur/law/1"
id = "xx-diet"
name = "Exampleland, elections to the Diet"
country = "xx"
chamber = "Diet"
limits = "Left out: the two seats of the islands."
seats = [{{ from = 1990-01-01, value = 8, source = "Constitution, art. 4" }}]
{tables}
allocation = [{{ from = 1990-01-01, ties = "lot", source = "Act, s. 10", steps = {steps} }}]
"""
LISTS = LAW.format(
    tables='constituency_threshold = [{ from = 1990-01-01, share = "5%", source = "Act, s. 9" }]',
    steps='["constituency-threshold", "highest-averages:d-hondt"]',
)
PLURALITY = LAW.format(tables="", steps='["plurality"]')


def text(home: Path, votes: str, law: str = LISTS, facts: object = None, **more: object) -> str:
    document = {"law_id": "law.toml", "date": "2020-05-17", "facts": facts or {}}
    (home / "case.json").write_text(json.dumps(document), "utf-8")
    (home / "votes.csv").write_text("constituency,party,votes\n" + votes, "utf-8")
    (home / "law.toml").write_text(law, "utf-8")
    report = api.allocate(home, **more)  # type: ignore[arg-type]
    console = Console(width=80, file=io.StringIO(), markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        console.print(render_allocation_text(report.document, open_language("en")))
    lines = [line.rstrip() for line in capture.get().splitlines()]
    assert max(map(len, lines)) <= 80
    return "\n".join(lines)


def test_one_constituency(tmp_path: Path) -> None:
    shown = text(tmp_path, "national,Blue,600\nnational,Green,380\nnational,Red,20\n")
    for line in (
        "Exampleland, elections to the Diet: the vote of Sunday 17 May 2020",
        "Blue        600  60.00      5",
        "together                    8",
        "Without seats: Red 2.00\N{NO-BREAK SPACE}%.",
        "  Red: 20 votes, below 5 %",
        "· constituency_threshold: Act, s. 9 (since 1 January 1990)",
        "Left out: the two seats of the islands.",
    ):
        assert line in shown
    assert "Seats by constituency" not in shown
    assert "quotient 120.00" in shown


def test_several_constituencies_and_the_closest_first(tmp_path: Path) -> None:
    votes = "A,Blue,600\nA,Green,310\nB,Blue,205\nB,Green,200\nB,Red,3\n"
    shown = text(tmp_path, votes, facts={"magnitudes": {"A": 4, "B": 1}})
    assert "A                 4  Blue 3, Green 1" in shown
    closest = shown[shown.index("Closest last seats (2 of 2)") :]
    assert closest.index("B ") < closest.index("A ")
    assert "What does not fit" not in shown


def test_many_single_seats_are_listed_by_party(tmp_path: Path) -> None:
    winners = ["Blue" if number % 3 else "Green" for number in range(30)]
    rows = (f"Place {n},{who},{90 + n}\nPlace {n},Red,{n}\n" for n, who in enumerate(winners))
    shown = text(tmp_path, "".join(rows), PLURALITY)
    assert "Constituencies with one seat, by party" in shown
    assert "Green     10  Place 0; Place 3;" in shown
    assert "Seats by constituency" not in shown
    assert "Closest last seats (10 of 29)" in shown  # nobody stood against Green in Place 0
    assert "… and 18 more constituencies; --format json holds them all" in shown


def test_a_tie_is_told_with_its_seed(tmp_path: Path) -> None:
    facts = {"magnitudes": {"A": 1}}
    shown = text(tmp_path, "A,Blue,50\nA,Green,50\n", facts=facts, seed=7)
    assert "A: Blue and Green were level;" in shown
    assert "by lot (seed 7); the real outcome was open" in " ".join(shown.split())


def test_a_what_if(tmp_path: Path) -> None:
    votes = "A,Blue,600\nA,Green,310\nB,Blue,205\nB,Green,100\n"
    facts = {"magnitudes": {"A": 4, "B": 1}}
    changes = {"constituency_threshold.share": "40%"}
    shown = text(tmp_path, votes, facts=facts, changes=changes)
    assert "What if: constituency_threshold.share = 40%" in shown
    assert "Green       410  33.74          1        0      −1" in shown
    assert "A             constituency  Blue           3        4      +1\n" in shown
    assert "\nB " not in shown[shown.index("Where seats change") :]


def test_a_what_if_that_changes_nothing(tmp_path: Path) -> None:
    votes = "A,Blue,600\nA,Green,310\nB,Blue,205\nB,Green,100\n"
    facts = {"magnitudes": {"A": 4, "B": 1}}
    shown = text(tmp_path, votes, facts=facts, changes={"constituency_threshold.share": "6%"})
    assert "Where seats change\nNowhere." in shown


@pytest.mark.parametrize("name", ["[red]Reds[/red]", "Blue :smile:"])
def test_names_are_printed_as_they_are(tmp_path: Path, name: str) -> None:
    assert name in text(tmp_path, f"national,{name},600\nnational,Green,380\n")


def test_what_does_not_fit_is_said(tmp_path: Path) -> None:
    shown = text(tmp_path, "national,Blue,600\nnational,Green,380\n", facts={"foo": 1})
    assert "What does not fit in the case" in shown
    assert shown.count("facts.foo: is not a known fact") == 2


@pytest.mark.parametrize("changes", [{}, {"constituency_threshold.share": "6%"}])
def test_no_seats_at_all(tmp_path: Path, changes: dict[str, object]) -> None:
    shown = text(tmp_path, "A,Blue,600\n", facts={"magnitudes": {"A": 0}}, changes=changes)
    assert "together" in shown
