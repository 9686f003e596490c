"""The questions that people ask: nothing later than the day is in an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from formateur import api, forecasting, questions
from formateur.facts import Election, Treaty
from formateur.folder import open_election
from formateur.folder import treaties as treaty_file
from formateur.folder.treaties import built_in_treaties
from formateur.law import Law

DAY = date(2019, 9, 14)
LATER = DAY + timedelta(days=1)


def with_another_future(election: Election) -> Election:
    """Turn round, or take away, what was told after the day."""
    return replace(
        election,
        polls=tuple(one for one in election.polls if one.known_from <= DAY),
        statements=tuple(one for one in election.statements if one.date <= DAY),
        events=(
            *(one for one in election.events if one.date <= DAY),
            replace(election.events[0], id="unheard", title="Unheard of", date=LATER),
        ),
        motions=tuple(
            replace(one, positions=tuple(p for p in one.positions if p.date <= DAY))
            for one in election.motions
        ),
        calendar=(
            *(one for one in election.calendar if one.date <= election.date),
            replace(election.calendar[0], date=date(2019, 9, 20), step="government-sworn-in"),
        ),
        results=tuple(replace(one, seats=1, share=1.0) for one in election.results),
    )


def treaties_of_another_future() -> tuple[Treaty, ...]:
    return tuple(
        replace(one, approved=None if one.approved and one.approved > DAY else one.approved)
        for one in built_in_treaties()
        if one.signed <= DAY
    )


def answers() -> list[str]:
    return [
        questions.calendar("il-2019-09", as_of=DAY).to_json(),
        questions.motion("il-2019-09", "mutual-defence-treaty-us", as_of=DAY, draws=400).to_json(),
        questions.events("il-2019-09", as_of=DAY, draws=400).to_json(),
    ]


def test_another_future_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    known = answers()
    afterwards = questions.calendar("il-2019-09", as_of=date(2019, 10, 24)).to_json()

    def changed(name: str) -> tuple[Election, Law]:
        election, law = open_election(name)
        return (with_another_future(election), law) if name == "il-2019-09" else (election, law)

    monkeypatch.setattr(questions, "open_election", changed)
    monkeypatch.setattr(api, "open_election", changed)
    monkeypatch.setattr(treaty_file, "built_in_treaties", treaties_of_another_future)
    monkeypatch.setattr(forecasting, "built_in_treaties", treaties_of_another_future)
    assert answers() == known
    assert questions.calendar("il-2019-09", as_of=date(2019, 10, 24)).to_json() != afterwards
