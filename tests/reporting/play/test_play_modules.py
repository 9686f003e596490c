"""The page's modules against Python, on the same draws."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from subprocess import run
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from play_cases import DRAWS, HERE, ask, flagship, flagship_data, node

import formateur
from formateur import api
from formateur.facts import Election, Statement, in_order
from formateur.folder.past_cabinets import built_in_cabinets
from formateur.forecasting import Forecast
from formateur.government import Would, blocks, in_force
from formateur.government.formation.over_draws import average_over_draws
from formateur.government.formation.players import scene_of
from formateur.government.formation.statement_words import words_from
from formateur.government.formation.words import spoken
from formateur.government.procedure import still_open
from formateur.government.would_parts import waits_of
from formateur.motions import seats_needed
from formateur.parliament import bloc_seats, national_facts, passes
from formateur.reporting.dotplot import quantile_dots
from formateur.reporting.figures import seat_chances, spread
from formateur.reporting.page.play import formation, play_data, play_script
from formateur.reporting.page.play.script import MODULES, source

pytestmark = pytest.mark.slow

COALITIONS = (
    ["likud", "shas", "utj", "yamina"],
    ["blue_white", "likud"],
    ["otzma_yehudit"],
    ["likud", "blue_white", "joint_list", "shas", "utj", "yamina", "labor_gesher"],
)


def percent(forecast: Forecast, *lists: str) -> NDArray[np.float64]:
    """Return votes as the page has them: hundredths of a percent."""
    return sum((np.rint(1e4 * forecast.votes[one]) for one in lists), np.zeros(DRAWS)) / 100


def conditions() -> list[tuple[dict[str, Any], NDArray[np.bool_]]]:
    forecast, data = flagship(), flagship_data()
    seats = forecast.parliament
    known = forecast.election
    above = passes(forecast.votes, forecast.rules, national_facts(known, forecast.votes.lists))
    otzma = above[:, forecast.votes.lists.index("otzma_yehudit")]
    right = next(one for one in data.blocs if one.id == "right_religious")
    held = next(one.seats for one in forecast.blocs if one.bloc.id == "right_religious")
    likud = next(one for one in data.lists if one.id == "likud")
    assert likud.usual_error is not None
    assert right.usual_error is not None
    off = (percent(forecast, "likud") - likud.expected) / likud.usual_error
    bloc_off = (percent(forecast, *right.lists) - right.expected) / right.usual_error
    most = seats.values.max(axis=1)
    return [
        ({"kind": "passes", "of": "otzma_yehudit"}, otzma),
        ({"kind": "misses", "of": "otzma_yehudit"}, ~otzma),
        ({"kind": "passes", "of": "likud"}, np.ones(DRAWS, bool)),
        ({"kind": "largest", "of": "likud"}, seats["likud"] == most),
        ({"kind": "above", "of": "likud", "value": 26.5}, percent(forecast, "likud") > 26.5),
        ({"kind": "below", "of": "likud", "value": 26.5}, percent(forecast, "likud") < 26.5),
        ({"kind": "majority", "of": "right_religious"}, held >= 61),
        ({"kind": "none", "of": "right_religious"}, held < 61),
        ({"kind": "high", "of": "likud"}, (off >= 0.5) & (off <= 1.5)),
        ({"kind": "low", "of": "right_religious"}, (-bloc_off >= 0.5) & (-bloc_off <= 1.5)),
    ]


def test_conditions_keep_the_same_draws() -> None:
    cases = conditions()
    both = [cases[0][0], cases[3][0]]
    asked = [{"ask": "keep", "conditions": [one]} for one, _ in cases]
    *answers, joint = ask(flagship_data(), [*asked, {"ask": "keep", "conditions": both}])
    for (condition, kept), answer in zip(cases, answers, strict=True):
        assert answer == np.flatnonzero(kept).tolist(), condition
        assert len(answer) > 50, condition
    assert joint == np.flatnonzero(cases[0][1] & cases[3][1]).tolist()


def test_conditions_that_cannot_be_understood_are_refused() -> None:
    wrong = [
        {"kind": "passes", "of": "nobody"},
        {"kind": "wins", "of": "likud"},
        {"kind": "above", "of": "likud"},
        {"kind": "above", "of": "likud", "value": 101},
        {"kind": "majority", "of": "nobody"},
        {"kind": "high", "of": "nobody"},
        {"kind": "passes", "of": "right_religious"},
    ]
    assert ask(flagship_data(), [{"ask": "known", "condition": one} for one in wrong]) == [
        False
    ] * len(wrong)


def test_coalitions_have_the_same_seats() -> None:
    forecast = flagship()
    condition, kept = conditions()[0]
    asked = [
        {"ask": "counted", "members": members, "conditions": some}
        for members in COALITIONS
        for some in ([], [condition])
    ]
    answers = iter(ask(flagship_data(), asked))
    for members in COALITIONS:
        for rows in (np.ones(DRAWS, bool), kept):
            held = forecast.parliament.total(members)[rows].astype(np.int64)
            answer, figures = next(answers), spread(held)
            assert answer["p"] == pytest.approx((held >= 61).mean(), abs=1e-12)
            assert [answer["low"], answer["middle"], answer["high"]] == [
                figures.q05,
                figures.q50,
                figures.q95,
            ]
            values, counts = np.unique(held, return_counts=True)
            assert answer["counts"] == np.column_stack([values, counts]).tolist()


def test_without_a_condition_the_figures_are_the_documents() -> None:
    document = api.report(flagship()).document
    listed = [one for one in document.governments if len(one.lists) < 6]
    asked = [{"ask": "figures", "members": one.lists} for one in listed]
    for one, answer in zip(listed, ask(flagship_data(), asked), strict=True):
        assert answer["p"] == pytest.approx(one.p_could, abs=1e-5)
        assert answer["middle"] - 61 == one.surplus.q50


def test_statements_stand_in_the_way_of_the_same_coalitions() -> None:
    lists, election = flagship().parliament.lists, flagship().election
    every = [list(some) for size in range(1, len(lists) + 1) for some in combinations(lists, size)]
    answers = ask(flagship_data(), [{"ask": "against", "members": one} for one in every])
    for members, answer in zip(every, answers, strict=True):
        expected = [(one.statement.id, one.unless_without) for one in blocks(members, election)]
        assert sorted((one["id"], one["unless"]) for one in answer) == sorted(expected), members


def test_dots_agree_with_those_of_the_page() -> None:
    forecast = flagship()
    blocs = bloc_seats(forecast.parliament, forecast.rules, forecast.election)
    asked = [{"ask": "dots", "members": list(one.lists), "p": one.p_majority} for one in blocs]
    for bloc, answer in zip(blocs, ask(flagship_data(), asked), strict=True):
        printed = quantile_dots(seat_chances(bloc.seats))
        assert sum(dots for _, dots in answer) == 50
        assert sum(dots for seats, dots in answer if seats >= 61) == sum(
            dots for seats, dots in printed.items() if seats >= 61
        )
        # the split at the majority may move a dot by one seat, not more
        mine, theirs = (
            np.repeat(*np.array(sorted(some), dtype=int).T) for some in (answer, printed.items())
        )
        assert np.abs(mine - theirs).max() <= 1


@pytest.mark.parametrize("house", [120, 349, 101])
def test_majorities_need_the_same_seats(house: int) -> None:
    texts = ["plain", "absolute", "2/3", "3/5", "1/2", "61", "1/1"]
    asked = [{"ask": "needed", "majority": one, "house": house} for one in texts]
    assert ask(flagship_data(), asked) == [seats_needed(one, house) for one in texts]
    wrong = [
        {"ask": "needed", "majority": one, "house": 9} for one in ("", "3/2", "0", "half", "-1")
    ]
    assert ask(flagship_data(), wrong) == ["not a majority"] * 5


def exact(forecast: Forecast, stance: Mapping[str, str], needed: int | None, draws: int) -> float:
    """Chance that a motion is carried, by convolution with numpy."""
    chances = []
    for row in forecast.parliament.values[:draws]:
        yes = np.ones(1)
        for one, held in zip(forecast.parliament.lists, row.astype(int).tolist(), strict=True):
            votes = np.zeros(held + 1)
            kind = stance.get(one, "unknown")
            if kind == "split":
                votes[:] = 1 / (held + 1)
            else:
                votes[0] += {"oppose": 1.0, "unknown": 0.5}.get(kind, 0.0)
                votes[held] += {"support": 1.0, "unknown": 0.5}.get(kind, 0.0)
            yes = np.convolve(yes, votes)
        least = row.sum() // 2 + 1 if needed is None else needed
        chances.append(yes[int(least) :].sum())
    return float(np.mean(chances))


@pytest.mark.parametrize("majority", ["plain", "absolute", "2/3", "75"])
def test_motions_are_carried_as_often(majority: str) -> None:
    forecast = flagship()
    (first, *_) = forecast.motions
    own = {one: taken.position for one, taken in first.positions.items()}
    stances = [own, {**own, "shas": "split", "joint_list": "support", "utj": "oppose"}]
    asked = [
        {"ask": "carried", "draws": 60, "motion": {"majority": majority, "positions": one}}
        for one in stances
    ]
    for stance, answer in zip(stances, ask(flagship_data(), asked), strict=True):
        needed = seats_needed(majority, 120)
        assert answer == pytest.approx(exact(forecast, stance, needed, 60), abs=1e-9)


def test_unchanged_motion_has_the_figure_of_the_document() -> None:
    data = flagship_data()
    asked = [
        {"ask": "motion", "told": told, "motion": told}
        for told in (one.model_dump() for one in data.motions)
    ]
    for answer, motion in zip(ask(data, asked), flagship().motions, strict=True):
        assert answer["p"] == pytest.approx(motion.p_carried, abs=1e-6)
        assert answer["ifOppose"] == pytest.approx(motion.p_if_unknown_oppose, abs=0.03)
        assert answer["ifSupport"] == pytest.approx(motion.p_if_unknown_support, abs=0.03)


def without(election: Election, said: Statement) -> Election:
    """Take away what a list has said about something, in force or not."""
    kept = [one for one in election.statements if (one.by, one.about) != (said.by, said.about)]
    return replace(election, statements=tuple(kept))


def averaged(forecast: Forecast, election: Election, draws: int) -> tuple[NDArray[Any], float]:
    """Run Python's formation model on the first draws: chances given a government, and of none."""
    would = forecast.formation
    assert isinstance(would, Would)
    table = would.table
    known = [one for one in built_in_cabinets(election.country) if one.start <= forecast.day]
    scene = scene_of(forecast.election, table, in_order(tuple(known)), forecast.day)
    share = (table.seats / table.house[:, None]).mean(axis=0)
    words = words_from(election, table, forecast.day)
    found = average_over_draws(
        would.model,
        scene,
        table.seats[:draws],
        table.house[:draws],
        spoken(words, share),
        base_rate=would.history.base_rate,
    )
    hung = 2 * table.seats[:draws].max(axis=1) <= table.house[:draws]
    fails = found.fails * hung
    vote, day = election.date, forecast.day
    waits = waits_of(election, table, scene, would.model)
    left = still_open(would.procedure, would.present, waits, vote=vote, day=day)
    chance = fails / (fails + (1 - fails) * left)
    return found.coalitions / found.coalitions.sum(), float(chance.mean())


