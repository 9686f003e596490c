"""What a reader sees of a score."""

from __future__ import annotations

import io
from dataclasses import replace

from factories import a_bloc, a_forecast, a_list, a_result, an_election, may, vote_draws
from rich.console import Console

from formateur.evaluation import Score, score_forecast, score_table
from formateur.facts import OTHER
from formateur.language import open_language


def score() -> Score:
    """Four draws of a house of ten: a 6, 6, 6, 5, b 4, 4, 4, 4, c 0, 0, 0, 1; the upset is c."""
    votes = {
        "a": [0.60, 0.60, 0.60, 0.50],
        "b": [0.35, 0.35, 0.35, 0.36],
        "c": [0.02, 0.02, 0.02, 0.12],
        "late": [0.02, 0.02, 0.02, 0.01],
        OTHER: [0.01, 0.01, 0.01, 0.01],
    }
    election = an_election(
        ["a", "b", "c", a_list("late", ended=may(15))],
        blocs=[a_bloc("left", "a"), a_bloc("right", "b", "c")],
    )
    results = (a_result("a", 57.0, 6), a_result("b", 21.0, 2), a_result("c", 20.0, 2))
    return score_forecast(a_forecast(election, vote_draws(votes), seats=10), results)


def printed(what: Score) -> str:
    console = Console(file=io.StringIO(), width=120)
    with console.capture() as capture:
        console.print(score_table(what, open_language("en")))
    return " ".join(capture.get().split())


def test_row_of_a_list() -> None:
    assert "A 60.0 (51.5–60.0) 57.0 3.0 2.12 6 (5–6) 6 0 0.06" in printed(score())


def test_result_outside_the_range_is_marked() -> None:
    assert "B 35.0 (35.0–35.9) 21.0* 14.0" in printed(score())
    assert " 4 (4–4) 2* 2 2.00 " in printed(score())


def test_means_and_coverage() -> None:
    text = printed(score())
    assert "Over 3 lists MAE CRPS" in text
    assert "seats 1.33 1.21 1 of 3 (2.8 expected) 1 of 3 (3.0 expected)" in text


def test_upsets_and_what_is_not_scored_are_told() -> None:
    text = printed(score())
    assert "forecast as of 10 May 2030 (10 days before the vote)" in text
    assert "Most seats: A; chance given: 1.00." in text
    assert "Threshold of 3.25 %: Brier score 0.188." in text
    assert "C passed; chance given to pass: 0.25." in text
    assert "Left had a majority (6 seats, 6 needed); chance given: 0.75." in text
    assert "Right did not have a majority (4 seats, 6 needed); chance given: 0.00." in text
    assert "the other lists together, 1.0 % expected, 0.0 % and 0 seats won." in text
    assert "Not scored, as not on the ballot: Late." in text


def test_law_without_a_threshold_has_no_threshold_to_score() -> None:
    assert "Threshold" not in printed(replace(score(), threshold=0.0))
