"""Forecasts of countries with constituencies, from a folder with a few polls to parliaments."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

import formateur
from formateur.errors import LawError
from formateur.facts import OTHER
from formateur.folder.builtin_results import BuiltinResult, builtin_result
from formateur.forecasting import Forecast
from formateur.language import in_english
from formateur.reporting.notes import notes

NEXT = {
    "es-2016": ("es-congress", date(2019, 4, 28)),
    "pt-2015": ("pt-assembly", date(2019, 10, 6)),
    "se-2022": ("se-riksdag", date(2026, 9, 13)),
    "no-2025": ("no-storting", date(2029, 9, 10)),
    "dk-2015": ("dk-folketing", date(2019, 6, 5)),
    "fi-2015": ("fi-eduskunta", date(2019, 4, 14)),
    "pl-2015": ("pl-sejm", date(2019, 10, 13)),
    "de-2025": ("de-bundestag", date(2029, 2, 25)),
    "nz-2017": ("nz-house", date(2020, 10, 17)),
}
"""By previous result: the law, and the day of the vote after it."""


def shares(result: BuiltinResult) -> dict[str, float]:
    """Percent of the valid votes, for the lists with a thousandth of them."""
    found = {
        one: sum(here.get(one, 0) for here in result.votes.lists.values())
        for one in (*result.names, OTHER)
    }
    total = sum(found.values())
    return {
        one: 100 * votes / total
        for one, votes in found.items()
        if votes > total / 1000 and one != OTHER
    }


def a_folder(home: Path, before: str, previous: str) -> Path:
    """Two polls that repeat the previous result, ten days before the vote."""
    result, (law, vote) = builtin_result(before), NEXT[before]
    found = shares(result)
    lines = [
        'schema = "formateur/election/1"',
        f'id = "{result.country}-{vote.year}"',
        f'country = "{result.country}"',
        'chamber = "House"',
        f'name = "{result.name}, the next"',
        f"date = {vote}",
        f'law = "{law}"',
        previous,
        'source = "made up"',
    ]
    for one in found:
        lines += ["", "[[list]]", f'id = "{one}"', f'name = "{result.names[one]}"']
        lines += ["exempt = true"] if one in result.exempt else []
    polls = [",".join(("pollster", "fieldwork_end", "scale", "source", *found))]
    for house in "AB":
        cells = (f"{share:.3f}" for share in found.values())
        polls.append(",".join((house, str(vote - timedelta(10)), "percent", "made up", *cells)))
    home.mkdir(exist_ok=True)
    (home / "election.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (home / "polls.csv").write_text("\n".join(polls) + "\n", encoding="utf-8")
    return home


def forecast(folder: Path, before: str, draws: int = 300, model: str = "state-space") -> Forecast:
    vote = NEXT[before][1]
    return formateur.forecast(folder, as_of=vote - timedelta(9), draws=draws, model=model)


@pytest.mark.parametrize("before", NEXT)
def test_folder_with_a_few_polls_is_forecast(tmp_path: Path, before: str) -> None:
    folder = a_folder(tmp_path / "next", before, f'previous_result = "{before}"')
    made = forecast(folder, before)
    seats = made.parliament.values.sum(axis=1)
    assert (seats >= made.rules.seats).all()
    assert before in ("nz-2017",) or (seats == made.rules.seats).all()
    told = " ".join(in_english(note.said) for note in notes(made))
    assert f"move with the country from the result of {before}" in told


def test_seats_of_regional_lists_are_those_of_their_constituencies(tmp_path: Path) -> None:
    """One percent of the country gave five seats in 2016, and would give none as one district."""
    folder = a_folder(tmp_path / "next", "es-2016", 'previous_result = "es-2016"')
    assert 4 <= forecast(folder, "es-2016").parliament["pnv"].mean() <= 7


def test_same_seed_same_seats_and_other_noise_than_that_of_votes(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "next", "no-2025", 'previous_result = "no-2025"')
    bare = a_folder(tmp_path / "bare", "no-2025", 'previous = "no-2025"')
    first, second = (forecast(folder, "no-2025", model="reference") for _ in range(2))
    nationwide = forecast(bare, "no-2025", model="reference")
    assert (first.parliament.values == second.parliament.values).all()
    assert (first.votes.values == nationwide.votes.values).all()
    assert first.run != nationwide.run


def test_levelled_law_without_constituencies_says_so(tmp_path: Path) -> None:
    bare = a_folder(tmp_path / "bare", "no-2025", 'previous = "no-2025"')
    told = [in_english(note.said) for note in notes(forecast(bare, "no-2025"))]
    assert "Constituencies are not modelled" in " ".join(told)


def test_law_of_constituencies_without_them_is_refused(tmp_path: Path) -> None:
    bare = a_folder(tmp_path / "bare", "es-2016", 'previous = "es-2016"')
    with pytest.raises(LawError, match="previous_result"):
        forecast(bare, "es-2016")
