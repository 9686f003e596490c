"""Polls as observations of the state-space model: how many respondents a poll adds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import a_poll, an_election, may

from formateur.facts import Reading
from formateur.votes.cells import lineage
from formateur.votes.state_space.observations import LARGEST_SAMPLE, observe
from formateur.votes.unprinted import Unprinted

UNPRINTED = Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02)


@pytest.mark.parametrize(
    ("asked", "undecided", "counted"),
    [(800, 0.0, 800), (800, 25.0, 600), (None, 20.0, 800), (4000, 50.0, 2000),
     (9000, 10.0, LARGEST_SAMPLE)],
)  # fmt: skip
def test_only_those_who_named_a_list_are_counted(
    asked: int | None, undecided: float, counted: float
) -> None:
    part = 1 - undecided / 100
    poll = replace(
        a_poll("one", end=may(10)),
        sample_size=asked,
        readings={one: Reading("percent", share * part) for one, share in (("a", 60), ("b", 40))},
        undecided=undecided,
    )
    lines = lineage(an_election(["a", "b"]).lists, may(15))
    seen = observe([poll], lines, None, UNPRINTED, may(20).toordinal())
    assert seen.sample == pytest.approx([counted])
    assert seen.share[0] == pytest.approx([0.6, 0.4])