@pytest.mark.parametrize("ignored", [None, "s018", "r19", "r26"])
def test_formation_is_the_model_of_python(ignored: str | None) -> None:
    forecast = flagship()
    said = {one.id: one for one in in_force(forecast.election.statements)}
    election = without(forecast.election, said[ignored]) if ignored else forecast.election
    chances, fails = averaged(forecast, election, 400)
    asked = {"ask": "formation", "draws": 400, "ignored": [ignored] if ignored else []}
    (answer,) = ask(flagship_data(), [asked])
    found = np.array(answer["chances"])
    assert found / found.sum() == pytest.approx(chances, rel=1e-3, abs=1e-6)  # thousandths
    assert answer["none"] == pytest.approx(fails, abs=1e-4)


def test_ignoring_what_keeps_two_lists_apart_moves_the_chance_of_their_government() -> None:
    chances, _ = averaged(flagship(), flagship().election, 400)
    said = {one.id: one for one in in_force(flagship().election.statements)}
    free, _ = averaged(flagship(), without(flagship().election, said["s018"]), 400)
    assert np.abs(free - chances).max() > 0.01, "the case above would show a difference"


def test_split_lists_have_the_same_seats() -> None:
    would = flagship().formation
    assert would is not None
    (answer,) = ask(flagship_data(), [{"ask": "players"}])
    assert (would.table.seats == np.array(answer).T).all()
    assert any(one.part < 1 for one in would.table.players)


