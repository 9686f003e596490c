"""The document of events, and what people read of it."""

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
from formateur.errors import UsageError
from formateur.reporting.events_document_schema import EventsDocument, events_schema
from formateur.reporting.events_schema import EffectPart
from formateur.reporting.events_sentences import event_sentence
from formateur.reporting.events_text import render_events_text
from formateur.reports import EventsReport

SCHEMA_FILE = files("formateur") / "data" / "schemas" / "events.schema.json"


@cache
def report(event: str | None = None, day: str = "2019-09-14") -> EventsReport:
    return questions.events("il-2019-09", event, as_of=day, draws=300)


def text(document: EventsDocument) -> str:
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(render_events_text(document))
    return " ".join(console.export_text().split())


def pledge() -> EffectPart:
    return report("e25").document.events[0].effects[0]


def test_published_schema_is_that_of_the_code_and_real_output_fits() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == events_schema()
    jsonschema.validate(json.loads(report().to_json()), events_schema())


def test_one_event_is_told_with_the_same_figures_as_all() -> None:
    (one,) = report("e25").document.events
    among = next(event for event in report().document.events if event.id == "e25")
    assert one.effects == among.effects
    assert report("e25").document.many == report().document.many


def test_the_treaty_is_refused_with_the_numbers_that_a_reader_needs() -> None:
    told = text(report("e29").document)
    assert "not identified; 68 polls wholly before it, no poll wholly after it" in told
    assert "learning ratio 0.00" in told
    assert "−2.0 to +2.1 points" in told
    assert "It would take a shift of Likud by −" in told
    (part,) = report("e29").document.sensitivity
    assert part.shifts == [-0.10, -0.05, 0.0, 0.05, 0.10]
    assert part.seats == sorted(part.seats)
    assert "US president Donald Trump" in told


def test_the_pledge_is_told_with_its_interval_and_its_grounds() -> None:
    told = text(report("e25").document)
    assert "Effect on Likud: " in told
    assert "5 houses polled wholly before and wholly after it" in told
    assert "Rockets at Ashdod and Ashkelon" in told
    assert "dates of this campaign without an event" in told
    assert report("e25").document.sensitivity == []
    assert pledge().points.low < 0 < pledge().points.high


def test_everything_is_in_the_table() -> None:
    rows = list(csv.DictReader(io.StringIO(report().to_csv())))
    found = {(row["part"], row["id"], row["list"], row["figure"]): row["value"] for row in rows}
    assert len(found) == len(rows)
    assert found["effects", "e29", "likud", "identified"] == "False"
    assert float(found["effects", "e25", "likud", "points.low"]) == pledge().points.low
    assert ("effects", "e25", "likud", "polled.p_placebo") in found
    assert ("many", "", "", "by_chance") in found
    assert found["kin", "kind:us-gesture", "", "events"].split()[-1].startswith("il-2019-04/")
    assert {row["part"] for row in rows} == {"effects", "expected", "sensitivity", "many", "kin"}


def test_short_sentences_of_the_forecast() -> None:
    events = {one.id: one for one in report().document.events}
    assert event_sentence(events["e29"]).startswith(
        "Effect not identified: 68 polls wholly before it, no poll wholly after it"
    )
    assert "Likud" in event_sentence(events["e25"])
    assert "without an event" in event_sentence(events["e25"])
    assert event_sentence(events["e28"]) == "Concerns no list: no effect is worked out."
    counted = events["e25"].model_copy(update={"effects": []})
    assert event_sentence(counted).endswith("no effect is worked out.")


@pytest.mark.parametrize(("low", "high", "told"), [(0.1, 3.0, "gain"), (-3.0, -0.1, "loss")])
def test_a_shift_that_polls_show_is_called_so(low: float, high: float, told: str) -> None:
    event = report("e25").document.events[0]
    points = pledge().points.model_copy(update={"low": low, "high": high})
    polled = pledge().polled
    assert polled is not None
    for p_placebo, is_told in ((0.02, True), (0.4, False)):
        shown = pledge().model_copy(
            update={
                "points": points,
                "learning_ratio": -0.2,
                "polled": polled.model_copy(update={"p_placebo": p_placebo}),
            }
        )
        said = event_sentence(event.model_copy(update={"effects": [shown]}))
        assert (f"the polls show a {told}" in said) is is_told


def test_an_event_that_is_not_known_yet_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"'e29' is not known on 2019-09-12.*e25"):
        report("e29", "2019-09-12")


def test_a_day_after_the_vote_is_refused() -> None:
    with pytest.raises(UsageError, match="a day up to the vote"):
        report(None, "2019-09-20")
