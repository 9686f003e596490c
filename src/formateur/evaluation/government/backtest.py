"""Past formations forecast again: what each model had thought of them.

Given the true seats there are two schemes. Leave one country out: what is learned comes from all
other countries, at any time; the record that features look at is the country's own, up to election
day. Rolling: what is learned comes from cabinets that began before the year of the election; the
last fifth of the formations in hung parliaments is forecast so. Days are forecast from what was
known on election day in both.

A third, from polls, knows no seats: it averages over houses drawn from the polls of the eve, and
learns in the rolling way. Beside it stands what the same model thinks given the true seats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.errors import UsageError
from formateur.evaluation.government.conditional_logit import (
    fit_plain,
    plain_chances,
    plain_choice,
)
from formateur.evaluation.government.drawn_houses import NO_POLLS, DrawnHouses
from formateur.evaluation.government.from_polls import thoughts_from_polls
from formateur.evaluation.government.rows import Row, Scheme, row_of
from formateur.evaluation.government.thought import (
    Thought,
    model_waits,
    reference,
    reference_waits,
    thought_of,
)
from formateur.facts import Cabinet, Pledge
from formateur.government.formation import (
    FormationModel,
    Lesson,
    Parliament,
    chances,
    chances_with_words,
    formations_of,
    head_chances,
    hung_parliaments,
    learn_formation,
    learn_words,
    lesson_of,
    said_before,
)
from formateur.government.formation.logit import Choice

FEWEST_LESSONS = 20
"""Formations that a model must at least have to learn from."""

LAST_PART = 0.8
"""From this part of the hung parliaments in time on, formations are forecast in the rolling way."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """A formation and its choices, as both models see them."""

    lesson: Lesson
    plain: Choice


@dataclass(frozen=True, slots=True)
class _Known:
    """What came of hung parliaments, and what had been said: each with its day."""

    parliaments: tuple[Parliament, ...]
    pledges: tuple[Pledge, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Learned:
    """Both models, learned from the same formations."""

    model: FormationModel
    plain: NDArray[np.float64]


def backtest_governments(
    cabinets: Sequence[Cabinet],
    pledges: Sequence[Pledge],
    progress: Progress,
    drawn: Mapping[str, DrawnHouses] = NO_POLLS.drawn,
) -> list[Row]:
    """Forecast every formation again, under every scheme.

    Parameters
    ----------
    cabinets
        Of any number of countries.
    pledges
        What had been said before some of the formations; the model with pledges forecasts these.
    progress
        Is told what is being done.
    drawn
        By id of the cabinet, the houses drawn for the formations that are forecast from polls.

    Raises
    ------
    UsageError
        When there are too few formations to learn from, or they are of one country only.
    """
    formations = formations_of(cabinets)
    countries = {one.cabinet.country for one in formations}
    if len(formations) < FEWEST_LESSONS or len(countries) < 2:
        raise UsageError(
            f"cabinets.csv holds {len(formations)} formations of {len(countries)} countries with "
            f"three to 14 parties; the backtest needs {FEWEST_LESSONS} of two countries or more."
        )
    progress(f"{len(formations)} formations of {len(countries)} countries")
    cases = [_Case(lesson_of(one), plain_choice(one)) for one in formations]
    known = _Known(hung_parliaments(cabinets), tuple(pledges))
    return [
        *_each_country_left_out(cases, known, progress),
        *_rolling(cases, known, progress),
        *_from_polls(cases, known, drawn, progress),
    ]


def _each_country_left_out(
    cases: Sequence[_Case], known: _Known, progress: Progress
) -> Iterator[Row]:
    latest = max(one.lesson.formation.cabinet.start for one in cases)
    learned: _Learned | None = _learn(cases, known, latest, None)
    for country in dict.fromkeys(_country(one) for one in cases):
        others = [one for one in cases if _country(one) != country]
        if len(others) < FEWEST_LESSONS:
            continue
        progress(f"without {country}")
        from_others = _learn(others, known, latest, learned)
        for case in cases:
            if _country(case) == country:
                yield from _rows(case, "leave-one-country-out", from_others, known)


def _rolling(cases: Sequence[_Case], known: _Known, progress: Progress) -> Iterator[Row]:
    learned: _Learned | None = None
    first = _first_of_last_part(cases)
    later = [one for one in cases if one.lesson.formation.cabinet.election_date >= first]
    for cut_off, before, held in _by_year(cases, later):
        progress(f"before {cut_off.year}")
        learned = _learn(before, known, cut_off, learned)
        for case in held:
            yield from _rows(case, "rolling", learned, known)


def _from_polls(
    cases: Sequence[_Case],
    known: _Known,
    drawn: Mapping[str, DrawnHouses],
    progress: Progress,
) -> Iterator[Row]:
    model: FormationModel | None = None
    polled = [one for one in cases if one.lesson.formation.cabinet.id in drawn]
    for cut_off, before, held in _by_year(cases, polled):
        progress(f"from polls, before {cut_off.year}")
        model = learn_formation([one.lesson for one in before], (), cut_off, start=model)
        for case in held:
            formation = case.lesson.formation
            houses = drawn[formation.cabinet.id]
            for name, thought in thoughts_from_polls(formation, houses, model, known.parliaments):
                yield row_of(formation, "from-polls", name, thought)
            given = _given_seats(case, model, known)
            yield row_of(formation, "from-polls", "formation-given-seats", given)


def _by_year(
    cases: Sequence[_Case], asked: Sequence[_Case]
) -> Iterator[tuple[date, list[_Case], list[_Case]]]:
    """Yield, for each year, its first day, the cases known by then, and those asked for in it."""
    for year in sorted({one.lesson.formation.cabinet.election_date.year for one in asked}):
        cut_off = date(year, 1, 1)
        before = [one for one in cases if one.lesson.formation.cabinet.start < cut_off]
        held = [one for one in asked if one.lesson.formation.cabinet.election_date.year == year]
        if len(before) >= FEWEST_LESSONS:
            yield cut_off, before, held


def _first_of_last_part(cases: Sequence[_Case]) -> date:
    hung = [one.lesson.formation for one in cases if one.lesson.formation.hung]
    days = sorted(one.cabinet.election_date for one in hung)
    return days[int(LAST_PART * len(days))] if days else date.max


def _learn(
    cases: Sequence[_Case], known: _Known, cut_off: date, start: _Learned | None
) -> _Learned:
    lessons = [one.lesson for one in cases]
    model = learn_formation(lessons, (), cut_off, start=start.model if start else None)
    return _Learned(
        learn_words(model, lessons, known.pledges, cut_off),
        fit_plain([one.plain for one in cases], start.plain if start else None),
    )


def _rows(case: _Case, scheme: Scheme, learned: _Learned, known: _Known) -> Iterator[Row]:
    formation = case.lesson.formation
    for name, thought in _thoughts(case, learned, known):
        yield row_of(formation, scheme, name, thought)


def _given_seats(case: _Case, model: FormationModel, known: _Known) -> Thought:
    formation = case.lesson.formation
    own = chances(model, case.lesson)
    waits = model_waits(formation, known.parliaments)
    return thought_of(formation, own, head_chances(model, formation, own), waits)


def _thoughts(case: _Case, learned: _Learned, known: _Known) -> Iterator[tuple[str, Thought]]:
    formation, model = case.lesson.formation, learned.model
    before = reference_waits(formation, known.parliaments)
    yield "reference", reference(formation, before)
    plain = plain_chances(learned.plain, case.plain)
    heads = head_chances(model, formation, plain)
    yield "conditional-logit", thought_of(formation, plain, heads, before)
    own = _given_seats(case, model, known)
    yield "formation", own
    if any(one.formation == formation.cabinet.election for one in known.pledges):
        said = said_before(known.pledges, case.lesson)
        spoken = chances_with_words(model, case.lesson, said)
        yield "formation-with-pledges", thought_of(formation, *spoken, own.waits)


def _country(case: _Case) -> str:
    return case.lesson.formation.cabinet.country
