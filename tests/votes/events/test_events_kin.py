"""Kinds and actors in common, against the same sums written down in full."""

from __future__ import annotations

import numpy as np
import pytest
from events_cases import an_event

from formateur.votes.events.effects import ListEvidence
from formateur.votes.events.kin import KIN_SD, OWN_SD, kinship
from formateur.votes.events.prior import PASSING, PRIOR_SD, SCALE
from formateur.votes.events.series import Evidence


def campaign(*estimates: float, error: float = 0.02, actor: str = "Ally") -> ListEvidence:
    """Events by one actor, each with an estimate of its lasting shift that others do not touch."""
    count = len(estimates)
    events = tuple(an_event(f"e{k}", 30 - k, "a", actors=(actor,)) for k in range(count))
    precision = np.zeros((2 * count, 2 * count))
    precision[:count, :count] = np.eye(count) / error**2
    pull = np.concatenate([np.array(estimates) / error**2, np.zeros(count)])
    return ListEvidence("a", events, Evidence(precision, pull))


def test_one_event_moves_its_actor_as_the_normal_law_says() -> None:
    found = kinship({"xx-1": [campaign(0.2)]})
    of = {kin.name: kin for kin in found.listed()}
    total = 2 * KIN_SD**2 + OWN_SD**2 + 0.02**2
    assert pytest.approx(PRIOR_SD**2) == 2 * KIN_SD**2 + OWN_SD**2
    assert of["Ally"].mean == pytest.approx(0.2 * KIN_SD**2 / total)
    assert of["Ally"].sd == pytest.approx(np.sqrt(KIN_SD**2 - KIN_SD**4 / total))


def test_more_events_and_elections_tell_more() -> None:
    one = kinship({"xx-1": [campaign(0.2)]})
    many = kinship({"xx-1": [campaign(0.2, 0.2)], "xx-2": [campaign(0.2, 0.2, 0.2)]})
    first, later = (
        next(kin for kin in found.listed() if kin.name == "Ally") for found in (one, many)
    )
    assert later.mean > 1.5 * first.mean
    assert later.sd < first.sd
    assert later.events[-1] == ("xx-2", "e2")


def test_what_is_expected_of_the_next_event() -> None:
    found = kinship({"xx-1": [campaign(0.2, 0.2)]})
    kin = found.expected(an_event("next", 1, "a", actors=("Ally",)))
    stranger = found.expected(an_event("next", 1, "a", kind="other", actors=("Nobody",)))
    assert kin is not None
    assert stranger is None
    mean, sd = kin
    assert 0.0 < mean < 0.2
    assert OWN_SD < sd < PRIOR_SD


def test_without_events_nothing_is_expected() -> None:
    found = kinship({"xx-1": []})
    assert found.listed() == ()
    assert found.expected(an_event("next", 1, "a")) is None


def test_a_passing_shift_that_is_told_apart_poorly_leaves_less() -> None:
    plain = campaign(0.2)
    precision = np.array([[1.0, 1.0], [1.0, 1.0]]) / 0.02**2
    mixed = ListEvidence("a", plain.events, Evidence(precision, precision @ np.array([0.2, 0.0])))
    clear, blurred = (
        next(kin.mean for kin in kinship({"x": [one]}).listed()) for one in (plain, mixed)
    )
    wide = 2 * (SCALE * PASSING) ** 2
    expected = 0.2 * KIN_SD**2 / (PRIOR_SD**2 + 0.02**2 + wide)
    assert blurred == pytest.approx(expected)
    assert blurred < clear