def test_heads_that_returned_the_task_are_weighed_down() -> None:
    forecast = api.forecast("il-2019-09", as_of=date(2019, 10, 30), draws=20)
    data, would = play_data(forecast), forecast.formation
    assert data.formation is not None
    assert would is not None
    assert min(one.returned for one in data.formation.players) < 1
    assert data.formation.open < 1
    (answer,) = ask(data, [{"ask": "formation", "draws": 20}])
    found = np.array(answer["chances"])
    assert found / found.sum() == pytest.approx(would.chances / would.chances.sum(), abs=1e-4)


def test_nothing_moves_where_nothing_is_changed() -> None:
    document = api.report(flagship()).document
    assert document.formation is not None
    scenario: dict[str, Any] = {"coalition": [], "conditions": [], "ignored": [], "motions": {}}
    (rows,) = ask(flagship_data(), [{"ask": "compare", "scenario": scenario}])
    assert [row["after"] for row in rows] == [row["before"] for row in rows]
    told = {row["kind"]: row["before"] for row in rows}
    assert told["none"] == document.formation.p_none
    governments = [row["before"] for row in rows if row["kind"] == "government"]
    assert governments == [one.p_would for one in document.formation.governments[:3]]
    blocs = [row["before"] for row in rows if row["kind"] == "bloc"]
    assert blocs == pytest.approx([one.p_majority for one in document.blocs], abs=1e-5)


