"""The answer to a motion in all forms: the same figures, and they hang together."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from importlib.resources import files

import jsonschema
import pytest
from rich.console import Console

from formateur import questions
from formateur.language import open_language
from formateur.reporting.motion_document import motion_schema
from formateur.reporting.motion_text import render_motion_text
from formateur.reporting.motion_words import answers
from formateur.reports import MotionReport

SCHEMA_FILE = files("formateur") / "data" / "schemas" / "motion.schema.json"
TREATY = "mutual-defence-treaty-us"
ANNEXATION = "annex-jordan-valley"


@cache
def report(motion: str = TREATY, majority: str | None = None) -> MotionReport:
    return questions.motion(
        "il-2019-09", motion, as_of="2019-09-14", majority=majority, draws=1500, model="reference"
    )


def told(made: MotionReport) -> str:
    out = io.StringIO()
    document = render_motion_text(made.document, open_language("en"))
    Console(file=out, width=120, markup=False).print(document)
    return out.getvalue()


def test_the_document_fits_its_published_schema() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == motion_schema()
    for motion in (TREATY, ANNEXATION):
        jsonschema.validate(json.loads(report(motion).to_json()), motion_schema())


def test_the_treaty_as_the_ten_lists_stood() -> None:
    motion = report().document.motion
    stands = {one.list: one.position for one in motion.positions}
    assert stands.pop("likud") == "support"
    assert stands.pop("blue_white") == "oppose"
    assert set(stands.values()) == {"unknown"}
    assert len(stands) == 8
    assert 0.4 < motion.p_carried < 0.8
    assert motion.p_low < motion.p_carried < motion.p_high
    assert motion.p_if_unknown_oppose < 0.1
    assert motion.p_if_unknown_support > 0.9
    assert motion.parliament == "customary"
    assert motion.p_passed == motion.p_brought
    assert [stage.p is None for stage in motion.stages] == [True, True, False, False, True]
    assert "likud" in {one.list for one in motion.tips}


def test_the_annexation_is_likelier_and_rests_on_more() -> None:
    motion, treaty = report(ANNEXATION).document.motion, report().document.motion
    grounds = {one.list: one.ground for one in motion.positions}
    assert grounds["otzma_yehudit"] == "inferred"
    assert grounds["shas"] == "neighbours"
    assert motion.p_carried > treaty.p_carried
    assert motion.p_high - motion.p_low < treaty.p_high - treaty.p_low
    assert motion.parliament == "optional"
    assert motion.took == []


def test_the_21st_knesset_answers_under_the_lists_of_its_successor() -> None:
    outgoing = report().document.motion.outgoing
    assert outgoing is not None
    assert sum(outgoing.seats.values()) == 120
    assert outgoing.seats["likud"] == 39, "35 and the 4 of Kulanu, which had joined it"
    assert outgoing.seats["joint_list"] == 10


def test_governments_are_those_of_the_formation() -> None:
    given = report().document.motion.given
    assert given[0].members[0] == "likud"
    assert given[-1].members == []
    assert given[-1].p_brought == 0
    assert all(0 < one.p_forms < 1 for one in given)


def test_only_treaties_that_were_over_are_compared_with() -> None:
    document = report().document
    assert len(document.treaties) >= 15
    assert max(one.signed for one in document.treaties) <= document.as_of
    assert all(one.source for one in document.treaties)
    spans = {(one.begin, one.end): one for one in document.motion.took}
    assert spans["signed", "in_force"].cases >= 15
    assert spans["signed", "in_force"].median > 100


def test_text_answers_the_three_questions_and_names_what_is_not_modelled() -> None:
    text = told(report())
    for question in ("Would there be a majority?", "Would a government bring it?"):
        assert question in text
    assert "Does it have to pass parliament? By custom only" in text
    assert "8 lists have not said where they stand" in text
    assert "5. consent, Senate of the United States" in text
    assert "(not modelled)" in text
    assert "not known" in text


def test_without_a_vote_the_government_decides() -> None:
    made = report(majority="none")
    motion = made.document.motion
    assert motion.p_carried == motion.p_brought == motion.p_passed
    assert motion.parliament == "no"
    assert "a government that decides it" in told(made).lower()


def test_csv_has_the_figures_of_the_document() -> None:
    made = report()
    rows = list(csv.DictReader(io.StringIO(made.to_csv())))
    figures = {(row["part"], row["id"], row["figure"]): row["value"] for row in rows}
    motion = made.document.motion
    assert float(figures["motion", TREATY, "p_carried"]) == motion.p_carried
    assert figures["positions", "shas", "position"] == "unknown"
    assert float(figures["given", "none", "p_brought"]) == 0
    assert {row["part"] for row in rows} == {
        *("motion", "positions", "given", "stages", "tips", "took"),
    }


@pytest.mark.parametrize("code", ["he", "de"])
def test_it_can_be_told_in_every_language(code: str) -> None:
    document = render_motion_text(report().document, open_language(code))
    Console(file=io.StringIO(), width=120, markup=False).print(document)


def test_what_no_government_brings_or_no_vote_decides_is_not_said_to_have_a_majority() -> None:
    motion = report().document.motion
    english = open_language("en")
    assert "then there is a majority" in " ".join(answers(motion, english))
    never = motion.model_copy(update={"p_brought": 0.0, "p_if_brought": None})
    assert "A government that would bring it in 0 of 50." in " ".join(answers(never, english))
    decided = report(majority="none").document.motion
    for one in (never, decided):
        assert "then there is a majority" not in " ".join(answers(one, english))
