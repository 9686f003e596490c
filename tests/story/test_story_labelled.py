"""The labelled stories: what must be found in them, with which verdict, and how surely."""

from __future__ import annotations

from collections import Counter

import pytest
from score_stories import Pair, match
from story_cases import LEARNT, STORIES, labelled

pytestmark = pytest.mark.slow


def every_pair() -> list[Pair]:
    return [pair for id_, story in STORIES.items() for pair in match(story, labelled(id_))]


def learnt_pairs() -> list[Pair]:
    return [pair for id_, story in LEARNT.items() for pair in match(story, labelled(id_))]


def share(right: int, of: int) -> float:
    assert of
    return right / of


def test_there_are_enough_labels_of_every_kind_in_both_languages() -> None:
    kinds = Counter(claim["kind"] for story in STORIES.values() for claim in story["claims"])
    assert sum(kinds.values()) >= 60
    assert len(kinds) == 7
    assert {story["language"] for story in STORIES.values()} == {"en", "es"}
    assert len({story["election"] for story in STORIES.values()}) >= 6


def test_what_is_contradicted_is_labelled_so() -> None:
    found = [pair for pair in every_pair() if pair.found and pair.found.verdict == "contradicted"]
    assert share(sum(pair.right for pair in found), len(found)) >= 0.95


def test_verdicts_are_right_and_few_claims_are_missed() -> None:
    pairs = every_pair()
    found = [pair for pair in pairs if pair.found]
    wanted = [
        pair
        for pair in pairs
        if pair.label and pair.label["verdict"] in ("supported", "contradicted", "partly")
    ]
    assert share(sum(pair.right for pair in found), len(found)) >= 0.9
    assert share(sum(pair.right for pair in wanted), len(wanted)) >= 0.75


def test_stories_of_others_keep_the_level_that_was_measured() -> None:
    pairs = learnt_pairs()
    found = [pair for pair in pairs if pair.found]
    matched = [pair for pair in found if pair.label]
    judged = ("supported", "contradicted", "partly")
    wanted = [pair for pair in pairs if pair.label and pair.label["verdict"] in judged]
    denied = [pair for pair in found if pair.found and pair.found.verdict == "contradicted"]
    assert share(sum(pair.right for pair in denied), len(denied)) >= 0.95
    assert share(sum(pair.right for pair in matched), len(matched)) >= 0.95
    assert share(sum(pair.right for pair in found), len(found)) >= 0.88
    assert share(sum(pair.right for pair in wanted), len(wanted)) >= 0.88


@pytest.mark.parametrize("story_id", [*STORIES, *LEARNT])
def test_the_story_is_placed_dated_and_cleaned(story_id: str) -> None:
    story, document = (STORIES | LEARNT)[story_id], labelled(story_id)
    assert (document.language, document.election, str(document.date)) == (
        story["language"],
        story["election"],
        story["date"],
    )
    left_out = " ".join(one.text for one in document.stripped)
    assert [one for one in story["stripped"] if " ".join(one.split()) not in left_out] == []
    assert all(one.text in one.sentence for one in document.claims)