def test_with_too_many_players_the_document_still_tells_who_would_govern(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(formation, "MOST_PLAYERS", 5)
    data, would = play_data(flagship()), flagship().formation
    assert data.formation is not None
    assert data.formation.fixed is None
    assert would is not None
    first = data.formation.chances[0]
    same: dict[str, Any] = {"coalition": [], "conditions": [], "ignored": [], "motions": {}}
    answer, seldom, before, after = ask(
        data,
        [
            {"ask": "would", "mask": first.mask},
            {"ask": "would", "mask": 1 << 11},
            {"ask": "compare", "scenario": same},
            {"ask": "compare", "scenario": {**same, "ignored": ["s018"]}},
        ],
    )
    assert answer == {"p": first.p, "none": data.formation.p_none}
    assert 0 < seldom["p"] < 0.001
    assert {row["kind"] for row in before} == {"bloc", "none", "government", "motion"}
    assert {row["kind"] for row in after} == {"bloc", "motion"}


def test_certain_things_stay_certain_when_anchored() -> None:
    cases = [(1.0, 0.4, 0.41), (0.0, 0.4, 0.41), (0.3, 0.3, 0.31), (0.6, 0.5, 0.5)]
    asked = [{"ask": "anchored", "changed": a, "base": b, "told": c} for a, b, c in cases]
    assert ask(flagship_data(), asked) == pytest.approx([1.0, 0.0, 0.31, 0.6])


def test_modules_pass_their_own_tests() -> None:
    files = sorted(str(one) for one in (HERE / "modules").glob("*.test.mjs"))
    assert files
    done = run([node(), "--test", *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


def test_script_is_whole_and_small() -> None:
    folder = Path(formateur.__file__).parent / "reporting" / "page" / "modules"
    assert {one.stem for one in folder.glob("*.js")} == set(MODULES)
    assert len(gzip.compress(play_script().encode(), 9)) <= 25_000
    assert "import " not in play_script()
    assert "export " not in play_script()
    assert all("</script" not in source(one) for one in MODULES)
    twice = play_script() + play_script()  # beside others that use the same names
    done = run(
        [node(), "--input-type=module", "--check"],
        input=twice,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
